package dev.steelyard.output.workbook.team;

import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.unit.Money;
import dev.steelyard.output.workbook.Person;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Datum;
import dev.steelyard.output.workbook.book.Format;
import dev.steelyard.output.workbook.book.Sheet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** 团队兑付: what each of the team is paid, by component; only where the plan lets managers see pay. */
final class PayTable {

    private record Line(RankedScorecard card, List<PayoutLine> lines) {
        Money sum() {
            return lines.stream().map(PayoutLine::amount).reduce(Money.ZERO, Money::plus);
        }

        Money sum(PayoutLine.Component component) {
            return lines.stream()
                    .filter(line -> line.component() == component)
                    .map(PayoutLine::amount)
                    .reduce(Money.ZERO, Money::plus);
        }
    }

    private final Report report;
    private final Team team;

    PayTable(Report report, Team team) {
        this.report = report;
        this.team = team;
    }

    Sheet sheet() {
        Map<String, List<PayoutLine>> byPerson = new HashMap<>();
        report.result().payout().stream()
                .filter(line -> line.status() == PayoutLine.Status.PAY)
                .forEach(line -> byPerson.computeIfAbsent(line.employee().id(), id -> new ArrayList<>())
                        .add(line));
        List<Line> lines = team.shown().stream()
                .filter(card -> byPerson.containsKey(card.participant().id()))
                .map(card -> new Line(card, byPerson.get(card.participant().id())))
                .toList();
        Block<Line> block = Block.of(
                        report.say("团队兑付 ", "Team payout ") + team.name() + " "
                                + report.identity().period() + report.say("（税前，", " (before tax, ")
                                + report.plan().currency() + report.say("）", ")"),
                        columns(),
                        lines,
                        report.say("本期团队没有兑付。", "Nobody of the team is paid in this period."))
                .intro(report.say(
                        "按项目的合计，税前；" + report.standing() + "。",
                        "Sums by component, before tax; " + report.standing() + "."));
        return new Sheet.Table<>(report.say("团队兑付", "Team payout"), 2, block);
    }

    private List<Column<Line>> columns() {
        List<Column<Line>> columns = new ArrayList<>();
        columns.add(Person.id(Line::card));
        columns.add(Person.name(Line::card));
        Arrays.stream(PayoutLine.Component.values())
                .filter(component -> report.result().payout().stream().anyMatch(line -> line.component() == component))
                .forEach(component -> columns.add(Column.number(
                        component.code(),
                        component.in("zh"),
                        component.in("en"),
                        Format.MONEY,
                        line -> Datum.money(line.sum(component)))));
        columns.add(Column.number("amount", "合计", "Total", Format.MONEY, line -> Datum.money(line.sum())));
        return columns;
    }
}
