package dev.steelyard.engine.score;

import static dev.steelyard.engine.Given.PLAN;
import static dev.steelyard.engine.Given.SEPTEMBER;
import static dev.steelyard.engine.Given.perhaps;

import dev.steelyard.engine.Given;
import dev.steelyard.engine.calendar.Scope;
import dev.steelyard.engine.fact.ComplianceEvent;
import dev.steelyard.engine.people.Placed;
import dev.steelyard.engine.people.Stay;
import dev.steelyard.engine.plan.Indicator;
import dev.steelyard.engine.register.Doubt;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Points;
import dev.steelyard.engine.verb.Measured;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Scorecards of September of people of whom nothing else is known. */
final class Cards {

    private Cards() {}

    /** A verified event of P1. */
    static ComplianceEvent verified(String id, String kind, String severity, LocalDate day) {
        return new ComplianceEvent(id, Optional.empty(), "P1", kind, severity, "verified", Optional.of(day), "", null);
    }

    /** Somebody of a track, team and region who was there all of September. */
    static Participant person(String id, String track, String team, String region, String... states) {
        List<String> all = List.of(states);
        Employee employee = new Employee(
                0,
                id,
                "",
                track,
                team,
                region,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                Given.row("employees", "employee_id=" + id),
                new Doubt(List.of(), Set.of()));
        List<Remark> doubt = List.of(Remark.of(Remark.Kind.ROSTER_DIFFERS, "roster:1"));
        return new Participant(
                new Placed(employee, Optional.empty(), List.of(), track),
                PLAN.tracks().get(track),
                Scope.of(SEPTEMBER),
                Stay.whole(SEPTEMBER.days()),
                all.contains("doubt") ? doubt : List.of(),
                all.contains("unsure") ? doubt : List.of(),
                all.contains("interim"));
    }

    /**
     * A card with a final; its dimensions are as given, in the plan's order.
     *
     * @param states {@code vetoed}, {@code held}, {@code exempt}, {@code interim}, {@code doubt}, {@code capB}
     */
    static PooledScorecard card(Participant person, String score, String... states) {
        List<String> all = List.of(states);
        List<Remark> remarks = new ArrayList<>();
        if (all.contains("exempt")) {
            remarks.add(Remark.of(Remark.Kind.EXEMPT));
        }
        Optional<String> cap = all.stream()
                .filter(one -> one.startsWith("cap"))
                .map(one -> one.substring(3))
                .findFirst();
        ComplianceRecord compliance = new ComplianceRecord(
                List.of(),
                List.of(),
                Points.of(15),
                Points.ZERO,
                List.of(),
                cap,
                all.contains("of-august") ? List.of(SEPTEMBER.previous()) : List.of(),
                all.contains("vetoed"));
        Optional<Points> own = perhaps(score);
        Scorecard card = new Scorecard(
                person,
                new LinkedHashMap<>(Map.of()),
                compliance,
                Points.ZERO,
                List.of(),
                own,
                all.contains("held") ? List.of(Remark.of(Remark.Kind.NO_DATA)) : List.of(),
                remarks);
        return new PooledScorecard(
                card, new TeamScore(person.employee().team(), person.employee().region(), own), own);
    }

    /** {@code nps 80.00, repurchase_rate}: what indicators of the person's track gave; one without points has no value. */
    static List<IndicatorScore> scores(Participant person, String text) {
        List<IndicatorScore> scores = new ArrayList<>();
        for (String one : text == null || text.isBlank() ? new String[0] : text.split(", ")) {
            String[] cells = one.split(" ");
            Indicator indicator = PLAN.indicators().get(cells[0]);
            scores.add(new IndicatorScore(
                    cells[0],
                    indicator,
                    cells.length > 1 ? Measured.of(Fraction.ONE, 1) : Measured.missing(Measured.Gap.NO_DATA, 0),
                    cells.length > 1 ? Optional.of(Fraction.ONE) : Optional.empty(),
                    perhaps(cells.length > 1 ? cells[1] : ""),
                    indicator.weight().get(person.employee().track()),
                    List.of()));
        }
        return scores;
    }
}
