package dev.steelyard.input.intake;

import java.util.Arrays;

/** Fingerprints, which lie evenly among all numbers: put into drawers by their first bits they are nearly sorted. */
final class Fingerprints {

    /** About so many bits of a drawer's fingerprints are left to sort by. */
    private static final int LEFT = 3;

    private Fingerprints() {}

    /** The first of some fingerprints, sorted; right for any numbers, fast for evenly spread ones. */
    static long[] sorted(long[] fingerprints, int count) {
        int bits = Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(count) - LEFT);
        int shift = Long.SIZE - bits;
        int[] ends = new int[1 << bits];
        for (int i = 0; i < count; i++) {
            ends[drawer(fingerprints[i], shift)]++;
        }
        for (int drawer = 0, end = 0; drawer < ends.length; drawer++) {
            end += ends[drawer];
            ends[drawer] = end;
        }
        long[] sorted = new long[count];
        for (int i = 0; i < count; i++) {
            sorted[--ends[drawer(fingerprints[i], shift)]] = fingerprints[i];
        }
        for (int drawer = 0; drawer < ends.length; drawer++) {
            Arrays.sort(sorted, ends[drawer], drawer + 1 < ends.length ? ends[drawer + 1] : count);
        }
        return sorted;
    }

    private static int drawer(long fingerprint, int shift) {
        return (int) ((fingerprint ^ Long.MIN_VALUE) >>> shift);
    }
}
