package dev.steelyard.output.workbook.book;

/**
 * How wide a column gets, in digits; a Chinese character takes two.
 *
 * @param least at least this
 * @param most texts wider than this do not widen the column further; numbers always fit
 * @param wrap whether texts continue on the next line of their cell
 */
public record Width(int least, int most, boolean wrap) {

    /** As wide as the content, within limits. */
    public static Width fit(int least, int most) {
        return new Width(least, most, false);
    }

    /** Always this wide; longer texts wrap. */
    public static Width wrap(int width) {
        return new Width(width, width, true);
    }
}
