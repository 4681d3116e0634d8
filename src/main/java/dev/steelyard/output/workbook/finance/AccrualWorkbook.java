package dev.steelyard.output.workbook.finance;

import dev.steelyard.engine.pay.Accrual;
import dev.steelyard.engine.unit.CodePoints;
import dev.steelyard.engine.unit.Money;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Book;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Datum;
import dev.steelyard.output.workbook.book.Format;
import dev.steelyard.output.workbook.book.Sheet;
import dev.steelyard.output.workbook.book.Width;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Finance's accruals {@code accrual-PERIOD.xlsx} 计提: sums by component, team and cost center, and every line. */
public final class AccrualWorkbook {

    private record Sum(String word, List<Accrual> lines) {
        Money amount() {
            return lines.stream().map(Accrual::amount).reduce(Money.ZERO, Money::plus);
        }

        long people() {
            return lines.stream().map(line -> line.employee().id()).distinct().count();
        }
    }

    private final Report report;
    private final List<Accrual> lines;

    private AccrualWorkbook(Report report, List<Accrual> lines) {
        this.report = report;
        this.lines = lines;
    }

    /**
     * Writes the workbook; {@code out} stays open.
     *
     * @param tempFolder a private folder for temporary files; they are gone when this returns
     */
    public static void write(Report report, List<Accrual> lines, Path tempFolder, OutputStream out) throws IOException {
        AccrualWorkbook book = new AccrualWorkbook(report, lines);
        Book.write(
                report.imprint(report.say("finance.accrual.accruals")),
                List.of(book.sums(), book.table()),
                tempFolder,
                out);
    }

    private String none() {
        return report.say("finance.accrual.thereNothingAccrue");
    }

    private Sheet sums() {
        return new Sheet.Page(
                report.say("finance.accrual.sums"),
                report.say(
                        "finance.accrual.accrualsPeriod",
                        "period",
                        report.identity().period(),
                        "edition",
                        report.identity().edition(),
                        "standing",
                        report.standing()),
                List.of(
                        report.say(
                                "finance.accrual.whatEarnedComponentsQuarter",
                                "last",
                                report.identity().period().last(),
                                "currency",
                                report.plan().currency()),
                        report.say("finance.accrual.quarterTakenEndMonth"),
                        report.say("finance.accrual.cumulativeNotPayableReverse")),
                List.of(
                        by(
                                report.say("finance.accrual.component"),
                                line -> line.component().in(report.language()) + " " + line.period()),
                        by(report.say("finance.accrual.team"), line -> line.employee()
                                .team()),
                        by(report.say("finance.accrual.costCenter"), line -> line.employee()
                                .costCenter())));
    }

    private Block<Sum> by(String title, Function<Accrual, String> word) {
        Map<String, List<Accrual>> groups = new TreeMap<>(CodePoints.ORDER);
        lines.forEach(line ->
                groups.computeIfAbsent(word.apply(line), w -> new ArrayList<>()).add(line));
        List<Sum> sums = new ArrayList<>();
        groups.forEach((group, own) -> sums.add(new Sum(group, own)));
        List<Column<Sum>> columns = List.of(
                Column.of(
                        "by",
                        report.say("finance.accrual.sum"),
                        Width.fit(26, 40),
                        Format.TEXT,
                        sum -> Datum.text(sum.word())),
                Column.of(
                        "people",
                        report.say("word.people"),
                        Width.fit(13, 15),
                        Format.COUNT,
                        sum -> Datum.whole(sum.people())),
                Column.of(
                        "amount",
                        report.say("word.amount"),
                        Width.fit(16, 24),
                        Format.MONEY,
                        sum -> Datum.money(sum.amount())));
        Block<Sum> block = Block.of(title, columns, sums, none());
        return sums.isEmpty() ? block : block.total(new Sum(report.say("word.total"), lines));
    }

    private Sheet table() {
        List<Column<Accrual>> columns = List.of(
                Column.text("employee_id", report.say("word.employeeId"), line -> line.employee()
                        .id()),
                Column.text(
                        "name", report.say("word.name"), line -> line.employee().name()),
                Column.text("cost_center", report.say("word.costCenter"), line -> line.employee()
                        .costCenter()),
                Column.text(
                        "team", report.say("word.team"), line -> line.employee().team()),
                Column.text("period", report.say("finance.accrual.paid"), line -> line.period()
                        .toString()),
                Column.text("component", report.say("word.component"), line -> line.component()
                        .in(report.language())),
                Column.number(
                        "basis",
                        report.say("word.basis"),
                        Format.NUMBER,
                        line -> Datum.number(line.basis().rounded(4))),
                Column.of("rate", report.say("word.rate"), Width.fit(8, 12), Format.PERCENT, line -> line.rate()
                        .map(Datum::value)
                        .orElse(Datum.NONE)),
                Column.number("amount", report.say("word.amount"), Format.MONEY, line -> Datum.money(line.amount())),
                Column.of(
                        "note",
                        report.say("word.note"),
                        Width.wrap(50),
                        Format.TEXT,
                        line -> Datum.text(report.say(line.note()))));
        return new Sheet.Table<>(
                report.say("finance.accrual.lines"),
                2,
                Block.of(
                                report.say(
                                        "finance.accrual.accrualLines",
                                        "period",
                                        report.identity().period()),
                                columns,
                                lines,
                                none())
                        .intro(report.say("finance.accrual.lineLineAccrualCsv")));
    }
}
