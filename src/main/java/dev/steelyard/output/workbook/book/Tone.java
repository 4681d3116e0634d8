package dev.steelyard.output.workbook.book;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How much a cell stands out. Colours run from blue to orange, which colour-blind readers tell apart, and only repeat
 * what a word beside them says.
 */
public enum Tone {
    PLAIN("", false),
    /** Sums and headings within a table. */
    STRONG("EDF1F5", true),
    /** What counts less: people who are not ranked. */
    QUIET("F2F2F2", false),
    BEST("92C5DE", true),
    GOOD("D1E5F0", true),
    MIDDLE("F7F7F7", true),
    LOW("FDDBC7", true),
    WORST("F4A582", true),
    /** Little, more, much and most of something that is neither good nor bad: shades of one colour. */
    FAINT("EFF6FA", false),
    LIGHT("D6E8F3", false),
    DEEP("A9D1E7", false),
    DEEPEST("6BAED6", false);

    private final String fill;
    private final boolean bold;

    Tone(String fill, boolean bold) {
        this.fill = fill;
        this.bold = bold;
    }

    /** RGB as six hexadecimal digits; blank for none. */
    String fill() {
        return fill;
    }

    boolean bold() {
        return bold;
    }

    /** The shade of a part of the most that there is; none for nothing. */
    public static Tone ofHeat(BigDecimal part, BigDecimal most) {
        if (part.signum() <= 0 || most.signum() <= 0) {
            return PLAIN;
        }
        Tone[] shades = {FAINT, LIGHT, DEEP, DEEPEST};
        BigDecimal quarters = part.multiply(BigDecimal.valueOf(shades.length)).divide(most, 0, RoundingMode.CEILING);
        return shades[quarters.min(BigDecimal.valueOf(shades.length)).intValueExact() - 1];
    }

    /** The tone of place {@code index} among {@code count}, best first. */
    public static Tone ofPlace(int index, int count) {
        Tone[] scale = {BEST, GOOD, MIDDLE, LOW, WORST};
        return count <= 1 ? MIDDLE : scale[Math.min(index * (scale.length - 1) / (count - 1), scale.length - 1)];
    }
}
