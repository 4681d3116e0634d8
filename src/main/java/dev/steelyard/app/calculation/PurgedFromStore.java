package dev.steelyard.app.calculation;

import java.util.List;

/** What a run was made from is no longer in the store: its retention has ended. */
public final class PurgedFromStore extends Exception {

    private static final long serialVersionUID = 1L;

    private final List<String> names;

    PurgedFromStore(List<String> names) {
        super(String.join(", ", names));
        this.names = List.copyOf(names);
    }

    /** The files' names as they were delivered. */
    public List<String> names() {
        return names;
    }
}
