package dev.steelyard.output.workbook.rejects;

import dev.steelyard.engine.problem.Problem;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Datum;
import dev.steelyard.output.workbook.book.Format;
import dev.steelyard.output.workbook.book.Sheet;
import dev.steelyard.output.workbook.book.Tone;
import dev.steelyard.output.workbook.book.Width;
import dev.steelyard.output.workbook.rejects.RejectDigest.Group;
import dev.steelyard.words.ProblemWords;
import dev.steelyard.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** 汇总: how many rows were rejected and why, what was probably meant, and what to do with this workbook. */
final class SummaryPage {

    /** Different errors shown; the sheets show them all by row. */
    private static final int MOST_GROUPS = 300;

    private record Step(String what) {}

    private record Delivered(String dataset, long rejected, String sheets) {}

    private final ProblemWords words;
    private final RejectDigest digest;
    private final Suggestion suggestion;
    private final RejectScope scope;

    SummaryPage(ProblemWords words, RejectDigest digest, Suggestion suggestion, RejectScope scope) {
        this.scope = scope;
        this.words = words;
        this.digest = digest;
        this.suggestion = suggestion;
    }

    Sheet sheet(String period, List<RejectSheet> sheets) {
        List<Block<?>> blocks = new ArrayList<>();
        if (digest.rejected() > 0) {
            blocks.add(groups());
            blocks.add(datasets(sheets));
            blocks.add(steps());
        }
        return new Sheet.Page(
                words.say("汇总", "Summary"), words.say("被拒绝的行 ", "Rejected rows ") + period, intro(), blocks);
    }

    private List<String> intro() {
        List<String> intro = new ArrayList<>();
        long rejected = digest.rejected();
        intro.add(
                rejected == 0
                        ? words.say("没有行被拒绝：所有导出的数据都已读取。", "No row was rejected: every exported row was read.")
                        : words.say(
                                "共 " + rejected + " 行未计入结果。供人力资源改正数据使用，含个人与调研数据，请勿转发。",
                                rejected + (rejected == 1 ? " row was" : " rows were")
                                        + " left out of the results. For HR to correct; holds personal and survey data, do not"
                                        + " forward."));
        Words own = Words.in(words.language());
        scope.only().ifPresent(dataset -> intro.add(own.say("rejects.only", "dataset", words.dataset(dataset))));
        if (digest.duplicateCount() > 0) {
            intro.add(words.say(
                    "另有 " + digest.duplicateCount() + " 行与其他行完全相同，未重复计入，见「重复」。",
                    (digest.duplicateCount() == 1
                                    ? "1 more is a copy of another row"
                                    : digest.duplicateCount() + " more are copies of other rows")
                            + " and not counted again; see Duplicates."));
        }
        if (digest.blankedCount() > 0) {
            intro.add(Words.in(words.language()).say("cause.kept-blank", "cells", digest.blankedCount()));
        }
        if (digest.correctedCount() > 0) {
            intro.add(words.say(
                    "按更正文件读取 " + digest.correctedCount() + " 行，见「更正」。",
                    digest.correctedCount() + (digest.correctedCount() == 1 ? " was" : " were")
                            + " read as corrected; see Corrections."));
        }
        return intro;
    }

