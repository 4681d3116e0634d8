package dev.steelyard.app.publication;

import dev.steelyard.app.calculation.RunRequest;
import dev.steelyard.ledger.records.Ledger;
import dev.steelyard.output.publish.FormerCopies;
import dev.steelyard.output.publish.FormerEdition;
import java.nio.file.Path;

/** The newest edition of a run's period, and copies of its files that are made while the run calculates, before it knows what it takes over. */
public record Foreseen(FormerEdition former, FormerCopies copies) {

    /** Where there is nothing to take over. */
    public static final Foreseen NOTHING = new Foreseen(FormerEdition.none(""), FormerCopies.NONE);

    /**
     * Begins to copy.
     *
     * @param to a private folder that is dropped with the run
     */
    public static Foreseen of(RunRequest request, Ledger ledger, Path to) {
        return ledger.newest(request.job().job(), request.period())
                .map(newest -> FormerEdition.of(
                        request.output().resolve(newest.folder()),
                        newest.manifestHash(),
                        EditionDraft.listing(request),
                        ""))
                .map(former -> new Foreseen(former, FormerCopies.of(former, to)))
                .orElse(NOTHING);
    }
}
