package dev.steelyard.engine.score;

import dev.steelyard.engine.calendar.Days;
import dev.steelyard.engine.calendar.Window;
import dev.steelyard.engine.fact.ComplianceEvent;
import dev.steelyard.engine.fact.TargetKey;
import dev.steelyard.engine.measure.Measurements;
import dev.steelyard.engine.plan.Facts;
import dev.steelyard.engine.plan.Pay;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Points;
import dev.steelyard.engine.verb.Measured;
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
    private final Composition composition;
    private final Map<String, List<ComplianceEvent>> events = new HashMap<>();

    CardScorer(Plan plan, Registers registers, Measurements measurements, Population population) {
        this.plan = plan;
        this.registers = registers;
        this.measurements = measurements;
        this.composition = new Composition(plan);
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
        Map<String, DimensionScore> dimensions = composition.dimensions(person, scores.values(), compliance);
        List<MilestoneScore> milestones = milestones(person);
        Points bonus = milestones.stream().map(MilestoneScore::points).reduce(Points.ZERO, Points::plus);
        Optional<Points> individual = composition.individual(dimensions, bonus);
        return new Scorecard(
                person,
                dimensions,
                compliance,
                bonus,
                milestones,
                individual,
                holds(person, scores, individual.isEmpty()),
                remarks(person, person.presence().isExempt()));
    }

    /** The card of somebody who may be another: no figures, but what the register says of the person (rulings 97, 117). */
    Scorecard unknown(Participant person) {
        ComplianceRecord compliance =
                ComplianceRecord.of(plan, events(person), person.scope().days(), List.of());
        Map<String, DimensionScore> dimensions = new LinkedHashMap<>();
        plan.dimensions()
                .keySet()
                .forEach(id -> dimensions.put(
                        id,
                        new DimensionScore(
                                id,
                                person.track().weights().getOrDefault(id, Fraction.ZERO),
                                Optional.empty(),
                                Optional.empty(),
                                List.of(),
                                List.of())));
        return new Scorecard(
                person,
                Collections.unmodifiableMap(dimensions),
                compliance,
                Points.ZERO,
                List.of(),
                Optional.empty(),
                person.doubts(),
                remarks(person, false));
    }

    // ------------------------------------------------------------------ compliance

    private ComplianceRecord compliance(Participant person) {
        List<ComplianceRecord.Enabled> enabled = plan.rules().compliance().enablement().stream()
                .map(rule -> new ComplianceRecord.Enabled(rule, total(person, rule.of(), Window.PERIOD)))
                .toList();
        return ComplianceRecord.of(plan, events(person), person.scope().days(), enabled);
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
        if (!person.unsure().isEmpty()) {
            return person.unsure();
        }
        if (person.presence().isExempt()) {
            // A missing target holds nobody who is not judged.
            return List.of();
        }
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
                            .find(new TargetKey(
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

    static List<Remark> remarks(Participant person, boolean exempt) {
        List<Remark> remarks = new ArrayList<>();
        Days days = person.scope().days();
        Days employed = person.employee().employed(days);
        if (!employed.first().equals(days.first())) {
            remarks.add(Remark.of(Remark.Kind.JOINED, employed.first()));
        }
        if (!employed.last().equals(days.last())) {
            remarks.add(Remark.of(Remark.Kind.LEFT, employed.last()));
        }
        person.presence().part().ifPresent(part -> {
            if (part.absent().signum() > 0) {
                remarks.add(Remark.of(Remark.Kind.ABSENT, part.absent().plain()));
            }
        });
        if (exempt) {
            remarks.add(Remark.of(Remark.Kind.EXEMPT));
        }
        return List.copyOf(remarks);
    }
}
