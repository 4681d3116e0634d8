package dev.steelyard.output.workbook.hr;

import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.score.Remark;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.book.Book;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Datum;
import dev.steelyard.output.workbook.book.Format;
import dev.steelyard.output.workbook.book.Sheet;
import dev.steelyard.output.workbook.book.Width;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * 补目标, {@code targets-missing-PERIOD.xlsx}: a row for each target for want of which somebody is held, filled in but for its amount. It
 * bears the header of the export and begins with its name: put into the input folder it is read as one.
 */
public final class TargetsWorkbook {

    private static final String DATASET = "targets";

    private record Line(RankedScorecard card, String indicator, String period) {}

    private final Report report;
    private final Schema schema;

    private TargetsWorkbook(Report report) {
        this.report = report;
        this.schema = report.schema(DATASET).orElseThrow();
    }

    public static String fileName(String period) {
        return "targets-missing-" + period + ".xlsx";
    }

    /** Whether somebody is held for want of a target. */
    public static boolean isNeeded(Report report) {
        return report.schema(DATASET).isPresent() && !lines(report).isEmpty();
    }

    /** Writes the workbook; {@code out} stays open. */
    public static void write(Report report, Path tempFolder, OutputStream out) throws IOException {
        TargetsWorkbook targets = new TargetsWorkbook(report);
        Book.write(
                report.imprint(report.say("sheet.targets") + " "),
                List.of(new Sheet.Plain<>(report.say("sheet.targets"), targets.columns(), lines(report))),
                tempFolder,
                out);
    }

    private static List<Line> lines(Report report) {
        return report.cards().stream()
                .flatMap(card -> card.card().holds().stream()
                        .filter(hold -> hold.kind() == Remark.Kind.NO_TARGET)
                        .map(hold -> new Line(
                                card, hold.details().get(0), hold.details().get(1))))
                .toList();
    }

    private List<Column<Line>> columns() {
        return List.of(
                text("subject_type", line -> report.choice(DATASET, "subject_type", "employee")),
                text("subject", line -> line.card().participant().id()),
                text("indicator", line -> report.indicator(line.indicator())),
                text("period", Line::period),
                column("target", Format.NUMBER, line -> Datum.NONE),
                Column.text(
                        "name",
                        report.say("word.name"),
                        line -> line.card().participant().employee().name()));
    }

    private Column<Line> text(String name, Function<Line, String> of) {
        return column(name, Format.TEXT, line -> Datum.text(of.apply(line)));
    }

    /** A column of the export under its own header. */
    private Column<Line> column(String name, Format format, Function<Line, Datum> of) {
        return Column.of(name, report.column(schema.dataset(), name), Width.fit(12, 30), format, of);
    }
}
