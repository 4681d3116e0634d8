package dev.steelyard.output.workbook.hr;

import dev.steelyard.engine.insight.people.Mover;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.block.Standings;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Datum;
import dev.steelyard.output.workbook.book.Format;
import dev.steelyard.output.workbook.book.Tone;
import dev.steelyard.output.workbook.book.Width;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** 变动最大: who gained and who lost the most points since the period before. */
final class Movers {

    private static final int SHOWN = 5;
    private static final Width NUMBER = Width.fit(8, 15);

    private Movers() {}

    /** Nothing where nobody was published a period before. */
    static Optional<Block<?>> block(Report report, Background background) {
        List<Mover> all = Mover.of(report.result().book(), background.previous());
        List<Mover> shown = new ArrayList<>();
        all.stream()
                .filter(mover -> mover.change().hundredths() > 0)
                .limit(SHOWN)
                .forEach(shown::add);
        List<Mover> down =
                all.stream().filter(mover -> mover.change().hundredths() < 0).toList();
        shown.addAll(down.subList(Math.max(0, down.size() - SHOWN), down.size()));
        List<Column<Mover>> columns = List.of(
                Column.of(
                        "name",
                        report.say("word.name"),
                        Width.fit(16, 34),
                        Format.TEXT,
                        mover ->
                                Datum.text(mover.card().participant().employee().name() + " "
                                        + mover.card().participant().id())),
                Column.<Mover>of(
                                "change",
                                report.say("hr.movers.change"),
                                NUMBER,
                                Format.POINTS,
                                mover -> Datum.points(mover.change()))
                        .toned(mover -> mover.change().hundredths() > 0 ? Tone.GOOD : Tone.LOW),
                Column.of(
                        "before",
                        report.say("hr.movers.finalBefore"),
                        NUMBER,
                        Format.POINTS,
                        mover -> Datum.points(mover.before())),
                Column.of(
                        "final",
                        report.say("word.finalNow"),
                        NUMBER,
                        Format.POINTS,
                        mover -> Datum.points(mover.card().pooled().score())),
                Column.text(
                        "places",
                        report.say("hr.movers.places"),
                        Width.fit(12, 12),
                        mover -> report.say(
                                "hr.movers.arrowRankbeforeOverall",
                                "arrow",
                                Standings.arrow(mover.places()),
                                "rankBefore",
                                mover.rankBefore(),
                                "overall",
                                mover.card().ranks().overall().orElseThrow())));
        String period = report.identity().period().previous().toString();
        return shown.isEmpty()
                ? Optional.empty()
                : Optional.of(Block.of(report.say("hr.movers.movedMostSince", "period", period), columns, shown, ""));
    }
}
