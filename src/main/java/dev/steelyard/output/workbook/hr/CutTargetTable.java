package dev.steelyard.output.workbook.hr;

import dev.steelyard.engine.run.CutTargets.Cut;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.output.workbook.Person;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Datum;
import dev.steelyard.output.workbook.book.Format;
import dev.steelyard.output.workbook.book.Tone;
import dev.steelyard.output.workbook.book.Width;
import java.util.List;
import java.util.Optional;

/** 目标折算: every target that the run cut, how, and which of them may have been reduced before (rulings 101). */
record CutTargetTable(Report report) {

    /** Nothing where every target holds whole. */
    Optional<Block<?>> block() {
        List<Cut> cuts = report.result().cutTargets();
        return cuts.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Block.of(report.say("sheet.cut"), columns(), cuts, "").intro(report.say("sheet.cut.intro")));
    }

    private String column(String key) {
        return report.say("sheet.cut." + key);
    }

    private List<Column<Cut>> columns() {
        return List.of(
                Person.id(report, Cut::card),
                Person.name(report, Cut::card),
                Person.team(report, Cut::card),
                Column.number(
                        "whole",
                        column("whole"),
                        Format.MONEY,
                        cut -> Datum.number(cut.target().target().value().rounded(2))),
                Column.number(
                        "target",
                        column("target"),
                        Format.MONEY,
                        cut -> Datum.number(cut.target().value().rounded(2))),
                Column.<Cut>word(
                                "check",
                                column("check"),
                                Width.fit(8, 12),
                                cut -> cut.isSuspicious() ? column("suspicious") : "")
                        .toned(cut -> cut.isSuspicious() ? Tone.LOW : Tone.PLAIN),
                Column.text("how", column("how"), Width.fit(8, 20), cut -> how(cut)));
    }

    private String how(Cut cut) {
        String how = report.say(
                "sheet.cut.note",
                "indicator",
                report.indicator(cut.name()),
                "how",
                report.say(cut.target().note()));
        return cut.isSuspicious()
                ? how + "\n"
                        + report.say(
                                "sheet.cut.reduced",
                                "median",
                                cut.median().map(Fraction::grouped).orElse(""))
                : how;
    }
}
