package dev.steelyard.app.batch;

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
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.engine.unit.Money;
import dev.steelyard.ledger.LedgerDatabase;
import dev.steelyard.ledger.Payment;
import dev.steelyard.ledger.PaymentHistory;
import dev.steelyard.ledger.PeriodBook;
import dev.steelyard.ledger.PeriodBook.ClosedEdition;
import dev.steelyard.ledger.Publication;
import dev.steelyard.ledger.store.ContentStore;
import dev.steelyard.output.publish.Edition;
import dev.steelyard.output.publish.KeptEdition;
import dev.steelyard.output.publish.Manifest;
import dev.steelyard.output.workbook.Report;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Releases a revision for payment: the closed edition, and the ledger's record of what it pays. */
final class Release {

    private final Closing.Order order;
    private final PeriodBook book;
    private final PaymentHistory history;
    private final Progress progress;
    private final List<String> differences = new ArrayList<>();

    Release(Closing.Order order, LedgerDatabase database, Progress progress) {
        this.order = order;
        this.book = new PeriodBook(database.source());
        this.history = new PaymentHistory(database.source());
        this.progress = progress;
    }

    /**
     * Writes and seals the closed edition, keeps the close with what it pays in one transaction, and gives the edition its name.
     *
     * @param identity of the revision
     * @param published as-of of the first final revision
     * @return empty where what was written does not agree with what was calculated: then nothing was kept
     */
    Optional<Closing.Result> publish(
            Publication revision,
            PeriodStanding standing,
            List<Held> held,
            RunDesk desk,
            RunIdentity identity,
            LocalDate published)
            throws IOException {
        PeriodDecision closing = new PeriodDecision(
                order.job(),
                order.period(),
                standing.decisions().size() + 1,
                PeriodDecision.Kind.CLOSE,
                revision.revision(),
                "",
                order.by(),
                "",
                order.asOf());
        RunResult released =
                desk.result().with(PendingAppeals.hold(desk.result().payout(), order.period(), held));
        Set<String> payable = released.payout().stream()
                .filter(line -> line.status() == PayoutLine.Status.PAY)
                .map(line -> line.id(order.job(), revision.revision()))
                .collect(Collectors.toSet());
        List<Payment> payments = history.payable(revision).stream()
                .filter(payment -> payable.contains(payment.lineId()))
                .toList();
        progress.begin(Progress.Phase.REPORT, 0);
        int time = 1
                + (int) standing.decisions().stream()
                        .filter(one -> one.kind() == PeriodDecision.Kind.CLOSE && one.revision() == revision.revision())
                        .count();
        Edition edition = Edition.closed(
                order.output(), order.job(), order.period(), revision.revision(), time, revision.runId());
        edition.begin();
        Report report = new Report(identity, order.name(), released, order.language(), signOff(standing, closing));
        Publications publications = new Publications(desk, report, Optional.of(published), order.vouchers());
        for (Bundle bundle : publications.bundles()) {
            bundle.write(edition);
        }
        List<Difference> found = new Reconciliation(released.input().registers().schemas())
                .exports(desk.inputs())
                .payout(PayoutBook.of(identity, released), List.of(edition.stagedPayout()))
                .payout(PayoutBook.byPerson(released), List.of(publications.statements(edition)))
                .differences();
        if (!found.isEmpty()) {
            edition.drop();
            found.forEach(one -> differences.add(
                    (one.subject().en() + " " + one.file() + " " + one.figure().en()).strip() + ": " + one.expected()
                            + " ≠ " + one.found()));
            return Optional.empty();
        }
        Manifest manifest = Manifest.read(order.output().resolve(revision.folder()));
        String hash = edition.seal(
                identity,
                released,
                desk.inputs(),
                revision.manifestHash(),
                new Manifest.Reads(manifest.earlier(), manifest.history(), manifest.findings()));
        KeptEdition.keep(
                new ContentStore(RunLauncher.ledgerFolder(order.output()).resolve("store")), edition.staging(), true);
        progress.begin(Progress.Phase.PUBLISH, 0);
        String folder = order.output().relativize(edition.folder()).toString().replace('\\', '/');
        book.close(closing, payments, held, new ClosedEdition(revision.runId(), hash, folder), order.now());
        edition.publish(hash);
        Money paid = payments.stream().map(Payment::amount).reduce(Money.ZERO, Money::plus);
        return Optional.of(new Closing.Result.Closed(closing, paid, payments.size(), held, edition.folder()));
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
        return new SignOff(order.signatures(), byRole, Optional.of(closing));
    }
}
