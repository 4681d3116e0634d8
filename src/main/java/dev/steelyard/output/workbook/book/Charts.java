package dev.steelyard.output.workbook.book;

import org.apache.poi.xddf.usermodel.PresetLineDash;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFFillProperties;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFPresetLineDash;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickMark;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.DisplayBlanks;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTDLbls;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTTitle;
import org.openxmlformats.schemas.drawingml.x2006.chart.STDLblPos;

/** Draws native charts. */
final class Charts {

    /** Columns of the sheet that a chart beside a table takes. */
    static final int COLUMNS = 4;

    /** How wide a column is that nothing but a chart stands in, in digits. */
    static final int COLUMN = 15;

    /** A share below a twentieth has no room for its label. */
    private static final String SHARE = "[<0.05]\"\";0%";

    /** Points. */
    private static final double TITLE = 10.5;

    /** Hundredths of a point. */
    private static final int WORDS = 900;

    private static final String GRID = "D5DBE1";

    private final XSSFChart drawn;
    private final Chart chart;
    private final Plotted cells;

    private Charts(XSSFChart drawn, Chart chart, Plotted cells) {
        this.drawn = drawn;
        this.chart = chart;
        this.cells = cells;
    }

    /** Draws it from the row on and between the columns, the last one excluded. */
    static void draw(XSSFSheet sheet, Chart chart, Plotted cells, int row, int from, int to) {
        XSSFClientAnchor anchor = new XSSFClientAnchor(
                0, 0, 0, 0, from, row, to, row + chart.rows(cells.rows().size()));
        new Charts(sheet.createDrawingPatriarch().createChart(anchor), chart, cells).draw();
    }

    private void draw() {
        drawn.getGraphicFrame()
                .getCTGraphicalObjectFrame()
                .getNvGraphicFramePr()
                .getCNvPr()
                .setDescr(chart.title());
        title();
        drawn.displayBlanksAs(DisplayBlanks.GAP);
        if (chart.kind() == Chart.Kind.LINES) {
            lines();
        } else {
            bars();
        }
        if (chart.hasLegend()) {
            drawn.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
            drawn.getOrAddLegend().setOverlay(false);
        }
    }

    private void title() {
        drawn.setTitleText(chart.title());
        drawn.setTitleOverlay(false);
        drawn.getFormattedTitle().getParagraph(0).getTextRuns().forEach(run -> {
            run.setFontSize(TITLE);
            run.setBold(true);
            run.setFontColor(color(Styles.INK));
        });
        neutral(drawn.getCTChart().getTitle());
        var words = drawn.getCTChartSpace().addNewTxPr();
        words.addNewBodyPr();
        words.addNewP().addNewPPr().addNewDefRPr().setSz(WORDS);
    }

    // ------------------------------------------------------------------ bars

    private void bars() {
        boolean upright = chart.kind() == Chart.Kind.COLUMNS;
        boolean shares = chart.kind() == Chart.Kind.SHARES;
        XDDFCategoryAxis words = drawn.createCategoryAxis(upright ? AxisPosition.BOTTOM : AxisPosition.LEFT);
        words.setOrientation(upright ? AxisOrientation.MIN_MAX : AxisOrientation.MAX_MIN);
        words.setMajorTickMark(AxisTickMark.NONE);
        XDDFValueAxis numbers = drawn.createValueAxis(upright ? AxisPosition.LEFT : AxisPosition.BOTTOM);
        numbers.setCrosses(upright ? AxisCrosses.AUTO_ZERO : AxisCrosses.MAX);
        if (chart.values().stream().noneMatch(cells::hasBelowZero)) {
            numbers.setMinimum(0);
        }
        // Each bar bears its number.
        numbers.setVisible(upright);
        numbers.setNumberFormat(cells.formats().get(chart.values().get(0)) == Format.PERCENT ? "0%" : "General");
        numbers.setMajorTickMark(AxisTickMark.NONE);
        if (!chart.axis().isEmpty()) {
            numbers.setTitle(chart.axis());
            neutral(drawn.getCTChart().getPlotArea().getValAxArray(0).getTitle());
        }
        XDDFBarChartData bars = (XDDFBarChartData) drawn.createData(ChartTypes.BAR, words, numbers);
        bars.setBarDirection(upright ? BarDirection.COL : BarDirection.BAR);
        bars.setBarGrouping(shares ? BarGrouping.PERCENT_STACKED : BarGrouping.CLUSTERED);
        bars.setGapWidth(40);
        bars.setVaryColors(false);
        for (int i = 0; i < chart.values().size(); i++) {
            int column = chart.values().get(i);
            XDDFBarChartData.Series series = (XDDFBarChartData.Series) add(bars, column);
            series.setFillProperties(
                    shares ? share(i) : solid(Palette.SERIES.get(i).rgb()));
            series.setLineProperties(
                    line(shares ? Styles.INK : Palette.SERIES.get(i).rgb(), 0.75));
        }
        drawn.plot(bars);
        var plotted = drawn.getCTChart().getPlotArea().getBarChartArray(0);
        if (shares) {
            Unlisted.stack(plotted);
        }
        for (var series : plotted.getSerList()) {
            int index = (int) series.getIdx().getVal();
            String format = pattern(chart.values().get(index));
            if (!shares) {
                Unlisted.pattern(series.getSpPr(), Palette.SERIES.get(index));
            }
            label(series.addNewDLbls(), shares && format.equals("0%") ? SHARE : format);
        }
    }

