package dev.steelyard.engine.problem;

import dev.steelyard.engine.unit.CodePoints;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/** A run's problems, however many there are: the gravest, and how many of each code and each reason. */
public final class ProblemDigest {

    /** More than anybody reads; the machine file has all. */
    public static final int MOST = 5_000;

    private static final Comparator<Problem> ORDER = Comparator.comparing(Problem::severity)
            .thenComparing(problem -> problem.code().code())
            .thenComparing(problem -> problem.where().dataset())
            .thenComparing(problem -> problem.where().file(), CodePoints.ORDER)
            .thenComparing(problem -> problem.where().sheet(), CodePoints.ORDER)
            .thenComparing(problem -> problem.where().row())
            .thenComparing(Problem::column)
            .thenComparing(Problem::value, CodePoints.ORDER);

    /** Rows rejected for one reason, with the first of them. */
    public record Reason(Problem first, long count) {
        Reason plus(Problem other) {
            return new Reason(ORDER.compare(other, first) < 0 ? other : first, count + 1);
        }
    }

    private record Kind(ProblemCode code, String dataset, String column) {}

    private final PriorityQueue<Problem> kept = new PriorityQueue<>(ORDER.reversed());
    private final Map<ProblemCode, Long> counts = new EnumMap<>(ProblemCode.class);
    private final Map<Kind, Reason> reasons = new LinkedHashMap<>();
    private long count;

    public static ProblemDigest of(Iterable<Problem> problems) {
        ProblemDigest digest = new ProblemDigest();
        problems.forEach(digest::take);
        return digest;
    }

    /** Takes one of the problems, in any order. */
    public void take(Problem problem) {
        count++;
        counts.merge(problem.code(), 1L, Long::sum);
        if (kept.size() < MOST) {
            kept.add(problem);
        } else if (ORDER.compare(problem, kept.element()) < 0) {
            kept.remove();
            kept.add(problem);
        }
        if (problem.severity() == Severity.ERROR && problem.where().row() > 0) {
            reasons.merge(
                    new Kind(problem.code(), problem.where().dataset(), problem.column()),
                    new Reason(problem, 1),
                    (known, one) -> known.plus(problem));
        }
    }

    /** The gravest, in their order. */
    public List<Problem> gravest() {
        return kept.stream().sorted(ORDER).toList();
    }

    /** How many there are besides. */
    public long rest() {
        return count - kept.size();
    }

    /** Why rows were rejected, the commonest first. */
    public List<Reason> reasons() {
        return reasons.values().stream()
                .sorted(Comparator.comparingLong(Reason::count).reversed().thenComparing(Reason::first, ORDER))
                .toList();
    }

    /** Code → how many, commonest first. */
    public Map<ProblemCode, Long> counts() {
        Map<ProblemCode, Long> ordered = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<ProblemCode, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
        return ordered;
    }
}
