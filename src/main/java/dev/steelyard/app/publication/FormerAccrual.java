package dev.steelyard.app.publication;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.pay.Accrued;
import dev.steelyard.ledger.records.Ledger;
import dev.steelyard.ledger.store.ContentStore;
import dev.steelyard.output.publish.AccrualCsv;
import dev.steelyard.output.publish.KeptEdition;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the newest edition of the month before had accrued, as the ledger's store kept it. */
public final class FormerAccrual {

    private FormerAccrual() {}

    /** @param store the folder of the ledger's store */
    public static Optional<List<Accrued>> of(Ledger ledger, Path store, String job, Period period) throws IOException {
        if (period.kind() != Period.Kind.MONTH) {
            return Optional.empty();
        }
        var former = ledger.newest(job, period.previous());
        return former.isEmpty()
                ? Optional.empty()
                : AccrualCsv.read(
                        new KeptEdition(new ContentStore(store), former.get().manifestHash()));
    }
}
