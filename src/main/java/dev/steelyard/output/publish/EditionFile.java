package dev.steelyard.output.publish;

import dev.steelyard.ledger.store.PrivateFiles.IOConsumer;
import java.io.OutputStream;

/**
 * A file of an edition and what writes it. Any thread may write it, also at the same time as others, and again after a kill:
 * always to the same bytes.
 *
 * @param name within the edition's folder, {@code /} between its parts
 * @param content writes it; what it is given stays open
 */
public record EditionFile(String name, IOConsumer<OutputStream> content) {}
