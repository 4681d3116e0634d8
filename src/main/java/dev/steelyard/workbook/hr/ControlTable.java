package dev.steelyard.workbook.hr;

import dev.steelyard.run.InputFile;
import dev.steelyard.run.InputFile.Counts;
import dev.steelyard.workbook.Report;
import dev.steelyard.workbook.Words;
import dev.steelyard.workbook.book.Block;
import dev.steelyard.workbook.book.Column;
import dev.steelyard.workbook.book.Datum;
import dev.steelyard.workbook.book.Format;
import dev.steelyard.workbook.book.Sheet;
import dev.steelyard.workbook.book.Tone;
import dev.steelyard.workbook.book.Width;
import java.util.List;
import java.util.function.ToLongFunction;

/** 对账: what became of each export's rows. */
final class ControlTable {

    private final Report report;
    private final Background background;

    ControlTable(Report report, Background background) {
        this.report = report;
        this.background = background;
    }

    Sheet sheet() {
        Counts sum = background.inputs().stream().map(InputFile::rows).reduce(Counts.NONE, Counts::plus);
        Block<InputFile> block = Block.of(
                        report.say("对账 ", "Control totals ") + report.identity().period(),
                        columns(),
                        background.inputs(),
                        report.say("本次运行没有读入文件。", "This run read no files."))
                .intro(
                        report.say(
                                "每个文件：读入 = 计入 + 期外 + 拒绝 + 重复。被拒绝的行见「问题」。",
                                "For each file: read = used + out of window + rejected + duplicate. For rejected rows see Problems."))
                .total(new InputFile("", report.say("合计", "Total"), bytes(), "", sum));
        return new Sheet.Table<>(report.say("对账", "Control totals"), 2, block);
    }

    private long bytes() {
        return background.inputs().stream().mapToLong(InputFile::bytes).sum();
    }

    private List<Column<InputFile>> columns() {
        return List.of(
                Column.text("dataset", "数据集", "Dataset", file -> report.dataset(file.dataset())),
                Column.of("file", "文件", "File", Width.fit(16, 44), Format.TEXT, file -> Datum.text(file.name())),
                count("read", "读入", "Read", Counts::read),
                count("used", "计入", "Used", Counts::used),
                count("out_of_window", "期外", "Out of window", Counts::outOfWindow),
                count("rejected", "拒绝", "Rejected", Counts::rejected),
                count("duplicate", "重复", "Duplicate", Counts::duplicate),
                count("difference", "差额", "Difference", ControlTable::difference),
                Column.<InputFile>of(
                                "check", "核对", "Check", Width.fit(10, 12), Format.WORD, file -> Datum.text(check(file)))
                        .toned(file -> file.rows().reconciles() ? Tone.PLAIN : Tone.WORST),
                Column.number("bytes", "字节", "Bytes", Format.COUNT, file -> Datum.whole(file.bytes())),
                Column.of(
                        "sha256",
                        "SHA-256 前 16 位",
                        "SHA-256, first 16",
                        Width.fit(22, 24),
                        Format.TEXT,
                        file -> Datum.text(file.sha256()
                                .substring(0, Math.min(16, file.sha256().length())))));
    }

    private static Column<InputFile> count(String id, String zh, String en, ToLongFunction<Counts> of) {
        return Column.number(id, zh, en, Format.COUNT, file -> Datum.whole(of.applyAsLong(file.rows())));
    }

    private String check(InputFile file) {
        return report.say(file.rows().reconciles() ? Words.RECONCILED : Words.UNRECONCILED);
    }

    private static long difference(Counts rows) {
        return rows.read() - rows.used() - rows.outOfWindow() - rows.rejected() - rows.duplicate();
    }
}
