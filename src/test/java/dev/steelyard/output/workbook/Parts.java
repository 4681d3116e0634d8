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
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCol;

/** What stands in a workbook's zip, and what every sheet of every workbook must be. */
public final class Parts {

    /** Of 10 points, as LibreOffice prints where the book's font is missing; others are narrower. */
    private static final double WIDEST_DIGIT = 6.4;

    /** A4 less margins, in points. */
    private static final double PAPER_HEIGHT = 762;

    private static final double FLAT_HEIGHT = 515;

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
        checkPrint(sheet);
        assertThat(sheet.getFooter().getLeft()).as(name).containsPattern("5f0c93a1be77|( [0-9a-f]{4}){4}$");
        assertThat(sheet.getFooter().getRight()).as(name).contains("&P", "&N");
        // What is merged can be neither sorted nor filtered: only on a page of small tables, and never rows.
        assertThat(sheet.getMergedRegions().stream()
                        .filter(area -> area.getFirstRow() != area.getLastRow()
                                || sheet.getCTWorksheet().isSetAutoFilter()))
                .as(name)
                .isEmpty();
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

    /**
     * Nothing is printed below 6.5 of its 10 points: the scale follows from the widths of the printed columns and the sheets of paper side
     * by side and, where all goes on one, from the heights of the printed rows.
     */
    public static void checkPrint(XSSFSheet sheet) {
        assertThat(10 * scale(sheet))
                .as("points of print on " + sheet.getSheetName())
                .isGreaterThan(6.49);
    }

    /** How many sheets of paper the printed rows of an upright sheet take, one below the other. */
    public static int sheetsOfPaper(XSSFSheet sheet) {
        return (int) Math.ceil(height(sheet) * scale(sheet) / PAPER_HEIGHT);
    }

    /** How many sheets of paper a book takes: where rows, breaks, areas and widths end them, by the widest font that may print it. */
    public static int pages(byte[] workbook) throws IOException {
        int pages = 0;
        try (XSSFWorkbook book = open(workbook)) {
            for (int i = 0; i < book.getNumberOfSheets(); i++) {
                pages += pages(book.getSheetAt(i));
            }
        }
        return pages;
    }

    private static int pages(XSSFSheet sheet) {
        Optional<CellRangeAddress> printed = printed(sheet);
        if (printed.filter(area -> isBlank(sheet, area)).isPresent()) {
            return 0;
        }
        if (sheet.getPrintSetup().getFitHeight() > 0) {
            return sheet.getPrintSetup().getFitHeight();
        }
        double page = paperHeight(sheet) / scale(sheet);
        CellRangeAddress repeated = sheet.getRepeatingRows();
        double head = 0;
        double used = 0;
        int pages = 1;
        for (Row row : sheet) {
            if (row.getRowNum() > printed.map(CellRangeAddress::getLastRow).orElse(Integer.MAX_VALUE)) {
                break;
            }
            double height = row.getHeightInPoints();
            if (sheet.isRowBroken(row.getRowNum() - 1) || used + height > page) {
                pages++;
                used = head;
            }
            used += height;
            if (repeated != null && repeated.containsRow(row.getRowNum())) {
                head += height;
            }
        }
        return pages * sheet.getPrintSetup().getFitWidth();
    }

    private static double scale(XSSFSheet sheet) {
        Optional<CellRangeAddress> printed = printed(sheet);
        if (printed.filter(area -> isBlank(sheet, area)).isPresent()) {
            // Nothing is printed.
            return 1;
        }
        double digits = sheet.getCTWorksheet().getColsArray(0).getColList().stream()
                .filter(column -> printed.isEmpty()
                        || column.getMin() - 1 <= printed.get().getLastColumn())
                .mapToDouble(CTCol::getWidth)
                .sum();
        double paper = sheet.getPrintSetup().getLandscape() ? 784 : 537;
        double byWidth = Math.min(1, sheet.getPrintSetup().getFitWidth() * paper / (digits * WIDEST_DIGIT));
        int sheets = sheet.getPrintSetup().getFitHeight();
        return sheets == 0 ? byWidth : Math.min(byWidth, sheets * paperHeight(sheet) / height(sheet));
    }

    private static double paperHeight(XSSFSheet sheet) {
        return sheet.getPrintSetup().getLandscape() ? FLAT_HEIGHT : PAPER_HEIGHT;
    }

    private static boolean isBlank(XSSFSheet sheet, CellRangeAddress area) {
        return area.getNumberOfCells() == 1 && sheet.getRow(area.getFirstRow()).getCell(area.getFirstColumn()) == null;
    }

    private static double height(XSSFSheet sheet) {
        int last = printed(sheet).map(CellRangeAddress::getLastRow).orElse(Integer.MAX_VALUE);
        double height = 0;
        for (Row row : sheet) {
            height += row.getRowNum() <= last ? row.getHeightInPoints() : 0;
        }
        return height;
    }

    private static Optional<CellRangeAddress> printed(XSSFSheet sheet) {
        XSSFWorkbook book = sheet.getWorkbook();
        return Optional.ofNullable(book.getPrintArea(book.getSheetIndex(sheet)))
                .map(area -> CellRangeAddress.valueOf(area.substring(area.lastIndexOf('!') + 1)));
    }

    private static void checkCells(XSSFSheet sheet) {
        DataFormatter formatter = new DataFormatter(Locale.ROOT);
        Map<Integer, Integer> widths = new HashMap<>();
        Map<CellAddress, Integer> merged = new HashMap<>();
        sheet.getMergedRegions()
                .forEach(area -> merged.put(
                        new CellAddress(area.getFirstRow(), area.getFirstColumn()),
                        IntStream.rangeClosed(area.getFirstColumn(), area.getLastColumn())
                                .map(at -> sheet.getColumnWidth(at) / 256)
                                .sum()));
        List<String> wrong = new ArrayList<>();
        for (Row row : sheet) {
            for (Cell cell : row) {
                int width = merged.getOrDefault(
                        cell.getAddress(),
                        widths.computeIfAbsent(cell.getColumnIndex(), at -> sheet.getColumnWidth(at) / 256));
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
