package dev.steelyard.proof;

import dev.steelyard.ledger.store.FileNames;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Input folders told in a text. {@code == NAME} begins a file, in UTF-8 or, named {@code .xlsx}, as a workbook of text cells;
 * {@code -- SHEET} begins another sheet. After the name may stand {@code absent}, {@code link}, {@code bytes} (with
 * {@code \xNN}), {@code encrypted}, {@code merge=G2:G3}, {@code hidden=3} (a row), {@code spaces=N} (so many in the sheet's XML). <code>{O*9}</code>
 * is nine O. A cell {@code #N/A} is an error cell, {@code =A1} a formula that nothing has calculated. {@code -- SHEET hidden} is not shown.
 */
final class TinyInputs {

    private static final Pattern REPEATED = Pattern.compile("\\{(.)\\*(\\d+)}");

    /** File header (name and how) → content; of one name the last counts. */
    private final Map<String, String[]> files = new LinkedHashMap<>();

    TinyInputs with(String text) {
        for (String file : text.split("(?m)^== ")) {
            int end = file.indexOf('\n');
            if (end > 0 && file.substring(0, end).contains(".")) {
                String[] header = file.substring(0, end).split(" ", 2);
                files.remove(header[0].replaceAll("\\.xlsx?$", ".csv"));
                files.put(header[0], new String[] {header.length > 1 ? header[1] : "", file.substring(end + 1)});
            }
        }
        return this;
    }

    void write(Path folder) throws IOException {
        for (Map.Entry<String, String[]> file : files.entrySet()) {
            Path path = FileNames.resolve(folder, file.getKey());
            String how = file.getValue()[0];
            String content = file.getValue()[1];
            Files.createDirectories(path.getParent());
            if (how.equals("link")) {
                Files.createSymbolicLink(path, Path.of("elsewhere.csv"));
            } else if (how.equals("bytes")) {
                Files.write(path, bytes(content));
            } else if (file.getKey().endsWith(".xlsx")) {
                Files.write(path, workbook(content, how));
            } else if (!how.equals("absent")) {
                Files.writeString(path, repeated(content));
            }
        }
    }

    private static String repeated(String content) {
        return REPEATED.matcher(content)
                .replaceAll(run -> Matcher.quoteReplacement(run.group(1).repeat(Integer.parseInt(run.group(2)))));
    }

    private static byte[] bytes(String content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Matcher part = Pattern.compile("\\\\x(..)|(?s:.)").matcher(content);
        while (part.find()) {
            if (part.group(1) != null) {
                out.write(Integer.parseInt(part.group(1), 16));
            } else {
                out.writeBytes(part.group().getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    private static byte[] workbook(String content, String how) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            for (String sheet : ("数据\n" + content).split("(?m)^-- ")) {
                String name = sheet.substring(0, sheet.indexOf('\n'));
                fill(book.createSheet(name.replace(" hidden", "")), sheet.substring(sheet.indexOf('\n') + 1));
                if (name.endsWith(" hidden")) {
                    book.setSheetHidden(book.getNumberOfSheets() - 1, true);
                }
            }
            if (how.startsWith("hidden=")) {
                book.getSheetAt(0)
                        .getRow(Integer.parseInt(how.substring(7)) - 1)
                        .setZeroHeight(true);
            }
            if (how.startsWith("merge=")) {
                book.getSheetAt(0).addMergedRegion(CellRangeAddress.valueOf(how.substring(6)));
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            book.write(out);
            if (how.startsWith("spaces=")) {
                return inflated(out.toByteArray(), Integer.parseInt(how.substring(7)));
            }
            return how.equals("encrypted") ? encrypted(out.toByteArray()) : out.toByteArray();
        }
    }

    private static byte[] inflated(byte[] workbook, int spaces) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                byte[] part = in.readAllBytes();
                if (entry.getName().endsWith("sheet1.xml")) {
                    String xml = new String(part, StandardCharsets.UTF_8);
                    part = xml.replace("</sheetData>", " ".repeat(spaces) + "</sheetData>")
                            .getBytes(StandardCharsets.UTF_8);
                }
                zip.write(part);
            }
        }
        return out.toByteArray();
    }

    private static void fill(XSSFSheet sheet, String content) {
        String[] lines = content.split("\n");
        for (int row = 0; row < lines.length; row++) {
            String[] cells = lines[row].split(",", -1);
            for (int column = 0; column < cells.length; column++) {
                fill(
                        (sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row)).createCell(column),
                        cells[column]);
            }
        }
    }

    private static void fill(XSSFCell cell, String text) {
        if (text.equals("#N/A")) {
            cell.setCellErrorValue(FormulaError.NA);
        } else if (text.startsWith("=")) {
            cell.setCellFormula(text.substring(1));
        } else if (!text.isEmpty()) {
            cell.setCellValue(text);
        }
    }

    private static byte[] encrypted(byte[] workbook) throws IOException {
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (OutputStream out = encryptor.getDataStream(container)) {
                out.write(workbook);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            container.writeFilesystem(out);
            return out.toByteArray();
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }
}
