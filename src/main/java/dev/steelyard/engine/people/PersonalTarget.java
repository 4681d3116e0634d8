package dev.steelyard.engine.people;

import dev.steelyard.engine.calendar.Days;
import dev.steelyard.engine.calendar.Month;
import dev.steelyard.engine.fact.Employee;
import dev.steelyard.engine.fact.Targets.Target;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.unit.Fraction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A person's target, as far as it was theirs to reach: ramp, then proration by available days (domain.md 8.3; rulings 95, 101, 102).
 *
 * @param value unrounded
 * @param note {@code target 314000 × 15/21 days}; blank where the whole target holds
 */
public record PersonalTarget(Target target, Fraction value, String note) {

    /** Of whoever was there throughout. */
    public static PersonalTarget whole(Target target) {
        return new PersonalTarget(target, target.value(), "");
    }

    /** Of an attainment. @param scope the days that the person is scored on */
    public static PersonalTarget of(Target target, Plan plan, Employee person, Presence presence, Days scope) {
        return cut(target, plan, person, scope, presence.part().map(Presence.Part::available), presence);
    }

    /** Of a sales ladder. */
    public static PersonalTarget ofLadder(Target target, Plan plan, Employee person, Presence presence, Days scope) {
        PersonalTarget cut = cut(target, plan, person, scope, presence.part().map(Presence.Part::ladder), presence);
        return cut.note().isEmpty()
                ? cut
                : new PersonalTarget(target, Fraction.of(cut.value().rounded(2)), cut.note());
    }

    private static PersonalTarget cut(
            Target target, Plan plan, Employee person, Days scope, Optional<Fraction> days, Presence presence) {
        List<String> steps = new ArrayList<>();
        Fraction value = target.value();
        if (isProrated(target, plan)) {
            Optional<Fraction> ramp = ramp(plan, person, scope);
            if (ramp.isPresent()) {
                value = value.times(ramp.get());
                steps.add(" × " + ramp.get().times(Fraction.of(100)).plain() + "%");
            }
            if (days.isPresent()
                    && days.get()
                            .isBelow(Fraction.of(presence.part().orElseThrow().window()))) {
                int window = presence.part().orElseThrow().window();
                value = value.times(days.get()).over(Fraction.of(window));
                steps.add(" × " + days.get().plain() + "/" + window + " days");
            }
        }
        return new PersonalTarget(
                target, value, steps.isEmpty() ? "" : "target " + target.value().plain() + String.join("", steps));
    }

    /** The committee knew of an absence: a calibrated target is cut only where the decision says so. */
    private static boolean isProrated(Target target, Plan plan) {
        Object said = target.row().value(target.row().schema().indexOf("prorate"));
        return said == null ? target.calibration().isEmpty() && plan.prorated().targets() : Boolean.TRUE.equals(said);
    }

    /** The step of a newcomer's month; the scope's last one counts. */
    private static Optional<Fraction> ramp(Plan plan, Employee person, Days scope) {
        List<Fraction> steps = plan.prorated().ramp();
        return person.hireDate()
                .map(hired -> Month.of(scope.last()) - Month.of(hired))
                .filter(month -> month >= 0 && month < steps.size())
                .map(steps::get);
    }
}
