package dev.steelyard.app.publication;

import dev.steelyard.ledger.store.PrivateFiles.IOConsumer;
import dev.steelyard.output.publish.Edition;
import dev.steelyard.output.publish.EditionFile;
import dev.steelyard.output.publish.FormerEdition;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Files of an edition that are written in one go, one after another: a partition of the report step. A workbook is a bundle
 * by itself; many small files make one together, because each partition costs some records in the ledger.
 *
 * @param files in the order in which they are written
 */
public record Bundle(List<EditionFile> files) {

    public Bundle {
        files = List.copyOf(files);
    }

    /** A bundle of one file. */
    static Bundle of(String name, IOConsumer<OutputStream> content) {
        return new Bundle(List.of(new EditionFile(name, content)));
    }

    /** Writes what the staged edition does not hold yet, and the former one does not hold either. */
    public void write(Edition to, FormerEdition former) throws IOException {
        for (EditionFile file : files) {
            if (!to.holds(file.name()) && !former.take(file, to)) {
                to.write(file);
            }
        }
    }
}
