package dev.steelyard.output.workbook.hr;

import dev.steelyard.engine.insight.people.Mover;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Datum;
import dev.steelyard.output.workbook.book.Format;
import dev.steelyard.output.workbook.book.Tone;
import dev.steelyard.output.workbook.book.Width;
import java.util.ArrayList;
import java.util.List;

/** 变动最大: who gained and who lost the most points since the period before. */
final class Movers {

    private static final int SHOWN = 5;
    private static final Width NUMBER = Width.fit(13, 15);

    private Movers() {}

    static Block<?> block(Report report, Background background) {
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
                        "姓名",
                        "Name",
                        Width.fit(22, 34),
                        Format.TEXT,
                        mover ->
                                Datum.text(mover.card().participant().employee().name() + " "
                                        + mover.card().participant().id())),
                Column.<Mover>of(
                                "change",
                                "分数变动",
                                "Change",
                                NUMBER,
                                Format.POINTS,
                                mover -> Datum.points(mover.change()))
                        .toned(mover -> mover.change().hundredths() > 0 ? Tone.GOOD : Tone.LOW),
                Column.of(
                        "before", "上期得分", "Final before", NUMBER, Format.POINTS, mover -> Datum.points(mover.before())),
                Column.of(
                        "final",
                        "本期得分",
                        "Final now",
                        NUMBER,
                        Format.POINTS,
                        mover -> Datum.points(mover.card().pooled().score())),
                Column.of(
                        "places",
                        "名次变动",
                        "Places",
                        NUMBER,
                        Format.TEXT,
                        mover -> Datum.text(arrow(mover.places()) + report.say("（第 ", " (") + mover.rankBefore() + " → "
                                + mover.card().ranks().overall().orElseThrow() + report.say(" 名）", ")"))));
        String period = report.identity().period().previous().toString();
        return Block.of(
                report.say("比 " + period + " 变动最大", "Moved most since " + period),
                columns,
                shown,
                report.say(
                        "台账中没有 " + period + " 的已发布结果，无法比较。",
                        "The ledger has no published result of " + period + " to compare with."));
    }

    private static String arrow(int places) {
        return places > 0 ? "▲ " + places : places < 0 ? "▼ " + -places : "= 0";
    }
}
