package dev.steelyard.sample;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** One sheet as a workbook whose bytes depend on nothing but its cells: zip entries are sorted, dated and stored. */
final class XlsxBook {

    /** How a value lies in its cell. */
    enum As {
        TEXT("@"),
        NUMBER("General"),
        MONEY("#,##0.00"),
        PERCENT("0.0%"),
        DATE("yyyy\\-mm\\-dd"),
        DATE_SLASH(14),
        DATE_TIME("yyyy/m/d\\ h:mm"),
        CHINESE_DATE("yyyy\"年\"m\"月\"d\"日\""),
        CHINESE_DATE_31(31),
        CHINESE_DATE_57(57);

        private final String format;
        private final int builtIn;

        As(String format) {
            this.format = format;
            this.builtIn = -1;
        }

        As(int builtIn) {
            this.format = "";
            this.builtIn = builtIn;
        }
    }

    private final XSSFWorkbook book = new XSSFWorkbook();
    private final XSSFSheet sheet;
    private final Map<As, CellStyle> styles = new EnumMap<>(As.class);
    private int next;

    XlsxBook(String sheetName, boolean from1904) {
        if (from1904) {
            book.getCTWorkbook().getWorkbookPr().setDate1904(true);
        }
        sheet = book.createSheet(sheetName);
    }

    int nextRow() {
        return next;
    }

    /** A row of text cells, such as a title or the header. */
    XlsxBook texts(List<String> values) {
        return row(values, List.of());
    }

    /** A row; a kind that is not given is text, a blank value has no cell. */
    XlsxBook row(List<String> values, List<As> kinds) {
        XSSFRow row = sheet.createRow(next++);
        for (int i = 0; i < values.size(); i++) {
            if (!values.get(i).isEmpty()) {
                fill(row.createCell(i), values.get(i), i < kinds.size() ? kinds.get(i) : As.TEXT);
            }
        }
        return this;
    }

    XlsxBook skipRow() {
        next++;
        return this;
    }

    /** Merges cells, rows and columns counted from 0, both ends included. */
    XlsxBook merge(int firstRow, int lastRow, int firstColumn, int lastColumn) {
        if (firstRow < lastRow || firstColumn < lastColumn) {
            sheet.addMergedRegion(new CellRangeAddress(firstRow, lastRow, firstColumn, lastColumn));
        }
        return this;
    }

    byte[] bytes() {
        try (book) {
            Optional<Date> day = Optional.of(Date.from(Instant.parse("2026-10-12T00:00:00Z")));
            var core = book.getProperties().getCoreProperties();
            core.setCreated(day);
            core.setModified(day);
            core.setCreator("steelyard");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            book.write(out);
            return stored(out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fill(Cell cell, String value, As as) {
        cell.setCellStyle(styles.computeIfAbsent(as, this::style));
        switch (as) {
            case TEXT -> cell.setCellValue(value);
            case NUMBER, MONEY, PERCENT -> cell.setCellValue(new BigDecimal(value).doubleValue());
            case DATE_TIME -> cell.setCellValue(LocalDateTime.parse(value.replace(' ', 'T')));
            default -> cell.setCellValue(LocalDate.parse(value));
        }
    }

    private CellStyle style(As as) {
        CellStyle style = book.createCellStyle();
        style.setDataFormat(
                as.builtIn >= 0 ? (short) as.builtIn : book.createDataFormat().getFormat(as.format));
        return style;
    }

    /** Stored, not deflated: what deflating gives differs from one machine's zlib to another's. */
    private static byte[] stored(byte[] zip) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
                entries.put(e.getName(), in.readAllBytes());
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            put(out, "[Content_Types].xml", entries.remove("[Content_Types].xml"));
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                put(out, entry.getKey(), entry.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream out, String name, byte[] content) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        entry.setTimeLocal(LocalDateTime.of(2026, 10, 12, 0, 0));
        out.putNextEntry(entry);
        out.write(content);
        out.closeEntry();
    }
}
