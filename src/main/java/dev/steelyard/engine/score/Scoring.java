package dev.steelyard.engine.score;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.calendar.Window;
import dev.steelyard.engine.calendar.WorkingDays;
import dev.steelyard.engine.measure.Demand;
import dev.steelyard.engine.measure.Measurements;
import dev.steelyard.engine.plan.Facts;
import dev.steelyard.engine.plan.Indicator;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.plan.Rules;
import dev.steelyard.engine.register.EarlierScorecard;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.unit.Points;
import dev.steelyard.engine.verb.Verbs;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Scores a period: everybody's scorecard, the teams, the finals, the ranks. */
public final class Scoring {

    private final Plan plan;
    private final Registers registers;
    private final Period period;
    private final Population population;

    /** @param calendar by which days are counted; a year that it does not hold is refused when it is asked for */
    public Scoring(Plan plan, Registers registers, WorkingDays calendar, Period period) {
        this(plan, registers, period, new Population(plan, registers, calendar, period));
    }

    /** @param population of registers that differ from these in targets or appeals alone, if at all: neither says who is scored */
    public Scoring(Plan plan, Registers registers, Period period, Population population) {
        this.plan = plan;
        this.registers = registers;
        this.period = period;
        this.population = population;
    }

    /** Who is scored. */
    public Population population() {
        return population;
    }

    /** Asks for everything that {@link #score} reads. */
    public void demand(Demand demand) {
        Rules rules = plan.rules();
        // Also where everybody is a mean: a veto of the year is found in the register.
        Optional.ofNullable(registers.schema("compliance_events"))
                .flatMap(schema -> schema.date())
                .ifPresent(date -> demand.use("compliance_events", date, period.days()));
        for (List<Participant> group : byTrack()) {
            Participant one = group.get(0);
            List<Integer> people =
                    group.stream().map(person -> person.employee().index()).toList();
            String track = one.employee().track();
            plan.indicators().values().stream()
                    .filter(indicator -> indicator.concerns(track))
                    .forEach(indicator -> demand(demand, indicator, one, people));
            rules.compliance()
                    .enablement()
                    .forEach(enablement -> ask(demand, enablement.of(), people, Window.PERIOD, one));
            rules.milestones().stream()
                    .filter(milestone -> milestone.tracks().contains(track))
                    .forEach(milestone -> ask(demand, milestone.of(), people, Window.YEAR_TO_DATE, one));
            use(demand, "compliance_events", Window.PERIOD, one);
            if (rules.certification().isPresent()) {
                use(demand, "exams", Window.TO_DATE, one);
            }
        }
    }

