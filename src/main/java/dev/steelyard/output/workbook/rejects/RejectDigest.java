package dev.steelyard.output.workbook.rejects;

import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCause;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.engine.unit.CodePoints;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A run's problems of rows, however many: the same errors counted together, duplicates and corrections apart. */
public final class RejectDigest {

    /** Rows of a sheet. */
    static final int MOST = 20_000;

    /** Different errors told apart. */
    private static final int MOST_GROUPS = 20_000;

    private static final Comparator<Group> ORDER = Comparator.comparingLong(Group::count)
            .reversed()
            .thenComparing(group -> group.first().where().dataset())
            .thenComparing(group -> group.first().where().file(), CodePoints.ORDER)
            .thenComparing(group -> group.first().where().sheet(), CodePoints.ORDER)
            .thenComparing(group -> group.first().where().row());

    /** Rows rejected for the same error. */
    record Group(Problem first, long count) {}

    private record Kind(String dataset, ProblemCode code, String column, String value) {}

    private final Map<Kind, Group> groups = new LinkedHashMap<>();
    private final Map<String, Long> byDataset = new LinkedHashMap<>();
    private final List<Problem> duplicates = new ArrayList<>();
    private final List<Problem> corrected = new ArrayList<>();
    private final Map<ProblemCause, Long> consequences = new HashMap<>();
    private long blankedCount;
    private long duplicateCount;
    private long correctedCount;

    /** Whether there is a row to tell of. */
    public boolean isEmpty() {
        return rejected() + duplicateCount + correctedCount + blankedCount == 0;
    }

    /** Takes one of the run's problems, in their order. */
    public void take(Problem problem) {
        if (problem.code() == ProblemCode.ROW_DUPLICATE || problem.code() == ProblemCode.ROW_KEY_ALIKE) {
            duplicateCount++;
            keep(duplicates, problem);
        } else if (problem.code() == ProblemCode.ROW_CORRECTED) {
            correctedCount++;
            keep(corrected, problem);
        } else if (problem.code() == ProblemCode.BLANK_FOR_UNREAD) {
            blankedCount++;
        } else if (problem.code().rejects()) {
            String dataset = problem.where().dataset();
            byDataset.merge(dataset, 1L, Long::sum);
            // Rows lost because of another row are one line under that one's error.
            Optional<ProblemCause> cause = ProblemCause.of(problem);
            Kind kind = new Kind(
                    dataset,
                    problem.code(),
                    problem.column(),
                    cause.map(ProblemCause::toString).orElse(problem.value()));
            // So many different errors are no errors to be mended one by one.
            Kind counted = groups.size() < MOST_GROUPS || groups.containsKey(kind)
                    ? kind
                    : new Kind(dataset, problem.code(), problem.column(), "");
            groups.merge(counted, new Group(problem, 1), (known, one) -> new Group(known.first(), known.count() + 1));
            cause.ifPresent(of -> consequences.merge(of, 1L, Long::sum));
        }
    }

    private static void keep(List<Problem> kept, Problem problem) {
        if (kept.size() < MOST) {
            kept.add(problem);
        }
    }

    /** The error with the most rows behind it first; under each what was lost because of it. */
    List<Group> groups() {
        Set<ProblemCause> seen = new HashSet<>();
        Map<Group, Long> weights = new HashMap<>();
        List<Group> causes = new ArrayList<>();
        Map<ProblemCause, List<Group>> behind = new HashMap<>();
        groups.values().stream().sorted(ORDER).forEach(group -> {
            Optional<ProblemCause> cause = ProblemCause.of(group.first());
            if (cause.isPresent()) {
                behind.computeIfAbsent(cause.get(), of -> new ArrayList<>()).add(group);
            } else {
                causes.add(group);
                ProblemCause own = ProblemCause.as(group.first());
                weights.put(group, group.count() + (seen.add(own) ? consequences.getOrDefault(own, 0L) : 0L));
            }
        });
        causes.sort(Comparator.comparingLong((Group group) -> weights.get(group))
                .reversed()
                .thenComparing(ORDER));
        List<Group> ordered = new ArrayList<>();
        for (Group cause : causes) {
            ordered.add(cause);
            List<Group> led = weights.get(cause) > cause.count() ? behind.remove(ProblemCause.as(cause.first())) : null;
            ordered.addAll(led == null ? List.of() : led);
        }
        behind.values().forEach(ordered::addAll);
        return ordered;
    }

    /** Rejected rows of the dataset. */
    long rejected(String dataset) {
        return byDataset.getOrDefault(dataset, 0L);
    }

    long rejected() {
        return byDataset.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Cells that are blank because they cannot be read, in rows that were kept. */
    long blankedCount() {
        return blankedCount;
    }

    List<Problem> duplicates() {
        return List.copyOf(duplicates);
    }

    long duplicateCount() {
        return duplicateCount;
    }

    List<Problem> corrected() {
        return List.copyOf(corrected);
    }

    long correctedCount() {
        return correctedCount;
    }
}
