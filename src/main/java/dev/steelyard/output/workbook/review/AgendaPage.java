package dev.steelyard.output.workbook.review;

import dev.steelyard.engine.fact.Action;
import dev.steelyard.engine.insight.review.Needs;
import dev.steelyard.engine.insight.review.Needs.Topic;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.block.ActionColumns;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Sheet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** 先谈什么: overdue actions, then open ones, then what changed most. */
record AgendaPage(Report report, Needs needs, List<Action> actions) {

    /** Changes shown; all topics stand on the next page. */
    private static final int CHANGES = 5;

    /** Actions shown of each kind; all stand on the last sheet. */
    private static final int ACTIONS = 20;

    Sheet sheet() {
        LocalDate asOf = report.identity().asOf();
        Predicate<Action> overdue = action -> action.isOverdue(asOf);
        List<Block<?>> blocks = new ArrayList<>();
        blocks.add(actions(
                report.say("review.agenda.n1OverdueActionsFirst"),
                overdue,
                report.say("review.agenda.noActionOverdue")));
        blocks.add(actions(
                report.say("review.agenda.n2ThenThoseStill"),
                overdue.or(Action::isDone).negate(),
                report.say("review.agenda.noActionOpen")));
        blocks.add(changes());
        blocks.add(new ProposedActions(report).block());
        return new Sheet.Page(
                report.say("review.agenda.agenda"),
                report.ofPeriod("review.agenda.monthlyReview"),
                List.of(
                        report.say("review.agenda.reviewMeetingHoldsNo", "asOf", asOf),
                        report.say("review.agenda.writeEveryDecisionDown")),
                blocks);
    }

    private Block<?> actions(String title, Predicate<Action> which, String none) {
        List<Action> all = actions.stream().filter(which).toList();
        Block<Action> block = Block.of(
                title,
                new ActionColumns(report).list(),
                all.stream().limit(ACTIONS).toList(),
                report.result().input().registers().has(Action.DATASET)
                        ? none
                        : report.say("word.noExportActionsReceived"));
        return all.size() > ACTIONS
                ? block.outro(List.of(report.say("review.agenda.moreSeeGoals", "more", all.size() - ACTIONS)))
                : block;
    }

    private Block<Topic> changes() {
        TopicChanges words = new TopicChanges(report, needs);
        return Block.of(
                report.say(
                        needs.isCompared() ? "review.agenda.n3CustomerNeedsChanged" : "review.agenda.n3CustomerNeeds"),
                words.columns(),
                needs.biggestChanges(CHANGES),
                TopicsTable.whenEmpty(report, report.say("review.agenda.nothingChangedAgainstPeriod")));
    }
}
