package dev.steelyard.planfile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers the mistakes of a file, so that all are reported at once. */
final class Mistakes {

    private final List<Mistake> found = new ArrayList<>();

    void add(Mistake mistake) {
        if (!found.contains(mistake)) {
            found.add(mistake);
        }
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    int count() {
        return found.size();
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            found.sort(Comparator.comparing((Mistake mistake) -> mistake.place().file())
                    .thenComparing(mistake -> mistake.place().line())
                    .thenComparing(mistake -> mistake.place().column()));
            throw new InvalidFile(found);
        }
    }
}
