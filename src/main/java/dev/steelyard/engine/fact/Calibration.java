package dev.steelyard.engine.fact;

import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.engine.unit.CodePoints;
import dev.steelyard.engine.unit.Fraction;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A committee decision 委员会校准 that replaces one target (rulings 82). */
public record Calibration(
        String decisionId,
        LocalDate decidedDate,
        Targets.Key key,
        Fraction newTarget,
        String reason,
        List<String> approvers,
        Row row) {

    /**
     * The calibrations in force on a day, so ordered that a later one overrides: by decided date, then decision id.
     *
     * @param problems takes those that are refused
     */
    static List<Calibration> inForce(List<Row> rows, LocalDate asOf, Consumer<Problem> problems) {
        List<Calibration> inForce = new ArrayList<>();
        for (Row row : rows) {
            List<String> approvers = approvers(row);
            String refusal = refusal(row, approvers);
            if (!refusal.isEmpty()) {
                problems.accept(Problem.of(
                                ProblemCode.CALIBRATION_REFUSED, row.source(), "decision_id", row.text("decision_id"))
                        .with("reason", refusal));
            } else if (!row.day("decided_date").isAfter(asOf)) {
                inForce.add(of(row, row.day("decided_date")));
            }
        }
        inForce.sort(Comparator.comparing(Calibration::decidedDate)
                .thenComparing(Calibration::decisionId, CodePoints.ORDER));
        return List.copyOf(inForce);
    }

    private static Calibration of(Row row, LocalDate decided) {
        return new Calibration(
                row.text("decision_id"),
                decided,
                Targets.Key.of(row),
                Fraction.of(row.number("new_target")),
                row.textOrBlank("reason"),
                approvers(row),
                row);
    }

    /**
     * A row as if it had been decided on a day, whatever it still lacks: to see what it would change.
     *
     * @return empty where it does not say which target it is about, or what it should be
     */
    static Optional<Calibration> supposed(Row row, LocalDate day) {
        return row.number("new_target") == null || row.period("period") == null
                ? Optional.empty()
                : Optional.of(of(row, day));
    }

    /** The names that approve, each once: a name in other spacing, case or width is the same name. */
    public static List<String> approvers(Row row) {
        Map<String, String> byName = new LinkedHashMap<>();
        row.list("approvers").forEach(name -> byName.putIfAbsent(folded(name), name));
        return List.copyOf(byName.values());
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replaceAll("\\s+", "")
                .toLowerCase(Locale.ROOT);
    }

    /** Why a decision is refused, as its problem says it; blank where nothing is wrong with it. */
    public static String refusal(Row row) {
        return refusal(row, approvers(row));
    }

    private static String refusal(Row row, List<String> approvers) {
        if (approvers.size() < 2) {
            return "approvers: " + approvers.size();
        }
        for (String column : List.of("reason", "decided_date", "new_target", "period")) {
            if (row.value(row.schema().indexOf(column)) == null) {
                return column + " is blank";
            }
        }
        return "";
    }
}
