package dev.steelyard.output.workbook.finance;

import dev.steelyard.engine.pay.PaidPeriods;
import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.unit.Money;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Datum;
import dev.steelyard.output.workbook.book.Format;
import dev.steelyard.output.workbook.book.Sheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Sums of the payout by person, team or cost center, and by component. */
final class SumTable {

    private final Report report;
    private final Said title;
    private final boolean people;
    private final List<PayoutLine> payable;
    private final List<PayoutSums> sums;
    private final List<Column<PayoutSums>> first;

    /** What the period before paid, by the same word; empty where that is not told. */
    private final Optional<Map<String, Money>> before;

    private SumTable(
            Report report,
            Said title,
            boolean people,
            Function<PayoutLine, String> by,
            List<Column<PayoutSums>> first,
            Optional<Map<String, Money>> before) {
        this.report = report;
        this.title = title;
        this.people = people;
        this.payable = PayoutSums.payable(report);
        this.sums = PayoutSums.by(payable, by, before.map(Map::keySet).orElse(Set.of()));
        this.first = first;
        this.before = before;
    }

    static SumTable byPerson(Report report) {
        Function<PayoutSums, Employee> of = sums -> sums.lines().get(0).employee();
        return new SumTable(
                report,
                Said.of("finance.sum.person"),
                false,
                line -> line.employee().id(),
                List.of(
                        Column.text("employee_id", report.say("word.employeeId"), PayoutSums::word),
                        Column.text(
                                "name",
                                report.say("word.name"),
                                sums -> sums.lines().isEmpty()
                                        ? ""
                                        : of.apply(sums).name()),
                        Column.text(
                                "team",
                                report.say("word.team"),
                                sums -> sums.lines().isEmpty()
                                        ? ""
                                        : of.apply(sums).team()),
                        Column.text(
                                "cost_center",
                                report.say("word.costCenter"),
                                sums -> sums.lines().isEmpty()
                                        ? ""
                                        : of.apply(sums).costCenter())),
                Optional.empty());
    }

    /** Beside what the period before paid to each team. */
    static SumTable byTeam(Report report, Optional<List<PaidPeriods.Line>> before) {
        return new SumTable(
                report,
                Said.of("finance.sum.team"),
                true,
                line -> line.employee().team(),
                List.of(Column.text("team", report.say("word.team"), PayoutSums::word)),
                paid(before, PaidPeriods.Line::team));
    }

    /** Beside what the period before paid to the people who are in each cost center now. */
    static SumTable byCostCenter(Report report, Optional<List<PaidPeriods.Line>> before) {
        return new SumTable(
                report,
                Said.of("finance.sum.costCenter"),
                true,
                line -> line.employee().costCenter(),
                List.of(Column.text("cost_center", report.say("word.costCenter"), PayoutSums::word)),
                paid(before, line -> report.result()
                        .input()
                        .registers()
                        .roster()
                        .find(line.employeeId())
                        .map(Employee::costCenter)
                        .orElse("")));
    }

    private static Optional<Map<String, Money>> paid(
            Optional<List<PaidPeriods.Line>> before, Function<PaidPeriods.Line, String> by) {
        return before.map(lines -> lines.stream()
                .filter(line -> !line.onHold())
                .collect(Collectors.groupingBy(
                        by, Collectors.reducing(Money.ZERO, PaidPeriods.Line::amount, Money::plus))));
    }

    Sheet.Table<?> sheet() {
        Block<PayoutSums> block = Block.of(
                        report.say(
                                "finance.sum.payout",
                                "period",
                                report.identity().period(),
                                "what",
                                report.say(title)),
                        columns(),
                        sums,
                        report.say("word.nothingPayable"))
                .intro(report.say(
                        "finance.sum.eachRowSumPayable",
                        "currency",
                        report.plan().currency(),
                        "standing",
                        report.standing()));
        return new Sheet.Table<>(report.say(title), first.size(), sums.isEmpty() ? block : block.total(total()));
    }

    /** The sum of everything; beside the word nothing of its first line stands. */
    private PayoutSums total() {
        return new PayoutSums(report.say("word.total"), payable);
    }

    private List<Column<PayoutSums>> columns() {
        List<Column<PayoutSums>> columns = new ArrayList<>();
        columns.add(first.get(0));
        first.stream().skip(1).map(this::blankInTotal).forEach(columns::add);
        if (people) {
            columns.add(Column.count("people", report.say("word.people"), sums -> sums.people()));
        }
        columns.add(Column.count(
                "lines", report.say("word.lines"), sums -> sums.lines().size()));
        for (PayoutLine.Component component : PayoutSums.components(payable)) {
            columns.add(Column.number(
                    component.code(),
                    report.say(component.title()),
                    Format.MONEY,
                    s -> unlessZero(s.amount(component))));
        }
        columns.add(money("amount", report.say("word.total"), PayoutSums::amount));
        before.ifPresent(paid -> {
            String period = report.identity().period().previous().toString();
            columns.add(money("before", report.say("finance.sum.total", "period", period), sums -> before(sums, paid)));
            columns.add(money("change", report.say("finance.sum.change"), sums -> sums.amount()
                    .minus(before(sums, paid))));
        });
        return columns;
    }

    private Money before(PayoutSums sums, Map<String, Money> paid) {
        return sums.lines() == payable
                ? paid.values().stream().reduce(Money.ZERO, Money::plus)
                : paid.getOrDefault(sums.word(), Money.ZERO);
    }

    private Column<PayoutSums> blankInTotal(Column<PayoutSums> column) {
        return Column.of(
                column.id(),
                column.title(),
                column.width(),
                column.format(),
                sums -> sums.lines().size() == payable.size() && sums.people() > 1
                        ? Datum.NONE
                        : column.value().apply(sums));
    }

    /** What there is none of is blank, so that what there is stands out. */
    private static Datum unlessZero(Money amount) {
        return amount.signum() == 0 ? Datum.NONE : Datum.money(amount);
    }

    private static Column<PayoutSums> money(String id, String title, Function<PayoutSums, Money> of) {
        return Column.money(id, title, sums -> of.apply(sums));
    }
}