    /** Shares bear the tones of grades: the best first. */
    private XDDFFillProperties share(int index) {
        return solid(Tone.ofPlace(index, chart.values().size()).fill());
    }

    // ------------------------------------------------------------------ lines

    private void lines() {
        XDDFCategoryAxis words = drawn.createCategoryAxis(AxisPosition.BOTTOM);
        XDDFValueAxis numbers = drawn.createValueAxis(AxisPosition.LEFT);
        numbers.setCrosses(AxisCrosses.AUTO_ZERO);
        numbers.setNumberFormat(cells.formats().get(chart.values().get(0)) == Format.PERCENT ? "0%" : "General");
        cells.points(chart.values()).ifPresent(range -> {
            numbers.setMinimum(range.least());
            numbers.setMaximum(range.most());
        });
        numbers.getOrAddMajorGridProperties().setLineProperties(line(GRID, 0.5));
        if (!chart.axis().isEmpty()) {
            numbers.setTitle(chart.axis());
            neutral(drawn.getCTChart().getPlotArea().getValAxArray(0).getTitle());
        }
        XDDFLineChartData lines = (XDDFLineChartData) drawn.createData(ChartTypes.LINE, words, numbers);
        lines.setVaryColors(false);
        for (int i = 0; i < chart.values().size(); i++) {
            Palette.Look look = Palette.SERIES.get(i);
            XDDFLineChartData.Series series =
                    (XDDFLineChartData.Series) add(lines, chart.values().get(i));
            series.setSmooth(false);
            series.setLineProperties(line(look.rgb(), i == 0 ? 2.5 : 1.5));
            series.setMarkerStyle(look.marker());
            var marker = series.getCTLineSer().getMarker().addNewSpPr();
            marker.addNewSolidFill().addNewSrgbClr().setVal(bytes(look.rgb()));
            marker.addNewLn().addNewSolidFill().addNewSrgbClr().setVal(bytes(look.rgb()));
        }
        chart.target().ifPresent(column -> {
            XDDFLineChartData.Series series = (XDDFLineChartData.Series) add(lines, column);
            series.setSmooth(false);
            series.setMarkerStyle(MarkerStyle.NONE);
            XDDFLineProperties dashed = line(Styles.INK, 1.5);
            dashed.setPresetDash(new XDDFPresetLineDash(PresetLineDash.DASH));
            series.setLineProperties(dashed);
        });
        drawn.plot(lines);
        var first = drawn.getCTChart().getPlotArea().getLineChartArray(0).getSerArray(0);
        CTDLbls labels = first.addNewDLbls();
        label(labels, pattern(chart.values().get(0)));
        labels.addNewDLblPos().setVal(STDLblPos.T);
    }

    // ------------------------------------------------------------------ both

    /** Takes out the language of this machine, which the library writes into titles. */
    private static void neutral(CTTitle title) {
        title.getTx().getRich().getPList().forEach(paragraph -> paragraph
                .getRList()
                .forEach(run -> run.getRPr().unsetLang()));
    }

    private XDDFChartData.Series add(XDDFChartData data, int column) {
        XDDFChartData.Series series = data.addSeries(cells.words(chart.label()), cells.numbers(column));
        series.setTitle(cells.headers().get(column), cells.title(column));
        return series;
    }

    private static void label(CTDLbls labels, String pattern) {
        var format = labels.addNewNumFmt();
        format.setFormatCode(pattern);
        format.setSourceLinked(false);
        labels.addNewShowLegendKey().setVal(false);
        labels.addNewShowVal().setVal(true);
        labels.addNewShowCatName().setVal(false);
        labels.addNewShowSerName().setVal(false);
        labels.addNewShowPercent().setVal(false);
        labels.addNewShowBubbleSize().setVal(false);
    }

    /** Pictures show rounder numbers than cells. */
    private String pattern(int column) {
        Format format = cells.formats().get(column);
        return format == Format.PERCENT ? "0%" : format.pattern();
    }

    private static XDDFLineProperties line(String rgb, double points) {
        XDDFLineProperties line = new XDDFLineProperties(solid(rgb));
        line.setWidth(points);
        return line;
    }

    private static XDDFFillProperties solid(String rgb) {
        return new XDDFSolidFillProperties(color(rgb));
    }

    private static XDDFColor color(String rgb) {
        return XDDFColor.from(bytes(rgb));
    }

    private static byte[] bytes(String rgb) {
        return Styles.color(rgb).getRGB();
    }
}