    /** Participants of one track share a scope; the first stands for it. */
    private Collection<List<Participant>> byTrack() {
        return population.participants().stream()
                .filter(participant -> participant.isKnown() && !participant.isMeanIn(period))
                .collect(Collectors.groupingBy(
                        participant -> participant.employee().track(), LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    private void demand(Demand demand, Indicator indicator, Participant one, List<Integer> people) {
        Collection<Integer> whose =
                switch (indicator.measure().over()) {
                    case SELF -> people;
                    case TEAM, REGION -> everyone();
                    case MENTEES -> mentees();
                };
        Verbs.accumulated(indicator.measure()).forEach(reads -> ask(demand, reads.facts(), whose, reads.window(), one));
    }

    private void ask(Demand demand, Facts facts, Collection<Integer> people, Window window, Participant one) {
        demand.ask(facts, people, window.days(one.scope()), one.scope().days().last());
    }

    private void use(Demand demand, String dataset, Window window, Participant one) {
        Optional.ofNullable(registers.schema(dataset))
                .flatMap(schema -> schema.date())
                .ifPresent(date -> demand.use(dataset, date, window.days(one.scope())));
    }

    private List<Integer> everyone() {
        return registers.roster().employees().stream().map(Employee::index).toList();
    }

    private List<Integer> mentees() {
        return registers.mentees().stream().map(Employee::index).toList();
    }

    /**
     * Scores everybody.
     *
     * @param earlier the scorecards of the shorter periods within this one, for tracks that are scored by them
     */
    public ScoreBook score(Measurements measurements, List<EarlierScorecard> earlier) {
        return score(measurements, earlier, person -> Optional.empty());
    }

    /**
     * Scores everybody again of whom the card may be another, and takes the cards of the others as they were made.
     *
     * @param before the same people's cards, of the same measurements
     * @param other whose card may be another; those of managers, who stand on the cards of others, are always made again
     */
    public ScoreBook again(ScoreBook before, Measurements measurements, Predicate<Participant> other) {
        Map<String, RankedScorecard> made = before.byId();
        return score(
                measurements,
                before.earlier(),
                person -> other.test(person)
                        ? Optional.empty()
                        : Optional.of(made.get(person.id()).card()));
    }

    private ScoreBook score(
            Measurements measurements,
            List<EarlierScorecard> earlier,
            Function<Participant, Optional<Scorecard>> made) {
        Composition composition = new Composition(plan);
        CardScorer scorer = new CardScorer(plan, registers, measurements, population);
        Map<String, TeamScore> teams = new TeamScores(plan.teamPool(), registers, period).of(population);
        Map<String, Scorecard> cards = new LinkedHashMap<>();
        population.participants().stream()
                .filter(participant -> !participant.isKnown())
                .forEach(participant -> cards.put(participant.id(), scorer.unknown(participant)));
        List<Participant> own = population.participants().stream()
                .filter(participant -> participant.isKnown() && !participant.isMeanIn(period))
                .toList();
        put(cards, own, participant -> !participant.isManager(), person -> made.apply(person)
                .orElseGet(() -> scorer.score(person, List.of())));
        // Managers stand on their members' cards, so they come second.
        put(cards, own, Participant::isManager, manager -> scorer.score(manager, members(manager, cards)));
        List<PooledScorecard> pooled = new ArrayList<>(List.copyOf(cards.values()).parallelStream()
                .map(card -> composition.pool(
                        card, TeamScores.of(card.participant(), teams, population.placements(), period.days())))
                .toList());
        pooled.addAll(means(scorer, teams, earlier));
        return new ScoreBook(
                population,
                new Ranking(plan).rank(pooled),
                period.isYear() ? yearly(teams, pooled) : teams,
                List.copyOf(earlier));
    }

    /** Adds the cards of some people, in their order; made on all threads, as nobody's needs another's of them. */
    private static void put(
            Map<String, Scorecard> cards,
            List<Participant> people,
            Predicate<Participant> whose,
            Function<Participant, Scorecard> scorer) {
        people.parallelStream()
                .filter(whose)
                .map(scorer)
                .toList()
                .forEach(card -> cards.put(card.participant().id(), card));
    }

    private List<Scorecard> members(Participant manager, Map<String, Scorecard> cards) {
        return population.members(manager).stream()
                .flatMap(member -> Optional.ofNullable(cards.get(member.id())).stream())
                .toList();
    }

    /** A team's score of a year is no attainment of its own, but the half-up mean of its people's printed ones. */
    private static Map<String, TeamScore> yearly(Map<String, TeamScore> teams, List<PooledScorecard> cards) {
        Map<String, TeamScore> yearly = new LinkedHashMap<>();
        teams.forEach((team, score) -> yearly.put(
                team,
                new TeamScore(
                        team,
                        score.region(),
                        Points.mean(cards.stream()
                                .map(PooledScorecard::team)
                                .filter(own -> own.team().equals(team))
                                .flatMap(own -> own.points().stream())
                                .toList()))));
        return yearly;
    }

    private List<PooledScorecard> means(
            CardScorer scorer, Map<String, TeamScore> teams, List<EarlierScorecard> earlier) {
        Map<String, List<EarlierScorecard>> byPerson = earlier.stream()
                .sorted(Comparator.comparing(EarlierScorecard::period))
                .collect(Collectors.groupingBy(EarlierScorecard::employeeId));
        Means means = new Means(plan, registers, period);
        return population.participants().stream()
                .filter(participant -> participant.isMeanIn(period))
                .map(participant -> means.of(
                        participant,
                        byPerson.getOrDefault(participant.id(), List.of()).stream()
                                .filter(card -> card.period().kind()
                                        == participant.track().cycle())
                                .toList(),
                        earlier.stream()
                                .anyMatch(card -> card.period().kind()
                                        == participant.track().cycle()),
                        scorer.events(participant),
                        teams.get(participant.employee().team()).region()))
                .toList();
    }
}
