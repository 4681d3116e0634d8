package dev.steelyard.output.workbook;

import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.engine.pay.PayoutLine.Component;
import dev.steelyard.engine.unit.Money;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Datum;
import dev.steelyard.output.workbook.book.Format;
import dev.steelyard.output.workbook.book.Width;
import java.util.Arrays;
import java.util.List;

/** What a run makes payable, by component. */
public final class Payouts {

    private record Sum(String word, List<PayoutLine> lines) {
        Money amount() {
            return lines.stream().map(PayoutLine::amount).reduce(Money.ZERO, Money::plus);
        }

        long people() {
            return lines.stream().map(line -> line.employee().id()).distinct().count();
        }
    }

    private Payouts() {}

    public static Block<?> block(Report report) {
        List<PayoutLine> all = report.result().payout().stream()
                .filter(line -> line.status() == PayoutLine.Status.PAY)
                .toList();
        List<Sum> sums = Arrays.stream(Component.values())
                .map(component -> new Sum(
                        report.say(component.title()),
                        all.stream()
                                .filter(line -> line.component() == component)
                                .toList()))
                .filter(sum -> !sum.lines().isEmpty())
                .toList();
        List<Column<Sum>> columns = List.of(
                Column.text("component", report.say("word.component"), Width.fit(16, 34), sum -> sum.word()),
                Column.of(
                        "people",
                        report.say("word.people"),
                        Width.fit(8, 15),
                        Format.COUNT,
                        sum -> Datum.whole(sum.people())),
                Column.of(
                        "lines",
                        report.say("word.lines"),
                        Width.fit(8, 15),
                        Format.COUNT,
                        sum -> Datum.whole(sum.lines().size())),
                Column.of(
                        "amount",
                        report.say("word.amount"),
                        Width.fit(13, 24),
                        Format.MONEY,
                        sum -> Datum.money(sum.amount())));
        return Block.of(
                        report.say(
                                "book.payouts.payableBeforeTax",
                                "currency",
                                report.plan().currency()),
                        columns,
                        sums,
                        report.say("word.nothingPayable"))
                .total(new Sum(report.say("word.total"), all));
    }
}
