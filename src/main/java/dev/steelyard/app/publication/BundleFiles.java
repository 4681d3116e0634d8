package dev.steelyard.app.publication;

import dev.steelyard.app.calculation.KeptCells;
import dev.steelyard.ledger.store.PrivateFiles;
import dev.steelyard.output.publish.Edition;
import dev.steelyard.output.publish.EditionFile;
import dev.steelyard.output.publish.FormerEdition;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Bundles that other processes wrote for a run, a file each, until the run has staged them or is over. What is not whole is as good as not
 * there.
 */
public final class BundleFiles {

    private static final String ENDING = ".bundle";

    private final Path folder;

    private BundleFiles(Path folder) {
        this.folder = folder;
    }

    /** @param output where the run publishes */
    public static BundleFiles below(Path output) {
        return new BundleFiles(KeptCells.folder(output).resolve("bundles"));
    }

    private Path file(String name) {
        return folder.resolve(name + ENDING);
    }

    /** Writes those files of a bundle which the former edition does not have. */
    public void keep(Bundle bundle, FormerEdition former, String name) throws IOException {
        PrivateFiles.folder(folder);
        PrivateFiles.stage(file(name), out -> {
            ZipOutputStream zip = new ZipOutputStream(out);
            // Workbooks are deflated already, and what is to come over a network once is not worth the time.
            zip.setLevel(Deflater.NO_COMPRESSION);
            for (EditionFile file : bundle.files()) {
                if (!former.holds(file)) {
                    zip.putNextEntry(new ZipEntry(file.name()));
                    file.content().accept(new FilterOutputStream(zip) {
                        @Override
                        public void write(byte[] bytes, int from, int length) throws IOException {
                            out.write(bytes, from, length);
                        }

                        @Override
                        public void close() throws IOException {
                            flush();
                        }
                    });
                    zip.closeEntry();
                }
            }
            zip.finish();
        });
    }

    /** Stages what somebody else wrote of a bundle, as far as it is whole and not staged yet. */
    public void stage(Bundle bundle, String name, Edition to) {
        Map<String, EditionFile> files = new HashMap<>();
        bundle.files().forEach(file -> files.put(file.name(), file));
        try (InputStream in = Files.newInputStream(file(name));
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (files.containsKey(entry.getName()) && !to.holds(entry.getName())) {
                    // At its end it is compared with its checksum, before it has its name.
                    to.write(new EditionFile(entry.getName(), zip::transferTo));
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            // No archive any more, or no name in it. Written here; where there is no room for that either, it is said
            // then.
            return;
        }
    }

    /** Drops all: of runs that are over, or of this one which has staged what it wanted. */
    public void drop() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
    }
}
