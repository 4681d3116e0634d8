package dev.steelyard.output.workbook.book;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Draws a native chart: its part of the file, written as the charts of a spreadsheet program look to their readers. No language of
 * a machine stands in it.
 */
final class Charts {

    /** Columns of the sheet that a chart beside a table takes. */
    static final int COLUMNS = 4;

    /** How wide a column is that nothing but a chart stands in, in digits. */
    static final int COLUMN = 15;

    /** A share below a twentieth has no room for its label. */
    private static final String SHARE = "[<0.05]\"\";0%";

    /** Hundredths of a point. */
    private static final int TITLE = 1050;

    private static final int WORDS = 900;

    private static final String GRID = "D5DBE1";

    /** Lines are as wide as this, in units of which a point has 12,700. */
    private static final int FIRST_LINE = 31_750;

    private static final int OTHER_LINE = 19_050;

    private static final int EDGE = 9_525;

    private static final int HAIR = 6_350;

    private final Chart chart;
    private final Plotted cells;
    private final Xml xml;

    Charts(Chart chart, Plotted cells, Xml xml) {
        this.chart = chart;
        this.cells = cells;
        this.xml = xml;
    }

    void draw() {
        xml.markup(Xml.PROLOGUE)
                .markup("<c:chartSpace xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"")
                .markup(" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><c:chart>");
        title(chart.title(), "<a:rPr sz=\"" + TITLE + "\" b=\"1\">" + solid(Styles.INK) + "</a:rPr>");
        xml.markup("<c:plotArea><c:layout/>");
        if (chart.kind() == Chart.Kind.LINES) {
            lines();
        } else {
            bars();
        }
        xml.markup("</c:plotArea>");
        if (chart.hasLegend()) {
            xml.markup("<c:legend><c:legendPos val=\"b\"/><c:overlay val=\"0\"/></c:legend>");
        }
        xml.markup(
                        "<c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"gap\"/></c:chart><c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz=\"")
                .number(WORDS)
                .markup("\"/></a:pPr><a:endParaRPr/></a:p></c:txPr></c:chartSpace>")
                .flush();
    }

    /** @param look of the words */
    private void title(String words, String look) {
        xml.markup("<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr/></a:pPr><a:r>")
                .markup(look)
                .markup("<a:t>")
                .text(words)
                .markup("</a:t></a:r></a:p></c:rich></c:tx><c:layout/><c:overlay val=\"0\"/></c:title>");
    }

    // ------------------------------------------------------------------ bars

    private void bars() {
        boolean upright = chart.kind() == Chart.Kind.COLUMNS;
        boolean shares = chart.kind() == Chart.Kind.SHARES;
        xml.markup("<c:barChart><c:barDir val=\"").markup(upright ? "col" : "bar");
        xml.markup("\"/><c:grouping val=\"").markup(shares ? "percentStacked" : "clustered");
        xml.markup("\"/><c:varyColors val=\"0\"/>");
        for (int i = 0; i < chart.values().size(); i++) {
            int column = chart.values().get(i);
            Palette.Look look = Palette.SERIES.get(i);
            series(i, column);
            // Shares bear the tones of grades, the best first; else each bar has its pattern and bears its number.
            xml.markup("<c:spPr>")
                    .markup(
                            shares
                                    ? solid(Tone.ofPlace(i, chart.values().size())
                                            .fill())
                                    : filled(look))
                    .markup(line(shares ? Styles.INK : look.rgb(), EDGE, ""))
                    .markup("</c:spPr>");
            String format = pattern(column);
            labels(shares && format.equals("0%") ? SHARE : format, "");
            data(column);
            xml.markup("</c:ser>");
        }
        xml.markup("<c:gapWidth val=\"40\"/>").markup(shares ? "<c:overlap val=\"100\"/>" : "");
        xml.markup("<c:axId val=\"0\"/><c:axId val=\"1\"/></c:barChart>");
        words(upright ? "minMax" : "maxMin", upright ? "b" : "l", "none");
        boolean fromZero = chart.values().stream().noneMatch(cells::hasBelowZero);
        numbers(fromZero ? "<c:min val=\"0\"/>" : "", upright, "", "none", upright ? "autoZero" : "max");
    }

    private static String filled(Palette.Look look) {
        return look.pattern()
                .map(pattern -> "<a:pattFill prst=\"" + pattern + "\"><a:fgClr>" + color(look.rgb())
                        + "</a:fgClr><a:bgClr>" + color("FFFFFF") + "</a:bgClr></a:pattFill>")
                .orElseGet(() -> solid(look.rgb()));
    }

    // ------------------------------------------------------------------ lines

    private void lines() {
        xml.markup("<c:lineChart><c:grouping val=\"standard\"/><c:varyColors val=\"0\"/>");
        for (int i = 0; i < chart.values().size(); i++) {
            int column = chart.values().get(i);
            Palette.Look look = Palette.SERIES.get(i);
            series(i, column);
            xml.markup("<c:spPr>")
                    .markup(line(look.rgb(), i == 0 ? FIRST_LINE : OTHER_LINE, ""))
                    .markup("</c:spPr><c:marker><c:symbol val=\"" + look.marker() + "\"/><c:spPr>")
                    .markup(solid(look.rgb()) + "<a:ln>" + solid(look.rgb()) + "</a:ln></c:spPr></c:marker>");
            if (i == 0) {
                labels(pattern(column), "<c:dLblPos val=\"t\"/>");
            }
            data(column);
            xml.markup("<c:smooth val=\"0\"/></c:ser>");
        }
        chart.target().ifPresent(column -> {
            series(chart.values().size(), column);
            xml.markup("<c:spPr>")
                    .markup(line(Styles.INK, OTHER_LINE, "<a:prstDash val=\"dash\"/>"))
                    .markup("</c:spPr><c:marker><c:symbol val=\"none\"/></c:marker>");
            data(column);
            xml.markup("<c:smooth val=\"0\"/></c:ser>");
        });
        xml.markup("<c:axId val=\"0\"/><c:axId val=\"1\"/></c:lineChart>");
        words("minMax", "b", "cross");
        String range = cells.points(chart.values())
                .map(points -> "<c:max val=\"" + points.most() + "\"/><c:min val=\"" + points.least() + "\"/>")
                .orElse("");
        String grid = "<c:majorGridlines><c:spPr>" + line(GRID, HAIR, "") + "</c:spPr></c:majorGridlines>";
        numbers(range, true, grid, "cross", "autoZero");
    }

    // ------------------------------------------------------------------ both

    private void series(int index, int column) {
        xml.markup("<c:ser><c:idx val=\"")
                .number(index)
                .markup("\"/><c:order val=\"")
                .number(index);
        xml.markup("\"/><c:tx><c:strRef><c:f>").text(cells.title(column));
        xml.markup("</c:f><c:strCache><c:ptCount val=\"1\"/>");
        point(0, cells.headers().get(column));
        xml.markup("</c:strCache></c:strRef></c:tx>");
    }

    private void data(int column) {
        List<String> words = cells.words(chart.label());
        xml.markup("<c:cat><c:strRef><c:f>").text(cells.range(chart.label()));
        xml.markup("</c:f><c:strCache><c:ptCount val=\"").number(words.size()).markup("\"/>");
        for (int i = 0; i < words.size(); i++) {
            point(i, words.get(i));
        }
        List<Optional<BigDecimal>> numbers = cells.numbers(column);
        xml.markup("</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>").text(cells.range(column));
        xml.markup("</c:f><c:numCache><c:ptCount val=\"").number(numbers.size()).markup("\"/>");
        for (int i = 0; i < numbers.size(); i++) {
            if (numbers.get(i).isPresent()) {
                point(i, Format.PLAIN.shown(numbers.get(i).get()));
            }
        }
        xml.markup("</c:numCache></c:numRef></c:val>");
    }

    private void point(int index, String value) {
        xml.markup("<c:pt idx=\"").number(index).markup("\"><c:v>").text(value).markup("</c:v></c:pt>");
    }

    private void labels(String format, String place) {
        xml.markup("<c:dLbls><c:numFmt formatCode=\"").text(format).markup("\" sourceLinked=\"0\"/>");
        xml.markup(place)
                .markup("<c:showLegendKey val=\"0\"/><c:showVal val=\"1\"/><c:showCatName val=\"0\"/>")
                .markup("<c:showSerName val=\"0\"/><c:showPercent val=\"0\"/><c:showBubbleSize val=\"0\"/></c:dLbls>");
    }

    /** The axis of the words. */
    private void words(String order, String place, String ticks) {
        xml.markup("<c:catAx><c:axId val=\"0\"/><c:scaling><c:orientation val=\"" + order)
                .markup("\"/></c:scaling><c:delete val=\"0\"/><c:axPos val=\"" + place)
                .markup("\"/><c:majorTickMark val=\"" + ticks)
                .markup("\"/><c:minorTickMark val=\"none\"/><c:tickLblPos val=\"nextTo\"/><c:crossAx val=\"1\"/>")
                .markup("<c:crosses val=\"autoZero\"/><c:auto val=\"0\"/></c:catAx>");
    }

    /**
     * The axis of the numbers.
     *
     * @param range its ends, where they are not left to the program
     * @param shown whether it stands upright and is seen; lying bars bear their numbers
     */
    private void numbers(String range, boolean shown, String grid, String ticks, String crosses) {
        xml.markup("<c:valAx><c:axId val=\"1\"/><c:scaling><c:orientation val=\"minMax\"/>" + range)
                .markup("</c:scaling><c:delete val=\"" + (shown ? 0 : 1))
                .markup("\"/><c:axPos val=\"" + (shown ? "l" : "b") + "\"/>" + grid);
        if (!chart.axis().isEmpty()) {
            title(chart.axis(), "<a:rPr/>");
        }
        boolean percent = cells.formats().get(chart.values().get(0)) == Format.PERCENT;
        xml.markup("<c:numFmt formatCode=\"" + (percent ? "0%" : "General") + "\" sourceLinked=\"1\"/>")
                .markup("<c:majorTickMark val=\"" + ticks + "\"/><c:minorTickMark val=\"none\"/>")
                .markup("<c:tickLblPos val=\"nextTo\"/><c:crossAx val=\"0\"/><c:crosses val=\"" + crosses + "\"/>")
                .markup("<c:crossBetween val=\"" + (chart.kind() == Chart.Kind.LINES ? "midCat" : "between"))
                .markup("\"/></c:valAx>");
    }

    /** Pictures show rounder numbers than cells. */
    private String pattern(int column) {
        Format format = cells.formats().get(column);
        return format == Format.PERCENT ? "0%" : format.pattern();
    }

    private static String line(String rgb, int width, String dash) {
        return "<a:ln w=\"" + width + "\">" + solid(rgb) + dash + "</a:ln>";
    }

    private static String solid(String rgb) {
        return "<a:solidFill>" + color(rgb) + "</a:solidFill>";
    }

    private static String color(String rgb) {
        return "<a:srgbClr val=\"" + rgb + "\"/>";
    }
}
