package dev.steelyard.engine.score;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A whole result: score, grade, status and ranks.
 *
 * @param grade after caps and veto; empty where there is no final
 * @param remarks why the person is held, vetoed, capped, or marked
 */
public record RankedScorecard(
        PooledScorecard pooled, Status status, Optional<String> grade, Ranks ranks, List<Remark> remarks) {

    /** What becomes of a person in a run. */
    public enum Status {
        RANKED,
        VETOED,
        HELD,
        INTERIM,
        /** Away for so much of the period that nobody judges it 免考 (rules.md 8.2). */
        EXEMPT;

        /** As machine files write it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Places in each group; empty where a person is not ranked there. */
    public record Ranks(
            Optional<Integer> overall,
            Optional<Integer> inTrack,
            Optional<Integer> inTeam,
            Optional<Integer> inRegion) {
        static final Ranks NONE = new Ranks(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Whose it is. */
    public Participant participant() {
        return pooled.participant();
    }

    /** The person's own result, before the team. */
    public Scorecard card() {
        return pooled.card();
    }

    /** The same without its places among people of other teams. */
    RankedScorecard inTeam() {
        Ranks own = new Ranks(Optional.empty(), Optional.empty(), ranks.inTeam(), Optional.empty());
        return new RankedScorecard(pooled, status, grade, own, remarks);
    }

    /** Whether the run pays this person what they sold: exempt people too (rulings 98). */
    public boolean earns() {
        return isPaid() || status == Status.EXEMPT;
    }

    /** Whether what a team is given by salary is theirs too: leave does not cut it (rules.md 8.2). */
    public boolean isRankedOrExempt() {
        return status == Status.RANKED || status == Status.EXEMPT;
    }

    /** Whether the run pays this person by their score. */
    public boolean isPaid() {
        return status == Status.RANKED || status == Status.VETOED;
    }
}
