package dev.steelyard.output.page;

import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.score.RankedScorecard.Status;
import dev.steelyard.engine.unit.Points;
import dev.steelyard.output.page.Node.Element;
import dev.steelyard.output.page.Table.Column;
import dev.steelyard.output.workbook.Report;
import java.util.ArrayList;
import java.util.List;

/** 排名: who may be named, best first. */
final class RankingList {

    /** More than that nobody reads on a phone. */
    private static final int SHOWN = 50;

    private final Report report;

    RankingList(Report report) {
        this.report = report;
    }

    Element section() {
        String title = report.say("排名", "Ranking");
        Named named = new Named(report.plan());
        List<RankedScorecard> all = report.cards().stream().filter(named::is).toList();
        if (all.isEmpty()) {
            return Section.of("ranking", title, Node.of("p", report.say("本期没有可列出的排名。", "There is nobody to list.")));
        }
        List<RankedScorecard> shown = all.stream().limit(SHOWN).toList();
        long ranked = report.result().count(Status.RANKED);
        List<Element> parts = new ArrayList<>();
        parts.add(new Table<>(report.say("全公司排名，最终得分从高到低", "Ranking of the company by final score"), columns(), shown)
                .element());
        if (ranked > shown.size()) {
            long more = ranked - shown.size();
            String book = "ranking-" + report.identity().period() + ".xlsx";
            parts.add(Node.of(
                    "p",
                    report.say(
                            "另有 " + more + " 名已排名人员未在此列出：完整排名见 " + book + "（人力资源）。",
                            more + " more ranked people are not listed here: the whole ranking is in " + book
                                    + " (HR).")));
        }
        return Section.of("ranking", title, parts);
    }

    private List<Column<RankedScorecard>> columns() {
        return List.of(
                Column.number(
                        report.say("名次", "Rank"),
                        card -> card.ranks().overall().map(Object::toString).orElse("")),
                Column.words(report.say("姓名", "Name"), Section::person),
                Column.number(
                        report.say("得分", "Final"),
                        card -> card.pooled().score().map(Points::toString).orElse("")),
                Column.words(
                        report.say("等级", "Grade"),
                        card -> Section.isolated(card.grade().orElse(""))),
                Column.words(
                        report.say("团队", "Team"),
                        card -> Section.isolated(card.participant().employee().team())));
    }
}
