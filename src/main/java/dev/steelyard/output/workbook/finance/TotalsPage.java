package dev.steelyard.output.workbook.finance;

import dev.steelyard.engine.pay.PaidPeriods;
import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.engine.unit.Money;
import dev.steelyard.output.workbook.Payouts;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.StateWords;
import dev.steelyard.output.workbook.block.SignatureBlock;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Datum;
import dev.steelyard.output.workbook.book.Format;
import dev.steelyard.output.workbook.book.Sheet;
import dev.steelyard.output.workbook.book.Tone;
import dev.steelyard.output.workbook.book.Width;
import java.util.ArrayList;
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
    private final Optional<Money> before;

    /** @param before what the period before paid; empty where that is not known */
    TotalsPage(Report report, Optional<List<PaidPeriods.Line>> before) {
        this.report = report;
        this.before = before.map(lines -> lines.stream()
                .filter(line -> !line.onHold())
                .map(PaidPeriods.Line::amount)
                .reduce(Money.ZERO, Money::plus));
        this.lines = PayoutSums.payable(report);
    }

    Sheet sheet() {
        return new Sheet.Page(
                report.say("finance.totals.totals"),
                report.title("finance.totals.payout"),
                Stream.concat(
                                Stream.of(report.say("payout.totals"), report.standingMeans()),
                                Stream.concat(report.remarked().stream(), report.revision(true).stream()))
                        .toList(),
                Stream.<Stream<Block<?>>>of(
                                Stream.of(figures()),
                                statuses().stream(),
                                Stream.of(Payouts.block(report), controls(), SignatureBlock.of(report, LABEL)))
                        .flatMap(blocks -> blocks)
                        .toList());
    }

    private Block<Figure> figures() {
        Money total = report.result().totalPayout();
        List<Figure> figures = new ArrayList<>(List.of(new Figure(
                report.say("finance.totals.payableBeforeTax"),
                Datum.number(total.amount(), Format.MONEY),
                report.plan().currency())));
        before.filter(paid -> !report.isLate())
                .ifPresent(paid -> figures.add(new Figure(
                        report.say(
                                "finance.sum.total",
                                "period",
                                report.identity().period().previous()),
                        Datum.number(paid.amount(), Format.MONEY),
                        report.say(
                                "finance.totals.change",
                                "change",
                                Format.grouped(total.minus(paid).amount())))));
        figures.addAll(List.of(
                new Figure(
                        report.say("word.people"),
                        Datum.whole(new PayoutSums("", lines).people()),
                        report.say("finance.totals.employeesLeastOnePayable")),
                new Figure(
                        report.say("word.lines"),
                        Datum.whole(lines.size()),
                        report.say(
                                "finance.totals.theseNegative",
                                "filter",
                                lines.stream()
                                        .filter(line -> line.amount().signum() < 0)
                                        .count())),
                new Figure(
                        report.say("word.plan"),
                        Datum.text(report.identity().plan()),
                        report.say(
                                "finance.totals.jobRun",
                                "what",
                                report.say(report.job()),
                                "id",
                                report.identity().id().substring(0, 12)))));
        List<Column<Figure>> columns = List.of(
                Column.text("figure", report.say("word.figure"), LABEL, figure -> figure.word()),
                Column.of("value", report.say("word.value"), NUMBER, Format.COUNT, Figure::value),
                Column.text("remark", report.say("word.remark"), Width.fit(13, 15), figure -> figure.remark()));
        return Block.of(report.say("word.glance"), columns, figures, "")
                .toned(figure -> figure.value() instanceof Datum.Number ? Tone.STRONG : Tone.PLAIN);
    }

    private Block<Control> controls() {
        Money total = report.result().totalPayout();
        List<Control> controls = List.of(
                new Control(report.say("finance.totals.sumLines"), new PayoutSums("", lines).amount(), total),
                new Control(
                        report.say("finance.totals.sumComponent"),
                        sum(line -> line.component().code()),
                        total),
                new Control(
                        report.say("finance.totals.sumPerson"),
                        sum(line -> line.employee().id()),
                        total),
                new Control(
                        report.say("finance.totals.sumTeam"),
                        sum(line -> line.employee().team()),
                        total),
                new Control(
                        report.say("finance.totals.sumCostCenter"),
                        sum(line -> line.employee().costCenter()),
                        total));
        List<Column<Control>> columns = List.of(
                Column.text("control", report.say("finance.totals.control"), LABEL, control -> control.word()),
                Column.of(
                        "sum",
                        report.say("finance.totals.sum"),
                        NUMBER,
                        Format.MONEY,
                        control -> Datum.money(control.sum())),
                Column.of(
                        "manifest",
                        report.say("finance.totals.manifestTotal"),
                        NUMBER,
                        Format.MONEY,
                        control -> Datum.money(control.total())),
                Column.<Control>word(
                                "check",
                                report.say("finance.totals.check"),
                                Width.fit(13, 15),
                                control ->
                                        report.say(control.agrees() ? StateWords.RECONCILED : StateWords.UNRECONCILED))
                        .toned(control -> control.agrees() ? Tone.GOOD : Tone.WORST));
        return Block.of(report.say("finance.totals.controlTotals"), columns, controls, "")
                .intro(report.say("finance.totals.payableLinesOnlyManifest"));
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
                        report.say(StateWords.of(status)),
                        report.result().payout().stream()
                                .filter(line -> line.status() == status)
                                .toList()))
                .filter(sum -> !sum.lines().isEmpty())
                .toList();
        List<Column<PayoutSums>> columns = List.of(
                Column.text("status", report.say("word.status"), LABEL, sum -> sum.word()),
                Column.of("people", report.say("word.people"), NUMBER, Format.COUNT, sum -> Datum.whole(sum.people())),
                Column.of(
                        "lines",
                        report.say("word.lines"),
                        NUMBER,
                        Format.COUNT,
                        sum -> Datum.whole(sum.lines().size())),
                Column.of("amount", report.say("word.amount"), NUMBER, Format.MONEY, sum -> Datum.money(sum.amount())));
        boolean allPayable = lines.size() == report.result().payout().size();
        return allPayable
                ? Optional.empty()
                : Optional.of(Block.of(report.say("finance.totals.statusLines"), columns, sums, "")
                        .intro(report.say("finance.totals.onlyWhatPaidPayable")));
    }
}
