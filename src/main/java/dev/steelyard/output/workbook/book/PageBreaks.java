package dev.steelyard.output.workbook.book;

import java.util.ArrayList;
import java.util.List;

/** Where the printed pages of a page sheet end, so that no small table is torn: by own rule, no printer is asked. */
final class PageBreaks {

    /** The title repeated on each page. */
    private static final float TITLE = 26f;

    /** Of a page, for the beginning of a long table. */
    private static final float LEAST_SHARE = 0.4f;

    private record Start(int row, float height) {}

    private final List<Start> blocks = new ArrayList<>();
    private float height;

    /** Of what is printed. */
    private float printed = -1;

    void row(float points) {
        height += points;
    }

    /** A table begins with this row. */
    void blockAt(int row) {
        blocks.add(new Start(row, height));
    }

    /** What follows is not printed. */
    void printUpToHere() {
        if (printed < 0) {
            printed = height;
        }
    }

    /** How high the printed rows are together. */
    float height() {
        return printed < 0 ? height : printed;
    }

    /**
     * The rows before which a page ends. A table longer than a page begins where it stands, unless little of the page is
     * left.
     */
    List<Integer> before(int digits, Paper paper) {
        float page = paper.room(digits);
        List<Integer> rows = new ArrayList<>();
        float begun = 0;
        for (int i = 0; i < blocks.size(); i++) {
            float start = blocks.get(i).height();
            float end = i + 1 < blocks.size() ? blocks.get(i + 1).height() : height;
            float left = page - (start - begun);
            boolean torn = end - start <= page ? end - start > left : left < page * LEAST_SHARE;
            // Before the first table stands the title alone, which makes no page.
            if (i > 0 && start > begun && torn) {
                rows.add(blocks.get(i).row());
                begun = start - TITLE;
            }
        }
        return rows;
    }
}
