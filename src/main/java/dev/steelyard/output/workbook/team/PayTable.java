package dev.steelyard.output.workbook.team;

import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.unit.Money;
import dev.steelyard.output.workbook.Person;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Sheet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** 团队兑付: what each of the team is paid, by component; only where the plan lets managers see pay. */
record PayTable(Report report, Team team) {

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
                        report.say(
                                "team.pay.teamPayoutBeforeTax",
                                "team",
                                team.name(),
                                "period",
                                report.identity().period(),
                                "currency",
                                report.plan().currency()),
                        columns(),
                        lines,
                        report.say("team.pay.nobodyTeamPaidPeriod"))
                .intro(report.say("team.pay.sumsComponentBeforeTax", "standing", report.standing()));
        return new Sheet.Table<>(report.say("team.pay.teamPayout"), 2, block);
    }

    private List<Column<Line>> columns() {
        List<Column<Line>> columns = new ArrayList<>();
        columns.add(Person.id(report, Line::card));
        columns.add(Person.name(report, Line::card));
        Arrays.stream(PayoutLine.Component.values())
                .filter(component -> report.result().payout().stream().anyMatch(line -> line.component() == component))
                .forEach(component -> columns.add(
                        Column.money(component.code(), report.say(component.title()), line -> line.sum(component))));
        columns.add(Column.money("amount", report.say("word.total"), line -> line.sum()));
        return columns;
    }
}
