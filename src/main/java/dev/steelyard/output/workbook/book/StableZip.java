package dev.steelyard.output.workbook.book;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.commons.io.output.CloseShieldOutputStream;

/** A zip whose entries bear a fixed time, so that the same content gives the same bytes. */
public final class StableZip implements AutoCloseable {

    /** A time that a zip states without a zone; the first of January 1980 would bring one in. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    /**
     * Of a team's book, 1.05 MB of XML, the fastest level makes 248 kB in 10 ms, the usual one 213 kB in 24; of a ranking, 8.3 MB,
     * 1030 kB in 44 ms and 859 in 154.
     */
    private static final int LEVEL = Deflater.BEST_SPEED;

    private static final String FIRST = "[Content_Types].xml";

    private final ZipOutputStream zip;

    /** @param out stays open */
    StableZip(OutputStream out) {
        this.zip = new ZipOutputStream(CloseShieldOutputStream.wrap(out));
        zip.setLevel(LEVEL);
    }

    /** Begins an entry, to which what is written then belongs. */
    OutputStream entry(String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        return zip;
    }

    /** Ends the zip. */
    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Packs a zip anew, its entries by name; {@code out} stays open. */
    public static void copy(Path zip, OutputStream out) throws IOException {
        try (ZipFile from = new ZipFile(zip.toFile());
                StableZip to = new StableZip(out)) {
            List<? extends ZipEntry> entries = from.stream()
                    .sorted(Comparator.comparing(
                                    (ZipEntry entry) -> !entry.getName().equals(FIRST))
                            .thenComparing(ZipEntry::getName))
                    .toList();
            for (ZipEntry entry : entries) {
                try (InputStream content = from.getInputStream(entry)) {
                    content.transferTo(to.entry(entry.getName()));
                }
            }
        }
    }
}
