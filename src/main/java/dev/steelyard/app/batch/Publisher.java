package dev.steelyard.app.batch;

import dev.steelyard.engine.govern.SignOff;
import dev.steelyard.engine.pay.VoucherEntries;
import dev.steelyard.engine.run.Difference;
import dev.steelyard.engine.run.PayoutBook;
import dev.steelyard.engine.run.Reconciliation;
import dev.steelyard.engine.run.RunIdentity;
import dev.steelyard.ledger.Ledger;
import dev.steelyard.ledger.Publication;
import dev.steelyard.ledger.store.ContentStore;
import dev.steelyard.output.publish.Edition;
import dev.steelyard.output.publish.KeptEdition;
import dev.steelyard.output.workbook.Report;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Brings a result out: staged and sealed, then recorded in the ledger, then renamed. The record is the moment from which a
 * revision counts; a kill after it is made good by {@link Recovery} at the next start.
 */
final class Publisher {

    private final RunRequest request;
    private final RunDesk desk;
    private final Ledger ledger;
    private final Recovery recovery;
    private RunIdentity identity;
    private Publications publications;
    private List<Difference> differences = List.of();
    private Outcome.Published published;

    Publisher(RunRequest request, RunDesk desk, Ledger ledger, Recovery recovery) {
        this.request = request;
        this.desk = desk;
        this.ledger = ledger;
        this.recovery = recovery;
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
    private synchronized RunIdentity identity() {
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
                    request.engine(),
                    request.incomplete(),
                    request.samples());
        }
        return identity;
    }

    private Optional<Publication> newest() {
        return ledger.newest(request.job().job(), request.period());
    }

    /** The as-of day of the period's first final revision, from which appeals are counted; this run's where it is that one. */
    private Optional<LocalDate> firstPublished() {
        return request.trial()
                ? Optional.empty()
                : Optional.of(ledger.first(request.job().job(), request.period())
                        .map(Publication::asOf)
                        .orElse(identity().asOf()));
    }

    private Edition edition() {
        return Edition.of(request.output(), identity());
    }

    /** Begins the edition anew. */
    void begin() throws IOException {
        edition().begin();
    }

    /** What the edition consists of, in an order that is always the same for the same run. */
    List<Bundle> bundles() throws IOException {
        return publications().bundles();
    }

    private synchronized Publications publications() throws IOException {
        if (publications == null) {
            Report report = new Report(
                    identity(),
                    request.job().name(),
                    desk.result(),
                    request.language(),
                    SignOff.open(request.job().signatures()));
            try {
                publications = new Publications(desk, report, firstPublished(), request.vouchers());
            } catch (VoucherEntries.Unbalanced unbalanced) {
                edition().drop();
                throw unbalanced;
            }
        }
        return publications;
    }

    /** Writes a bundle into staging; several may be written at once. */
    void write(int bundle) throws IOException {
        bundles().get(bundle).write(edition());
    }

    /**
     * Lets nothing be published but what agrees (domain.md 7, Reconcile). Of a run that does not, nothing is left: the next
     * one begins anew.
     *
     * @return whether all agrees
     */
    boolean reconcile() throws IOException {
        Edition edition = edition();
        for (Bundle bundle : bundles()) {
            // Where a kill came between the rename of a trial and the end of publishing, it is staged again.
            bundle.write(edition);
        }
        List<PayoutBook> payouts = new ArrayList<>(publications().payouts(edition));
        if (!request.trial()) {
            payouts.add(Ledger.payout(identity(), desk.result()));
        }
        differences = new Reconciliation(request.schemas())
                .exports(desk.inputs())
                .controlTotals(request.job().controlTotals(request.period()), desk.inputs())
                .payout(PayoutBook.of(identity(), desk.result()), payouts)
                .payout(
                        PayoutBook.byPerson(desk.result()),
                        List.of(publications().statements(edition)))
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

    /** Seals what was staged, records and publishes it. */
    Outcome.Published publish() throws IOException {
        Edition edition = edition();
        String manifestHash = edition.seal(
                identity(),
                desk.result(),
                desk.inputs(),
                newest().map(Publication::manifestHash).orElse(""),
                desk.reads());
        if (request.trial()) {
            edition.publish(manifestHash);
        } else {
            KeptEdition.keep(new ContentStore(request.ledger().resolve("store")), edition.staging(), false);
            ledger.record(
                    identity(),
                    desk.result(),
                    desk.inputs(),
                    manifestHash,
                    request.output().relativize(edition.folder()).toString().replace('\\', '/'),
                    request.now());
            recovery.settle(identity().job(), identity().period());
        }
        desk.files().delete();
        published = new Outcome.Published(
                identity(),
                desk.result(),
                desk.inputs(),
                publications().problems(),
                desk.fileProblems(),
                edition.folder());
        return published;
    }

    /** What was published; null before. */
    Outcome.Published published() {
        return published;
    }
}
