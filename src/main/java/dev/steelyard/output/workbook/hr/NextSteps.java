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
    private static final int MOST_REASONS = 3;

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
                        report.say("word.dataset"),
                        Width.fit(16, 34),
                        Format.TEXT,
                        reason ->
                                Datum.text(report.dataset(reason.first().where().dataset()))),
                Column.of(
                        "rows",
                        report.say("hr.next.findings"),
                        Width.fit(8, 15),
                        Format.COUNT,
                        reason -> Datum.whole(reason.count())),
                Column.text(
                        "example",
                        report.say("hr.next.example"),
                        Width.fit(12, 12),
                        reason -> words.cause(reason, example(reason.first()))));
        Block<Reason> block = Block.of(
                report.say("hr.next.commonestReasonsRejection"),
                columns,
                all.stream().limit(MOST_REASONS).toList(),
                report.say("hr.next.noRowsRejected"));
        return all.size() > MOST_REASONS
                ? block.outro(
                        List.of(report.say("hr.next.moreReasonsSeeProblems", "reasons", all.size() - MOST_REASONS)))
                : block;
    }

    /** Rows of decisions and events that could not be read, the first few; none may be lost. */
    Block<?> lost() {
        List<String> texts = new ArrayList<>();
        texts.add("✗ "
                + report.say(
                        "cause.lost-decisions", "rows", background.problems().lostCount()));
        background.problems().lost().forEach(problem -> texts.add(example(problem)));
        return Block.of(report.say("cause.lost-decisions.title"), List.of(), List.of(), "")
                .intro(texts.toArray(String[]::new));
    }

    private String example(Problem problem) {
        return report.say("hr.next.whereMessage", "where", problem.where(), "message", words.message(problem));
    }

    Block<?> block() {
        List<String> texts = new ArrayList<>();
        unreconciled(texts);
        held(texts);
        rejected(texts);
        vetoed(texts);
        texts.add(report.say(last()));
        List<String> steps = new ArrayList<>();
        texts.forEach(text -> steps.add((steps.size() + 1) + ". " + text));
        return Block.of(report.say("hr.next.whatDoNext"), List.of(), List.of(), "")
                .intro(steps.toArray(String[]::new));
    }

    /** What is left to do once all else is done. */
    private String last() {
        if (report.identity().incomplete()) {
            return "hr.next.dataIncompleteFinalRun";
        }
        if (report.identity().isTrial()) {
            return "hr.next.trialNothingPublishedBooked";
        }
        if (report.isLate()) {
            return "hr.next.lateNothingToSign";
        }
        return report.isClosed() ? "hr.next.closedPayByThis" : "hr.next.whenRightSignClose";
    }

    private void unreconciled(List<String> texts) {
        long files = background.inputs().stream()
                .map(InputFile::rows)
                .filter(rows -> !rows.reconciles())
                .count();
        if (files > 0) {
            texts.add(report.say("hr.next.noFilesDoNot", "files", files));
        }
    }

    private void held(List<String> texts) {
        long held = report.result().count(Status.HELD);
        if (held > 0) {
            texts.add(report.say(
                    "hr.next.seeHeldSeeHeld",
                    "held",
                    held,
                    "what",
                    (TargetsWorkbook.isNeeded(report)
                            ? report.say(
                                    "targets.fill",
                                    "file",
                                    TargetsWorkbook.fileName(
                                            report.identity().period().toString()))
                            : "")));
        }
    }

    private void rejected(List<String> texts) {
        long rejected = background.inputs().stream()
                .mapToLong(file -> file.rows().rejected())
                .sum();
        if (rejected > 0) {
            String commonest = background.problems().reasons().stream()
                    .findFirst()
                    .map(reason -> report.say(
                            "hr.next.commonestStands",
                            "dataset",
                            report.dataset(reason.first().where().dataset())))
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
            texts.add(report.say("hr.next.goOverEvidenceVetoed", "vetoed", vetoed));
        }
    }
}
