package dev.steelyard.ledger.status;

/**
 * How far a run is.
 *
 * @param pid the process
 * @param since when the run began, an ISO date and time with offset; so are the other moments
 * @param phase its phase, such as {@code MEASURE}
 * @param phaseSince when the phase began
 * @param rows read in this phase
 * @param bytes read in this phase
 * @param ofBytes how much the phase will read; 0 where that is no measure of it
 * @param percent 0 to 100; −1 where it is not known
 * @param rowsPerSecond the mean of this phase
 * @param secondsLeft at the pace so far; −1 where it is not known
 * @param updated when this was told
 */
public record RunStatus(
        long pid,
        String job,
        String period,
        String since,
        String phase,
        String phaseSince,
        long rows,
        long bytes,
        long ofBytes,
        long percent,
        long rowsPerSecond,
        long secondsLeft,
        String updated)
        implements StatusFile.Teller {}
