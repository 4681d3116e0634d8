package dev.steelyard.output.workbook.rejects;

import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.engine.problem.Severity;
import dev.steelyard.engine.unit.CodePoints;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A run's problems of rows, however many: the same errors counted together, duplicates and corrections apart. */
public final class RejectDigest {

    /** Rows of a sheet. */
    static final int MOST = 20_000;

    /** Different errors told apart. */
    private static final int MOST_GROUPS = 20_000;

    private static final Set<String> REJECTING = Set.of("CELL", "COLUMN", "RECORD", "ROW");

    private static final Set<ProblemCode> COUNTED = Set.of(ProblemCode.ROW_DUPLICATE, ProblemCode.ROW_CORRECTED);

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
    private long duplicateCount;
    private long correctedCount;

    /** What a row is rejected for, and nothing else. */
    private static boolean rejects(ProblemCode code) {
        if (code.severity() != Severity.ERROR) {
            return false;
        }
        String name = code.name();
        return REJECTING.contains(name.substring(0, name.indexOf('_'))) && !COUNTED.contains(code);
    }

    /** Takes one of the run's problems, in their order. */
    public void take(Problem problem) {
        if (problem.code() == ProblemCode.ROW_DUPLICATE || problem.code() == ProblemCode.ROW_KEY_ALIKE) {
            duplicateCount++;
            keep(duplicates, problem);
        } else if (problem.code() == ProblemCode.ROW_CORRECTED) {
            correctedCount++;
            keep(corrected, problem);
        } else if (rejects(problem.code())) {
            String dataset = problem.where().dataset();
            byDataset.merge(dataset, 1L, Long::sum);
            Kind kind = new Kind(dataset, problem.code(), problem.column(), problem.value());
            // So many different errors are no errors to be mended one by one.
            Kind counted = groups.size() < MOST_GROUPS || groups.containsKey(kind)
                    ? kind
                    : new Kind(dataset, problem.code(), problem.column(), "");
            groups.merge(counted, new Group(problem, 1), (known, one) -> new Group(known.first(), known.count() + 1));
        }
    }

    private static void keep(List<Problem> kept, Problem problem) {
        if (kept.size() < MOST) {
            kept.add(problem);
        }
    }

    /** The commonest first. */
    List<Group> groups() {
        return groups.values().stream().sorted(ORDER).toList();
    }

    /** Rejected rows of the dataset. */
    long rejected(String dataset) {
        return byDataset.getOrDefault(dataset, 0L);
    }

    long rejected() {
        return byDataset.values().stream().mapToLong(Long::longValue).sum();
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
