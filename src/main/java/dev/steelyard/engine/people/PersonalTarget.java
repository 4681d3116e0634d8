package dev.steelyard.engine.people;

import dev.steelyard.engine.calendar.Days;
import dev.steelyard.engine.calendar.Month;
import dev.steelyard.engine.plan.Pay;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.register.Targets.Target;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.unit.Fraction;
import java.util.List;
import java.util.Optional;

/**
 * A person's target, as far as it was theirs to reach: ramp, then proration by available days (rules.md 8.3; rulings 95, 101, 102).
 *
 * @param target the whole target, as it was set
 * @param value unrounded; rounded to 0.01 where it was cut and sales ladders read it
 * @param ramp the step of a newcomer's month
 * @param days those of the scope that were the person's; empty where the target is not cut by days
 */
public record PersonalTarget(Target target, Fraction value, Optional<Fraction> ramp, Optional<DaysOf> days) {

    /** Of whoever was there throughout. */
    public static PersonalTarget whole(Target target) {
        return new PersonalTarget(target, target.value(), Optional.empty(), Optional.empty());
    }

    /** Of an attainment. @param scope the days that the person is scored on */
    public static PersonalTarget of(Target target, Plan plan, Employee person, Presence presence, Days scope) {
        return cut(target, plan, person, scope, presence.available());
    }

    /** Of a sales ladder. @param days those of the scope that are paid by it */
    public static PersonalTarget ofLadder(Target target, Plan plan, Employee person, DaysOf days, Days scope) {
        return cut(target, plan, person, scope, Optional.of(days));
    }

    private static PersonalTarget cut(
            Target target, Plan plan, Employee person, Days scope, Optional<DaysOf> available) {
        if (!isProrated(target, plan)) {
            return whole(target);
        }
        Optional<Fraction> ramp = ramp(plan, person, scope);
        Optional<DaysOf> days = available.filter(DaysOf::isPart);
        Fraction value = target.value().times(ramp.orElse(Fraction.ONE));
        Fraction cut = days.map(DaysOf::share).map(value::times).orElse(value);
        boolean whole = ramp.isEmpty() && days.isEmpty();
        return new PersonalTarget(
                target, !whole && isOfLadder(target, plan) ? Fraction.of(cut.rounded(2)) : cut, ramp, days);
    }

    private static boolean isOfLadder(Target target, Plan plan) {
        return plan.pay().commission().stream()
                .map(Pay.Commission::target)
                .flatMap(Optional::stream)
                .anyMatch(target.indicator()::equals);
    }

    /** The committee knew of an absence: a calibrated target is cut only where the decision says so. */
    private static boolean isProrated(Target target, Plan plan) {
        return target.prorate()
                .orElse(target.calibration().isEmpty() && plan.prorated().targets());
    }

    /** The step of a newcomer's month; the scope's last one counts. */
    private static Optional<Fraction> ramp(Plan plan, Employee person, Days scope) {
        List<Fraction> steps = plan.prorated().ramp();
        return person.hireDate()
                .map(hired -> Month.of(scope.last()) - Month.of(hired))
                .filter(month -> month >= 0 && month < steps.size())
                .map(steps::get);
    }

    /** Whether nothing cut it. */
    public boolean isWhole() {
        return ramp.isEmpty() && days.isEmpty();
    }

    /**
     * How the target was cut: {@code target 314000 × 15/21 days} as machine files write it, {@code 目标 314,000 × 15/21 个工作日（缺勤 6
     * 天）= 224,285.71} for people; blank where the whole target holds.
     */
    public Said note() {
        if (isWhole()) {
            return Said.text("");
        }
        String step = ramp.map(share -> " × " + share.percent()).orElse("");
        return Said.of(
                "people.target",
                "plain",
                target.value().plain(),
                "grouped",
                target.value().grouped(),
                "step",
                step,
                "days",
                days.map(part -> Said.text(" × ").then(part.label())).orElse(Said.text("")),
                "result",
                Fraction.of(value.rounded(2)).grouped());
    }
}
