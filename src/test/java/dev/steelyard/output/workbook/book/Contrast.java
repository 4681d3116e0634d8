package dev.steelyard.output.workbook.book;

/** How much two colours differ in lightness, by WCAG 2: from 1 to 21; words need 4.5. */
public final class Contrast {

    private Contrast() {}

    /** @param one six hexadecimal digits, and so the other */
    public static double between(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String rgb) {
        return 0.2126 * channel(rgb, 0) + 0.7152 * channel(rgb, 2) + 0.0722 * channel(rgb, 4);
    }

    private static double channel(String rgb, int at) {
        double value = Integer.parseInt(rgb.substring(at, at + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
