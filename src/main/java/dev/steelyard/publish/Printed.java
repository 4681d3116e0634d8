package dev.steelyard.publish;

import dev.steelyard.plan.Plan;
import dev.steelyard.run.RunIdentity;
import dev.steelyard.run.RunResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the machine files print of a result, without the files: each row as column → text, blank for no value.
 *
 * @param scores the rows of {@code scores.csv}
 * @param indicators of {@code indicators.csv}
 * @param payout of {@code payout.csv}
 * @param suspensions of {@code suspensions.csv}
 */
public record Printed(
        List<Map<String, String>> scores,
        List<Map<String, String>> indicators,
        List<Map<String, String>> payout,
        List<Map<String, String>> suspensions) {

    public static Printed of(RunResult result) {
        Plan plan = result.input().plan();
        RunIdentity trial = new RunIdentity(
                "", "", result.input().period(), 0, result.input().asOf(), plan.plan(), "", "", "", "");
        return of(result, trial);
    }

    /** @param identity the run that the payout's lines name */
    public static Printed of(RunResult result, RunIdentity identity) {
        Plan plan = result.input().plan();
        return new Printed(
                rows(MachineFiles.scores(plan), result.book().cards().stream()),
                rows(MachineFiles.indicators(), MachineFiles.indicatorRows(result)),
                rows(MachineFiles.payout(identity, plan.currency()), result.payout().stream()),
                rows(MachineFiles.suspensions(), result.suspensions().stream()));
    }

    private static <T> List<Map<String, String>> rows(CsvTable<T> table, Stream<T> rows) {
        return rows.map(row -> {
                    Map<String, String> cells = new LinkedHashMap<>();
                    table.columns()
                            .forEach(column ->
                                    cells.put(column.header(), column.cell().apply(row)));
                    return cells;
                })
                .toList();
    }

    public static List<String> scoreColumns(Plan plan) {
        return headers(MachineFiles.scores(plan));
    }

    public static List<String> indicatorColumns() {
        return headers(MachineFiles.indicators());
    }

    public static List<String> payoutColumns() {
        return headers(MachineFiles.payout(null, ""));
    }

    public static List<String> suspensionColumns() {
        return headers(MachineFiles.suspensions());
    }

    private static List<String> headers(CsvTable<?> table) {
        return table.columns().stream().map(CsvTable.Column::header).toList();
    }
}
