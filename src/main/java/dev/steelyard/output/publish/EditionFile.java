package dev.steelyard.output.publish;

import dev.steelyard.ledger.store.PrivateFiles.IOConsumer;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A file of an edition and what writes it. Any thread may write it, also at the same time as others, and again after a kill:
 * always to the same bytes.
 *
 * @param name within the edition's folder, {@code /} between its parts
 * @param content writes it; what it is given stays open
 * @param madeOf tells what it is made of besides what the run began with: of the same name and the same of both, always the same bytes;
 *     empty where that cannot be told before it is written
 */
public record EditionFile(String name, IOConsumer<OutputStream> content, Supplier<Optional<String>> madeOf) {

    public EditionFile(String name, IOConsumer<OutputStream> content) {
        this(name, content, Optional::empty);
    }
}
