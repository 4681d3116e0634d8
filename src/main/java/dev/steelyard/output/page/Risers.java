package dev.steelyard.output.page;

import dev.steelyard.engine.insight.people.Mover;
import dev.steelyard.engine.register.EarlierScorecard;
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
record Risers(Report report) {

    private static final int SHOWN = 5;

    Element section() {
        String period = report.identity().period().previous().toString();
        String title = report.say("page.risers.gainedMost");
        List<EarlierScorecard> before =
                report.result().input().history().of(report.identity().period().previous());
        List<Mover> all = Mover.of(report.result().book(), before);
        if (all.isEmpty()) {
            return Section.of(
                    "movers", title, Node.of("p", report.say("page.risers.thereNoPublishedResult", "period", period)));
        }
        List<Element> parts = new ArrayList<>();
        List<Mover> shown = shown(all, before);
        if (!shown.isEmpty()) {
            parts.add(new Table<>(report.say("page.risers.gainedMostSince", "period", period), columns(), shown)
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
        return report.say("page.risers.peopleRankedBothPeriods", "all", all.size(), "up", up, "down", down);
    }

    private List<Column<Mover>> columns() {
        return List.of(
                Column.words(report.say("word.name"), mover -> Section.person(mover.card())),
                Column.number(report.say("page.risers.gain"), mover -> "▲ " + mover.change()),
                Column.number(report.say("word.finalNow"), mover -> mover.card()
                        .pooled()
                        .score()
                        .map(Points::toString)
                        .orElse("")),
                Column.number(
                        report.say("word.rank"),
                        mover -> mover.rankBefore() + " → "
                                + mover.card().ranks().overall().orElseThrow()));
    }
}
