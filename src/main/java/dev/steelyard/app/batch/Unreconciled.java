package dev.steelyard.app.batch;

import dev.steelyard.engine.run.Difference;
import dev.steelyard.ledger.records.Publication;
import java.util.List;
import java.util.Optional;

/** Figures that must agree do not: nothing was published of the run, and nothing is left of it. Every difference at once. */
public final class Unreconciled extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Difference> differences;
    private final transient Optional<Publication> published;

    /** @param published the revision that was made from the same before, if there is one: it stands as it is */
    Unreconciled(List<Difference> differences, Optional<Publication> published) {
        super(differences.size() + " figures differ");
        this.differences = List.copyOf(differences);
        this.published = published;
    }

    public List<Difference> differences() {
        return differences;
    }

    public Optional<Publication> published() {
        return published;
    }
}
