package dev.steelyard.workbook;

import dev.steelyard.problem.Problem;
import dev.steelyard.problem.ProblemCode;
import dev.steelyard.problem.Severity;
import dev.steelyard.unit.CodePoints;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/** What a workbook needs of a run's problems, however many there are: the gravest, and how many of each reason. */
public final class ProblemDigest {

    /** More than anybody reads; the machine file has all. */
    static final int MOST = 5_000;

    static final Comparator<Problem> ORDER = Comparator.comparing(Problem::severity)
            .thenComparing(problem -> problem.code().code())
            .thenComparing(problem -> problem.where().dataset())
            .thenComparing(problem -> problem.where().file(), CodePoints.ORDER)
            .thenComparing(problem -> problem.where().sheet(), CodePoints.ORDER)
            .thenComparing(problem -> problem.where().row())
            .thenComparing(Problem::column)
            .thenComparing(Problem::value, CodePoints.ORDER);

    /** Rows rejected for one reason, with the first of them. */
    record Reason(Problem first, long count) {
        Reason plus(Problem other) {
            return new Reason(ORDER.compare(other, first) < 0 ? other : first, count + 1);
        }
    }

    private record Kind(ProblemCode code, String dataset, String column) {}

    private final PriorityQueue<Problem> kept = new PriorityQueue<>(ORDER.reversed());
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
    List<Problem> gravest() {
        return kept.stream().sorted(ORDER).toList();
    }

    /** How many there are besides. */
    long rest() {
        return count - kept.size();
    }

    /** Why rows were rejected, the commonest first. */
    List<Reason> reasons() {
        return reasons.values().stream()
                .sorted(Comparator.comparingLong(Reason::count).reversed().thenComparing(Reason::first, ORDER))
                .toList();
    }
}
