package dev.steelyard.output.workbook.hr;

import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.engine.pay.PayoutLine.Component;
import dev.steelyard.engine.unit.CodePoints;
import dev.steelyard.engine.unit.Money;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Datum;
import dev.steelyard.output.workbook.book.Format;
import dev.steelyard.output.workbook.book.Sheet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** 结转余额: what may still be taken from whom, before and after the run. Who has left owes it as a claim. */
final class BalanceTable {

    private final Report report;
    private final Map<String, Money> before;

    BalanceTable(Report report) {
        this.report = report;
        this.before = report.result().input().past().balances();
    }

    /** Nothing where nobody owes anything. */
    Optional<Sheet> sheet() {
        Set<String> people = new TreeSet<>(CodePoints.ORDER);
        people.addAll(before.keySet());
        report.result().payout().stream()
                .filter(line -> PayoutLine.isOfBalance(line.component()))
                .forEach(line -> people.add(line.employee().id()));
        if (people.isEmpty()) {
            return Optional.empty();
        }
        String title = report.sentence("sheet.balances");
        return Optional.of(new Sheet.Table<>(
                title,
                2,
                Block.of(title + " " + report.identity().period(), columns(), List.copyOf(people), "")
                        .intro(report.sentence("sheet.balances.intro"))));
    }

    private List<Column<String>> columns() {
        return List.of(
                Column.text("employee_id", "工号", "Employee id", id -> id),
                Column.text("name", "姓名", "Name", id -> report.result()
                        .input()
                        .registers()
                        .roster()
                        .find(id)
                        .map(person -> person.name())
                        .orElse("")),
                Column.number("before", "此前余额", "Balance before", Format.MONEY, id -> Datum.money(before(id))),
                Column.number(
                        "carried",
                        "本期结转",
                        "Carried over",
                        Format.MONEY,
                        id -> Datum.money(sum(id, Component.RECOVERY_CARRIED))),
                Column.number(
                        "recovered", "本期扣回", "Recovered", Format.MONEY, id -> Datum.money(sum(id, Component.RECOVERY))),
                Column.number(
                        "after",
                        "余额",
                        "Balance",
                        Format.MONEY,
                        id -> Datum.money(before(id)
                                .plus(sum(id, Component.RECOVERY_CARRIED))
                                .plus(sum(id, Component.RECOVERY)))));
    }

    private Money before(String id) {
        return before.getOrDefault(id, Money.ZERO);
    }

    private Money sum(String id, Component component) {
        return report.result().payout().stream()
                .filter(line -> line.employee().id().equals(id) && line.component() == component)
                .map(PayoutLine::amount)
                .reduce(Money.ZERO, Money::plus);
    }
}
