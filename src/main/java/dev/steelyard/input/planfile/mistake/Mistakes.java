package dev.steelyard.input.planfile.mistake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers the mistakes of a file, so that all are reported at once. */
public final class Mistakes {

    private final List<Mistake> found = new ArrayList<>();

    public void add(Mistake mistake) {
        if (!found.contains(mistake)) {
            found.add(mistake);
        }
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public int count() {
        return found.size();
    }

    public void throwIfAny() {
        if (!found.isEmpty()) {
            found.sort(Comparator.comparing((Mistake mistake) -> mistake.place().file())
                    .thenComparing(mistake -> mistake.place().line())
                    .thenComparing(mistake -> mistake.place().column()));
            throw new InvalidFile(found);
        }
    }
}
