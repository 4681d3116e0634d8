package dev.steelyard.engine.run;

import dev.steelyard.engine.calendar.Period;
import java.time.LocalDate;

/**
 * Which calculation this is (architecture.md 4, Identity of a run).
 *
 * @param id the hash of everything that the result depends on
 * @param revision the n-th calculation 版次 of the period, from 1; 0 for a trial
 * @param asOf the day that was given or today; dates the workbooks
 * @param hashes of the rules that it goes by
 * @param incomplete of a trial: whether exports that the job expects had not come
 * @param samples whether the inputs are those of the sample company
 */
public record RunIdentity(
        String id,
        String job,
        Period period,
        int revision,
        LocalDate asOf,
        String plan,
        RuleHashes hashes,
        String engine,
        boolean incomplete,
        boolean samples) {

    /** Of any revision of the period: what does not tell one from another. */
    public RunIdentity anyRevision() {
        return new RunIdentity("", job, period, Math.min(1, revision), asOf, plan, hashes, engine, incomplete, samples);
    }

    /** Whether it is a trial: it has no revision, and nothing is paid by it. */
    public boolean isTrial() {
        return revision == 0;
    }

    /** {@code r1}, or {@code trial}. */
    public String edition() {
        return isTrial() ? "trial" : "r" + revision;
    }
}
