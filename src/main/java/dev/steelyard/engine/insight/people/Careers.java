package dev.steelyard.engine.insight.people;

import dev.steelyard.engine.calendar.Days;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.calendar.Scope;
import dev.steelyard.engine.calendar.Window;
import dev.steelyard.engine.insight.people.Career.Channel;
import dev.steelyard.engine.insight.people.Career.Evidence;
import dev.steelyard.engine.insight.people.Career.Missed;
import dev.steelyard.engine.insight.people.Career.Term;
import dev.steelyard.engine.measure.Demand;
import dev.steelyard.engine.measure.Measurements;
import dev.steelyard.engine.plan.Insight;
import dev.steelyard.engine.plan.Measure;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.register.EarlierScorecard;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.register.History;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.score.IndicatorScore;
import dev.steelyard.engine.score.Participant;
import dev.steelyard.engine.score.Population;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.score.ScoreBook;
import dev.steelyard.engine.unit.Points;
import dev.steelyard.engine.verb.Measured;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Careers in two channels 双通道 (rules.md 6): who was good enough in each of the last closed periods of the job, without
 * a veto for long enough.
 *
 * @param rule the plan's
 * @param periods the closed periods that were looked at, oldest first; fewer than asked for where there are no more
 * @param people candidates first, then those who miss one thing; each by id. None while periods are missing
 */
public record Careers(Insight.Careers rule, List<Period> periods, List<Career> people) {

    /** Asks for the indicators that channels look at; nothing where the plan has no careers. */
    public static void demand(Plan plan, Registers registers, Population population, Period period, Demand demand) {
        plan.insight().flatMap(Insight::careers).ifPresent(rule -> channels(rule).values().stream()
                .flatMap(channel -> channel.indicators().stream())
                .map(plan.indicators()::get)
                .forEach(indicator -> {
                    if (indicator.measure().over() == Measure.Over.MENTEES) {
                        Readings.demand(indicator, MentorResult.numbers(registers), Scope.of(period), demand);
                    } else {
                        Readings.demand(indicator, population, demand);
                    }
                }));
    }

    /** Empty where the plan has no careers. */
    public static Optional<Careers> of(
            Plan plan, Registers registers, Measurements measurements, ScoreBook book, Period period, History history) {
        return plan.insight().flatMap(Insight::careers).map(rule -> {
            List<History.Chapter> closed = history.lastClosed(rule.periods());
            List<Period> periods = closed.stream().map(History.Chapter::period).toList();
            if (closed.size() < rule.periods()) {
                return new Careers(rule, periods, List.of());
            }
            Search search = new Search(plan, rule, registers, measurements, book, period);
            return new Careers(rule, periods, search.people(closed));
        });
    }

    /** How many closed periods must still come before anybody can be named. */
    public int missing() {
        return rule.periods() - periods.size();
    }

    private static Map<Channel, Insight.Careers.Channel> channels(Insight.Careers rule) {
        Map<Channel, Insight.Careers.Channel> channels = new LinkedHashMap<>();
        rule.management().ifPresent(channel -> channels.put(Channel.MANAGEMENT, channel));
        rule.expert().ifPresent(channel -> channels.put(Channel.EXPERT, channel));
        return channels;
    }

    /** Looks through the people of a run. */
    private static final class Search {

        private final Plan plan;
        private final Insight.Careers rule;
        private final ScoreBook book;
        private final Period period;
        private final Readings readings;
        private final MentorPairs mentoring;
        private final Set<String> vetoed;

        Search(
                Plan plan,
                Insight.Careers rule,
                Registers registers,
                Measurements measurements,
                ScoreBook book,
                Period period) {
            this.plan = plan;
            this.rule = rule;
            this.book = book;
            this.period = period;
            this.readings = new Readings(plan, registers, measurements);
            this.mentoring = new MentorPairs(registers, period);
            this.vetoed = vetoed(registers);
        }

        /** By the register, up to the period's end; and whoever the run itself has vetoed. */
        private Set<String> vetoed(Registers registers) {
            Days days = Window.rollingMonths(rule.vetoFreeMonths()).days(Scope.of(period));
            Set<String> vetoed = new HashSet<>();
            registers.events().stream()
                    .filter(event -> days.contains(event.day()))
                    .filter(event -> event.isVeto(plan.rules().compliance().veto()))
                    .forEach(event -> vetoed.add(event.employeeId()));
            book.cards().stream()
                    .filter(card -> card.card().compliance().isVetoed())
                    .forEach(card -> vetoed.add(card.participant().id()));
            return vetoed;
        }

