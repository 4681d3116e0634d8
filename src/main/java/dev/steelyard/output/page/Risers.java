package dev.steelyard.output.page;

import dev.steelyard.engine.fact.EarlierScorecard;
import dev.steelyard.engine.insight.people.Mover;
import dev.steelyard.engine.unit.Points;
import dev.steelyard.output.page.Node.Element;
import dev.steelyard.output.page.Table.Column;
import dev.steelyard.output.workbook.Report;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * 进步最大: who gained the most points since the period before. Who lost is counted and not named, and who had the worst grade
 * before is not named either, because the gain would say so.
 */
final class Risers {

    private static final int SHOWN = 5;

    private final Report report;

    Risers(Report report) {
        this.report = report;
    }

    Element section() {
        String period = report.identity().period().previous().toString();
        String title = report.say("进步最大", "Gained the most");
        List<EarlierScorecard> before =
                report.result().input().history().of(report.identity().period().previous());
        List<Mover> all = Mover.of(report.result().book(), before);
        if (all.isEmpty()) {
            return Section.of(
                    "movers",
                    title,
                    Node.of(
                            "p",
                            report.say(
                                    "没有 " + period + " 的已发布结果，无法比较。",
                                    "There is no published result of " + period + " to compare with.")));
        }
        List<Element> parts = new ArrayList<>();
        List<Mover> shown = shown(all, before);
        if (!shown.isEmpty()) {
            parts.add(new Table<>(
                            report.say("比 " + period + " 进步最大", "Gained the most since " + period), columns(), shown)
                    .element());
        }
        parts.add(Node.of("p", counts(all)));
        return Section.of("movers", title, parts);
    }

    private List<Mover> shown(List<Mover> all, List<EarlierScorecard> before) {
        Named named = new Named(report.plan());
        Set<String> nameable = new HashSet<>();
        before.stream().filter(named::is).forEach(card -> nameable.add(card.employeeId()));
        return all.stream()
                .filter(mover -> mover.change().hundredths() > 0)
                .filter(mover -> named.is(mover.card())
                        && nameable.contains(mover.card().participant().id()))
                .limit(SHOWN)
                .toList();
    }

    private String counts(List<Mover> all) {
        long up = all.stream().filter(mover -> mover.change().hundredths() > 0).count();
        long down =
                all.stream().filter(mover -> mover.change().hundredths() < 0).count();
        return report.say(
                "两期均排名的 " + all.size() + " 人中，" + up + " 人上升，" + down + " 人下降；下降的原因请由直属上级面谈了解。",
                "Of " + all.size() + " people ranked in both periods " + up + " gained and " + down
                        + " lost; their managers talk with them about why.");
    }

    private List<Column<Mover>> columns() {
        return List.of(
                Column.words(report.say("姓名", "Name"), mover -> Section.person(mover.card())),
                Column.number(report.say("升", "Gain"), mover -> "▲ " + mover.change()),
                Column.number(report.say("本期得分", "Final now"), mover -> mover.card()
                        .pooled()
                        .score()
                        .map(Points::toString)
                        .orElse("")),
                Column.number(
                        report.say("名次", "Rank"),
                        mover -> mover.rankBefore() + " → "
                                + mover.card().ranks().overall().orElseThrow()));
    }
}
