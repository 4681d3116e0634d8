package dev.steelyard.output.workbook.book;

import java.util.List;
import java.util.Optional;

/**
 * How the series of a chart look: colours that colour-blind readers tell apart (after Okabe and Ito), each at least 4.5 : 1
 * on white, and besides the colour a marker on lines and a pattern in bars.
 */
final class Palette {

    /**
     * @param rgb six hexadecimal digits
     * @param marker on lines, by its name in a file
     * @param pattern of bars, by its name in a file; the first series is filled whole
     */
    record Look(String rgb, String marker, Optional<String> pattern) {}

    static final List<Look> SERIES = List.of(
            new Look("0072B2", "circle", Optional.empty()),
            new Look("B84A00", "diamond", Optional.of("wdUpDiag")),
            new Look("007A5A", "triangle", Optional.of("lgGrid")),
            new Look("A0457C", "square", Optional.of("wdDnDiag")),
            new Look("5A5A5A", "x", Optional.of("pct25")));

    static final int MOST = SERIES.size();

    private Palette() {}
}
