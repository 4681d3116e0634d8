package dev.steelyard.output.workbook.people;

import dev.steelyard.engine.insight.review.Actions;
import dev.steelyard.engine.insight.team.TeamExample;
import dev.steelyard.engine.insight.team.TeamExample.Lead;
import dev.steelyard.engine.plan.Insight;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Datum;
import dev.steelyard.output.workbook.book.Format;
import dev.steelyard.output.workbook.book.Sheet;
import dev.steelyard.output.workbook.book.Width;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** 经验共享: whose way of working others may learn from, and in what. */
record SharingTable(Report report, Insight.Sharing rule) {

    private static final int PRACTICES = 3;

    Sheet.Table<?> sheet() {
        String asked = rule.dimensions().entrySet().stream()
                .map(asks -> report.dimension(asks.getKey()) + " ≥ " + asks.getValue())
                .collect(Collectors.joining(report.say("list.separator")));
        Block<TeamExample> block = Block.of(
                        report.ofPeriod("people.sharing.experienceSharing"),
                        columns(),
                        TeamExample.of(report.plan(), report.result().book()),
                        report.say("people.sharing.noTeamReachesAll", "asked", asked))
                .intro(report.say("people.sharing.askTheseTeamsHow", "asked", asked));
        return new Sheet.Table<>(report.say("people.sharing.sharing"), 1, block);
    }

    private List<Column<TeamExample>> columns() {
        List<Column<TeamExample>> columns = new ArrayList<>();
        columns.add(Column.text("team", report.say("word.team"), example -> example.standing()
                .team()
                .team()));
        columns.add(Column.text("region", report.say("word.region"), example -> example.standing()
                .team()
                .region()));
        columns.add(
                Column.text("managers", report.say("word.managers"), example -> example.standing().managers().stream()
                        .map(card -> card.participant().employee().name())
                        .collect(Collectors.joining(report.say("list.separator")))));
        columns.add(Column.count("members", report.say("people.sharing.members"), example -> example.standing()
                .members()
                .size()));
        rule.dimensions()
                .keySet()
                .forEach(dimension -> columns.add(Column.number(
                        dimension,
                        report.say("people.sharing.mean", "dimension", report.dimension(dimension)),
                        Format.POINTS,
                        example -> Datum.points(example.means().get(dimension)))));
        columns.add(Column.text(
                "leads",
                report.say("people.sharing.leads"),
                Width.wrap(52),
                example -> example.leads().isEmpty()
                        ? report.say("people.sharing.leadsNoneAlone")
                        : report.join(example.leads().stream().map(this::lead).toList())));
        columns.add(Column.text(
                "practice", report.say("people.sharing.practice"), Width.wrap(40), example -> practice(example)));
        return columns;
    }

    /** What people of the team promised and did, as the register of actions says. */
    private String practice(TeamExample example) {
        Set<String> team = Stream.concat(example.standing().members().stream(), example.standing().managers().stream())
                .map(card -> card.participant().id())
                .collect(Collectors.toSet());
        return Actions.of(report.result().input().registers()).stream()
                .filter(action -> action.isDone() && team.contains(action.ownerId()))
                .map(action -> action.goal().isBlank()
                        ? action.action()
                        : report.say("people.sharing.did", "goal", action.goal(), "action", action.action()))
                .distinct()
                .limit(PRACTICES)
                .collect(Collectors.joining("\n"));
    }

    private String lead(Lead lead) {
        return report.say(
                "people.sharing.next",
                "indicator",
                report.indicator(lead.indicator()),
                "mean",
                lead.mean(),
                "next",
                lead.next());
    }
}
