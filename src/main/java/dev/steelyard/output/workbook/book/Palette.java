package dev.steelyard.output.workbook.book;

import java.util.List;
import java.util.Optional;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;

/**
 * How the series of a chart look: colours that colour-blind readers tell apart (after Okabe and Ito), each at least 4.5 : 1
 * on white, and besides the colour a marker on lines and a pattern in bars.
 */
final class Palette {

    /**
     * @param rgb six hexadecimal digits
     * @param pattern of bars, by its name in a file; the first series is filled whole
     */
    record Look(String rgb, MarkerStyle marker, Optional<String> pattern) {}

    static final List<Look> SERIES = List.of(
            new Look("0072B2", MarkerStyle.CIRCLE, Optional.empty()),
            new Look("B84A00", MarkerStyle.DIAMOND, Optional.of("wdUpDiag")),
            new Look("007A5A", MarkerStyle.TRIANGLE, Optional.of("lgGrid")),
            new Look("A0457C", MarkerStyle.SQUARE, Optional.of("wdDnDiag")),
            new Look("5A5A5A", MarkerStyle.X, Optional.of("pct25")));

    static final int MOST = SERIES.size();

    private Palette() {}
}
