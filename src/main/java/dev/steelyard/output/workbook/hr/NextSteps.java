package dev.steelyard.output.workbook.hr;

import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemDigest.Reason;
import dev.steelyard.engine.run.InputFile;
import dev.steelyard.engine.score.RankedScorecard.Status;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Datum;
import dev.steelyard.output.workbook.book.Format;
import dev.steelyard.output.workbook.book.Width;
import dev.steelyard.words.ProblemWords;
import java.util.ArrayList;
import java.util.List;

/** What HR does next, and why rows were rejected. */
final class NextSteps {

    /** Reasons shown; the others stand among the problems. */
    private static final int MOST_REASONS = 8;

    private final Report report;
    private final Background background;
    private final ProblemWords words;

    NextSteps(Report report, Background background) {
        this.report = report;
        this.background = background;
        this.words = report.problems(true);
    }

    Block<?> rejections() {
        List<Reason> all = background.problems().reasons();
        List<Column<Reason>> columns = List.of(
                Column.of(
                        "dataset",
                        "数据集",
                        "Dataset",
                        Width.fit(22, 34),
                        Format.TEXT,
                        reason ->
                                Datum.text(report.dataset(reason.first().where().dataset()))),
                Column.of(
                        "rows",
                        "处数",
                        "Findings",
                        Width.fit(13, 15),
                        Format.COUNT,
                        reason -> Datum.whole(reason.count())),
                Column.of(
                        "example",
                        "例如",
                        "For example",
                        Width.fit(13, 15),
                        Format.TEXT,
                        reason -> Datum.text(words.cause(reason, example(reason.first())))));
        Block<Reason> block = Block.of(
                report.say("拒绝的主要原因", "Commonest reasons for rejection"),
                columns,
                all.stream().limit(MOST_REASONS).toList(),
                report.say("没有行被拒绝。", "No rows were rejected."));
        return all.size() > MOST_REASONS
                ? block.outro(List.of(report.say(
                        "另有 " + (all.size() - MOST_REASONS) + " 种原因，见「问题」。",
                        all.size() - MOST_REASONS + " more reasons: see Problems.")))
                : block;
    }

    /** Rows of decisions and events that could not be read, the first few; none may be lost. */
    Block<?> lost() {
        List<String> texts = new ArrayList<>();
        texts.add("✗ "
                + report.sentence(
                        "cause.lost-decisions", "rows", background.problems().lostCount()));
        background.problems().lost().forEach(problem -> texts.add(example(problem)));
        return Block.of(report.sentence("cause.lost-decisions.title"), List.of(), List.of(), "")
                .intro(texts.toArray(String[]::new));
    }

    private String example(Problem problem) {
        return problem.where() + report.say("：", ": ") + words.message(problem);
    }

    Block<?> block() {
        List<String> texts = new ArrayList<>();
        unreconciled(texts);
        held(texts);
        rejected(texts);
        vetoed(texts);
        texts.add(
                report.identity().incomplete()
                        ? report.say(
                                "数据不全：导出文件到齐后会自动正式运行；本版仅供提前参考。",
                                "The data are incomplete: the final run starts by itself once all exports are there; this is a first look only.")
                        : report.identity().isTrial()
                                ? report.say(
                                        "这是试算，不发布、不入账；确认后请正式运行。",
                                        "This is a trial: nothing is published or booked; run it for real when it is right.")
                                : report.say(
                                        "核对无误后签核并关账；关账前重新运行会整体替换本版次。",
                                        "When it is right, sign and close; until then a new run replaces this revision whole."));
        List<String> steps = new ArrayList<>();
        texts.forEach(text -> steps.add((steps.size() + 1) + ". " + text));
        return Block.of(report.say("下一步", "What to do next"), List.of(), List.of(), "")
                .intro(steps.toArray(String[]::new));
    }

    private void unreconciled(List<String> texts) {
        long files = background.inputs().stream()
                .map(InputFile::rows)
                .filter(rows -> !rows.reconciles())
                .count();
        if (files > 0) {
            texts.add(report.say(
                    "✗ " + files + " 个文件对账不符（见「对账」）：请勿发布，先查明原因。",
                    "✗ " + files + " files do not reconcile (see Control totals): do not publish, find out why."));
        }
    }

    private void held(List<String> texts) {
        long held = report.result().count(Status.HELD);
        if (held > 0) {
            texts.add(report.say(
                            "处理 " + held + " 名待核人员（见「待核」）：补齐目标或数据后重新运行，否则他们不排名、不兑付。",
                            "See to the " + held
                                    + " held (see Held): add targets or data and run again, or they are neither ranked nor"
                                    + " paid.")
                    + (TargetsWorkbook.isNeeded(report)
                            ? report.sentence(
                                    "targets.fill",
                                    "file",
                                    TargetsWorkbook.fileName(
                                            report.identity().period().toString()))
                            : ""));
        }
    }

    private void rejected(List<String> texts) {
        long rejected = background.inputs().stream()
                .mapToLong(file -> file.rows().rejected())
                .sum();
        if (rejected > 0) {
            String commonest = background.problems().reasons().stream()
                    .findFirst()
                    .map(reason -> report.say("最常见的在「", " The commonest stands in ")
                            + report.dataset(reason.first().where().dataset())
                            + report.say("」。", "."))
                    .orElse("");
            texts.add(report.words()
                            .say(
                                    "remedy.rejected",
                                    "count",
                                    rejected,
                                    "file",
                                    "rejects-" + report.identity().period() + ".xlsx")
                    + commonest);
        }
    }

    private void vetoed(List<String> texts) {
        long vetoed = report.result().count(Status.VETOED);
        if (vetoed > 0) {
            texts.add(report.say(
                    "复核 " + vetoed + " 名已否决人员的证据（见「否决与扣分」），再告知本人。",
                    "Go over the evidence of the " + vetoed
                            + " vetoed (see Vetoes and deductions) before they are told."));
        }
    }
}
