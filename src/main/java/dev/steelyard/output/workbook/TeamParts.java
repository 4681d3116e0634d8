package dev.steelyard.output.workbook;

import dev.steelyard.engine.dataset.Row;
import dev.steelyard.engine.govern.Past;
import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.engine.pay.Returns;
import dev.steelyard.engine.pay.SplitEffects;
import dev.steelyard.engine.plan.Indicator;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.run.PersonalChanges;
import dev.steelyard.engine.run.ResultParts;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.engine.score.Participant;
import dev.steelyard.engine.score.Population;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.score.ScoreBook;
import dev.steelyard.engine.unit.Canonical;
import dev.steelyard.ledger.store.Sha256;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * What a run's result says of the people of a team. Books about them are made of that and of what the run began with (plan, registers,
 * calendar, history, its own words), never of the rest of the result: where both are the same again, so are the books. What they tell of
 * measurements, or of a team among others, is handed to them as values beside it. Several threads may ask.
 */
public final class TeamParts {

    private final Report report;
    private final ResultParts result;
    private final Map<String, Set<String>> people = new TreeMap<>();
    private final Map<String, Report> parts = new ConcurrentHashMap<>();
    private final Map<String, PersonalChanges> changes = new ConcurrentHashMap<>();
    private final Map<String, String> hashes = new ConcurrentHashMap<>();
    private final Map<Employee, String> employees = Collections.synchronizedMap(new IdentityHashMap<>());
    private Map<String, List<SplitEffects.Effect>> splits;
    private Map<String, List<Returns.Of>> returns;

    public TeamParts(Report report) {
        this.report = report;
        this.result = new ResultParts(report.result());
        Map<String, String> teams = new HashMap<>();
        for (RankedScorecard card : report.cards()) {
            teams.put(card.participant().id(), card.participant().employee().team());
        }
        for (PayoutLine line : report.result().payout()) {
            teams.putIfAbsent(line.employee().id(), line.employee().team());
        }
        teams.forEach((id, team) ->
                people.computeIfAbsent(team, any -> new HashSet<>()).add(id));
        Population population = report.result().book().population();
        for (RankedScorecard card : report.cards()) {
            if (card.participant().isManager()) {
                // Their figures are means of the members', whose team ever that is.
                Set<String> own = people.get(card.participant().employee().team());
                population.members(card.participant()).forEach(member -> own.add(member.id()));
            }
        }
    }

    /** The report about a team's people alone. */
    public Report of(String team) {
        return parts.computeIfAbsent(team, any -> report.about(result.about(people.getOrDefault(team, Set.of()))));
    }

    /**
     * Tells equal books from others, but for what the run began with.
     *
     * @param more what the book is made of besides
     */
    public String hash(String team, Object... more) {
        String part =
                hashes.computeIfAbsent(team, any -> Sha256.of(Canonical.bytes(said(of(team).result()), this::known)));
        // A card beside it is one of its own.
        return Sha256.of(part
                + Sha256.of(Canonical.bytes(
                        List.of(more),
                        value -> value instanceof RankedScorecard card
                                ? Optional.of(card.participant().id())
                                : known(value))));
    }

    /** What changed of the team's people; looked for once for all books about them. */
    public PersonalChanges changes(String team) {
        return changes.computeIfAbsent(team, any -> new PersonalChanges(of(team).result()));
    }

    /** The person's parts of shared order lines; looked for by whoever asks first. */
    public synchronized List<SplitEffects.Effect> splits(String employeeId) {
        if (splits == null) {
            splits = report.result().splits().stream().collect(Collectors.groupingBy(SplitEffects.Effect::employeeId));
        }
        return splits.getOrDefault(employeeId, List.of());
    }

    /** What returns take back of the person; looked for as splits are. */
    public synchronized List<Returns.Of> returns(String employeeId) {
        if (returns == null) {
            returns = report.result().returns().byPerson();
        }
        return returns.getOrDefault(employeeId, List.of());
    }

    private static List<Object> said(RunResult part) {
        Past past = part.input().past();
        ScoreBook book = part.book();
        return List.of(
                past.closed(),
                past.published(),
                past.balances(),
                book.cards(),
                book.teams(),
                book.earlier(),
                part.payout(),
                part.suspensions());
    }

    /** What plan and registers say of somebody is not said again. */
    private Optional<String> known(Object value) {
        if (value instanceof Indicator indicator) {
            // Whoever holds it says which it is.
            return Optional.of(indicator.name().zh());
        }
        if (value instanceof Participant person) {
            return Optional.of(person.id());
        }
        if (value instanceof Employee one) {
            // Each is asked for with every line of theirs.
            return Optional.of(employees.computeIfAbsent(one, TeamParts::placed));
        }
        return value instanceof Row row
                ? Optional.of(Canonical.text(List.of(row.source(), Arrays.asList(row.values()))))
                : Optional.empty();
    }

    /** Where an assignment places them; who has left since is told by an earlier payout. */
    private static String placed(Employee one) {
        return Canonical.text(
                List.of(one.id(), one.name(), one.track(), one.team(), one.region(), one.leads(), one.costCenter()));
    }
}
