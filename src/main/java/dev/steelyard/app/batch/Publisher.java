package dev.steelyard.app.batch;

import dev.steelyard.app.calculation.Recipe;
import dev.steelyard.app.calculation.RunRequest;
import dev.steelyard.app.publication.Bundle;
import dev.steelyard.app.publication.BundleFiles;
import dev.steelyard.app.publication.EditionDraft;
import dev.steelyard.app.publication.Foreseen;
import dev.steelyard.app.publication.Publications;
import dev.steelyard.app.publication.Recovery;
import dev.steelyard.app.worker.Shareable;
import dev.steelyard.app.worker.WorkTally;
import dev.steelyard.engine.govern.ClosedPeriod;
import dev.steelyard.engine.pay.VoucherEntries;
import dev.steelyard.engine.run.Difference;
import dev.steelyard.engine.run.PayoutBook;
import dev.steelyard.engine.run.Reconciliation;
import dev.steelyard.engine.run.Revised;
import dev.steelyard.engine.run.RunIdentity;
import dev.steelyard.ledger.database.LedgerChain;
import dev.steelyard.ledger.pieces.Offer;
import dev.steelyard.ledger.records.Ledger;
import dev.steelyard.ledger.records.NewRevision;
import dev.steelyard.ledger.records.Publication;
import dev.steelyard.ledger.store.ContentStore;
import dev.steelyard.ledger.store.PrivateFiles;
import dev.steelyard.ledger.store.SystemStart;
import dev.steelyard.output.publish.Edition;
import dev.steelyard.output.publish.FormerEdition;
import dev.steelyard.output.publish.KeptEdition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a result out: staged and sealed, then recorded in the ledger, then renamed. The record is the moment from which a
 * revision counts; a kill after it is made good by {@link Recovery} at the next start.
 */
final class Publisher {

    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

    private final RunRequest request;
    private final RunInProgress run;
    private final Ledger ledger;
    private final Recovery recovery;
    private final DataSource source;
    private final WorkTally tally;
    private final BundleFiles files;

    /** Bundle → the name of what a worker wrote of it. */
    private final Map<Integer, String> written = new ConcurrentHashMap<>();

    private Foreseen foreseen = Foreseen.NOTHING;
    private EditionDraft draft;
    private Meanwhile<Entry> found;
    private List<Difference> differences = List.of();
    private Outcome.Published published;
    private boolean isLookedAt;

    /** @param tally what workers did for the run */
    Publisher(
            RunRequest request,
            RunInProgress run,
            Ledger ledger,
            Recovery recovery,
            DataSource source,
            WorkTally tally) {
        this.tally = tally;
        this.request = request;
        this.run = run;
        this.ledger = ledger;
        this.recovery = recovery;
        this.source = source;
        this.files = BundleFiles.below(request.output());
    }

    /** Drops what a killed run left that is not to be continued: its slices and what it had staged. */
    void abandon(String runId) throws IOException {
        request.work(runId).delete();
        int next = newest().map(Publication::revision).orElse(0) + 1;
        for (int revision : new int[] {0, next}) {
            new Edition(request.output(), request.job().job(), request.period(), revision, runId).drop();
        }
    }

    /** Begins to copy what the run may take over, while it still measures and calculates. */
    void foresee() {
        if (!request.isTrial()) {
            foreseen = Foreseen.of(request, ledger, run.measuring().folder().resolve("former"));
        }
    }

    /** What is published, once: recording the revision must not make it the next one. */
    private synchronized EditionDraft draft() throws IOException {
        if (draft == null) {
            // What is implausible is shown as a trial: no number, nothing booked.
            int revision = request.isTrial() || run.calculated().isImplausible()
                    ? 0
                    : newest().map(Publication::revision).orElse(0) + 1;
            draft = new EditionDraft(request, run.calculated(), run.runId(), revision, source, foreseen);
        }
        return draft;
    }

    private RunIdentity identity() throws IOException {
        return draft().identity();
    }

    private Optional<Publication> newest() {
        return ledger.newest(request.job().job(), request.period());
    }

    private Edition edition() throws IOException {
        return Edition.of(request.output(), identity());
    }

    /** Begins the edition anew. */
    synchronized void begin() throws IOException {
        edition().begin();
        PrivateFiles.swap(begun(), SystemStart.id().orElse("").getBytes(StandardCharsets.US_ASCII));
        isLookedAt = true;
    }

    /** Tells at which start of the machine the edition was begun. */
    private Path begun() {
        return run.measuring().folder().resolve("begun");
    }

    /**
     * The edition, to be gone on with. What a killed process staged is there; what was staged before a crash of the machine, or by
     * another one, need not be on the disk, whole, and is written again.
     */
    private synchronized Edition staged() throws IOException {
        if (!isLookedAt && SystemStart.id().isPresent()) {
            boolean there = Files.isRegularFile(begun())
                    && Files.readString(begun()).equals(SystemStart.id().get());
            if (!there) {
                begin();
            }
        }
        isLookedAt = true;
        return edition();
    }

    /** What the edition consists of, in an order that is always the same for the same run. */
    List<Bundle> bundles() throws IOException {
        return publications().bundles();
    }

    private Publications publications() throws IOException {
        try {
            return draft().publications();
        } catch (VoucherEntries.Unbalanced unbalanced) {
            edition().drop();
            throw unbalanced;
        }
    }

    private FormerEdition former() throws IOException {
        return draft().former();
    }

