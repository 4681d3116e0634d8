package dev.steelyard.batch;

import dev.steelyard.ledger.Ledger;
import dev.steelyard.ledger.Publication;
import dev.steelyard.problem.ProblemDigest;
import dev.steelyard.publish.Edition;
import dev.steelyard.run.Difference;
import dev.steelyard.run.InputFile;
import dev.steelyard.run.PayoutBook;
import dev.steelyard.run.Reconciliation;
import dev.steelyard.run.RunIdentity;
import dev.steelyard.run.RunResult;
import dev.steelyard.workbook.Report;
import dev.steelyard.workbook.finance.PayoutWorkbook;
import dev.steelyard.workbook.hr.Background;
import dev.steelyard.workbook.hr.RankingWorkbook;
import dev.steelyard.workbook.rejects.RejectDigest;
import dev.steelyard.workbook.rejects.RejectsWorkbook;
import dev.steelyard.workbook.team.TeamWorkbooks;
import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Brings a result out: staged and sealed, then recorded in the ledger, then renamed. The record is the moment from which a
 * revision counts; a kill after it is made good by {@link #finish} at the next start.
 */
final class Publisher {

    private final RunRequest request;
    private final RunDesk desk;
    private final Ledger ledger;
    private RunIdentity identity;
    private ProblemDigest problems;
    private String manifestHash;
    private List<Difference> differences = List.of();
    private Outcome.Published published;

    Publisher(RunRequest request, RunDesk desk, Ledger ledger) {
        this.request = request;
        this.desk = desk;
        this.ledger = ledger;
    }

    /** Finishes what a kill left between record and rename. */
    static void finish(Ledger ledger, Path output, OffsetDateTime now) throws IOException {
        for (Publication revision : ledger.unfinished()) {
            new Edition(output, revision.job(), revision.period(), revision.revision(), revision.runId())
                    .publish(revision.manifestHash());
            ledger.markPublished(revision.job(), revision.period(), revision.revision(), now);
        }
    }

    /** Drops what a killed run left that is not to be continued: its slices and what it had staged. */
    void abandon(String runId) throws IOException {
        RunDesk.files(request, runId).delete();
        new Edition(
                        request.output(),
                        request.job().job(),
                        request.period(),
                        identity().revision(),
                        runId)
                .drop();
    }

    /** The identity, once: recording the revision must not make it the next one. */
    private RunIdentity identity() {
        if (identity == null) {
            int revision =
                    request.trial() ? 0 : newest().map(Publication::revision).orElse(0) + 1;
            identity = new RunIdentity(
                    desk.runId(),
                    request.job().job(),
                    request.period(),
                    revision,
                    request.asOf(),
                    request.plan().plan(),
                    request.rulesHashes().plan(),
                    request.rulesHashes().exports(),
                    request.rulesHashes().calendar(),
                    request.engine());
        }
        return identity;
    }

    private Optional<Publication> newest() {
        return ledger.newest(request.job().job(), request.period());
    }

    /** Writes every file of the edition into staging, the manifest last. */
    void stage() throws IOException {
        RunResult result = desk.result();
        List<InputFile> inputs = desk.inputs();
        Edition edition = Edition.of(request.output(), identity());
        edition.begin();
        problems = new ProblemDigest();
        RejectDigest rejects = new RejectDigest();
        edition.writeMachineFiles(
                identity(),
                result,
                to -> desk.problems(problem -> {
                    problems.take(problem);
                    rejects.take(problem);
                    to.accept(problem);
                }));
        Report report = new Report(identity(), result, request.language());
        edition.write(
                "ranking-" + request.period() + ".xlsx",
                out -> RankingWorkbook.write(
                        report,
                        new Background(inputs, problems, desk.previous()),
                        desk.files().folder(),
                        out));
        edition.write(
                "rejects-" + request.period() + ".xlsx",
                out -> RejectsWorkbook.write(
                        identity(),
                        result.input().registers(),
                        rejects,
                        desk::rejects,
                        request.language(),
                        desk.files().folder(),
                        out));
        edition.write(
                "payout-" + request.period() + ".xlsx",
                out -> PayoutWorkbook.write(report, desk.files().folder(), out));
        TeamWorkbooks teams = new TeamWorkbooks(report);
        for (String team : teams.teams()) {
            edition.write(
                    teams.fileName(team), out -> teams.write(team, desk.files().folder(), out));
        }
        manifestHash = edition.seal(
                identity(),
                result,
                inputs,
                newest().map(Publication::manifestHash).orElse(""),
                desk.earlier().runIds());
    }

    /**
     * Lets nothing be published but what agrees (domain.md 7, Reconcile). Of a run that does not, nothing is left: the next
     * one begins anew.
     *
     * @return whether all agrees
     */
    boolean reconcile() throws IOException {
        if (manifestHash == null) {
            stage();
        }
        Edition edition = Edition.of(request.output(), identity());
        List<PayoutBook> payouts = new ArrayList<>(List.of(edition.stagedPayout()));
        if (!request.trial()) {
            payouts.add(Ledger.payout(identity(), desk.result()));
        }
        // Whoever else shows the payout joins here: the sum of the statements 对账单.
        differences = new Reconciliation(request.schemas())
                .exports(desk.inputs())
                .controlTotals(request.job().controlTotals(request.period()), desk.inputs())
                .payout(PayoutBook.of(identity(), desk.result()), payouts)
                .differences();
        if (!differences.isEmpty()) {
            edition.drop();
            desk.files().delete();
        }
        return differences.isEmpty();
    }

    /** What {@link #reconcile} found. */
    List<Difference> differences() {
        return differences;
    }

    /** Records and publishes. Where a killed run goes on here, it is staged again, to the same bytes. */
    Outcome.Published publish() throws IOException {
        if (manifestHash == null) {
            stage();
        }
        Edition edition = Edition.of(request.output(), identity());
        if (request.trial()) {
            edition.publish(manifestHash);
        } else {
            ledger.record(
                    identity(),
                    desk.result(),
                    desk.inputs(),
                    manifestHash,
                    request.output().relativize(edition.folder()).toString().replace('\\', '/'),
                    request.now());
            finish(ledger, request.output(), request.now());
        }
        desk.files().delete();
        published = new Outcome.Published(
                identity(), desk.result(), desk.inputs(), problems, desk.fileProblems(), edition.folder());
        return published;
    }

    /** What was published; null before. */
    Outcome.Published published() {
        return published;
    }
}
