package dev.steelyard.output.workbook.book;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.output.workbook.Dump;
import dev.steelyard.output.workbook.Parts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.poi.util.LocaleUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartsTest {

    private static final Imprint IMPRINT =
            new Imprint("Test", LocalDate.of(2026, 10, 12), "footer", false, "&P of &N", "en");

    @TempDir
    Path temp;

    /** @param second null for a gap */
    private record Line(String word, String first, String second, String third) {}

    private static final List<Line> MONTHS = List.of(
            new Line("2026-06", "71.25", "80", "85"),
            new Line("2026-07", "84.10", null, "85"),
            new Line("2026-08", "78.40", "82.5", "85"),
            new Line("2026-09", "88.75", "83", "85"));

    private static final List<Line> SHARES =
            List.of(new Line("目标科室覆盖完成率", "0.62", "0.35", "0.03"), new Line("临床试用转化率", "0.1", "0.2", "0.7"));

    private static Block<Line> block(String title, Format format, List<Line> lines) {
        return Block.of(
                title,
                List.of(
                        Column.text("word", "Word", Line::word),
                        Column.number("first", "Own", format, line -> number(line.first())),
                        Column.number("second", "Team", format, line -> number(line.second())),
                        Column.number("third", "Target", format, line -> number(line.third()))),
                lines,
                "");
    }

    private static Datum number(String text) {
        return text == null ? Datum.NONE : Datum.number(new BigDecimal(text));
    }

    private byte[] gallery() throws IOException {
        Sheet page = new Sheet.Page(
                "Charts",
                "Charts",
                List.of(),
                List.of(
                        block("Columns", Format.POINTS, MONTHS).chart(Chart.columns("Finals 最终得分", 0, 1)),
                        block("Lines", Format.POINTS, MONTHS)
                                .chart(Chart.lines("Trend", 0, 1, 2).target(3).axis("Points")),
                        block("Bars", Format.POINTS, MONTHS).chart(Chart.bars("One beside the other", 0, 1, 2, 3)),
                        block("Shares", Format.PERCENT, SHARES)
                                .chart(Chart.shares("Shares", 0, 1, 2, 3).below()),
                        block("After", Format.POINTS, MONTHS)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Book.write(IMPRINT, List.of(page), temp, out);
        return out.toByteArray();
    }

    private static String part(Map<String, String> parts, String title) {
        return parts.entrySet().stream()
                .filter(part -> part.getKey().startsWith("xl/charts/"))
                .map(Map.Entry::getValue)
                .filter(xml -> xml.contains(title))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void chartsAreDrawnFromTheCellsOfTheirTables() throws IOException {
        Map<String, String> parts = Parts.of(gallery());
        String lines = part(parts, "Trend");
        assertThat(lines)
                .contains("<c:lineChart>", "Charts!$B$17:$B$20", "Charts!$C$17:$C$20", "Charts!$B$16", "prstDash")
                .contains("<c:v>Own</c:v>", "<c:v>Team</c:v>", "<c:v>Target</c:v>", "Points");
        assertThat(part(parts, "One beside"))
                .contains(
                        "<c:barDir val=\"bar\"/>",
                        "<a:pattFill prst=\"wdUpDiag\"><a:fgClr><a:srgbClr val=\"B84A00\"/></a:fgClr>"
                                + "<a:bgClr><a:srgbClr val=\"FFFFFF\"/></a:bgClr></a:pattFill><a:ln");
        assertThat(part(parts, "Shares"))
                .contains("percentStacked", "<c:gapWidth val=\"40\"/><c:overlap val=\"100\"/><c:axId");
    }

    @Test
    void aBlankCellIsAGapAndNotZero() throws IOException {
        String lines = part(Parts.of(gallery()), "Trend");
        assertThat(lines)
                .contains("<c:dispBlanksAs val=\"gap\"/>", "<c:v>82.5</c:v>")
                .doesNotContain("<c:v>0.0</c:v>");
    }

    @Test
    void aChartSaysWhatItShowsToWhoCannotSeeIt() throws IOException {
        assertThat(Parts.of(gallery()).get("xl/drawings/drawing1.xml"))
                .contains("descr=\"Finals 最终得分\"", "descr=\"Trend\"", "descr=\"Shares\"");
    }

    @Test
    void theSameTablesGiveTheSameBytesUnderAnyLocale() throws IOException {
        Map<String, String> here = Parts.of(gallery());
        Locale home = Locale.getDefault();
        LocaleUtil.setUserLocale(Locale.forLanguageTag("ar-EG"));
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        try {
            assertThat(Parts.of(gallery())).isEqualTo(here);
        } finally {
            Locale.setDefault(home);
            LocaleUtil.resetUserLocale();
        }
    }

    @Test
    void whatStandsBelowAChartBeginsUnderIt() throws IOException {
        byte[] gallery = gallery();
        String drawing = Parts.of(gallery).get("xl/drawings/drawing1.xml");
        int last = Pattern.compile("<xdr:to>.*?<xdr:row>(\\d+)</xdr:row>")
                .matcher(drawing)
                .results()
                .mapToInt(end -> Integer.parseInt(end.group(1)))
                .max()
                .orElseThrow();
        assertThat(Dump.of(gallery).lines().filter(line -> line.endsWith(": After")))
                .allSatisfy(line -> assertThat(Integer.parseInt(line.substring(0, line.indexOf(':'))))
                        .isGreaterThan(last + 1))
                .hasSize(1);
    }

    @Test
    void coloursOfSeriesStandOutOnWhite() {
        assertThat(Palette.SERIES).allSatisfy(look -> assertThat(Contrast.between(look.rgb(), "FFFFFF"))
                .isGreaterThanOrEqualTo(4.5));
    }

    @Test
    void wordsStandOutOnEveryTone() {
        assertThat(Tone.values()).filteredOn(tone -> !tone.fill().isEmpty()).allSatisfy(tone -> assertThat(
                        Contrast.between(Styles.INK, tone.fill()))
                .isGreaterThanOrEqualTo(4.5));
        assertThat(Contrast.between(Styles.INK, Styles.HEADER)).isGreaterThanOrEqualTo(4.5);
    }
}