    /** Its bundles, of which workers can write some. */
    Shareable shared() {
        return new Shareable() {
            @Override
            public Offer.Kind kind() {
                return Offer.Kind.BUNDLES;
            }

            @Override
            public String run() {
                return run.runId();
            }

            @Override
            public Optional<Recipe> recipe() throws IOException {
                return run.measuring().recipe(identity().revision(), draft().ground());
            }

            @Override
            public void did(int piece, String name) {
                written.put(piece, name);
            }

            @Override
            public void over() throws IOException {
                files.drop();
            }
        };
    }

    /** Writes a bundle into staging; several may be written at once. */
    void write(int bundle) throws IOException {
        Bundle files = bundles().get(bundle);
        Optional<String> byOther = Optional.ofNullable(written.get(bundle));
        if (byOther.isPresent()) {
            this.files.stage(files, byOther.get(), staged());
        }
        files.write(staged(), former());
    }

    /**
     * Lets nothing be published but what agrees (rules.md 7.5). Of a run that does not, nothing is left: the next
     * one begins anew.
     *
     * @return whether all agrees
     */
    boolean reconcile() throws IOException {
        found = Meanwhile.of("entry", this::entry);
        Edition edition = staged();
        for (Bundle bundle : bundles()) {
            // Where a kill came between the rename of a trial and the end of publishing, it is staged again.
            bundle.write(edition, former());
        }
        List<PayoutBook> payouts = new ArrayList<>(publications().payouts(edition));
        if (!identity().isTrial()) {
            payouts.add(NewRevision.payout(identity(), run.calculated().result()));
        }
        differences = new Reconciliation(request.schemas())
                .exports(run.calculated().inputs())
                .controlTotals(
                        request.job().controlTotals(request.period()),
                        run.calculated().inputs())
                .payout(PayoutBook.of(identity(), run.calculated().result()), payouts)
                .payout(
                        PayoutBook.byPerson(run.calculated().result()),
                        publications().statements(edition, former().statements()))
                .differences();
        if (!former().taken().isEmpty()) {
            LOG.atInfo().addKeyValue("files", former().taken().size()).log("taken over from the edition before");
        }
        if (!differences.isEmpty()) {
            found.end();
            edition.drop();
            foreseen.copies().end();
            run.dropSlices();
        }
        return differences.isEmpty();
    }

    /** What {@link #reconcile} found. */
    List<Difference> differences() {
        return differences;
    }

    /**
     * What the ledger is to hold of the run.
     *
     * @param revised what it changed against the revision before
     * @param record its place in the ledger's chain; empty for a trial
     */
    private record Entry(Optional<Revised> revised, NewRevision revision, Optional<LedgerChain.Draft> record) {}

    private Entry entry() throws IOException {
        Optional<Publication> before = identity().isTrial() ? Optional.empty() : newest();
        Optional<Revised> revised = draft().revised();
        List<ClosedPeriod.Part> causes = List.of();
        if (before.isPresent() && request.job().does().scores()) {
            causes = LateCauses.of(source, request, run.calculated(), identity(), before.get());
        }
        String folder =
                request.output().relativize(edition().folder()).toString().replace('\\', '/');
        NewRevision revision = new NewRevision(
                identity(),
                run.calculated().result(),
                run.calculated().inputs(),
                new NewRevision.Judged(
                        request.job().does().scores() ? run.calculated().profiles() : Map.of(),
                        run.calculated().verdict().accepted()),
                folder,
                causes);
        return new Entry(
                revised, revision, identity().isTrial() ? Optional.empty() : Optional.of(ledger.draft(revision)));
    }

    /**
     * Seals what was staged, records and publishes it. The ledger takes its rows while what they name comes to the disk; they count once
     * both are done.
     */
    Outcome.Published publish() throws IOException {
        Edition edition = edition();
        Entry entry = found.get();
        Edition.Sealing sealing = edition.sealing(
                identity(),
                run.calculated().result(),
                run.calculated().inputs(),
                newest().map(Publication::manifestHash).orElse(""),
                run.calculated().reads(),
                entry.record(),
                former().taken());
        if (entry.record().isEmpty()) {
            edition.seal(sealing);
            edition.publish(sealing.hash());
        } else {
            Meanwhile<Void> lying = Meanwhile.of("disk", () -> lay(edition, sealing));
            try {
                ledger.record(
                        entry.revision(),
                        sealing.hash(),
                        entry.record().get(),
                        request.host().now(),
                        lying::await);
            } finally {
                lying.get();
            }
            recovery.settle(identity().job(), identity().period());
            draft().list(sealing.hash());
        }
        foreseen.copies().end();
        run.dropSlices();
        published = new Outcome.Published(
                identity(),
                run.calculated().result(),
                run.calculated().inputs(),
                publications().problems(),
                run.calculated().fileProblems(),
                run.calculated().verdict(),
                entry.revised(),
                edition.folder(),
                tally.workers());
        return published;
    }

    /** Seals the edition, and keeps it and what it was made from: all of it is on the disk when this returns. */
    private Void lay(Edition edition, Edition.Sealing sealing) throws IOException {
        edition.seal(sealing);
        run.calculated().settleInputs();
        KeptEdition.keep(new ContentStore(request.ledger().resolve("store")), edition.staging(), false);
        return null;
    }

    /** What was published; null before. */
    Outcome.Published published() {
        return published;
    }
}
