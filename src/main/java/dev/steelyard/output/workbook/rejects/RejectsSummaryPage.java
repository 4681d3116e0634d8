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
record RejectsSummaryPage(ProblemWords words, RejectDigest digest, Suggestion suggestion, RejectScope scope) {

    /** Different errors shown; the sheets show them all by row. */
    private static final int MOST_GROUPS = 300;

    private record Delivered(String dataset, long rejected, String sheets) {}

    Sheet sheet(String period, List<RejectSheet> sheets) {
        List<Block<?>> blocks = new ArrayList<>();
        if (digest.rejected() > 0) {
            blocks.add(groups());
            blocks.add(datasets(sheets).onScreen());
        }
        return new Sheet.Page(
                words.say("word.summary"),
                words.say("rejects.summary.rejectedRows", "period", period),
                intro(),
                blocks);
    }

    private List<String> intro() {
        List<String> intro = new ArrayList<>();
        long rejected = digest.rejected();
        intro.add(
                rejected == 0
                        ? words.say("rejects.summary.noRowRejectedEvery")
                        : words.say("rejects.summary.rowsLeftOutResults", "rejected", rejected));
        Words own = Words.in(words.language());
        scope.only().ifPresent(dataset -> intro.add(own.say("rejects.only", "dataset", words.dataset(dataset))));
        if (digest.duplicateCount() > 0) {
            intro.add(words.say("rejects.summary.notCountedAgainSee", "rows", digest.duplicateCount()));
        }
        if (digest.blankedCount() > 0) {
            intro.add(Words.in(words.language()).say("cause.kept-blank", "cells", digest.blankedCount()));
        }
        if (digest.correctedCount() > 0) {
            intro.add(words.say(
                    "rejects.summary.readCorrectedSeeCorrections", "correctedCount", digest.correctedCount()));
        }
        if (rejected > 0) {
            intro.add(words.say("rejects.summary.howCorrect"));
            intro.add(words.say("rejects.summary.n1BestMendRow"));
            intro.add(words.say("rejects.summary.n2OtherwiseCorrectOrange"));
            intro.add(words.say("rejects.summary.n3RowsOneKey"));
            intro.add(words.say("rejects.summary.n4SaveXlsxName"));
            intro.add(words.say("rejects.summary.n5KeepCorrectionThere"));
        }
        return intro;
    }

    private Block<Group> groups() {
        List<Group> all = digest.groups();
        List<Group> shown = all.subList(0, Math.min(MOST_GROUPS, all.size()));
        List<Column<Group>> columns = List.of(
                Column.of(
                        "rows",
                        words.say("word.rows"),
                        Width.fit(8, 10),
                        Format.COUNT,
                        group -> Datum.whole(group.count())),
                text(
                        "dataset",
                        words.say("rejects.summary.data"),
                        Width.fit(14, 18),
                        group -> words.dataset(group.first().where().dataset())),
                text("column", words.say("word.column"), Width.wrap(16), group -> words.columns(group.first())),
                text("value", words.say("rejects.summary.content"), Width.wrap(22), group -> group.first()
                        .value()),
                RejectsSummaryPage.<Group>text(
                                "suggestion",
                                words.say("rejects.summary.perhaps"),
                                Width.wrap(18),
                                group -> suggested(group.first()))
                        .toned(group -> suggested(group.first()).isEmpty() ? Tone.PLAIN : Tone.GOOD),
                text("message", words.say("word.whatWrong"), Width.wrap(50), group -> words.message(group.first())),
                text("where", words.say("rejects.summary.first"), Width.wrap(34), group -> group.first()
                        .where()
                        .toString()));
        Block<Group> block = Block.of(words.say("rejects.summary.errors"), columns, shown, words.say("hr.about.none"))
                .intro(words.say("rejects.summary.equalErrorsOneLine"));
        return all.size() == shown.size()
                ? block
                : block.outro(
                        List.of(words.say("rejects.summary.moreKindsErrorsStand", "all", (all.size() - shown.size()))));
    }

    private String suggested(Problem problem) {
        return suggestion
                .of(problem)
                .map(text -> words.say("rejects.summary.text", "text", text))
                .orElse("");
    }

    private static <R> Column<R> text(String id, String title, Width width, Function<R, String> value) {
        return Column.text(id, title, width, row -> value.apply(row));
    }

    private Block<Delivered> datasets(List<RejectSheet> sheets) {
        Set<String> datasets = new LinkedHashSet<>();
        sheets.forEach(sheet -> datasets.add(sheet.dataset()));
        List<Delivered> rows = datasets.stream()
                .map(dataset -> new Delivered(
                        words.dataset(dataset),
                        digest.rejected(dataset),
                        String.join(
                                words.say("list.separator"),
                                sheets.stream()
                                        .filter(sheet -> sheet.dataset().equals(dataset))
                                        .map(RejectSheet::name)
                                        .toList())))
                .toList();
        return Block.of(
                words.say("rejects.summary.datasets"),
                List.of(
                        Column.of(
                                "rows",
                                words.say("word.rows"),
                                Width.fit(8, 10),
                                Format.COUNT,
                                row -> Datum.whole(row.rejected())),
                        text("dataset", words.say("rejects.summary.data"), Width.fit(14, 18), Delivered::dataset),
                        text("sheets", words.say("rejects.summary.see"), Width.fit(16, 60), Delivered::sheets)),
                rows,
                words.say("hr.about.none"));
    }
}
