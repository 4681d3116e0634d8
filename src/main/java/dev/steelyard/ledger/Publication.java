package dev.steelyard.ledger;

import dev.steelyard.calendar.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A revision in the ledger.
 *
 * @param published whether its folder bears its name; if not, a kill came between the two
 */
public record Publication(
        String job,
        Period period,
        int revision,
        String runId,
        LocalDate asOf,
        String plan,
        String manifestHash,
        String folder,
        boolean published) {

    /** Revision → hash of its manifest, of the revisions of one period of a job. */
    public static Map<Integer, String> manifestHashes(List<Publication> revisions, String job, Period period) {
        Map<Integer, String> hashes = new TreeMap<>();
        revisions.stream()
                .filter(one -> one.job().equals(job) && one.period().equals(period))
                .forEach(one -> hashes.put(one.revision(), one.manifestHash()));
        return hashes;
    }
}
