package dev.steelyard.output.workbook.book;

import java.util.ArrayList;
import java.util.List;

/** The charts of a sheet and where they stand. */
final class Drawing {

    /** How large a chart is for a program that does not look where it ends: in units of which a point has 12,700. */
    private static final int WIDTH = 2_133_600;

    /** Likewise of a row, as high as all have it. */
    private static final int ROW = 215_265;

    /**
     * A chart with the cells that it is drawn from.
     *
     * @param row its first one
     * @param from its first column
     * @param to the column after its last one
     */
    private record Placed(Chart chart, Plotted cells, int row, int from, int to) {

        int end() {
            return row + chart.rows(cells.lines().size());
        }
    }

    private final List<Placed> charts = new ArrayList<>();

    void add(Chart chart, Plotted cells, int row, int from, int to) {
        charts.add(new Placed(chart, cells, row, from, to));
    }

    boolean isEmpty() {
        return charts.isEmpty();
    }

    int size() {
        return charts.size();
    }

    /** Draws one of them. */
    void chart(int index, Xml xml) {
        new Charts(charts.get(index).chart(), charts.get(index).cells(), xml).draw();
    }

    /** Writes where they stand; the n-th is the n-th relationship. */
    void write(Xml xml) {
        xml.markup(Xml.PROLOGUE)
                .markup("<xdr:wsDr xmlns:xdr=\"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing\"")
                .markup(" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"")
                .markup(" xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"")
                .markup(" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">");
        for (int i = 0; i < charts.size(); i++) {
            anchor(charts.get(i), i, xml);
        }
        xml.markup("</xdr:wsDr>").flush();
    }

    private static void anchor(Placed placed, int index, Xml xml) {
        xml.markup("<xdr:twoCellAnchor editAs=\"twoCell\"><xdr:from>");
        corner(placed.from(), placed.row(), xml);
        xml.markup("</xdr:from><xdr:to>");
        corner(placed.to(), placed.end(), xml);
        xml.markup("</xdr:to><xdr:graphicFrame macro=\"\"><xdr:nvGraphicFramePr><xdr:cNvPr id=\"")
                .number(index + 2);
        xml.markup("\" name=\"Chart ")
                .number(index + 1)
                .markup("\" descr=\"")
                .text(placed.chart().title());
        xml.markup("\"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"");
        xml.number(WIDTH).markup("\" cy=\"").number(ROW * (placed.end() - placed.row()));
        xml.markup(
                        "\"/></xdr:xfrm><a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/chart\">")
                .markup("<c:chart r:id=\"rId")
                .number(index + 1)
                .markup("\"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>");
    }

    private static void corner(int column, int row, Xml xml) {
        xml.markup("<xdr:col>").number(column).markup("</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>");
        xml.number(row).markup("</xdr:row><xdr:rowOff>0</xdr:rowOff>");
    }
}
