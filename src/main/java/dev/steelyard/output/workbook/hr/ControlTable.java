package dev.steelyard.output.workbook.hr;

import dev.steelyard.engine.run.AmountSum;
import dev.steelyard.engine.run.InputFile;
import dev.steelyard.engine.run.InputFile.Counts;
import dev.steelyard.engine.run.InputFile.Outcomes;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.StateWords;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Datum;
import dev.steelyard.output.workbook.book.Format;
import dev.steelyard.output.workbook.book.Sheet;
import dev.steelyard.output.workbook.book.Tone;
import dev.steelyard.output.workbook.book.Width;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** 对账: what became of each export's rows and of its money. */
record ControlTable(Report report, Background background) {

    private static final int HASH = 16;

    /**
     * Rows or one amount column, of a file, of a dataset with several files, or of all.
     *
     * @param unreadable cells that are in no sum
     * @param bytes of the file; blank in further lines of the same
     */
    private record Line(
            String dataset,
            String file,
            String item,
            Format format,
            AmountSum sum,
            Datum unreadable,
            Datum bytes,
            String sha256,
            boolean strong) {}

    Sheet sheet() {
        Block<Line> block = Block.of(
                        report.ofPeriod("hr.control.controlTotals"),
                        columns(),
                        lines(),
                        report.say("hr.control.runReadNoFiles"))
                .intro(report.say("hr.control.eachLineReadUsed"), report.say("hr.control.unreadableCellsRejectedRows"))
                .toned(line -> line.strong() ? Tone.STRONG : Tone.PLAIN)
                .total(all());
        return new Sheet.Table<>(report.say("hr.control.controlTotals2"), 3, block);
    }

    // ------------------------------------------------------------------ lines

    private List<Line> lines() {
        Map<String, List<InputFile>> byDataset = new LinkedHashMap<>();
        background.inputs().forEach(file -> byDataset
                .computeIfAbsent(file.dataset(), dataset -> new ArrayList<>())
                .add(file));
        List<Line> lines = new ArrayList<>();
        byDataset.forEach((dataset, files) -> {
            files.forEach(file -> addFile(file, lines));
            if (files.size() > 1) {
                addTotal(dataset, files, lines);
            }
        });
        return lines;
    }

    private void addFile(InputFile file, List<Line> lines) {
        String dataset = report.dataset(file.dataset());
        lines.add(new Line(
                dataset,
                file.name(),
                rowsItem(),
                Format.COUNT,
                asSum(file.rows()),
                Datum.NONE,
                Datum.whole(file.bytes()),
                file.sha256().substring(0, Math.min(HASH, file.sha256().length())),
                false));
        addSums(file.dataset(), file.name(), file.sums(), false, lines);
    }

    /** A dataset's files together. */
    private void addTotal(String dataset, List<InputFile> files, List<Line> lines) {
        Outcomes all = files.stream()
                .map(file -> new Outcomes(file.rows(), file.sums()))
                .reduce(Outcomes.NONE, Outcomes::plus);
        String name = report.say("hr.control.allFiles", "files", files.size());
        lines.add(new Line(
                report.dataset(dataset),
                name,
                rowsItem(),
                Format.COUNT,
                asSum(all.rows()),
                Datum.NONE,
                Datum.whole(files.stream().mapToLong(InputFile::bytes).sum()),
                "",
                true));
        addSums(dataset, name, all.sums(), true, lines);
    }

    private void addSums(String dataset, String name, Map<String, AmountSum> sums, boolean strong, List<Line> lines) {
        sums.forEach((column, sum) -> lines.add(new Line(
                report.dataset(dataset),
                name,
                report.column(dataset, column),
                Format.MONEY,
                sum,
                sum.unreadable() == 0 ? Datum.NONE : Datum.whole(sum.unreadable()),
                Datum.NONE,
                "",
                strong)));
    }

    private Line all() {
        Counts rows = background.inputs().stream().map(InputFile::rows).reduce(Counts.NONE, Counts::plus);
        long bytes = background.inputs().stream().mapToLong(InputFile::bytes).sum();
        return new Line(
                "",
                report.say("word.total"),
                rowsItem(),
                Format.COUNT,
                asSum(rows),
                Datum.NONE,
                Datum.whole(bytes),
                "",
                true);
    }

    private String rowsItem() {
        return report.say("hr.control.rows");
    }

    private static AmountSum asSum(Counts rows) {
        return new AmountSum(
                BigDecimal.valueOf(rows.read()),
                BigDecimal.valueOf(rows.used()),
                BigDecimal.valueOf(rows.outOfWindow()),
                BigDecimal.valueOf(rows.excluded()),
                BigDecimal.valueOf(rows.rejected()),
                BigDecimal.valueOf(rows.duplicate()),
                0);
    }

    // ------------------------------------------------------------------ columns

    private List<Column<Line>> columns() {
        return List.of(
                Column.text("dataset", report.say("word.dataset"), Width.wrap(12), line -> line.dataset()),
                Column.text("file", report.say("word.file"), Width.wrap(24), line -> line.file()),
                Column.text("item", report.say("word.item"), Width.fit(6, 16), line -> line.item()),
                figure("read", report.say("hr.control.read"), AmountSum::in),
                figure("used", report.say("hr.control.used"), AmountSum::used),
                figure("out_of_window", report.say("hr.control.outWindow"), AmountSum::outOfWindow),
                figure("excluded", report.say("hr.control.excluded"), AmountSum::excluded),
                figure("rejected", report.say("hr.control.rejected"), AmountSum::rejected),
                figure("duplicate", report.say("hr.control.duplicate"), AmountSum::duplicate),
                Column.<Line>word(
                                "check",
                                report.say("hr.control.check"),
                                Width.fit(10, 12),
                                line -> report.say(
                                        line.sum().reconciles() ? StateWords.RECONCILED : StateWords.UNRECONCILED))
                        .toned(line -> line.sum().reconciles() ? line.strong() ? Tone.STRONG : Tone.PLAIN : Tone.WORST),
                figure("not_used", report.say("hr.control.notUsed"), AmountSum::notUsed)
                        .onScreen(),
                figure("difference", report.say("word.difference"), AmountSum::difference),
                Column.<Line>number("unreadable", report.say("hr.control.unreadable"), Format.COUNT, Line::unreadable)
                        .toned(line ->
                                line.sum().unreadable() > 0 ? Tone.LOW : line.strong() ? Tone.STRONG : Tone.PLAIN),
                Column.number("bytes", report.say("hr.control.bytes"), Format.COUNT, Line::bytes),
                Column.text(
                        "sha256", report.say("hr.control.sha256First16"), Width.fit(22, 24), line -> line.sha256()));
    }

    private static Column<Line> figure(String id, String title, Function<AmountSum, BigDecimal> of) {
        return Column.number(id, title, Format.COUNT, line -> Datum.number(of.apply(line.sum()), line.format()));
    }
}
