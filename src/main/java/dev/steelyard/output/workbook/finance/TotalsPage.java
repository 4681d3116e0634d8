package dev.steelyard.output.workbook.finance;

import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.engine.unit.Money;
import dev.steelyard.output.workbook.Payouts;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.SignatureBlock;
import dev.steelyard.output.workbook.Words;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Datum;
import dev.steelyard.output.workbook.book.Format;
import dev.steelyard.output.workbook.book.Sheet;
import dev.steelyard.output.workbook.book.Tone;
import dev.steelyard.output.workbook.book.Width;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** 总览: what is to be paid, whether it may be, and whether every sum agrees. */
final class TotalsPage {

    private static final Width LABEL = Width.fit(22, 34);
    private static final Width NUMBER = Width.fit(13, 24);

    private record Figure(String word, Datum value, String remark) {}

    /** A sum of the same lines, made another way. */
    private record Control(String word, Money sum, Money total) {
        boolean agrees() {
            return sum.equals(total);
        }
    }

    private final Report report;
    private final List<PayoutLine> lines;

    TotalsPage(Report report) {
        this.report = report;
        this.lines = PayoutSums.payable(report);
    }

    Sheet sheet() {
        return new Sheet.Page(
                report.say("总览", "Totals"),
                report.say("兑付 ", "Payout ") + report.identity().period() + " "
                        + report.identity().edition() + report.say("（", " (") + report.standing()
                        + report.say("）", ")"),
                Stream.concat(
                                Stream.of(report.sentence("payout.totals"), report.standingMeans()),
                                report.remarked().stream())
                        .toList(),
                Stream.<Stream<Block<?>>>of(
                                Stream.of(figures()),
                                statuses().stream(),
                                Stream.of(Payouts.block(report), controls(), SignatureBlock.of(report, LABEL)))
                        .flatMap(blocks -> blocks)
                        .toList());
    }

    private Block<Figure> figures() {
        List<Figure> figures = List.of(
                new Figure(
                        report.say("应付合计（税前）", "Payable (before tax)"),
                        Datum.number(report.result().totalPayout().amount(), Format.MONEY),
                        report.plan().currency()),
                new Figure(
                        report.say("人数", "People"),
                        Datum.whole(new PayoutSums("", lines).people()),
                        report.say("有应付行的员工", "employees with at least one payable line")),
                new Figure(
                        report.say("笔数", "Lines"),
                        Datum.whole(lines.size()),
                        report.say("其中负数 ", "of these negative: ")
                                + lines.stream()
                                        .filter(line -> line.amount().signum() < 0)
                                        .count()),
                new Figure(
                        report.say("方案", "Plan"),
                        Datum.text(report.identity().plan()),
                        report.say("作业 ", "job ")
                                + report.say(report.job())
                                + report.say("，运行 ", ", run ")
                                + report.identity().id().substring(0, 12)));
        List<Column<Figure>> columns = List.of(
                Column.of("figure", "项目", "Figure", LABEL, Format.TEXT, figure -> Datum.text(figure.word())),
                Column.of("value", "数值", "Value", NUMBER, Format.COUNT, Figure::value),
                Column.of(
                        "remark",
                        "备注",
                        "Remark",
                        Width.fit(13, 15),
                        Format.TEXT,
                        figure -> Datum.text(figure.remark())));
        return Block.of(report.say("概况", "At a glance"), columns, figures, "")
                .toned(figure -> figure.value() instanceof Datum.Number ? Tone.STRONG : Tone.PLAIN);
    }

    private Block<Control> controls() {
        Money total = report.result().totalPayout();
        List<Control> controls = List.of(
                new Control(report.say("明细之和", "Sum of the lines"), new PayoutSums("", lines).amount(), total),
                new Control(
                        report.say("各项目之和", "Sum by component"),
                        sum(line -> line.component().code()),
                        total),
                new Control(
                        report.say("各人之和", "Sum by person"),
                        sum(line -> line.employee().id()),
                        total),
                new Control(
                        report.say("各团队之和", "Sum by team"),
                        sum(line -> line.employee().team()),
                        total),
                new Control(
                        report.say("各成本中心之和", "Sum by cost center"),
                        sum(line -> line.employee().costCenter()),
                        total));
        List<Column<Control>> columns = List.of(
                Column.of("control", "核对", "Control", LABEL, Format.TEXT, control -> Datum.text(control.word())),
                Column.of("sum", "合计", "Sum", NUMBER, Format.MONEY, control -> Datum.money(control.sum())),
                Column.of(
                        "manifest",
                        "清单合计",
                        "Manifest total",
                        NUMBER,
                        Format.MONEY,
                        control -> Datum.money(control.total())),
                Column.<Control>of(
                                "check",
                                "结果",
                                "Check",
                                Width.fit(13, 15),
                                Format.WORD,
                                control -> Datum.text(
                                        report.say(control.agrees() ? Words.RECONCILED : Words.UNRECONCILED)))
                        .toned(control -> control.agrees() ? Tone.GOOD : Tone.WORST));
        return Block.of(report.say("控制总数", "Control totals"), columns, controls, "")
                .intro(
                        report.say(
                                "只计应付的行。清单合计即 manifest.json 中的 payout；任何一行不符都不可支付。",
                                "Payable lines only. The manifest total is payout in manifest.json; where one differs nothing may be paid."));
    }

    private Money sum(Function<PayoutLine, String> by) {
        return PayoutSums.by(lines, by, Set.of()).stream()
                .map(PayoutSums::amount)
                .reduce(Money.ZERO, Money::plus);
    }

    /** Where lines differ in it. */
    private Optional<Block<?>> statuses() {
        List<PayoutSums> sums = Arrays.stream(PayoutLine.Status.values())
                .map(status -> new PayoutSums(
                        report.say(Words.of(status)),
                        report.result().payout().stream()
                                .filter(line -> line.status() == status)
                                .toList()))
                .filter(sum -> !sum.lines().isEmpty())
                .toList();
        List<Column<PayoutSums>> columns = List.of(
                Column.of("status", "状态", "Status", LABEL, Format.TEXT, sum -> Datum.text(sum.word())),
                Column.of("people", "人数", "People", NUMBER, Format.COUNT, sum -> Datum.whole(sum.people())),
                Column.of(
                        "lines",
                        "笔数",
                        "Lines",
                        NUMBER,
                        Format.COUNT,
                        sum -> Datum.whole(sum.lines().size())),
                Column.of("amount", "金额", "Amount", NUMBER, Format.MONEY, sum -> Datum.money(sum.amount())));
        boolean allPayable = lines.size() == report.result().payout().size();
        return allPayable
                ? Optional.empty()
                : Optional.of(Block.of(report.say("支付状态", "Status of the lines"), columns, sums, "")
                        .intro(report.say(
                                "只有「支付」是应付的；其余见「暂缓与结转」。",
                                "Only what is to be paid is payable; the rest is under Not payable.")));
    }
}
