package dev.steelyard.engine.measure;

/** Numbers from 0 up, each once; small, since there are many of these. */
final class LongSet {

    /** The numbers plus one; 0 where a place is free. */
    private long[] places = new long[8];

    private int size;

    boolean contains(long number) {
        return places[place(number + 1)] != 0;
    }

    /** @return whether it was not there yet */
    boolean add(long number) {
        int at = place(number + 1);
        if (places[at] != 0) {
            return false;
        }
        places[at] = number + 1;
        if (4 * ++size > 3 * places.length) {
            long[] old = places;
            places = new long[2 * old.length];
            for (long kept : old) {
                if (kept != 0) {
                    places[place(kept)] = kept;
                }
            }
        }
        return true;
    }

    /** Where it stands, or the free place where it belongs. */
    private int place(long kept) {
        int mask = places.length - 1;
        long hash = kept * 0x9E3779B97F4A7C15L;
        int at = (int) (hash >>> 40) & mask;
        while (places[at] != 0 && places[at] != kept) {
            at = at + 1 & mask;
        }
        return at;
    }
}
