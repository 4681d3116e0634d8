package dev.steelyard.input.intake;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.LongStream;

/** Sorted fingerprints of keys, streamed from a file. */
final class KeyStream implements Closeable {

    private static final int BLOCK = 1 << 16;

    private final FileChannel in;
    private final ByteBuffer bytes = ByteBuffer.allocate(BLOCK);
    private LongBuffer block = LongBuffer.allocate(0);
    private long current;

    KeyStream(Path file) throws IOException {
        in = FileChannel.open(file);
    }

    private boolean advance() throws IOException {
        if (!block.hasRemaining()) {
            bytes.clear();
            while (bytes.hasRemaining() && in.read(bytes) >= 0) {
                continue;
            }
            block = bytes.flip().asLongBuffer();
            if (!block.hasRemaining()) {
                return false;
            }
        }
        current = block.get();
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
        KeyStream[] heap = new KeyStream[streams.size()];
        int left = 0;
        for (KeyStream stream : streams) {
            if (stream.advance()) {
                heap[left++] = stream;
            }
        }
        for (int i = left / 2 - 1; i >= 0; i--) {
            sink(heap, i, left);
        }
        long[] repeated = new long[16];
        int count = 0;
        boolean first = true;
        long previous = 0;
        while (left > 0) {
            KeyStream least = heap[0];
            long key = least.current;
            if (!first && key == previous && (count == 0 || repeated[count - 1] != key)) {
                if (count == repeated.length) {
                    repeated = Arrays.copyOf(repeated, count * 2);
                }
                repeated[count++] = key;
            }
            previous = key;
            first = false;
            if (!least.advance()) {
                heap[0] = heap[--left];
            }
            sink(heap, 0, left);
        }
        return Arrays.copyOf(repeated, count);
    }

    /** Lets the stream at a place sink until none below it has a lesser head. */
    private static void sink(KeyStream[] heap, int at, int size) {
        int to = at;
        KeyStream sinking = heap[at];
        for (int below = 2 * to + 1; below < size; below = 2 * to + 1) {
            if (below + 1 < size && heap[below + 1].current < heap[below].current) {
                below++;
            }
            if (heap[below].current >= sinking.current) {
                break;
            }
            heap[to] = heap[below];
            to = below;
        }
        heap[to] = sinking;
    }
}
