package dev.steelyard.engine.govern;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who put their name to a revision.
 *
 * @param wanted the roles without which it is not closed
 * @param signed who has signed so far
 * @param closing its close; empty while it is open
 * @param ledgerHead the end of the ledger's chain on which the close stands, as people write it down; blank while it is open
 */
public record SignOff(
        List<Signatory> wanted,
        Map<Signatory, PeriodDecision> signed,
        Optional<PeriodDecision> closing,
        String ledgerHead) {

    public SignOff {
        wanted = List.copyOf(wanted);
        signed = Map.copyOf(signed);
    }

    /** Nobody has signed yet. */
    public static SignOff open(List<Signatory> wanted) {
        return new SignOff(wanted, Map.of(), Optional.empty(), "");
    }
}
