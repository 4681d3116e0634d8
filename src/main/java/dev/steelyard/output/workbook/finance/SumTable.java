package dev.steelyard.output.workbook.finance;

import dev.steelyard.engine.fact.Employee;
import dev.steelyard.engine.pay.PaidPeriods;
import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.engine.plan.Name;
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
    private final Name title;
    private final boolean people;
    private final List<PayoutLine> payable;
    private final List<PayoutSums> sums;
    private final List<Column<PayoutSums>> first;

    /** What the period before paid, by the same word; empty where that is not told. */
    private final Optional<Map<String, Money>> before;

    private SumTable(
            Report report,
            Name title,
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
                new Name("按人", "By person"),
                false,
                line -> line.employee().id(),
                List.of(
                        Column.text("employee_id", "工号", "Employee id", PayoutSums::word),
                        Column.text(
                                "name",
                                "姓名",
                                "Name",
                                sums -> sums.lines().isEmpty()
                                        ? ""
                                        : of.apply(sums).name()),
                        Column.text(
                                "team",
                                "团队",
                                "Team",
                                sums -> sums.lines().isEmpty()
                                        ? ""
                                        : of.apply(sums).team()),
                        Column.text(
                                "cost_center",
                                "成本中心",
                                "Cost center",
                                sums -> sums.lines().isEmpty()
                                        ? ""
                                        : of.apply(sums).costCenter())),
                Optional.empty());
    }

    /** Beside what the period before paid to each team. */
    static SumTable byTeam(Report report, Optional<List<PaidPeriods.Line>> before) {
        return new SumTable(
                report,
                new Name("按团队", "By team"),
                true,
                line -> line.employee().team(),
                List.of(Column.text("team", "团队", "Team", PayoutSums::word)),
                before.map(lines -> lines.stream()
                        .filter(line -> !line.onHold())
                        .collect(Collectors.groupingBy(
                                PaidPeriods.Line::team,
                                Collectors.reducing(Money.ZERO, PaidPeriods.Line::amount, Money::plus)))));
    }

    static SumTable byCostCenter(Report report) {
        return new SumTable(
                report,
                new Name("按成本中心", "By cost center"),
                true,
                line -> line.employee().costCenter(),
                List.of(Column.text("cost_center", "成本中心", "Cost center", PayoutSums::word)),
                Optional.empty());
    }

    Sheet sheet() {
        Block<PayoutSums> block = Block.of(
                        report.say("兑付 ", "Payout ") + report.identity().period() + " " + report.say(title),
                        columns(),
                        sums,
                        report.say("没有应付的行。", "Nothing is payable."))
                .intro(report.say(
                        "每行为其应付明细之和，税前，" + report.plan().currency() + "；" + report.standing() + "。",
                        "Each row is the sum of its payable lines, before tax, "
                                + report.plan().currency() + "; " + report.standing() + "."));
        return new Sheet.Table<>(report.say(title), first.size(), sums.isEmpty() ? block : block.total(total()));
    }

    /** The sum of everything; beside the word nothing of its first line stands. */
    private PayoutSums total() {
        return new PayoutSums(report.say("合计", "Total"), payable);
    }

    private List<Column<PayoutSums>> columns() {
        List<Column<PayoutSums>> columns = new ArrayList<>();
        columns.add(first.get(0));
        first.stream().skip(1).map(this::blankInTotal).forEach(columns::add);
        if (people) {
            columns.add(Column.number("people", "人数", "People", Format.COUNT, sums -> Datum.whole(sums.people())));
        }
        columns.add(Column.number(
                "lines",
                "笔数",
                "Lines",
                Format.COUNT,
                sums -> Datum.whole(sums.lines().size())));
        for (PayoutLine.Component component : PayoutSums.components(payable)) {
            columns.add(money(component.code(), component.in("zh"), component.in("en"), s -> s.amount(component)));
        }
        columns.add(money("amount", "合计", "Total", PayoutSums::amount));
        before.ifPresent(paid -> {
            String period = report.identity().period().previous().toString();
            columns.add(money("before", period + " 合计", "Total of " + period, sums -> before(sums, paid)));
            columns.add(money("change", "增减", "Change", sums -> sums.amount().minus(before(sums, paid))));
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
                column.title().zh(),
                column.title().en(),
                column.width(),
                column.format(),
                sums -> sums.lines().size() == payable.size() && sums.people() > 1
                        ? Datum.NONE
                        : column.value().apply(sums));
    }

    private static Column<PayoutSums> money(String id, String zh, String en, Function<PayoutSums, Money> of) {
        return Column.number(id, zh, en, Format.MONEY, sums -> Datum.money(of.apply(sums)));
    }
}
