package dev.steelyard.output.workbook.hr;

import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.fact.Customer;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.engine.problem.RejectedRow;
import dev.steelyard.input.spelling.WrittenNumber;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Datum;
import dev.steelyard.output.workbook.book.Format;
import dev.steelyard.output.workbook.book.Sheet;
import dev.steelyard.output.workbook.book.Width;
import dev.steelyard.output.workbook.rejects.DeliveredHeader;
import dev.steelyard.words.ProblemWords;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** 归属待定: rows without a person whose customer is assigned to nobody, or to several without shares, by customer with their money (rules.md 8.13). */
final class UnassignedTable {

    private static final Set<ProblemCode> CODES = Set.of(
            ProblemCode.ROW_UNASSIGNED, ProblemCode.ROW_ASSIGNED_TO_WHO_LEFT, ProblemCode.ROW_ASSIGNED_TO_SEVERAL);

    private static final String AMOUNT = "amount";

    /** @param first why the first of the rows was rejected; the same for all */
    private record Line(String dataset, String customer, Problem first, long rows, Optional<BigDecimal> amount) {

        Line plus(Optional<BigDecimal> more) {
            return new Line(
                    dataset,
                    customer,
                    first,
                    rows + 1,
                    amount.flatMap(sum -> more.map(sum::add)).or(() -> amount));
        }

        BigDecimal weight() {
            return amount.map(BigDecimal::abs).orElse(BigDecimal.ZERO);
        }
    }

    private final Report report;
    private final Background background;
    private final ProblemWords words;

    UnassignedTable(Report report, Background background) {
        this.report = report;
        this.background = background;
        this.words = report.problems(true);
    }

    /** Nothing where every row is somebody's. */
    Optional<Sheet.Table<?>> sheet() {
        long rejected = CODES.stream()
                .mapToLong(code -> background.problems().counts().getOrDefault(code, 0L))
                .sum();
        if (rejected == 0) {
            return Optional.empty();
        }
        List<Line> lines = lines();
        long shown = lines.stream().mapToLong(Line::rows).sum();
        String title = report.say("sheet.unassigned");
        return Optional.of(new Sheet.Table<>(
                title,
                2,
                Block.of(title + " " + report.identity().period(), columns(), lines, "")
                        .intro(report.say("sheet.unassigned.intro"))
                        .outro(
                                shown == rejected
                                        ? List.of()
                                        : List.of(report.say("sheet.unassigned.more", "rows", rejected - shown)))));
    }

    /** The most money first. */
    private List<Line> lines() {
        Map<List<Object>, Line> lines = new LinkedHashMap<>();
        report.result().input().registers().schemas().values().stream()
                .filter(schema -> schema.customer().isPresent())
                .forEach(schema ->
                        background.rejects().apply(schema.dataset()).forEach(row -> take(schema, row, lines)));
        List<Line> sorted = new ArrayList<>(lines.values());
        sorted.sort(Comparator.comparing(Line::weight)
                .reversed()
                .thenComparing(Line::dataset)
                .thenComparing(Line::customer));
        return sorted;
    }

    private static void take(Schema schema, RejectedRow row, Map<List<Object>, Line> lines) {
        row.problems().stream()
                .filter(problem -> CODES.contains(problem.code()))
                .findFirst()
                .ifPresent(problem -> {
                    int at = DeliveredHeader.names(schema, row.header()).indexOf(AMOUNT);
                    Optional<BigDecimal> amount = at < 0 || at >= row.cells().size()
                            ? Optional.empty()
                            : WrittenNumber.of(row.cells().get(at));
                    List<Object> key = List.of(schema.dataset(), problem.value(), problem.code());
                    Line known = lines.get(key);
                    lines.put(
                            key,
                            known == null
                                    ? new Line(schema.dataset(), problem.value(), problem, 1, amount)
                                    : known.plus(amount));
                });
    }

    private List<Column<Line>> columns() {
        return List.of(
                Column.text("dataset", report.say("word.dataset"), line -> report.dataset(line.dataset())),
                Column.text("customer_id", report.say("word.customer"), Line::customer),
                Column.text(
                        "customer_name",
                        report.say("hr.unassigned.customersName"),
                        Width.fit(12, 34),
                        line -> report.result()
                                .input()
                                .registers()
                                .find(Customer.DATASET, line.customer())
                                .map(Customer::customerName)
                                .orElse("")),
                Column.count("rows", report.say("word.rows"), line -> line.rows()),
                Column.number(AMOUNT, report.say("word.amount"), Format.MONEY, line -> line.amount()
                        .map(Datum::number)
                        .orElse(Datum.NONE)),
                Column.text(
                        "reason", report.say("hr.held.reason"), Width.wrap(44), line -> words.message(line.first())),
                Column.text("fix", report.say("word.whatDo"), Width.wrap(44), line -> words.fix(line.first())));
    }
}
