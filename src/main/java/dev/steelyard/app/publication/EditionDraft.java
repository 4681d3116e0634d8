package dev.steelyard.app.publication;

import dev.steelyard.app.calculation.Calculated;
import dev.steelyard.app.calculation.KeptCells;
import dev.steelyard.app.calculation.RunRequest;
import dev.steelyard.engine.govern.SignOff;
import dev.steelyard.engine.pay.VoucherEntries;
import dev.steelyard.engine.run.Revised;
import dev.steelyard.engine.run.RunIdentity;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.unit.Canonical;
import dev.steelyard.ledger.records.Ledger;
import dev.steelyard.ledger.records.Publication;
import dev.steelyard.ledger.store.PrivateFiles;
import dev.steelyard.ledger.store.Sha256;
import dev.steelyard.output.publish.ForSystems;
import dev.steelyard.output.publish.FormerEdition;
import dev.steelyard.output.workbook.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is made of a result that was calculated: by the run that publishes it, and by whoever writes some of its files for it. Asked before
 * the ledger holds the revision.
 */
public final class EditionDraft {

    private static final Logger LOG = LoggerFactory.getLogger(EditionDraft.class);

    private final RunRequest request;
    private final Calculated calculated;
    private final RunIdentity identity;
    private final DataSource source;
    private final Ledger ledger;
    private final Foreseen foreseen;
    private Publications publications;
    private FormerEdition former;
    private Optional<Revised> revised;

    /** @param revision 0 for a trial */
    public EditionDraft(RunRequest request, Calculated calculated, String runId, int revision, DataSource source) {
        this(request, calculated, runId, revision, source, Foreseen.NOTHING);
    }

    /** @param foreseen what was begun to be copied before */
    public EditionDraft(
            RunRequest request,
            Calculated calculated,
            String runId,
            int revision,
            DataSource source,
            Foreseen foreseen) {
        this.foreseen = foreseen;
        this.request = request;
        this.calculated = calculated;
        this.source = source;
        this.ledger = new Ledger(source);
        this.identity = new RunIdentity(
                runId,
                request.job().job(),
                request.period(),
                revision,
                request.asOf(),
                request.plan().plan(),
                request.rules().hashes(),
                request.host().engine(),
                request.mode() == RunRequest.Mode.INCOMPLETE,
                request.samples());
    }

    public RunIdentity identity() {
        return identity;
    }

    /** What the edition consists of, in an order that is always the same for the same run. */
    public synchronized Publications publications() throws IOException, VoucherEntries.Unbalanced {
        if (publications == null) {
            Report report = new Report(
                    identity,
                    request.job().name(),
                    calculated.result(),
                    request.language(),
                    SignOff.open(request.job().signatures()),
                    remarks(),
                    revised());
            publications = new Publications(
                    calculated,
                    report,
                    firstPublished(),
                    new ForSystems(request.rules().vouchers(), request.job().marksForSpreadsheets()),
                    request.job().publish().isPresent(),
                    FormerAccrual.of(
                            ledger,
                            request.ledger().resolve("store"),
                            request.job().job(),
                            request.period()),
                    request.job().writesBooks() && (request.isTrial() || !calculated.isImplausible()),
                    request.job().writesBooks());
        }
        return publications;
    }

    /** The hash of what its pages say besides the result: two that have the same, of the same run id, write the same bytes. */
    public String ground() throws IOException {
        return Sha256.of(former().ground() + "\n" + Canonical.text(identity));
    }

    /**
     * What it changes against the newest revision; empty where there is none. Books that are taken over do not say it: their ground is
     * without it.
     */
    public synchronized Optional<Revised> revised() throws IOException {
        if (revised == null) {
            Optional<Publication> before =
                    identity.isTrial() || !request.job().does().scores() ? Optional.empty() : newest();
            revised = before.isPresent()
                    ? Optional.of(AgainstFormer.of(source, request, calculated, before.get()))
                    : Optional.empty();
        }
        return revised;
    }

    private Optional<Publication> newest() {
        return ledger.newest(request.job().job(), request.period());
    }

    /** The as-of day of the period's first final revision, from which appeals are counted; this run's where it is that one. */
    private Optional<LocalDate> firstPublished() {
        return identity.isTrial()
                ? Optional.empty()
                : Optional.of(ledger.first(request.job().job(), request.period())
                        .map(Publication::asOf)
                        .orElse(identity.asOf()));
    }

    /** The newest revision, of which this one takes over what is the same. */
    public synchronized FormerEdition former() throws IOException {
        if (former == null) {
            String ground = calculated.ground(List.of(
                    firstPublished(), SignOff.open(request.job().signatures()), remarks(), calculated.isImplausible()));
            Optional<Publication> newest = identity.isTrial() ? Optional.empty() : newest();
            former = newest.map(revision -> foreseen == Foreseen.NOTHING
                            ? FormerEdition.of(
                                    request.output().resolve(revision.folder()),
                                    revision.manifestHash(),
                                    listing(request),
                                    ground)
                            : foreseen.former().on(ground, foreseen.copies()))
                    .orElseGet(() -> FormerEdition.none(ground));
        }
        return former;
    }

    /** Where it says what the files of the period's newest edition are made of. */
    static Path listing(RunRequest request) {
        return KeptCells.folder(request.output())
                .resolve(request.job().job() + "-" + request.period() + FormerEdition.LISTING);
    }

    /** Says what its files are made of, for the next one. That it cannot costs that one time, and nothing else. */
    public void list(String manifestHash) throws IOException {
        try {
            PrivateFiles.folder(listing(request).getParent());
            former().list(
                            publications().bundles().stream()
                                    .flatMap(bundle -> bundle.files().stream())
                                    .toList(),
                            manifestHash,
                            listing(request));
        } catch (IOException e) {
            LOG.atInfo().setCause(e).log("what books are made of is not kept");
        }
    }

    /** What first pages say: what is implausible, and who accepted what was. */
    private List<Said> remarks() {
        List<Said> remarks = new ArrayList<>();
        calculated
                .verdict()
                .open()
                .forEach(one -> remarks.add(Said.of("implausible.line").with("what", one.said())));
        calculated.verdict().accepted().forEach(one -> remarks.add(one.said()));
        return remarks;
    }
}
