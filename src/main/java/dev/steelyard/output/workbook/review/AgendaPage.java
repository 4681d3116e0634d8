package dev.steelyard.output.workbook.review;

import dev.steelyard.engine.insight.review.Action;
import dev.steelyard.engine.insight.review.Needs;
import dev.steelyard.engine.insight.review.Needs.Topic;
import dev.steelyard.output.workbook.ActionColumns;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Sheet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** 先谈什么: overdue actions, then open ones, then what changed most. */
final class AgendaPage {

    /** Changes shown; all topics stand on the next page. */
    private static final int CHANGES = 5;

    /** Actions shown of each kind; all stand on the last sheet. */
    private static final int ACTIONS = 20;

    private final Report report;
    private final Needs needs;
    private final List<Action> actions;

    AgendaPage(Report report, Needs needs, List<Action> actions) {
        this.report = report;
        this.needs = needs;
        this.actions = actions;
    }

    Sheet sheet() {
        LocalDate asOf = report.identity().asOf();
        Predicate<Action> overdue = action -> action.isOverdue(asOf);
        List<Block<?>> blocks = new ArrayList<>();
        blocks.add(actions(
                report.say("1. 先清逾期的行动", "1. Overdue actions first"),
                overdue,
                report.say("没有逾期的行动。", "No action is overdue.")));
        blocks.add(actions(
                report.say("2. 再看进行中的行动", "2. Then those still open"),
                overdue.or(Action::done).negate(),
                report.say("没有进行中的行动。", "No action is open.")));
        blocks.add(changes());
        return new Sheet.Page(
                report.say("先谈什么", "Agenda"),
                report.say("月度复盘 ", "Monthly review ") + report.identity().period(),
                List.of(
                        report.say(
                                "供复盘会使用，截至 " + asOf + "。不含个人得分、排名、兑付和问卷。",
                                "For the review meeting, as of " + asOf
                                        + ". Holds no scores, ranks or pay of persons and no" + " survey rows."),
                        report.say(
                                "每个决定都写成一条行动：负责人、截止日、状态，下期从这里开始。",
                                "Write every decision down as an action with owner, day and status: next time begins here.")),
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
                        : report.say("没有收到行动项的导出。", "No export of actions was received."));
        return all.size() > ACTIONS
                ? block.outro(List.of(report.say(
                        "另有 " + (all.size() - ACTIONS) + " 条，见「目标与行动」。", all.size() - ACTIONS + " more: see Goals.")))
                : block;
    }

    private Block<Topic> changes() {
        Changes words = new Changes(report);
        return Block.of(
                report.say("3. 变化最大的客户需求", "3. Customer needs that changed most"),
                words.columns(),
                needs.biggestChanges(CHANGES),
                TopicsPage.whenEmpty(report, report.say("与上期相比没有变化。", "Nothing changed against the period before.")));
    }
}
