package dev.steelyard.engine.plausible;

import java.util.Collection;

/**
 * Whether rows say each thing equally often: of an export that came twice under other keys, everything is there an even number of times.
 * A sum over fingerprints of what rows say, the same in any order: three bits for each of 64 places of a fingerprint tell whether every
 * fingerprint came a multiple of 2, or of 3, times.
 *
 * @param rows how many were added
 * @param odd places that an odd number of fingerprints have
 * @param once places that a number of fingerprints have that leaves 1 when it is divided by 3
 * @param twice places that leave 2
 * @param undated the sum of what the rows say but for their day
 * @param kinds which of 64 drawers hold one of those
 * @param seen which of 64 drawers hold a fingerprint: a lower bound of how many different ones there are
 */
public record Copies(long rows, long odd, long once, long twice, long seen, long undated, long kinds) {

    Copies plus(Copies other) {
        long none = ~(once | twice);
        long noneThere = ~(other.once | other.twice);
        return new Copies(
                rows + other.rows,
                odd ^ other.odd,
                once & noneThere | none & other.once | twice & other.twice,
                twice & noneThere | none & other.twice | once & other.once,
                seen | other.seen,
                undated + other.undated,
                kinds | other.kinds);
    }

    /** Of how many equal rows everything consists, 2 or 3; 1 where it does not. */
    int times() {
        if (rows == 0) {
            return 1;
        }
        return odd == 0 ? 2 : (once | twice) == 0 ? 3 : 1;
    }

    /** How many different things are said, at least. */
    int different() {
        return Long.bitCount(seen);
    }

    /** The same, whatever the day. */
    int differentButForDay() {
        return Long.bitCount(kinds);
    }

    /** The thousandfold of how many drawers so many rows fill if each says something else. */
    private static long filled(long rows) {
        long filled = 0;
        for (long i = 0; i < Math.min(rows, 1000); i++) {
            filled += (64_000 - filled) / 64;
        }
        return filled;
    }

    /** Whether rows of these people often say the same: then all of somebody's may do so by chance. */
    static boolean areOftenAlike(Collection<Copies> people) {
        long expected = people.stream().mapToLong(own -> filled(own.rows)).sum();
        long found = people.stream().mapToLong(Copies::different).sum() * 1000;
        return 10 * found < 7 * expected;
    }
}
