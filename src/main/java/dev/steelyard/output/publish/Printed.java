package dev.steelyard.output.publish;

import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.run.RuleHashes;
import dev.steelyard.engine.run.RunIdentity;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.engine.unit.CodePoints;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

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
        return of(result, person -> true);
    }

    /** @param whose of the rows of whom, by employee id */
    static Printed of(RunResult result, Predicate<String> whose) {
        Plan plan = result.input().plan();
        RunIdentity trial = new RunIdentity(
                "",
                "",
                result.input().period(),
                0,
                result.input().asOf(),
                plan.plan(),
                new RuleHashes("", "", ""),
                "",
                false,
                false);
        return of(result, trial, whose);
    }

    /** @param identity the run that the payout's lines name */
    public static Printed of(RunResult result, RunIdentity identity) {
        return of(result, identity, person -> true);
    }

    private static Printed of(RunResult result, RunIdentity identity, Predicate<String> whose) {
        Plan plan = result.input().plan();
        return new Printed(
                rows(
                        MachineFiles.scores(plan),
                        result.book().cards().stream()
                                .filter(card -> whose.test(card.participant().id()))),
                rows(MachineFiles.indicators(), MachineFiles.indicatorRows(result, whose)),
                rows(
                        MachineFiles.payout(identity, plan.currency()),
                        result.payout().stream()
                                .filter(line -> whose.test(line.employee().id()))),
                rows(
                        MachineFiles.suspensions(),
                        result.suspensions().stream()
                                .filter(one -> whose.test(one.employee().id()))));
    }

    private static <T> List<Map<String, String>> rows(CsvTable<T> table, Stream<T> rows) {
        PrintedRow.Table cells = new PrintedRow.Table(headers(table));
        return rows.map(row -> cells.row(
                        table.columns().stream().map(column -> column.cell().apply(row))))
                .toList();
    }

    /** The same as a published folder has it. */
    public static Printed read(Path folder) throws IOException {
        return new Printed(
                read(folder, "scores.csv"),
                read(folder, "indicators.csv"),
                read(folder, "payout.csv"),
                read(folder, "suspensions.csv"));
    }

    private static List<Map<String, String>> read(Path folder, String file) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(folder.resolve(file), StandardCharsets.UTF_8, format)) {
            PrintedRow.Table cells = new PrintedRow.Table(parser.getHeaderNames());
            return parser.stream().map(row -> cells.row(row.stream())).toList();
        }
    }

    /** Whose scores or indicators are not the same in both; ids in code-point order. */
    public Set<String> peopleWhoDiffer(Printed other) {
        Set<String> people = new TreeSet<>(CodePoints.ORDER);
        for (Function<Printed, List<Map<String, String>>> file :
                List.<Function<Printed, List<Map<String, String>>>>of(Printed::scores, Printed::indicators)) {
            if (file.apply(this).equals(file.apply(other))) {
                continue;
            }
            Set<Map<String, String>> own = new HashSet<>(file.apply(this));
            Set<Map<String, String>> others = new HashSet<>(file.apply(other));
            Stream.concat(
                            own.stream().filter(row -> !others.contains(row)),
                            others.stream().filter(row -> !own.contains(row)))
                    .forEach(row -> people.add(row.get("employee_id")));
        }
        return people;
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