        List<Career> people(List<History.Chapter> closed) {
            List<Map<String, EarlierScorecard>> chapters = new ArrayList<>();
            for (History.Chapter chapter : closed) {
                Map<String, EarlierScorecard> byId = new HashMap<>();
                chapter.cards().forEach(card -> byId.put(card.employeeId(), card));
                chapters.add(byId);
            }
            Map<String, RankedScorecard> cards = book.byId();
            List<Career> people = new ArrayList<>();
            for (Participant person : book.population().participants()) {
                boolean scored = chapters.stream().allMatch(chapter -> Optional.ofNullable(chapter.get(person.id()))
                        .filter(card -> card.scored() && !card.vetoed())
                        .isPresent());
                if (scored && !vetoed.contains(person.id()) && stays(person)) {
                    career(
                                    cards.get(person.id()),
                                    chapters.stream()
                                            .map(chapter -> chapter.get(person.id()))
                                            .toList())
                            .ifPresent(people::add);
                }
            }
            people.sort(Comparator.comparing(Career::isCandidate).reversed());
            return List.copyOf(people);
        }

        private boolean stays(Participant person) {
            return !person.employee().hasLeftBy(period.last());
        }

        /** A candidate, or somebody who misses one thing. */
        private Optional<Career> career(RankedScorecard card, List<EarlierScorecard> closed) {
            List<Term> terms = new ArrayList<>();
            List<Missed> missed = new ArrayList<>();
            for (EarlierScorecard earlier : closed) {
                Optional<Points> dimension =
                        Optional.ofNullable(earlier.dimensions().get(rule.dimension()));
                terms.add(new Term(earlier.period(), earlier.grade(), dimension));
                if (earlier.grade()
                        .filter(grade -> plan.atLeast(grade, rule.grade()))
                        .isEmpty()) {
                    missed.add(new Missed(earlier.period(), Missed.Kind.GRADE));
                }
                if (dimension.filter(points -> points.isAtLeast(rule.points())).isEmpty()) {
                    missed.add(new Missed(earlier.period(), Missed.Kind.DIMENSION));
                }
            }
            if (missed.size() > 1) {
                return Optional.empty();
            }
            List<Channel> open = new ArrayList<>();
            List<Evidence> evidence = new ArrayList<>();
            channels(rule).forEach((channel, asks) -> {
                List<Evidence> own = asks.indicators().stream()
                        .map(indicator -> evidence(channel, indicator, card))
                        .toList();
                if (own.stream().allMatch(one -> one.points()
                        .filter(points -> points.isAtLeast(asks.points()))
                        .isPresent())) {
                    open.add(channel);
                }
                evidence.addAll(own);
            });
            return Optional.of(new Career(
                    card, List.copyOf(terms), List.copyOf(open), List.copyOf(evidence), List.copyOf(missed)));
        }

        /** As the run scored it, but of mentees over the person's own; and where it did not score it, as it would have. */
        private Evidence evidence(Channel channel, String id, RankedScorecard card) {
            if (plan.indicators().get(id).measure().over() == Measure.Over.MENTEES) {
                Employee mentor = card.participant().employee();
                Scope scope = Scope.of(period);
                Days regular = plan.indicators().get(id).measure().window().days(scope);
                return evidence(channel, id, readings.of(id, mentor, scope, mentoring.counted(mentor.id(), regular)));
            }
            return card.card().indicators().stream()
                    .filter(score -> score.id().equals(id))
                    .findFirst()
                    .map((IndicatorScore score) -> new Evidence(channel, id, score.value(), score.points()))
                    .orElseGet(() -> isMeasured(id, card)
                            ? evidence(channel, id, readings.own(id, card.participant()))
                            : new Evidence(channel, id, Optional.empty(), Optional.empty()));
        }

        private boolean isMeasured(String id, RankedScorecard card) {
            return plan.indicators().get(id).measure().over() == Measure.Over.SELF
                    && plan.indicators()
                            .get(id)
                            .concerns(card.participant().employee().track());
        }

        private Evidence evidence(Channel channel, String id, Measured measured) {
            Optional<Points> points = plan.indicators().get(id).curve().flatMap(curve -> measured.value()
                    .map(curve::pointsAt));
            return new Evidence(channel, id, measured.value(), points);
        }
    }
}
