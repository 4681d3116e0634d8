package dev.steelyard.output.page;

import dev.steelyard.engine.insight.team.TeamStanding;
import dev.steelyard.engine.register.EarlierScorecard;
import dev.steelyard.engine.score.RankedScorecard.Status;
import dev.steelyard.engine.unit.Points;
import dev.steelyard.output.page.Node.Element;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.StateWords;
import dev.steelyard.output.workbook.book.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What happened: in one sentence, and in a few figures. */
final class PageFigures {

    private final Report report;
    private final Optional<Points> mean;
    private final Optional<Points> before;

    PageFigures(Report report) {
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
            return report.say("page.figures.nobodyRankedPeriod", "period", period);
        }
        String change = before.map(this::change).orElse("");
        return report.say(
                "page.figures.peopleRankedMeanFinal",
                "period",
                period,
                "ranked",
                ranked,
                "mean",
                mean.get(),
                "change",
                change);
    }

    private String change(Points earlier) {
        Points change = mean.orElseThrow().minus(earlier);
        String period = report.identity().period().previous().toString();
        if (change.hundredths() == 0) {
            return report.say("page.figures.same", "period", period);
        }
        boolean up = change.hundredths() > 0;
        Points size = up ? change : Points.ZERO.minus(change);
        return report.say(
                "page.figures.sizeWhatPeriod",
                "what",
                (up ? report.say("page.figures.above") : report.say("page.figures.below")),
                "period",
                period,
                "size",
                size);
    }

    Element section() {
        List<Element> figures = new ArrayList<>();
        figures.add(figure(
                report.say("word.peopleScored"), Integer.toString(report.cards().size())));
        for (Status status : Status.values()) {
            figures.add(figure(
                    report.say(StateWords.title(status)),
                    Long.toString(report.result().count(status))));
        }
        figures.add(
                figure(report.say("word.meanFinal"), mean.map(Points::toString).orElse("–")));
        if (report.plan().pay().managersSeePay()) {
            figures.add(figure(
                    report.say("word.totalPayoutBeforeTax"),
                    Format.MONEY.shown(report.result().totalPayout().amount()) + " "
                            + report.plan().currency()));
        }
        return Section.of(
                "figures", report.say("word.glance"), Node.of("dl", figures).with("class", "figures"));
    }

    private static Element figure(String word, String value) {
        return Node.of("div", Node.of("dt", word), Node.of("dd", value));
    }
}
