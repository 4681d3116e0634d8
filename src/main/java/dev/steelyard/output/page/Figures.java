package dev.steelyard.output.page;

import dev.steelyard.engine.fact.EarlierScorecard;
import dev.steelyard.engine.insight.team.TeamStanding;
import dev.steelyard.engine.score.RankedScorecard.Status;
import dev.steelyard.engine.unit.Points;
import dev.steelyard.output.page.Node.Element;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.Words;
import dev.steelyard.output.workbook.book.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What happened: in one sentence, and in a few figures. */
final class Figures {

    private final Report report;
    private final Optional<Points> mean;
    private final Optional<Points> before;

    Figures(Report report) {
        this.report = report;
        this.mean = TeamStanding.mean(report.cards());
        this.before = Points.mean(
                report.result().input().history().of(report.identity().period().previous()).stream()
                        .filter(card -> card.scored() && !card.vetoed())
                        .map(EarlierScorecard::score)
                        .flatMap(Optional::stream)
                        .toList());
    }

    String headline() {
        String period = report.identity().period().toString();
        long ranked = report.result().count(Status.RANKED);
        if (mean.isEmpty()) {
            return report.say(period + "：本期没有人排名", period + ": nobody is ranked in this period");
        }
        String change = before.map(this::change).orElse("");
        return report.say(
                period + "：" + ranked + " 人排名，平均最终得分 " + mean.get() + change,
                period + ": " + ranked + (ranked == 1 ? " person" : " people") + " ranked, mean final " + mean.get()
                        + change);
    }

    private String change(Points earlier) {
        Points change = mean.orElseThrow().minus(earlier);
        String period = report.identity().period().previous().toString();
        if (change.hundredths() == 0) {
            return report.say("，与 " + period + " 持平", ", the same as in " + period);
        }
        boolean up = change.hundredths() > 0;
        Points size = up ? change : Points.ZERO.minus(change);
        return report.say(
                "，比 " + period + (up ? " 高 " : " 低 ") + size, ", " + size + (up ? " above " : " below ") + period);
    }

    Element section() {
        List<Element> figures = new ArrayList<>();
        figures.add(figure(
                report.say("被考核人", "People scored"),
                Integer.toString(report.cards().size())));
        for (Status status : Status.values()) {
            figures.add(figure(
                    report.say(Words.title(status)),
                    Long.toString(report.result().count(status))));
        }
        figures.add(figure(
                report.say("平均最终得分", "Mean final"), mean.map(Points::toString).orElse("–")));
        if (report.plan().pay().managersSeePay()) {
            figures.add(figure(
                    report.say("兑付合计（税前）", "Total payout (before tax)"),
                    Format.MONEY.shown(report.result().totalPayout().amount()) + " "
                            + report.plan().currency()));
        }
        return Section.of(
                "figures",
                report.say("概况", "At a glance"),
                Node.of("dl", figures).with("class", "figures"));
    }

    private static Element figure(String word, String value) {
        return Node.of("div", Node.of("dt", word), Node.of("dd", value));
    }
}
