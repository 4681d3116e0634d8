package dev.steelyard.engine.explain;

import dev.steelyard.engine.explain.rows.RegisterRows;
import dev.steelyard.engine.fact.TargetKey;
import dev.steelyard.engine.people.DaysOf;
import dev.steelyard.engine.people.PersonalTarget;
import dev.steelyard.engine.register.Calibration;
import dev.steelyard.engine.register.Targets;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.trace.Figure;
import dev.steelyard.engine.trace.Formula;
import dev.steelyard.engine.trace.Step;
import dev.steelyard.engine.unit.Fraction;
import java.util.List;
import java.util.Optional;

/** A target as it was looked up: the exported row, or the calibration in force with what it replaced (rulings 82). */
record TargetStep(RegisterRows registers) {

    /** @param step its key, its name and its figure */
    Step of(Step step, TargetKey key, Targets.Target target) {
        Step named = step.note(Said.text(key.subject() + " " + key.period()));
        Optional<Calibration> calibration = target.calibration();
        if (calibration.isEmpty()) {
            return named.rows(registers.target(target.row()));
        }
        Calibration decision = calibration.get();
        return named.note(decided(decision))
                .rows(registers.calibration(decision.said().row()))
                .above(replaced(step, target).map(List::of).orElse(List.of()));
    }

    /** The same of a target that may have been cut: the whole one stands below what is left of it. */
    Step of(Step step, TargetKey key, PersonalTarget target) {
        return target.isWhole()
                ? of(step, key, target.target())
                : step.from(cut(Formula.part(0), target), List.of(whole(key, target.target())))
                        .note(target.note());
    }

    private Step whole(TargetKey key, Targets.Target target) {
        return of(
                Step.of("target.whole", Said.of("explain.target.wholeTarget"), FigureNumbers.exact(target.value())),
                key,
                target);
    }

    /** {@code target × 50% × 15 ÷ 21}. */
    static Formula cut(Formula whole, PersonalTarget target) {
        Formula stepped = target.ramp()
                .map(step -> whole.times(FigureNumbers.constant(step, Figure.Style.PERCENT)))
                .orElse(whole);
        return target.days().map(days -> part(stepped, days)).orElse(stepped);
    }

    /** {@code 314000 × 15 ÷ 21}. */
    static Formula part(Formula whole, DaysOf days) {
        return whole.times(FigureNumbers.constant(days.days())).over(Formula.constant(days.window()));
    }

    private static Said decided(Calibration decision) {
        return Said.of(
                "explain.target.calibrationApproved",
                "decisionId",
                decision.decisionId(),
                "decidedDate",
                decision.decidedDate(),
                "approvers",
                decision.approvers(),
                "reason",
                decision.reason());
    }

    /** What stood before, however it came about; nothing where the decision set a target that there was not. */
    private Optional<Step> replaced(Step step, Targets.Target target) {
        return target.replaced().map(before -> {
            Step old = Step.of(
                    "target.before", Said.of("explain.target.targetBefore"), figure(step.figure(), before.value()));
            return before.calibration()
                    .map(decision -> old.note(decided(decision))
                            .rows(registers.calibration(decision.said().row()))
                            .above(replaced(step, before).map(List::of).orElse(List.of())))
                    .orElseGet(() -> old.rows(registers.target(before.row())));
        });
    }

    private static Figure figure(Figure like, Fraction value) {
        return like instanceof Figure.Number number && number.style() == Figure.Style.PERCENT
                ? FigureNumbers.percent(value)
                : FigureNumbers.exact(value);
    }
}
