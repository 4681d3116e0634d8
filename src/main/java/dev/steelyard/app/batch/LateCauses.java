package dev.steelyard.app.batch;

import dev.steelyard.app.calculation.Calculated;
import dev.steelyard.app.calculation.EarlierRuns;
import dev.steelyard.app.calculation.Progress;
import dev.steelyard.app.calculation.PurgedFromStore;
import dev.steelyard.app.calculation.Recalculation;
import dev.steelyard.app.calculation.RunRequest;
import dev.steelyard.app.publication.AgainstFormer;
import dev.steelyard.engine.compare.Movements;
import dev.steelyard.engine.compare.PayReasons;
import dev.steelyard.engine.govern.ClosedPeriod;
import dev.steelyard.engine.plan.Name;
import dev.steelyard.engine.run.RunIdentity;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.engine.unit.Money;
import dev.steelyard.ledger.records.Ledger;
import dev.steelyard.ledger.records.PaymentHistory;
import dev.steelyard.ledger.records.Publication;
import dev.steelyard.ledger.store.WorkFolder;
import dev.steelyard.output.publish.Manifest;
import dev.steelyard.words.Words;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Why a revision of a closed period pays differently from the one before it. */
final class LateCauses {

    private LateCauses() {}

    /**
     * Why a revision of a closed period pays differently from the one before it, which is calculated again from the store.
     * Nothing where it pays the same, the period is open, or the store has lost what the other was made from.
     */
    static List<ClosedPeriod.Part> of(
            DataSource source, RunRequest request, Calculated calculated, RunIdentity identity, Publication before)
            throws IOException {
        if (!calculated.earlier().past().closed() || paysTheSame(source, calculated, before)) {
            return List.of();
        }
        Manifest manifest = Manifest.read(request.output().resolve(before.folder()));
        EarlierRuns earlier = EarlierRuns.of(new Ledger(source), manifest.earlier(), manifest.history())
                .with(calculated.earlier().past());
        try (WorkFolder work = WorkFolder.under(request.output())) {
            RunResult then = Recalculation.of(request.output(), manifest, earlier, work.path(), Progress.NONE)
                    .calculated(request.host().threads())
                    .result();
            return PayReasons.of(Movements.of(then, calculated.result())).stream()
                    .map(reason -> new ClosedPeriod.Part(
                            reason.employeeId(),
                            identity.revision(),
                            reason.component(),
                            reason.cause(),
                            reason.amount(),
                            new Name(
                                    Words.in("zh").say(reason.text()),
                                    Words.in("en").say(reason.text()))))
                    .toList();
        } catch (PurgedFromStore e) {
            return List.of();
        }
    }

    private static boolean paysTheSame(DataSource source, Calculated calculated, Publication before)
            throws IOException {
        Map<String, Money> pay = new HashMap<>();
        new PaymentHistory(source)
                .lines(before)
                .forEach(line ->
                        pay.merge(AgainstFormer.part(line), line.amount().negate(), Money::plus));
        calculated.result().payout().forEach(line -> pay.merge(AgainstFormer.part(line), line.amount(), Money::plus));
        return pay.values().stream().allMatch(change -> change.signum() == 0);
    }
}
