package dev.steelyard.score;

import dev.steelyard.calendar.Days;
import dev.steelyard.calendar.Window;
import dev.steelyard.fact.ComplianceEvent;
import dev.steelyard.fact.Registers;
import dev.steelyard.fact.Targets;
import dev.steelyard.measure.Measured;
import dev.steelyard.measure.Measurements;
import dev.steelyard.plan.Facts;
import dev.steelyard.plan.Pay;
import dev.steelyard.plan.Plan;
import dev.steelyard.plan.Rules;
import dev.steelyard.unit.Fraction;
import dev.steelyard.unit.Points;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes one person's scorecard: dimensions with deductions, enablement and floor, then individual with bonus. */
final class CardScorer {

    private final Plan plan;
    private final Registers registers;
    private final Measurements measurements;
    private final IndicatorScorer indicators;
    private final Map<String, List<ComplianceEvent>> events = new HashMap<>();

    CardScorer(Plan plan, Registers registers, Measurements measurements, Population population) {
        this.plan = plan;
        this.registers = registers;
        this.measurements = measurements;
        this.indicators = new IndicatorScorer(plan, registers, measurements, population);
        registers.events().stream().sorted(ComplianceEvent.OLDEST_FIRST).forEach(event -> events.computeIfAbsent(
                        event.employeeId(), id -> new ArrayList<>())
                .add(event));
    }

    /** The person's verified events, oldest first. */
    List<ComplianceEvent> events(Participant person) {
        return events.getOrDefault(person.id(), List.of());
    }

    Scorecard score(Participant person, List<Scorecard> members) {
        Map<String, IndicatorScore> scores = indicators.score(person, members);
        ComplianceRecord compliance = compliance(person);
        Map<String, DimensionScore> dimensions = new LinkedHashMap<>();
        plan.dimensions().keySet().forEach(id -> dimensions.put(id, dimension(person, id, scores, compliance)));
        List<MilestoneScore> milestones = milestones(person);
        Points bonus = milestones.stream().map(MilestoneScore::points).reduce(Points.ZERO, Points::plus);
        Optional<Points> individual = individual(dimensions).map(points -> points.plus(bonus));
        return new Scorecard(
                person,
                Collections.unmodifiableMap(dimensions),
                compliance,
                bonus,
                milestones,
                individual,
                holds(person, scores, individual.isEmpty()),
                remarks(person));
    }

    // ------------------------------------------------------------------ compliance

    private ComplianceRecord compliance(Participant person) {
        List<ComplianceRecord.Enabled> enabled = plan.rules().compliance().enablement().stream()
                .map(rule -> new ComplianceRecord.Enabled(rule, total(person, rule.of(), Window.PERIOD)))
                .toList();
        return ComplianceRecord.of(plan, events(person), person.scope().days(), enabled);
    }

    // ------------------------------------------------------------------ dimensions

    private DimensionScore dimension(
            Participant person, String id, Map<String, IndicatorScore> scores, ComplianceRecord compliance) {
        List<IndicatorScore> own = scores.values().stream()
                .filter(score -> score.indicator().dimension().equals(id))
                .toList();
        List<Remark> remarks = new ArrayList<>();
        Optional<Points> base = weighted(own.stream()
                        .filter(score -> score.points().isPresent())
                        .map(score ->
                                new Weighted(score.weight(), score.points().get()))
                        .toList())
                .or(() -> Optional.ofNullable(person.track().whenEmpty().get(id)));
        Rules.Compliance rule = plan.rules().compliance();
        Optional<Points> points =
                id.equals(rule.dimension()) ? base.map(b -> compliance.applyTo(b, rule.ceiling())) : base;
        for (Rules.Exploration exploration : plan.rules().explorations()) {
            if (exploration.dimension().equals(id)
                    && isExploring(person, exploration)
                    && points.filter(p -> p.compareTo(exploration.floor()) < 0).isPresent()) {
                points = Optional.of(exploration.floor());
                remarks.add(Remark.of(Remark.Kind.EXPLORATION, id, exploration.floor()));
            }
        }
        Fraction weight = person.track().weights().getOrDefault(id, Fraction.ZERO);
        return new DimensionScore(id, weight, base, points, own, List.copyOf(remarks));
    }

