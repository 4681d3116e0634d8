package dev.steelyard.engine.fact;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.dataset.KnownDataset;
import dev.steelyard.engine.dataset.Row;
import dev.steelyard.engine.plan.Name;
import dev.steelyard.engine.unit.Fraction;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An amount that people decided on beside the plan's rules 手工调整 (rules.md 8.14; rulings 140).
 *
 * @param period whose run pays it
 * @param kind as it is written
 * @param amount negative where money is taken back
 * @param approvers each once
 */
public record Adjustment(
        String adjustmentId,
        String employeeId,
        Optional<Period> period,
        String kind,
        Optional<Fraction> amount,
        String reason,
        List<String> approvers,
        Optional<LocalDate> decidedDate,
        Row row) {

    public static final KnownDataset<Adjustment> DATASET = KnownDataset.of("adjustments", Adjustment.class);

    /** The column that says what it is: one of the plan's. */
    public static final String KIND = "kind";

    public Adjustment {
        approvers = CalibrationRow.eachOnce(approvers);
    }

    /** The kind's name in the plan's list; empty where the list has none like it. */
    public Optional<Name> named(Map<String, Name> kinds) {
        return kinds.entrySet().stream()
                .filter(entry -> Stream.of(
                                entry.getKey(),
                                entry.getValue().zh(),
                                entry.getValue().en())
                        .anyMatch(name -> folded(name).equals(folded(kind))))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /**
     * What it lacks, as columns: {@code reason}, {@code approvers}, {@code decided_date}, {@code kind}, {@code amount}, {@code
     * period}. It counts where it lacks nothing.
     *
     * @param name of whom it is for: nobody approves their own
     * @param asOf what is decided later is not known yet
     */
    public List<String> lacks(Map<String, Name> kinds, String name, LocalDate asOf) {
        List<String> lacks = new ArrayList<>();
        if (reason.isBlank()) {
            lacks.add("reason");
        }
        boolean own = approvers.stream()
                .anyMatch(approver -> folded(approver).equals(folded(employeeId))
                        || !name.isBlank() && folded(approver).equals(folded(name)));
        if (approvers.size() < 2 || own) {
            lacks.add("approvers");
        }
        if (decidedDate.filter(day -> !day.isAfter(asOf)).isEmpty()) {
            lacks.add("decided_date");
        }
        if (named(kinds).isEmpty()) {
            lacks.add(KIND);
        }
        if (amount.isEmpty()) {
            lacks.add("amount");
        }
        if (period.isEmpty()) {
            lacks.add("period");
        }
        return List.copyOf(lacks);
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replaceAll("[\\s_]+", "")
                .toLowerCase(Locale.ROOT);
    }
}
