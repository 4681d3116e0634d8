package dev.steelyard.output.workbook.review;

import dev.steelyard.engine.fact.Action;
import dev.steelyard.engine.unit.CodePoints;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.block.ActionColumns;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Datum;
import dev.steelyard.output.workbook.book.Format;
import dev.steelyard.output.workbook.book.Sheet;
import dev.steelyard.output.workbook.book.Width;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** 目标与行动: what every goal was turned into; of each goal the overdue first, then the open, then the done. */
record GoalsTable(Report report, List<Action> actions) {

    Sheet.Table<?> sheet() {
        LocalDate asOf = report.identity().asOf();
        // The sort keeps the order by day.
        List<Action> byGoal = actions.stream()
                .sorted(Comparator.comparing(Action::goal, CodePoints.ORDER)
                        .thenComparing(action -> action.isDone() ? 2 : action.isOverdue(asOf) ? 0 : 1))
                .toList();
        ActionColumns words = new ActionColumns(report);
        List<Column<Action>> columns = List.of(
                Column.text("goal", report.say("review.goals.goal"), Width.wrap(34), action -> action.goal()),
                Column.text("action", report.say("review.goals.action"), Width.wrap(48), action -> action.action()),
                Column.text("owner", report.say("word.owner"), words::owner),
                Column.of("due_date", report.say("word.due"), Width.fit(12, 14), Format.DAY, action -> action.dueDate()
                        .map(Datum::day)
                        .orElse(Datum.NONE)),
                Column.<Action>word(
                                "status", report.say("word.status"), Width.fit(10, 14), action -> words.status(action))
                        .toned(words::tone),
                Column.text("action_id", report.say("review.goals.actionId"), Action::actionId));
        return new Sheet.Table<>(
                report.say("review.goals.goals"),
                1,
                Block.of(
                        report.say("review.goals.goalsTurnedIntoActions", "asOf", asOf),
                        columns,
                        byGoal,
                        report.result().input().registers().has(Action.DATASET)
                                ? report.say("review.goals.thereNoActionsYet")
                                : report.say("word.noExportActionsReceived")));
    }
}