    private Block<Group> groups() {
        List<Group> all = digest.groups();
        List<Group> shown = all.subList(0, Math.min(MOST_GROUPS, all.size()));
        List<Column<Group>> columns = List.of(
                Column.of("rows", "行数", "Rows", Width.fit(8, 10), Format.COUNT, group -> Datum.whole(group.count())),
                text(
                        "dataset",
                        "所属数据",
                        "Data",
                        Width.fit(14, 18),
                        group -> words.dataset(group.first().where().dataset())),
                text("column", "列", "Column", Width.wrap(16), group -> words.columns(group.first())),
                text("value", "内容", "Content", Width.wrap(22), group -> group.first()
                        .value()),
                SummaryPage.<Group>text(
                                "suggestion", "也许应为", "Perhaps", Width.wrap(18), group -> suggested(group.first()))
                        .toned(group -> suggested(group.first()).isEmpty() ? Tone.PLAIN : Tone.GOOD),
                text("message", "问题", "What is wrong", Width.wrap(50), group -> words.message(group.first())),
                text("where", "首次出现", "First at", Width.wrap(34), group -> group.first()
                        .where()
                        .toString()));
        Block<Group> block = Block.of(words.say("错误归类", "Errors"), columns, shown, words.say("无。", "None."))
                .intro(
                        words.say(
                                "相同的错误合为一行，行数多的在前。「也许应为」只是提示，系统不会自行采用。",
                                "Equal errors are one line, the commonest first. \"Perhaps\" only asks; nothing is applied by itself."));
        return all.size() == shown.size()
                ? block
                : block.outro(List.of(words.say(
                        "另有 " + (all.size() - shown.size()) + " 种错误未列出，见各数据集的页。",
                        (all.size() - shown.size()) + " more kinds of errors stand in the sheets of the datasets.")));
    }

    private String suggested(Problem problem) {
        return suggestion.of(problem).map(text -> text + words.say("？", "?")).orElse("");
    }

    private static <R> Column<R> text(String id, String zh, String en, Width width, Function<R, String> value) {
        return Column.of(id, zh, en, width, Format.TEXT, row -> Datum.text(value.apply(row)));
    }

    private Block<Delivered> datasets(List<RejectSheet> sheets) {
        Set<String> datasets = new LinkedHashSet<>();
        sheets.forEach(sheet -> datasets.add(sheet.dataset()));
        List<Delivered> rows = datasets.stream()
                .map(dataset -> new Delivered(
                        words.dataset(dataset),
                        digest.rejected(dataset),
                        String.join(
                                words.say("、", ", "),
                                sheets.stream()
                                        .filter(sheet -> sheet.dataset().equals(dataset))
                                        .map(RejectSheet::name)
                                        .toList())))
                .toList();
        return Block.of(
                words.say("各数据集", "Datasets"),
                List.of(
                        Column.of(
                                "rows",
                                "行数",
                                "Rows",
                                Width.fit(8, 10),
                                Format.COUNT,
                                row -> Datum.whole(row.rejected())),
                        text("dataset", "所属数据", "Data", Width.fit(14, 18), Delivered::dataset),
                        text("sheets", "见", "See", Width.fit(16, 60), Delivered::sheets)),
                rows,
                words.say("无。", "None."));
    }

    /** Sentences under a heading; there is no table to them. */
    private Block<Step> steps() {
        return Block.<Step>of(
                        words.say("怎样改正", "How to correct"),
                        List.of(text("step", "", "", Width.fit(8, 10), Step::what)),
                        List.of(),
                        "")
                .intro(
                        words.say(
                                "1  能在源系统中改正的，请改正后重新导出，这是最好的办法。",
                                "1  Best: mend the row in its source system and export again."),
                        words.say(
                                "2  否则在各数据集的页中改正橙色单元格；不需要改的行可以原样留着或删去。",
                                "2  Otherwise correct the orange cells in the sheets; rows that you leave or delete stay rejected."),
                        words.say(
                                "3  主键相同而内容不同的行：改正其中一行的主键，或把它们改成完全相同。",
                                "3  Rows of one key with different content: correct the key of one, or make them the same."),
                        words.say(
                                "4  保存为 rejects 开头的 .xlsx，放入输入文件夹，重新运行；下一版次会列出已采用的更正。",
                                "4  Save it as .xlsx with a name that begins with rejects, put it into the input folder and run"
                                        + " again; the next revision lists what was taken."),
                        words.say(
                                "5  源文件改正之前请保留更正文件；改正之后，更正自动不再采用。",
                                "5  Keep the correction there until the export is mended; after that it is ignored by itself."));
    }
}
