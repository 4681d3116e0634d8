package dev.steelyard.engine.govern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
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

    /** The roles that were signed under one account of the machine, where those are several: said, not refused (ruling 135). */
    public List<List<Signatory>> sameAccount() {
        Map<String, List<Signatory>> accounts = new LinkedHashMap<>();
        Arrays.stream(Signatory.values())
                .filter(signed::containsKey)
                .filter(role -> !signed.get(role).by().account().isEmpty())
                .forEach(role -> accounts.computeIfAbsent(signed.get(role).by().account(), account -> new ArrayList<>())
                        .add(role));
        return accounts.values().stream().filter(roles -> roles.size() > 1).toList();
    }

    /** Nobody has signed yet. */
    public static SignOff open(List<Signatory> wanted) {
        return new SignOff(wanted, Map.of(), Optional.empty(), "");
    }
}
