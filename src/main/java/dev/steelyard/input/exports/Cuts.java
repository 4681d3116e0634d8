package dev.steelyard.input.exports;

import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.ledger.store.ContentStore.Content;
import java.util.List;
import java.util.Optional;

/** Remembers how files were cut into slices. */
public interface Cuts {

    /** Remembers nothing. */
    Cuts NONE = new Cuts() {
        @Override
        public Optional<Cut> recall(Schema schema, String name, Content content, long sliceBytes) {
            return Optional.empty();
        }

        @Override
        public void keep(Schema schema, String name, Content content, long sliceBytes, Cut cut) {
            // Nothing is remembered.
        }
    };

    /**
     * How a file was cut.
     *
     * @param charset as delivered; blank for a workbook
     * @param slices none where problems say why
     */
    record Cut(String charset, List<Slice> slices, List<Problem> problems) {

        public Cut {
            slices = List.copyOf(slices);
            problems = List.copyOf(problems);
        }
    }

    /** How the content was cut under the name, if that is known and all that is read of it is there. */
    Optional<Cut> recall(Schema schema, String name, Content content, long sliceBytes);

    void keep(Schema schema, String name, Content content, long sliceBytes, Cut cut);
}
