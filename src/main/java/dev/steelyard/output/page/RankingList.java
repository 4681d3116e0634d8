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
record RankingList(Report report) {

    /** More than that nobody reads on a phone. */
    private static final int SHOWN = 50;

    Element section() {
        String title = report.say("word.ranking");
        Named named = new Named(report.plan());
        List<RankedScorecard> all = report.cards().stream().filter(named::is).toList();
        if (all.isEmpty()) {
            return Section.of("ranking", title, Node.of("p", report.say("page.rankingList.thereNobodyList")));
        }
        List<RankedScorecard> shown = all.stream().limit(SHOWN).toList();
        long ranked = report.result().count(Status.RANKED);
        List<Element> parts = new ArrayList<>();
        parts.add(new Table<>(report.say("page.rankingList.rankingCompanyFinalScore"), columns(), shown).element());
        if (ranked > shown.size()) {
            long more = ranked - shown.size();
            String book = "ranking-" + report.identity().period() + ".xlsx";
            parts.add(Node.of("p", report.say("page.rankingList.moreRankedPeopleNot", "more", more, "book", book)));
        }
        return Section.of("ranking", title, parts);
    }

    private List<Column<RankedScorecard>> columns() {
        return List.of(
                Column.number(
                        report.say("word.rank"),
                        card -> card.ranks().overall().map(Object::toString).orElse("")),
                Column.words(report.say("word.name"), Section::person),
                Column.number(
                        report.say("page.rankingList.final"),
                        card -> card.pooled().score().map(Points::toString).orElse("")),
                Column.words(
                        report.say("word.grade"),
                        card -> Section.isolated(card.grade().orElse(""))),
                Column.words(
                        report.say("word.team"),
                        card -> Section.isolated(card.participant().employee().team())));
    }
}
