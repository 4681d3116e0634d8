package dev.steelyard.output.workbook.book;

import org.apache.xmlbeans.XmlCursor;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarChart;
import org.openxmlformats.schemas.drawingml.x2006.main.CTShapeProperties;

/** Elements of charts that the library's small schema leaves out, written as they stand in a file. */
final class Unlisted {

    private static final String CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    private static final String DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main";

    private Unlisted() {}

    /** Lays the bars of one word over one another. */
    static void stack(CTBarChart bars) {
        try (XmlCursor at = bars.newCursor()) {
            at.toChild(CHART, "gapWidth");
            at.toNextSibling();
            at.beginElement("overlap", CHART);
            at.insertAttributeWithValue("val", "100");
        }
    }

    /** Puts the pattern, if it has one, in the place of the solid fill. */
    static void pattern(CTShapeProperties shape, Palette.Look look) {
        look.pattern().ifPresent(pattern -> {
            shape.unsetSolidFill();
            try (XmlCursor at = shape.newCursor()) {
                at.toFirstChild();
                at.beginElement("pattFill", DRAWING);
                at.insertAttributeWithValue("prst", pattern);
                color(at, "fgClr", look.rgb());
                color(at, "bgClr", "FFFFFF");
            }
        });
    }

    private static void color(XmlCursor at, String role, String rgb) {
        at.beginElement(role, DRAWING);
        at.beginElement("srgbClr", DRAWING);
        at.insertAttributeWithValue("val", rgb);
        // Out of both elements again.
        at.toNextToken();
        at.toNextToken();
    }
}
