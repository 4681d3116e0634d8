package dev.steelyard.output.publish;

import java.io.IOException;
import java.util.function.Consumer;

/** Rows in their order, however many: given one by one to a consumer. */
@FunctionalInterface
public interface Rows<T> {
    void each(Consumer<T> to) throws IOException;
}
