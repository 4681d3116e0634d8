package dev.steelyard.input.exports;

import dev.steelyard.input.sheets.Mark;
import dev.steelyard.ledger.store.ContentStore;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/**
 * Finds the records of a text slice in which one of some texts stands, as it stands: to read those alone. A record that says the same
 * in other characters is not found, so that whoever asks must know how many rows there are.
 */
public final class Mentions {

    private static final int BLOCK = 1 << 17;

    private final Slice slice;
    private final Slice.Text text;
    private final List<byte[]> sought = new ArrayList<>();
    private final List<int[]> skips = new ArrayList<>();

    private Mentions(Slice slice, Slice.Text text, Collection<String> texts) {
        this.slice = slice;
        this.text = text;
        for (String one : texts) {
            byte[] bytes = one.getBytes(Charset.forName(text.charset()));
            int[] skip = new int[256];
            Arrays.fill(skip, bytes.length);
            for (int i = 0; i + 1 < bytes.length; i++) {
                skip[bytes[i] & 0xFF] = bytes.length - 1 - i;
            }
            sought.add(bytes);
            skips.add(skip);
        }
    }

    /**
     * The pieces of the slice that hold the records.
     *
     * @param texts not blank
     */
    public static List<Slice> of(ContentStore store, Slice slice, Slice.Text text, Collection<String> texts)
            throws IOException {
        List<Slice> pieces = new ArrayList<>();
        Mentions mentions = new Mentions(slice, text, texts);
        try (RecordSplitter splitter =
                new RecordSplitter(store.path(slice.content()), slice.start(), text.delimiter(), BLOCK)) {
            Mark run = splitter.mark();
            while (splitter.next(slice.end(), BLOCK)) {
                mentions.add(splitter, run, pieces);
                run = splitter.mark();
            }
        }
        return pieces;
    }

    private void add(RecordSplitter splitter, Mark run, List<Slice> pieces) {
        int count = splitter.count();
        BitSet found = new BitSet();
        for (int i = 0; i < sought.size(); i++) {
            find(splitter, sought.get(i), skips.get(i), found);
        }
        for (int first = found.nextSetBit(0); first >= 0; first = found.nextSetBit(first + 1)) {
            int next = Math.min(count, found.nextClearBit(first));
            if (splitter.line(first) > text.headerRow()) {
                long end = splitter.offset(next);
                pieces.add(new Slice(
                        slice.dataset(),
                        slice.file(),
                        slice.content(),
                        slice.number(),
                        new Slice.Text(text.charset(), text.delimiter(), 0, text.open() && end == slice.end()),
                        slice.header(),
                        new Mark(run.record() + first, splitter.line(first), splitter.offset(first)),
                        end));
            }
            first = next;
        }
    }

    /** Marks the records of the run that hold the text (Horspool 1980). */
    private static void find(RecordSplitter splitter, byte[] text, int[] skip, BitSet found) {
        byte[] in = splitter.buffer();
        int count = splitter.count();
        int end = splitter.from(count);
        int last = text.length - 1;
        int record = 0;
        int at = splitter.from(0);
        while (at + last < end) {
            int back = last;
            while (back >= 0 && in[at + back] == text[back]) {
                back--;
            }
            if (back >= 0) {
                at += skip[in[at + last] & 0xFF];
            } else {
                while (splitter.from(record + 1) <= at) {
                    record++;
                }
                found.set(record);
                at = splitter.from(record + 1);
            }
        }
    }
}
