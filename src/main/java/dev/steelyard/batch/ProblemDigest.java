package dev.steelyard.batch;

import dev.steelyard.problem.Problem;
import dev.steelyard.problem.ProblemCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Problems counted by code, and the first of them, however many there are. */
public final class ProblemDigest {

    private final int shown;
    private final List<Problem> first = new ArrayList<>();
    private final Map<ProblemCode, Long> counts = new EnumMap<>(ProblemCode.class);

    ProblemDigest(int shown) {
        this.shown = shown;
    }

    void add(Problem problem) {
        counts.merge(problem.code(), 1L, Long::sum);
        if (first.size() < shown) {
            first.add(problem);
        }
    }

    /** The first problems, in their order. */
    public List<Problem> first() {
        return List.copyOf(first);
    }

    /** Code → how many, commonest first. */
    public Map<ProblemCode, Long> counts() {
        List<Map.Entry<ProblemCode, Long>> entries = new ArrayList<>(counts.entrySet());
        entries.sort(Map.Entry.<ProblemCode, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()));
        Map<ProblemCode, Long> ordered = new LinkedHashMap<>();
        entries.forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
        return ordered;
    }
}
