package dev.steelyard.output.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.output.workbook.book.Tones;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** What stands in a workbook's zip, and what every sheet of every workbook must be. */
public final class Parts {

    private Parts() {}

    public static XSSFWorkbook open(byte[] workbook) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(workbook));
    }

    /** Name → content, of every part. */
    public static Map<String, String> of(byte[] workbook) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }

    /** Made to be read and printed: frozen, filtered where it is a table, A4, one page wide, no formula, no ###, no colour without a word. */
    public static void check(byte[] workbook) throws IOException {
        try (XSSFWorkbook book = open(workbook)) {
            for (int i = 0; i < book.getNumberOfSheets(); i++) {
                checkLayout(book.getSheetAt(i));
                checkCells(book.getSheetAt(i));
                Tones.check(book.getSheetAt(i));
            }
        }
    }

    private static void checkLayout(XSSFSheet sheet) {
        String name = sheet.getSheetName();
        assertThat(sheet.getPaneInformation().isFreezePane()).as(name).isTrue();
        assertThat(sheet.getRepeatingRows()).as(name).isNotNull();
        assertThat(sheet.getFitToPage()).as(name).isTrue();
        assertThat(sheet.getPrintSetup().getPaperSize()).as(name).isEqualTo(PrintSetup.A4_PAPERSIZE);
        // Flat and as many pages as it takes, or upright and one.
        assertThat(sheet.getPrintSetup().getFitHeight()).as(name).isEqualTo((short)
                (sheet.getPrintSetup().getLandscape() ? 0 : 1));
        assertThat(sheet.getFooter().getLeft()).as(name).contains("5f0c93a1be77");
        assertThat(sheet.getFooter().getRight()).as(name).contains("&P", "&N");
        assertThat(sheet.getMergedRegions()).as(name).isEmpty();
        if (sheet.getCTWorksheet().isSetAutoFilter()) {
            int header = sheet.getRepeatingRows().getFirstRow();
            assertThat(sheet.getPaneInformation().getHorizontalSplitPosition())
                    .as(name)
                    .isEqualTo((short) (header + 1));
            assertThat(sheet.getRow(header + 1).getCell(0) + " "
                            + sheet.getRow(header + 1).getCell(1))
                    .as(name + " begins with data or says why there are none")
                    .isNotBlank();
        }
    }

    private static void checkCells(XSSFSheet sheet) {
        DataFormatter formatter = new DataFormatter(Locale.ROOT);
        Map<Integer, Integer> widths = new HashMap<>();
        List<String> wrong = new ArrayList<>();
        for (Row row : sheet) {
            for (Cell cell : row) {
                int width = widths.computeIfAbsent(cell.getColumnIndex(), at -> sheet.getColumnWidth(at) / 256);
                if (cell.getCellType() == CellType.FORMULA
                        || cell.getCellType() == CellType.NUMERIC
                                && formatter.formatCellValue(cell).length() + 1 > width) {
                    wrong.add(sheet.getSheetName() + " " + cell.getAddress() + " in " + width);
                }
            }
        }
        assertThat(wrong).as("formulas, and numbers that would read ###").isEmpty();
    }
}
