package dev.steelyard.app.cli.verb;

import dev.steelyard.app.calculation.RunRequest;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The ledger that belongs to a published folder: the one that was named, else the nearest above the folder, else that of the
 * outputs.
 *
 * @param ledger the folder of an embedded one
 * @param output where its editions lie
 * @param isAbove whether it was found above the folder, so that the folder is one of its own
 */
public record FoundLedger(Path ledger, Path output, Optional<String> db, boolean isAbove) {

    /** Empty where there is none to look at. */
    public static Optional<FoundLedger> of(Verb verb, Path edition) {
        Path at = edition.toAbsolutePath().normalize();
        if (verb.db().isPresent()) {
            Path outputs = at.getNameCount() > 3 ? at.getParent().getParent().getParent() : verb.output();
            boolean isOurs = at.startsWith(verb.output());
            return Optional.of(new FoundLedger(verb.ledger(), isOurs ? verb.output() : outputs, verb.db(), isOurs));
        }
        for (Path above = at.getParent(); above != null; above = above.getParent()) {
            Path ledger = RunRequest.ledgerFolder(above);
            if (OpenLedger.exists(ledger, Optional.empty())) {
                return Optional.of(new FoundLedger(ledger, above, Optional.empty(), true));
            }
        }
        return OpenLedger.exists(verb.ledger(), Optional.empty())
                ? Optional.of(new FoundLedger(verb.ledger(), verb.output(), Optional.empty(), false))
                : Optional.empty();
    }
}
