package dev.steelyard.engine.score;

import dev.steelyard.engine.calendar.Days;
import dev.steelyard.engine.measure.Certifications;
import dev.steelyard.engine.measure.Measurements;
import dev.steelyard.engine.people.Stay;
import dev.steelyard.engine.plan.Curve;
import dev.steelyard.engine.plan.Indicator;
import dev.steelyard.engine.plan.Measure;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.plan.Rules;
import dev.steelyard.engine.plan.Rules.PointsCap;
import dev.steelyard.engine.register.Appeal;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Points;
import dev.steelyard.engine.verb.Measured;
import dev.steelyard.engine.verb.VerbEvidence;
import dev.steelyard.engine.verb.Verbs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Scores a person on each indicator of their track: value → appeal → missing rule → curve → caps → appeal (rules.md 4,
 * rulings 84).
 */
final class IndicatorScorer {

    private final Plan plan;
    private final Registers registers;
    private final Measurements measurements;
    private final Population population;
    private final Optional<Certifications> certifications;
    private final Map<String, List<Employee>> byTeam;
    private final Map<String, List<Employee>> byRegion;

    IndicatorScorer(Plan plan, Registers registers, Measurements measurements, Population population) {
        this.plan = plan;
        this.registers = registers;
        this.measurements = measurements;
        this.population = population;
        this.byTeam = grouped(registers, Employee::team);
        this.byRegion = grouped(registers, Employee::region);
        this.certifications = plan.rules().certification().map(rule -> new Certifications(rule, registers));
    }

    private static Map<String, List<Employee>> grouped(Registers registers, Function<Employee, String> by) {
        return registers.roster().employees().stream().collect(Collectors.groupingBy(by));
    }

    /** @param members the scorecards of the people whom the person leads; empty for whoever leads nobody */
    Map<String, IndicatorScore> score(Participant person, List<Scorecard> members) {
        Map<String, IndicatorScore> scores = new LinkedHashMap<>();
        plan.indicators().forEach((id, indicator) -> {
            if (indicator.concerns(person.employee().track())) {
                scores.put(id, score(person, id, indicator, members));
            }
        });
        plan.rules().pointsCaps().forEach(cap -> applyCap(cap, scores));
        appeals(person, Appeal.Effect.ADD_POINTS)
                .forEach(appeal -> scores.computeIfPresent(appeal.subject(), (id, score) -> addPoints(score, appeal)));
        return scores;
    }

    private IndicatorScore score(Participant person, String id, Indicator indicator, List<Scorecard> members) {
        Measured measured = measure(person, id, indicator.measure(), members);
        List<Remark> remarks = new ArrayList<>();
        for (Appeal appeal : appeals(person, Appeal.Effect.SET_VALUE)) {
            if (appeal.subject().equals(id) && appeal.value().isPresent()) {
                measured = measured.withValue(appeal.value().get());
                remarks.add(Remark.of(Remark.Kind.APPEAL, appeal.appealId(), "set_value"));
            }
        }
        Optional<Fraction> value = measured.value();
        if (value.isEmpty() && indicator.missing() == Indicator.Missing.ZERO) {
            value = Optional.of(Fraction.ZERO);
        }
        Fraction weight = indicator.weight().get(person.employee().track());
        Optional<Points> points = weight.signum() == 0
                ? Optional.empty()
                : value.map(indicator.curve().orElseThrow()::pointsAt);
        return new IndicatorScore(id, indicator, measured, value, points, weight, List.copyOf(remarks));
    }

    private Measured measure(Participant person, String id, Measure measure, List<Scorecard> members) {
        return CardVerb.find(measure.verb())
                .map(verb -> verb.apply(measure, members))
                .orElseGet(() -> Verbs.apply(id, measure, evidence(person, measure)));
    }

    private VerbEvidence evidence(Participant person, Measure measure) {
        Employee employee = person.employee();
        Days window = measure.window().days(person.scope());
        Stay whole = Stay.whole(person.scope().days());
        return switch (measure.over()) {
            case SELF -> evidence(person, "employee", employee.id(), List.of(employee), person.stay());
            case TEAM -> evidence(
                    person, "team", employee.team(), byTeam.getOrDefault(employee.team(), List.of()), whole);
            case REGION -> evidence(
                    person, "region", employee.region(), byRegion.getOrDefault(employee.region(), List.of()), whole);
            case MENTEES -> evidence(person, "employee", employee.id(), population.mentees(person, window), whole);
        };
    }

    private VerbEvidence evidence(
            Participant person, String subjectType, String subject, List<Employee> people, Stay stay) {
        return new VerbEvidence(
                measurements,
                registers,
                certifications,
                person.scope(),
                subjectType,
                subject,
                person.employee().region(),
                people,
                plan,
                stay,
                plan.teamPool().maxAgeMonths());
    }

    /** Decisions that name the person and the scored period, in the order in which they take effect (rulings 83). */
    private List<Appeal> appeals(Participant person, Appeal.Effect effect) {
        return registers.appeals().stream()
                .filter(appeal -> appeal.effect() == effect
                        && appeal.employeeId().equals(person.id())
                        && appeal.period().equals(Optional.of(person.scope().period())))
                .toList();
    }

    private void applyCap(PointsCap cap, Map<String, IndicatorScore> scores) {
        boolean met = cap.when().stream().allMatch(limit -> meets(limit, scores))
                && cap.any().stream().anyMatch(limit -> meets(limit, scores));
        if (met) {
            scores.computeIfPresent(cap.indicator(), (id, score) -> score.points()
                    .map(points -> score.with(
                            points.min(cap.atMost()), Remark.of(Remark.Kind.POINTS_CAP, cap.id(), cap.atMost())))
                    .orElse(score));
        }
    }

    private static boolean meets(Rules.Limit limit, Map<String, IndicatorScore> scores) {
        return Optional.ofNullable(scores.get(limit.indicator()))
                .flatMap(IndicatorScore::value)
                .filter(limit::meets)
                .isPresent();
    }

    /** Adds points after the curve and caps, not above the curve's highest; what is above already stays. */
    private static IndicatorScore addPoints(IndicatorScore score, Appeal appeal) {
        if (score.points().isEmpty() || appeal.value().isEmpty()) {
            return score;
        }
        Curve curve = score.indicator().curve().orElseThrow();
        Points before = score.points().get();
        Points added = before.plus(Points.rounded(appeal.value().get()));
        Points after = added.min(curve.highest().max(before));
        return score.with(after, Remark.of(Remark.Kind.APPEAL, appeal.appealId(), "+" + after.minus(before)));
    }
}
