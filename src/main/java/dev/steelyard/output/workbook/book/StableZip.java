package dev.steelyard.output.workbook.book;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Packs a zip anew: entries by name with a fixed time, so that the same content gives the same bytes. */
public final class StableZip {

    /** A time that a zip states without a zone; the first of January 1980 would bring one in. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private static final String FIRST = "[Content_Types].xml";

    private StableZip() {}

    /** Writes the entries of the zip; {@code out} stays open. */
    public static void copy(Path zip, OutputStream out) throws IOException {
        try (ZipFile from = new ZipFile(zip.toFile())) {
            ZipOutputStream to = new ZipOutputStream(out);
            List<? extends ZipEntry> entries = from.stream()
                    .sorted(Comparator.comparing(
                                    (ZipEntry entry) -> !entry.getName().equals(FIRST))
                            .thenComparing(ZipEntry::getName))
                    .toList();
            for (ZipEntry entry : entries) {
                ZipEntry stable = new ZipEntry(entry.getName());
                stable.setTimeLocal(TIME);
                to.putNextEntry(stable);
                try (InputStream content = from.getInputStream(entry)) {
                    content.transferTo(to);
                }
                to.closeEntry();
            }
            to.finish();
            to.flush();
        }
    }
}
