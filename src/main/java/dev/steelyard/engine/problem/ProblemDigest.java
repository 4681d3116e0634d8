package dev.steelyard.engine.problem;

import dev.steelyard.engine.unit.CodePoints;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;

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

    /** Of a kind that is listed one by one, so many. */
    private static final int FEW = 5;

    /**
     * Rows rejected for one reason, with the first of them.
     *
     * @param consequences dataset → its rows that were lost because they name one of these
     */
    public record Reason(Problem first, long count, Map<String, Long> consequences) {
        Reason plus(Problem other) {
            return new Reason(ORDER.compare(other, first) < 0 ? other : first, count + 1, consequences);
        }

        /** Rows that would not have been lost without it. */
        long weight() {
            return count
                    + consequences.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** Findings of one kind that are no rejected rows: how many, and the first of them. */
    public record Notable(ProblemCode code, long count, List<Problem> first) {}

    private final PriorityQueue<Problem> kept = new PriorityQueue<>(ORDER.reversed());
    private final Map<ProblemCode, Long> counts = new EnumMap<>(ProblemCode.class);
    private final Map<ProblemCause, Reason> reasons = new LinkedHashMap<>();
    private final Map<ProblemCause, Map<String, Long>> consequences = new LinkedHashMap<>();
    private final Map<ProblemCode, PriorityQueue<Problem>> notable = new EnumMap<>(ProblemCode.class);
    private final Set<String> lossless;
    private final PriorityQueue<Problem> lost = new PriorityQueue<>(ORDER.reversed());
    private long lostCount;
    private long count;

    /** @param lossless the datasets of which no row may be lost */
    public ProblemDigest(Set<String> lossless) {
        this.lossless = Set.copyOf(lossless);
    }

    /** How many problems there are of each kind, and the first of them; the same whatever their order. */
    public static ProblemDigest of(Iterable<Problem> problems) {
        ProblemDigest digest = new ProblemDigest(Set.of());
        problems.forEach(digest::take);
        return digest;
    }

    /** Takes one of the problems, in any order. */
    public void take(Problem problem) {
        count++;
        counts.merge(problem.code(), 1L, Long::sum);
        keep(problem, MOST, kept);
        Optional<ProblemCause> cause = ProblemCause.of(problem);
        if (cause.isPresent()) {
            consequences
                    .computeIfAbsent(cause.get(), of -> new TreeMap<>())
                    .merge(problem.where().dataset(), 1L, Long::sum);
        } else if (problem.code().rejects()) {
            reasons.merge(
                    ProblemCause.as(problem), new Reason(problem, 1, Map.of()), (known, one) -> known.plus(problem));
        } else if (problem.severity() != Severity.NOTE) {
            keep(problem, FEW, notable.computeIfAbsent(problem.code(), of -> new PriorityQueue<>(ORDER.reversed())));
        }
        if (isLoss(problem.code(), problem.where())
                && lossless.contains(problem.where().dataset())) {
            lostCount++;
            keep(problem, FEW, lost);
        }
    }

    /** Whether a row that stands there is lost in reading, or a decision says nothing that can be followed. */
    private static boolean isLoss(ProblemCode code, SourceRef where) {
        return code.rejects() || code.saysNothing() && where.row() > 0;
    }

    private static void keep(Problem problem, int most, PriorityQueue<Problem> kept) {
        if (kept.size() < most) {
            kept.add(problem);
        } else if (ORDER.compare(problem, kept.element()) < 0) {
            kept.remove();
            kept.add(problem);
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

    /** Why rows were rejected: the cause of which most rows were lost first, theirs and those that name them. */
    public List<Reason> reasons() {
        return reasons.entrySet().stream()
                .map(entry -> new Reason(
                        entry.getValue().first(),
                        entry.getValue().count(),
                        consequences.getOrDefault(entry.getKey(), Map.of())))
                .sorted(Comparator.comparingLong(Reason::weight).reversed().thenComparing(Reason::first, ORDER))
                .toList();
    }

    /** What else a person should see, by code: errors before warnings. */
    public List<Notable> notable() {
        return notable.entrySet().stream()
                .map(entry -> new Notable(
                        entry.getKey(),
                        counts.get(entry.getKey()),
                        entry.getValue().stream().sorted(ORDER).toList()))
                .sorted(Comparator.comparing((Notable one) -> one.code().severity())
                        .thenComparing(one -> one.code()))
                .toList();
    }

    /** Rows of decisions and events that were lost, the first few. */
    public List<Problem> lost() {
        return lost.stream().sorted(ORDER).toList();
    }

    /** How many rows of decisions and events were lost. */
    public long lostCount() {
        return lostCount;
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
