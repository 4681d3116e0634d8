package dev.steelyard.output.workbook.book;

import java.util.ArrayList;
import java.util.List;

/** Where the printed pages of a page sheet end, so that no small table is torn: by own rule, no printer is asked. */
final class PageBreaks {

    /** The title repeated on each page. */
    private static final float TITLE = 26f;

    /** Of a page: for the beginning of a long table, and what the page before the last keeps at least. */
    private static final float LEAST_SHARE = 0.4f;

    /** Of a page: what a last page should hold at least. */
    private static final float ALMOST_ALONE = 0.25f;

    private record Start(int row, float height) {}

    /** Of a list: on more sheets a short last one is no matter. */
    private static final int FEW_SHEETS = 3;

    private final List<Start> blocks = new ArrayList<>();

    /** The first rows: as many as few sheets hold. */
    private final List<Start> rows = new ArrayList<>();

    private int count;
    private float height;

    /** Of what is printed. */
    private float printed = -1;

    void row(float points) {
        if (height < FEW_SHEETS * Paper.UPRIGHT.room(Paper.UPRIGHT.digits())) {
            rows.add(new Start(count, height));
        }
        count++;
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
     * Where pages end.
     *
     * @param before the rows before which a page ends
     * @param pages how many pages there are
     */
    record Cut(List<Integer> before, int pages) {}

    /**
     * A table longer than a page begins where it stands, unless little of the page is left; what would stand almost alone on the last page
     * takes the table before it along, where that leaves no page almost empty.
     */
    Cut cut(int digits, Paper paper) {
        float page = paper.room(digits);
        List<Start> cuts = new ArrayList<>();
        float begun = 0;
        for (int i = 0; i < blocks.size(); i++) {
            float start = blocks.get(i).height();
            float end = i + 1 < blocks.size() ? blocks.get(i + 1).height() : height;
            float left = page - (start - begun);
            boolean torn = end - start <= page ? end - start > left : left < page * LEAST_SHARE;
            // Before the first table stands the title alone, which makes no page.
            if (i > 0 && start > begun && torn) {
                cuts.add(blocks.get(i));
                begun = start - TITLE;
            }
        }
        takeAlong(cuts, page);
        return new Cut(cuts.stream().map(Start::row).toList(), pages(cuts, page));
    }

    /** Where the sheets of a list end whose last one would hold little: all of them hold about as much. */
    List<Integer> even(int digits, Paper paper) {
        float page = paper.room(digits);
        int sheets = (int) Math.ceil(height() / page);
        float rest = height() - (sheets - 1) * page;
        if (sheets < 2 || sheets > FEW_SHEETS || rest >= page * LEAST_SHARE) {
            return List.of();
        }
        List<Integer> before = new ArrayList<>();
        for (Start row : rows) {
            if (before.size() + 1 < sheets && row.height() >= height() * (before.size() + 1) / sheets) {
                before.add(row.row());
            }
        }
        return before;
    }

    private void takeAlong(List<Start> cuts, float page) {
        if (cuts.isEmpty()) {
            return;
        }
        int last = cuts.size() - 1;
        int at = blocks.indexOf(cuts.get(last));
        Start before = blocks.get(at - 1);
        boolean first = at == 1 || last > 0 && before.equals(cuts.get(last - 1));
        float stays = before.height() - (last > 0 ? cuts.get(last - 1).height() : 0);
        if (!first
                && stays >= page * LEAST_SHARE
                && height - cuts.get(last).height() < page * ALMOST_ALONE
                && height - before.height() <= page) {
            cuts.set(last, before);
        }
    }

    private int pages(List<Start> cuts, float page) {
        int pages = 0;
        float begun = 0;
        for (int i = 0; i <= cuts.size(); i++) {
            float end = i < cuts.size() ? cuts.get(i).height() : height();
            pages += (int) Math.ceil((end - begun) / page);
            begun = end - TITLE;
        }
        return pages;
    }
}
