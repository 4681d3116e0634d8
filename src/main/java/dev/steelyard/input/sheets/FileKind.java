package dev.steelyard.input.sheets;

import dev.steelyard.engine.problem.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** What a file is by its first bytes or its parts, whatever its name says: only text and workbooks are read. */
public final class FileKind {

    private static final int HEAD = 1024;
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    /** How files begin that are neither text nor a workbook. */
    private static final Map<String, String> BEGINNINGS = Map.of(
            "%PDF", "PDF",
            "\u0089PNG", "PNG",
            "\u00FF\u00D8\u00FF", "JPEG",
            "Rar!", "RAR",
            "7z\u00BC\u00AF", "7z",
            "\u001F\u008B", "gzip",
            "SQLite format 3", "SQLite",
            "GIF8", "GIF",
            "ID;PWXL", "SYLK");

    /** Parts of which one tells what a zip is. */
    private static final Map<String, String> ZIPS = new LinkedHashMap<>();

    static {
        ZIPS.put("xl/workbook.bin", ".xlsb");
        ZIPS.put("word/document.xml", ".docx");
        ZIPS.put("ppt/presentation.xml", ".pptx");
        ZIPS.put("Index/Document.iwa", ".numbers");
        ZIPS.put("Index.zip", ".numbers");
    }

    private FileKind() {}

    public static boolean isZip(byte[] head) {
        return starts(head, ZIP);
    }

    public static boolean isOle2(byte[] head) {
        return starts(head, OLE2);
    }

    private static boolean starts(byte[] head, byte[] with) {
        for (int i = 0; i < with.length; i++) {
            if (i >= head.length || head[i] != with[i]) {
                return false;
            }
        }
        return true;
    }

    public static byte[] head(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(HEAD);
        }
    }

    /** Of a file that is no workbook: why it is not read as text either; empty where it may be text. */
    public static Optional<UnreadableFile> notText(byte[] head, String name) {
        if (isNothing(head)) {
            return Optional.of(new UnreadableFile(ProblemCode.FILE_EMPTY, Map.of()));
        }
        String bytes = new String(head, StandardCharsets.ISO_8859_1);
        Optional<String> begins =
                BEGINNINGS.keySet().stream().filter(bytes::startsWith).findFirst();
        if (begins.isPresent()) {
            return Optional.of(disguised(name, BEGINNINGS.get(begins.get())));
        }
        String text = bytes.replace("\u0000", "") // UTF-16
                .replaceFirst("^(\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)", "")
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        if (text.startsWith("<!doctype html")
                || text.startsWith("<html")
                || text.startsWith("<table")
                || text.startsWith("<head")
                || text.startsWith("<meta")
                || text.startsWith("<style")
                || text.startsWith("<?xml") && text.contains("<html")) {
            return Optional.of(disguised(name, "HTML"));
        }
        if (text.startsWith("mime-version:")) {
            return Optional.of(disguised(name, "MHTML"));
        }
        if (text.startsWith("<?xml") || text.startsWith("<workbook")) {
            return Optional.of(disguised(name, "XML"));
        }
        if (text.startsWith("{\"") || text.startsWith("[{")) {
            return Optional.of(disguised(name, "JSON"));
        }
        Optional<String> wide = wide(bytes);
        if (wide.isPresent()) {
            return Optional.of(disguised(name, wide.get()));
        }
        boolean text16 = isMarked(bytes) || bytes.indexOf('\0') < 0;
        return name.toLowerCase(Locale.ROOT).endsWith(".xlsx")
                ? Optional.of(text16 ? disguised(name, "CSV") : damaged("zip"))
                : Optional.empty();
    }

    /** Of fewer bytes nothing is said. */
    private static final int FEW = 16;

    /** Text of characters of two bytes without a mark that says so, or of four: as text of one byte it is full of zeros. */
    private static Optional<String> wide(String bytes) {
        if (bytes.startsWith("\u00FF\u00FE\u0000\u0000") || bytes.startsWith("\u0000\u0000\u00FE\u00FF")) {
            return Optional.of("UTF-32");
        }
        int zeros = 0;
        int even = 0;
        for (int i = 0; i < bytes.length(); i++) {
            if (bytes.charAt(i) == 0) {
                zeros++;
                even += i % 2 == 0 ? 1 : 0;
            }
        }
        // Names of columns in English, commas and digits have a zero each, on the same side.
        boolean half = bytes.length() >= FEW && 4 * zeros > bytes.length() && (even == 0 || even == zeros);
        return !isMarked(bytes) && half ? Optional.of("UTF-16") : Optional.empty();
    }

    /** Whether it begins as text of UTF-16 does. */
    private static boolean isMarked(String bytes) {
        return bytes.startsWith("\u00FF\u00FE") || bytes.startsWith("\u00FE\u00FF");
    }

    /** Nothing but a byte order mark, blanks or zeros. */
    private static boolean isNothing(byte[] head) {
        String rest = new String(head, StandardCharsets.ISO_8859_1)
                .replaceFirst("^(\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)", "")
                .replace("\u0000", "");
        return rest.isBlank() && head.length < HEAD || rest.isEmpty();
    }

    /** Of a zip in which no workbook was found. */
    static UnreadableFile notAWorkbook(Path path, String name) {
        try (ZipFile zip = new ZipFile(path.toFile(), StandardCharsets.ISO_8859_1)) {
            for (Map.Entry<String, String> part : ZIPS.entrySet()) {
                if (zip.getEntry(part.getKey()) != null) {
                    return disguised(name, part.getValue());
                }
            }
            if (zip.getEntry("mimetype") != null) {
                try (InputStream in = zip.getInputStream(zip.getEntry("mimetype"))) {
                    String type = new String(in.readNBytes(100), StandardCharsets.US_ASCII);
                    if (type.contains("opendocument")) {
                        return disguised(name, type.contains("spreadsheet") ? ".ods" : "OpenDocument");
                    }
                }
            }
            return zip.getEntry("[Content_Types].xml") != null ? damaged("xl/workbook.xml") : disguised(name, "ZIP");
        } catch (IOException | RuntimeException e) {
            return damaged("zip");
        }
    }

    /** A workbook of before 2007, the envelope of an encrypted one, or something else that Office wrote then. */
    public static UnreadableFile ofOle2(Path path, String name) {
        try (POIFSFileSystem system = new POIFSFileSystem(path.toFile(), true)) {
            DirectoryNode root = system.getRoot();
            if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
                return new UnreadableFile(ProblemCode.FILE_ENCRYPTED, Map.of());
            }
            if (root.hasEntryCaseInsensitive("Workbook") || root.hasEntryCaseInsensitive("Book")) {
                return disguised(name, ".xls");
            }
            return disguised(name, root.hasEntryCaseInsensitive("WordDocument") ? ".doc" : "Office 97");
        } catch (IOException | RuntimeException e) {
            return damaged("OLE2");
        }
    }

    private static UnreadableFile disguised(String name, String format) {
        if (format.startsWith(".") && name.toLowerCase(Locale.ROOT).endsWith(format)) {
            return new UnreadableFile(ProblemCode.FILE_FORMAT, Map.of("format", format));
        }
        int point = name.lastIndexOf('.');
        String extension = point < 0 ? name : name.substring(point);
        return new UnreadableFile(ProblemCode.FILE_DISGUISED, Map.of("format", format, "extension", extension));
    }

    /** @param part the part that breaks, or what the file as a whole is not */
    static UnreadableFile damaged(String part) {
        return new UnreadableFile(ProblemCode.FILE_DAMAGED, Map.of("detail", part));
    }
}
