package dev.steelyard.engine.score;

import dev.steelyard.engine.calendar.Days;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.fact.ComplianceEvent;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.plan.Rules;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What verified events and enablement do to one person in one period.
 *
 * @param vetoes events that veto, oldest first
 * @param deductions events that deduct
 * @param deducted the raw sum taken, veto events excluded (rulings 50)
 * @param enabled what enablement gives back, at most the plan's limit
 * @param enablements what that is made of, before the limit; none in a mean
 * @param gradeCap the best grade still possible
 * @param cappedIn of a mean: the periods in which the cap was reached
 * @param vetoed whether a veto holds; in a mean also one of a period whose events are not shown
 */
public record ComplianceRecord(
        List<ComplianceEvent> vetoes,
        List<Deduction> deductions,
        Points deducted,
        Points enabled,
        List<Enabled> enablements,
        Optional<String> gradeCap,
        List<Period> cappedIn,
        boolean vetoed) {

    /** One event and what it takes. */
    public record Deduction(ComplianceEvent event, Points points) {}

    /** Records of one kind of enablement, and how many. */
    public record Enabled(Rules.Enablement rule, Fraction count) {
        /** What these records give back, rounded half-up to 0.01, before the plan's limit on all of them together. */
        public Points points() {
            return Points.rounded(exact());
        }

        Fraction exact() {
            return rule.points().exact().times(count);
        }
    }

    static ComplianceRecord of(Plan plan, List<ComplianceEvent> events, Days days, List<Enabled> enablements) {
        Rules.Compliance rule = plan.rules().compliance();
        List<ComplianceEvent> vetoes = new ArrayList<>();
        List<Deduction> deductions = new ArrayList<>();
        for (ComplianceEvent event : events) {
            if (!days.contains(event.day())) {
                continue;
            }
            if (event.isVeto(rule.veto())) {
                vetoes.add(event);
            } else if (rule.deductions().containsKey(event.severity())) {
                deductions.add(new Deduction(event, rule.deductions().get(event.severity())));
            }
        }
        Points earned = Points.rounded(enablements.stream().map(Enabled::exact).reduce(Fraction.ZERO, Fraction::plus));
        Points deducted = deductions.stream().map(Deduction::points).reduce(Points.ZERO, Points::plus);
        Optional<String> cap = rule.caps().stream()
                .filter(limit -> deducted.isAtLeast(limit.deductions()))
                .map(Rules.GradeCap::grade)
                .reduce(plan::worse);
        return new ComplianceRecord(
                List.copyOf(vetoes),
                List.copyOf(deductions),
                deducted,
                earned.min(rule.enablementAtMost()),
                List.copyOf(enablements),
                cap,
                List.of(),
                !vetoes.isEmpty());
    }

    /** Whether a veto holds: grade D, nothing paid, ranked last (rules.md 4.6). */
    public boolean isVetoed() {
        return vetoed;
    }

    /** Takes deductions off, not below 0, then adds enablement, not above the ceiling. */
    Points applyTo(Points base, Points ceiling) {
        Points left = base.minus(deducted).max(Points.ZERO);
        return enabled.hundredths() == 0 ? left : left.plus(enabled).min(ceiling.max(left));
    }
}
