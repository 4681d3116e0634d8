package dev.steelyard.workbook.book;

import java.math.BigDecimal;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** Native bar charts. */
final class Charts {

    /** Rows that a chart takes at least. */
    static final int ROWS = 10;

    static final int COLUMNS = 4;

    private static final byte[] BLUE = {0x43, (byte) 0x93, (byte) 0xC3};

    /** A chart's cells: from the first row of data to the last. */
    record Source(List<String> labels, List<BigDecimal> values, int firstRow, int lastRow) {}

    private Charts() {}

    static void draw(XSSFSheet sheet, Block.Chart chart, Source source, int column) {
        XSSFClientAnchor anchor = new XSSFClientAnchor(
                0, 0, 0, 0, column, source.firstRow() - 1, column + COLUMNS, source.firstRow() - 1 + ROWS);
        XSSFChart drawn = sheet.createDrawingPatriarch().createChart(anchor);
        drawn.setAutoTitleDeleted(true);
        XDDFCategoryAxis words = drawn.createCategoryAxis(AxisPosition.BOTTOM);
        XDDFValueAxis counts = drawn.createValueAxis(AxisPosition.LEFT);
        counts.setCrosses(AxisCrosses.AUTO_ZERO);
        counts.setMinimum(0);
        counts.setNumberFormat("0");
        XDDFBarChartData bars = (XDDFBarChartData) drawn.createData(ChartTypes.BAR, words, counts);
        bars.setBarDirection(BarDirection.COL);
        bars.setGapWidth(40);
        bars.setVaryColors(false);
        XDDFChartData.Series series = bars.addSeries(
                XDDFDataSourcesFactory.fromArray(
                        source.labels().toArray(String[]::new), range(sheet, chart.label(), source)),
                XDDFDataSourcesFactory.fromArray(
                        source.values().stream().map(BigDecimal::doubleValue).toArray(Double[]::new),
                        range(sheet, chart.value(), source)));
        series.setTitle(chart.title(), null);
        series.setFillProperties(new XDDFSolidFillProperties(XDDFColor.from(BLUE)));
        drawn.plot(bars);
        var shown = drawn.getCTChart()
                .getPlotArea()
                .getBarChartArray(0)
                .getSerArray(0)
                .addNewDLbls();
        shown.addNewShowLegendKey().setVal(false);
        shown.addNewShowVal().setVal(true);
        shown.addNewShowCatName().setVal(false);
        shown.addNewShowSerName().setVal(false);
        shown.addNewShowPercent().setVal(false);
        shown.addNewShowBubbleSize().setVal(false);
    }

    private static String range(XSSFSheet sheet, int column, Source source) {
        return new CellRangeAddress(source.firstRow(), source.lastRow(), column, column)
                .formatAsString(sheet.getSheetName(), true);
    }
}
