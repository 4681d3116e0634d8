package dev.steelyard.output.workbook.book;

/**
 * A4 as sheets are printed on it, in points, less margins and footer: by own rule, no printer is asked. Print is ten points high on a
 * sheet that needs no shrinking.
 */
enum Paper {
    FLAT(780f, 500f),
    UPRIGHT(535f, 750f);

    /** Of ten points, as the book's own font has it. */
    private static final float DIGIT = 5.4f;

    /** The widest digit of ten points; where the book's font is missing, the one that stands in for it has it. */
    private static final float WIDEST_DIGIT = 6.4f;

    /** Nothing is printed below six and a half points. */
    private static final float LEAST_SCALE = 0.65f;

    /** Print of so much of its size is still pleasant: that far a sheet shrinks to save another. */
    private static final float PLEASANT_SCALE = 0.8f;

    /** Of a sheet: whether another font may take more than it. */
    private static final float ALMOST_FULL = 0.8f;

    /** What may stay empty where a table goes on with the next sheet. */
    private static final float TORN = 60f;

    private final float width;
    private final float height;

    Paper(float width, float height) {
        this.width = width;
        this.height = height;
    }

    /** How high the rows of so many digits may be together on one sheet. */
    float room(int digits) {
        return height / Math.min(1f, width / (digits * DIGIT));
    }

    /** Whether rows of so many digits that are so high together take fewer sheets on this paper than on the other. */
    boolean savesSheets(Paper other, int digits, float rows) {
        return sheetsWide(digits) == 1
                && Math.ceil(rows / room(digits)) < Math.ceil(rows / other.room(digits)) * other.sheetsWide(digits);
    }

    /** Whether rows that take several sheets of the other paper go on one of this, a little smaller. */
    boolean spares(Paper other, int digits, float rows) {
        return sheetsWide(digits) == 1
                && rows * PLEASANT_SCALE <= height
                && (rows > other.room(digits) || other.sheetsWide(digits) > 1);
    }

    /**
     * On how many sheets rows go, a little smaller, that would else end with a few on a sheet of their own; 0 where they do not. What almost
     * fills one sheet is kept on it: with the font that stands in for the book's own it would go beyond.
     */
    int withoutRest(int digits, float rows) {
        if (rows <= room(digits)) {
            return rows > room(digits) * ALMOST_FULL ? 1 : 0;
        }
        int fewer = (int) Math.ceil(rows / room(digits)) - 1;
        float least = fewer * room(digits) / rows;
        boolean readable = Math.min(1f, width / (digits * WIDEST_DIGIT)) * least >= LEAST_SCALE;
        return fewer > 0 && least >= PLEASANT_SCALE && readable ? fewer : 0;
    }

    /** How many digits may stand side by side and still be read. */
    int digits() {
        return (int) (width / (LEAST_SCALE * WIDEST_DIGIT));
    }

    /** Side by side, how many sheets of paper so many digits take. */
    int sheetsWide(int digits) {
        return (digits + digits() - 1) / digits();
    }

    /** Whether rows of that height together can be read on so many sheets; some of each may stay empty. */
    boolean holds(float rows, int sheets) {
        return rows * LEAST_SCALE <= height * sheets - TORN * (sheets - 1);
    }
}