    /** Whether any day of the period lies in [since, since + months) (rulings 52). */
    private static boolean isExploring(Participant person, Rules.Exploration rule) {
        Optional<LocalDate> since = person.employee().date(rule.since());
        Days days = person.scope().days();
        return rule.tracks().contains(person.employee().track())
                && since.isPresent()
                && !since.get().isAfter(days.last())
                && since.get().plusMonths(rule.months()).isAfter(days.first());
    }

    private record Weighted(Fraction weight, Points points) {}

    /** Σ weight × points ÷ Σ weight, rounded once (rulings 45); empty where the weights sum to 0. */
    private static Optional<Points> weighted(List<Weighted> parts) {
        Fraction weights = Fraction.ZERO;
        Fraction sum = Fraction.ZERO;
        for (Weighted part : parts) {
            weights = weights.plus(part.weight());
            sum = sum.plus(part.weight().times(part.points().exact()));
        }
        return weights.signum() == 0 ? Optional.empty() : Optional.of(Points.rounded(sum.over(weights)));
    }

    private static Optional<Points> individual(Map<String, DimensionScore> dimensions) {
        return weighted(dimensions.values().stream()
                .filter(dimension -> dimension.points().isPresent())
                .map(dimension ->
                        new Weighted(dimension.weight(), dimension.points().get()))
                .toList());
    }

    // ------------------------------------------------------------------ bonus

    private List<MilestoneScore> milestones(Participant person) {
        return plan.rules().milestones().stream()
                .filter(milestone ->
                        milestone.tracks().contains(person.employee().track()))
                .map(milestone -> MilestoneScore.of(
                        milestone,
                        total(person, milestone.of(), Window.YEAR_BEFORE),
                        total(person, milestone.of(), Window.YEAR_TO_DATE)))
                .toList();
    }

    private Fraction total(Participant person, Facts facts, Window window) {
        return registers.has(facts.dataset())
                ? measurements.figure(facts, List.of(person.employee().index()), window.days(person.scope()))
                : Fraction.ZERO;
    }

    // ------------------------------------------------------------------ holds and remarks

    private List<Remark> holds(Participant person, Map<String, IndicatorScore> scores, boolean nothing) {
        List<Remark> holds = new ArrayList<>();
        String period = person.scope().period().toString();
        for (IndicatorScore score : scores.values()) {
            if (score.holds()) {
                String target = score.indicator().measure().target().orElse(score.id());
                holds.add(
                        score.measured().gap().equals(Optional.of(Measured.Gap.NO_TARGET))
                                ? Remark.of(Remark.Kind.NO_TARGET, target, period)
                                : Remark.of(Remark.Kind.NO_VALUE, score.id()));
            }
        }
        for (Pay.Commission commission : plan.pay().commission()) {
            commission
                    .target()
                    .filter(target ->
                            commission.noTarget().get(person.employee().track()) == Pay.NoTarget.HOLD)
                    .filter(target -> registers
                            .targets()
                            .find(new Targets.Key(
                                    "employee",
                                    person.id(),
                                    target,
                                    person.scope().period()))
                            .isEmpty())
                    .ifPresent(target -> holds.add(Remark.of(Remark.Kind.NO_TARGET, target, period)));
        }
        if (holds.isEmpty() && nothing) {
            holds.add(Remark.of(Remark.Kind.NO_DATA));
        }
        return List.copyOf(holds);
    }

    static List<Remark> remarks(Participant person) {
        List<Remark> remarks = new ArrayList<>();
        Days days = person.scope().days();
        Days employed = person.employee().employed(days);
        if (!employed.first().equals(days.first())) {
            remarks.add(Remark.of(Remark.Kind.JOINED, employed.first()));
        }
        if (!employed.last().equals(days.last())) {
            remarks.add(Remark.of(Remark.Kind.LEFT, employed.last()));
        }
        return List.copyOf(remarks);
    }
}
