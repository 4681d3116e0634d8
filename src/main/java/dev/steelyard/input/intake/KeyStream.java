package dev.steelyard.input.intake;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.stream.LongStream;

/** Sorted fingerprints of keys, streamed from a file. */
final class KeyStream implements Closeable {

    private final DataInputStream in;
    private long left;
    private long current;

    KeyStream(Path file) throws IOException {
        in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
        left = Files.size(file) / Long.BYTES;
    }

    private boolean advance() throws IOException {
        if (left == 0) {
            return false;
        }
        left--;
        current = in.readLong();
        return true;
    }

    /** Whether any of the sorted keys is in the stream. */
    boolean holdsAny(long[] sorted) throws IOException {
        while (advance()) {
            if (Arrays.binarySearch(sorted, current) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Which of the sorted keys are in the stream. */
    LongStream found(long[] sorted) throws IOException {
        LongStream.Builder found = LongStream.builder();
        while (advance()) {
            if (Arrays.binarySearch(sorted, current) >= 0) {
                found.add(current);
            }
        }
        return found.build();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** The fingerprints that stand more than once in one stream or in several, sorted: their rows may be duplicates. */
    static long[] repeated(Collection<KeyStream> streams) throws IOException {
        PriorityQueue<KeyStream> heads = new PriorityQueue<>(Comparator.comparingLong(stream -> stream.current));
        for (KeyStream stream : streams) {
            if (stream.advance()) {
                heads.add(stream);
            }
        }
        long[] repeated = new long[16];
        int count = 0;
        boolean first = true;
        long previous = 0;
        while (!heads.isEmpty()) {
            KeyStream head = heads.poll();
            long key = head.current;
            if (!first && key == previous && (count == 0 || repeated[count - 1] != key)) {
                if (count == repeated.length) {
                    repeated = Arrays.copyOf(repeated, count * 2);
                }
                repeated[count++] = key;
            }
            previous = key;
            first = false;
            if (head.advance()) {
                heads.add(head);
            }
        }
        return Arrays.copyOf(repeated, count);
    }
}
