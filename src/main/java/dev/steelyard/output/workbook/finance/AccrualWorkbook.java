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
        Book.write(report.imprint(report.say("计提 ", "Accruals ")), List.of(book.sums(), book.table()), tempFolder, out);
    }

    private String none() {
        return report.say("没有需要计提的项目。", "There is nothing to accrue.");
    }

    private Sheet sums() {
        return new Sheet.Page(
                report.say("合计", "Sums"),
                report.say("计提 ", "Accruals ") + report.identity().period() + " "
                        + report.identity().edition() + report.say("（", " (") + report.standing()
                        + report.say("）", ")"),
                List.of(
                        report.say(
                                "按季度或年度兑付的项目，截至 " + report.identity().period().last() + " 已经挣得的金额；税前，"
                                        + report.plan().currency() + "。",
                                "What was earned by "
                                        + report.identity().period().last()
                                        + " of components that a quarter or year pays; before tax, "
                                        + report.plan().currency() + "."),
                        report.say(
                                "季度项目假设季度于本月末结束，年度项目假设团队合规得分与本月相同；每行说明写明所用假设。",
                                "The quarter is taken to end with this month, the team's compliance of the year to be this month's; each"
                                        + " line says so."),
                        report.say(
                                "为累计数，不可支付：入账时应冲回上月计提；以季结、年结的兑付为准。",
                                "Cumulative and not payable: reverse last month's accrual when it is booked; the quarter's and the"
                                        + " year's payout decide.")),
                List.of(
                        by(
                                report.say("按项目", "By component"),
                                line -> line.component().in(report.language()) + " " + line.period()),
                        by(report.say("按团队", "By team"), line -> line.employee().team()),
                        by(report.say("按成本中心", "By cost center"), line -> line.employee()
                                .costCenter())));
    }

    private Block<Sum> by(String title, Function<Accrual, String> word) {
        Map<String, List<Accrual>> groups = new TreeMap<>(CodePoints.ORDER);
        lines.forEach(line ->
                groups.computeIfAbsent(word.apply(line), w -> new ArrayList<>()).add(line));
        List<Sum> sums = new ArrayList<>();
        groups.forEach((group, own) -> sums.add(new Sum(group, own)));
        List<Column<Sum>> columns = List.of(
                Column.of("by", "合计对象", "Sum of", Width.fit(26, 40), Format.TEXT, sum -> Datum.text(sum.word())),
                Column.of("people", "人数", "People", Width.fit(13, 15), Format.COUNT, sum -> Datum.whole(sum.people())),
                Column.of("amount", "金额", "Amount", Width.fit(16, 24), Format.MONEY, sum -> Datum.money(sum.amount())));
        Block<Sum> block = Block.of(title, columns, sums, none());
        return sums.isEmpty() ? block : block.total(new Sum(report.say("合计", "Total"), lines));
    }

    private Sheet table() {
        List<Column<Accrual>> columns = List.of(
                Column.text("employee_id", "工号", "Employee id", line -> line.employee()
                        .id()),
                Column.text("name", "姓名", "Name", line -> line.employee().name()),
                Column.text("cost_center", "成本中心", "Cost center", line -> line.employee()
                        .costCenter()),
                Column.text("team", "团队", "Team", line -> line.employee().team()),
                Column.text("period", "兑付周期", "Paid by", line -> line.period().toString()),
                Column.text(
                        "component", "项目", "Component", line -> line.component().in(report.language())),
                Column.number(
                        "basis",
                        "基数",
                        "Basis",
                        Format.NUMBER,
                        line -> Datum.number(line.basis().rounded(4))),
                Column.of("rate", "比例", "Rate", Width.fit(8, 12), Format.PERCENT, line -> line.rate()
                        .map(Datum::value)
                        .orElse(Datum.NONE)),
                Column.number("amount", "金额", "Amount", Format.MONEY, line -> Datum.money(line.amount())),
                Column.of(
                        "note",
                        "说明",
                        "Note",
                        Width.wrap(50),
                        Format.TEXT,
                        line -> Datum.text(report.say(line.note()))));
        return new Sheet.Table<>(
                report.say("明细", "Lines"),
                2,
                Block.of(
                                report.say("计提明细 ", "Accrual lines ")
                                        + report.identity().period(),
                                columns,
                                lines,
                                none())
                        .intro(report.say("与 accrual.csv 逐行相同。", "Line by line as in accrual.csv.")));
    }
}
