package dev.steelyard.engine.register;

import dev.steelyard.engine.fact.CalibrationRow;
import dev.steelyard.engine.fact.TargetKey;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.engine.unit.CodePoints;
import dev.steelyard.engine.unit.Fraction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A committee decision 委员会校准 that replaces one target (rulings 82).
 *
 * @param said what the register says of it
 */
public record Calibration(
        String decisionId,
        LocalDate decidedDate,
        TargetKey key,
        Fraction newTarget,
        String reason,
        List<String> approvers,
        CalibrationRow said) {

    /**
     * The calibrations in force on a day, so ordered that a later one overrides: by decided date, then decision id.
     *
     * @param problems takes those that are refused
     */
    static List<Calibration> inForce(List<CalibrationRow> rows, LocalDate asOf, Consumer<Problem> problems) {
        List<Calibration> inForce = new ArrayList<>();
        for (CalibrationRow row : rows) {
            String refusal = row.refusal();
            if (!refusal.isEmpty()) {
                problems.accept(
                        Problem.of(ProblemCode.CALIBRATION_REFUSED, row.row().source(), "decision_id", row.decisionId())
                                .with("reason", refusal));
            } else if (!row.decidedDate().orElseThrow().isAfter(asOf)) {
                inForce.add(of(row, row.decidedDate().orElseThrow()));
            }
        }
        inForce.sort(Comparator.comparing(Calibration::decidedDate)
                .thenComparing(Calibration::decisionId, CodePoints.ORDER));
        return List.copyOf(inForce);
    }

    private static Calibration of(CalibrationRow row, LocalDate decided) {
        return new Calibration(
                row.decisionId(),
                decided,
                row.key().orElseThrow(),
                row.newTarget().orElseThrow(),
                row.reason(),
                row.approvers(),
                row);
    }

    /**
     * A row as if it had been decided on a day, whatever it still lacks: to see what it would change.
     *
     * @return empty where it does not say which target it is about, or what it should be
     */
    static Optional<Calibration> supposed(CalibrationRow row, LocalDate day) {
        return row.newTarget().isEmpty() || row.key().isEmpty() ? Optional.empty() : Optional.of(of(row, day));
    }
}
