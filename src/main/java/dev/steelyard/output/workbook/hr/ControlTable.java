package dev.steelyard.output.workbook.hr;

import dev.steelyard.engine.run.AmountSum;
import dev.steelyard.engine.run.InputFile;
import dev.steelyard.engine.run.InputFile.Counts;
import dev.steelyard.engine.run.InputFile.Outcomes;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.Words;
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
final class ControlTable {

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

    private final Report report;
    private final Background background;

    ControlTable(Report report, Background background) {
        this.report = report;
        this.background = background;
    }

    Sheet sheet() {
        Block<Line> block = Block.of(
                        report.say("对账 ", "Control totals ") + report.identity().period(),
                        columns(),
                        lines(),
                        report.say("本次运行没有读入文件。", "This run read no files."))
                .intro(
                        report.say(
                                "每行：读入 = 计入 + 未计入，未计入 = 期外 + 排除 + 拒绝 + 重复；行数与各金额列都须相符。被拒绝的行见「问题」。",
                                "In each line: read = used + not used, and not used = out of window + excluded + rejected +"
                                        + " duplicate; rows and every amount column must agree. For rejected rows see Problems."),
                        report.say(
                                "「读不出」：被拒绝的行中读不出金额的单元格个数，不在任何合计之内。",
                                "Unreadable: cells of rejected rows without an amount that can be read; they are in no sum."))
                .toned(line -> line.strong() ? Tone.STRONG : Tone.PLAIN)
                .total(all());
        return new Sheet.Table<>(report.say("对账", "Control totals"), 3, block);
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
        String name = report.say("合计 " + files.size() + " 个文件", "all " + files.size() + " files");
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
                report.say("合计", "Total"),
                rowsItem(),
                Format.COUNT,
                asSum(rows),
                Datum.NONE,
                Datum.whole(bytes),
                "",
                true);
    }

    private String rowsItem() {
        return report.say("行数", "rows");
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
                Column.text("dataset", "数据集", "Dataset", Line::dataset),
                Column.of("file", "文件", "File", new Width(16, 22, true), Format.TEXT, line -> Datum.text(line.file())),
                Column.of("item", "项目", "Item", Width.fit(6, 16), Format.TEXT, line -> Datum.text(line.item())),
                figure("read", "读入", "Read", AmountSum::in),
                figure("used", "计入", "Used", AmountSum::used),
                figure("not_used", "未计入", "Not used", AmountSum::notUsed),
                figure("out_of_window", "期外", "Out of window", AmountSum::outOfWindow),
                figure("excluded", "排除", "Excluded", AmountSum::excluded),
                figure("rejected", "拒绝", "Rejected", AmountSum::rejected),
                figure("duplicate", "重复", "Duplicate", AmountSum::duplicate),
                figure("difference", "差额", "Difference", AmountSum::difference),
                Column.<Line>of(
                                "check",
                                "核对",
                                "Check",
                                Width.fit(10, 12),
                                Format.WORD,
                                line -> Datum.text(
                                        report.say(line.sum().reconciles() ? Words.RECONCILED : Words.UNRECONCILED)))
                        .toned(line -> line.sum().reconciles() ? line.strong() ? Tone.STRONG : Tone.PLAIN : Tone.WORST),
                Column.<Line>number("unreadable", "读不出", "Unreadable", Format.COUNT, Line::unreadable)
                        .toned(line ->
                                line.sum().unreadable() > 0 ? Tone.LOW : line.strong() ? Tone.STRONG : Tone.PLAIN)
                        .onScreen(),
                Column.number("bytes", "字节", "Bytes", Format.COUNT, Line::bytes),
                Column.of(
                        "sha256",
                        "SHA-256 前 16 位",
                        "SHA-256, first 16",
                        Width.fit(22, 24),
                        Format.TEXT,
                        line -> Datum.text(line.sha256())));
    }

    private static Column<Line> figure(String id, String zh, String en, Function<AmountSum, BigDecimal> of) {
        return Column.number(id, zh, en, Format.COUNT, line -> Datum.number(of.apply(line.sum()), line.format()));
    }
}
