package dev.steelyard.app.closing;

import dev.steelyard.app.calculation.Calculated;
import dev.steelyard.app.calculation.Progress;
import dev.steelyard.app.calculation.RunRequest;
import dev.steelyard.app.publication.Bundle;
import dev.steelyard.app.publication.FormerAccrual;
import dev.steelyard.app.publication.Publications;
import dev.steelyard.engine.govern.Decider;
import dev.steelyard.engine.govern.Held;
import dev.steelyard.engine.govern.PendingAppeals;
import dev.steelyard.engine.govern.PeriodDecision;
import dev.steelyard.engine.govern.PeriodStanding;
import dev.steelyard.engine.govern.SignOff;
import dev.steelyard.engine.govern.Signatory;
import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.engine.run.Difference;
import dev.steelyard.engine.run.PayoutBook;
import dev.steelyard.engine.run.Reconciliation;
import dev.steelyard.engine.run.RunIdentity;
import dev.steelyard.engine.run.RunInput;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.engine.unit.CodePoints;
import dev.steelyard.engine.unit.Money;
import dev.steelyard.ledger.database.ChainHead;
import dev.steelyard.ledger.database.LedgerChain;
import dev.steelyard.ledger.database.LedgerDatabase;
import dev.steelyard.ledger.records.Ledger;
import dev.steelyard.ledger.records.Payment;
import dev.steelyard.ledger.records.PaymentHistory;
import dev.steelyard.ledger.records.PeriodBook;
import dev.steelyard.ledger.records.PeriodBook.ClosedEdition;
import dev.steelyard.ledger.records.Publication;
import dev.steelyard.ledger.store.ContentStore;
import dev.steelyard.output.publish.Edition;
import dev.steelyard.output.publish.FormerEdition;
import dev.steelyard.output.publish.KeptEdition;
import dev.steelyard.output.publish.Manifest;
import dev.steelyard.output.publish.ReaderIndex;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Releases a revision for payment: the closed edition, and the ledger's record of what it pays. */
final class Release {

    private final Closing.Order order;
    private final Decider decider;
    private final LocalDate published;
    private final PeriodBook book;
    private final PaymentHistory history;
    private final LedgerChain chain;
    private final Ledger ledger;
    private final Progress progress;
    private final List<String> differences = new ArrayList<>();

    /**
     * @param decider who closes
     * @param published as-of of the first final revision
     */
    Release(Closing.Order order, LedgerDatabase database, Progress progress, Decider decider, LocalDate published) {
        this.order = order;
        this.decider = decider;
        this.published = published;
        this.book = new PeriodBook(database.source());
        this.history = new PaymentHistory(database.source());
        this.chain = new LedgerChain(database.source());
        this.ledger = new Ledger(database.source());
        this.progress = progress;
    }

    /**
     * Writes and seals the closed edition, keeps the close with what it pays in one transaction, and gives the edition its name.
     *
     * @param identity of the revision
     * @return empty where what was written does not agree with what was calculated: then nothing was kept
     */
    Optional<Closing.Result> publish(
            Publication revision, PeriodStanding standing, List<Held> held, Calculated calculated, RunIdentity identity)
            throws IOException {
        PeriodDecision closing = new PeriodDecision(
                order.job(),
                order.period(),
                standing.decisions().size() + 1,
                PeriodDecision.Kind.CLOSE,
                revision.revision(),
                "",
                decider,
                "",
                order.asOf());
        RunInput input = calculated.result().input();
        RunResult released = calculated
                .result()
                .with(new PendingAppeals(input.plan(), input.registers(), input.asOf())
                        .hold(calculated.result().payout(), order.period(), held));
        Set<String> payable = released.payout().stream()
                .filter(line -> line.status() == PayoutLine.Status.PAY)
                .map(line -> line.id(order.job(), revision.revision()))
                .collect(Collectors.toSet());
        List<Payment> payments = history.payable(revision).stream()
                .filter(payment -> payable.contains(payment.lineId()))
                .toList();
        progress.begin(Progress.Phase.REPORT, 0);
        int time = 1 + standing.closes(revision.revision());
        Edition edition = Edition.closed(
                order.output(), order.job(), order.period(), revision.revision(), time, revision.runId());
        edition.begin();
        Manifest manifest = Manifest.read(order.output().resolve(revision.folder()));
        Report report = new Report(
                identity,
                order.name(),
                released,
                order.language(),
                signOff(standing, closing),
                manifest.accepted().stream().map(one -> one.acceptance().said()).toList());
        Publications publications = new Publications(
                calculated,
                report,
                Optional.of(published),
                order.systems(),
                Files.isRegularFile(order.output().resolve(revision.folder()).resolve(ReaderIndex.NAME)),
                FormerAccrual.of(
                        ledger, order.output().resolve("ledger").resolve("store"), order.job(), order.period()),
                true,
                true);
        for (Bundle bundle : publications.bundles()) {
            bundle.write(edition, FormerEdition.none(""));
        }
        List<Difference> found = new Reconciliation(released.input().registers().schemas())
                .exports(calculated.inputs())
                .payout(PayoutBook.of(identity, released), List.of(edition.stagedPayout()))
                .payout(PayoutBook.byPerson(released), publications.statements(edition, Map.of()))
                .differences();
        if (!found.isEmpty()) {
            edition.drop();
            found.forEach(one -> differences.add((Words.in("en").say(one.subject()) + " " + one.file() + " "
                                    + Words.in("en").say(one.figure()))
                            .strip()
                    + ": " + one.expected() + " ≠ " + one.found()));
            return Optional.empty();
        }
        String folder = order.output().relativize(edition.folder()).toString().replace('\\', '/');
        LedgerChain.Draft draft = book.draft(closing, payments, held, revision.runId(), folder);
        String hash = edition.seal(
                identity,
                released,
                calculated.inputs(),
                revision.manifestHash(),
                new Manifest.Reads(manifest.earlier(), manifest.history(), manifest.findings(), manifest.accepted()),
                Optional.of(draft),
                Map.of());
        KeptEdition.keep(
                new ContentStore(RunRequest.ledgerFolder(order.output()).resolve("store")), edition.staging(), true);
        progress.begin(Progress.Phase.PUBLISH, 0);
        ChainHead head = book.close(
                closing, payments, held, new ClosedEdition(revision.runId(), hash, folder), draft, order.now());
        edition.publish(hash);
        Money paid = payments.stream().map(Payment::amount).reduce(Money.ZERO, Money::plus);
        return Optional.of(new Closing.Result.Closed(
                closing,
                paid,
                payments.size(),
                held,
                withheld(released),
                report.signOff().sameAccount(),
                edition.folder(),
                head));
    }

    private static Map<String, Money> withheld(RunResult released) {
        Map<String, Money> withheld = new TreeMap<>(CodePoints.ORDER);
        released.payout().stream()
                .filter(line -> line.status() == PayoutLine.Status.ON_HOLD)
                .forEach(line -> withheld.merge(line.employee().id(), line.amount(), Money::plus));
        return withheld;
    }

    /** What did not agree. */
    List<String> differences() {
        return differences;
    }

    private SignOff signOff(PeriodStanding standing, PeriodDecision closing) {
        Map<String, PeriodDecision> signed = standing.signatures(closing.revision());
        Map<Signatory, PeriodDecision> byRole = new EnumMap<>(Signatory.class);
        for (Signatory role : Signatory.values()) {
            Optional.ofNullable(signed.get(role.code())).ifPresent(signature -> byRole.put(role, signature));
        }
        return new SignOff(
                order.signatures(), byRole, Optional.of(closing), chain.head().shown());
    }
}
