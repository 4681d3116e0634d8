package dev.steelyard.app.cli.run;

import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.engine.problem.Severity;
import dev.steelyard.engine.unit.CodePoints;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Problems gathered by file and code, with how many there are of each and the first few, however many there are. */
final class Findings implements Consumer<Problem> {

    private static final int EXAMPLES = 3;
    private static final Set<String> OF_WHOLE_FILES = Arrays.stream(ProblemCode.values())
            .filter(ProblemCode::isOfWholeFile)
            .map(ProblemCode::code)
            .collect(Collectors.toUnmodifiableSet());

    /** Problems of one kind in one file. */
    record Group(ProblemCode code, String file, long count, List<Problem> examples) {}

    /** @param sentence of a finding about a delivery: each of its sentences has a remedy of its own */
    private record Place(String file, ProblemCode code, String sentence) {}

    private final Map<Place, Long> counts = new LinkedHashMap<>();
    private final Map<Place, List<Problem>> examples = new LinkedHashMap<>();
    private final Set<String> unreadable = new TreeSet<>();

    public static Findings of(List<Problem> problems) {
        Findings findings = new Findings();
        problems.forEach(findings);
        return findings;
    }

    @Override
    public void accept(Problem problem) {
        Place place = new Place(
                problem.where().file(),
                problem.code(),
                String.valueOf(problem.slots().getOrDefault("sentence", "")));
        counts.merge(place, 1L, Long::sum);
        List<Problem> first = examples.computeIfAbsent(place, none -> new ArrayList<>(EXAMPLES));
        if (first.size() < EXAMPLES) {
            first.add(problem);
        }
        if (isOfWholeFile(problem)) {
            unreadable.add(place.file());
        }
    }

    /** Whether a delivered file was not read at all; the place may still be its header row. */
    private static boolean isOfWholeFile(Problem problem) {
        return isOfWholeFile(problem.code().code()) && !problem.where().file().isEmpty();
    }

    /** @param code as machine files write it */
    static boolean isOfWholeFile(String code) {
        return OF_WHOLE_FILES.contains(code);
    }

    /** By file, what belongs to no file last; within a file the gravest and commonest first. */
    List<Group> groups() {
        return counts.entrySet().stream()
                .map(entry -> new Group(
                        entry.getKey().code(),
                        entry.getKey().file(),
                        entry.getValue(),
                        List.copyOf(examples.get(entry.getKey()))))
                .sorted(Comparator.comparing((Group group) -> group.file().isEmpty())
                        .thenComparing(Group::file, CodePoints.ORDER)
                        .thenComparing(group -> group.code().severity())
                        .thenComparing(Comparator.comparingLong(Group::count).reversed())
                        .thenComparing(Group::code))
                .toList();
    }

    /** Delivered files that could not be read at all. */
    Set<String> unreadable() {
        return unreadable;
    }

    long count() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    long count(ProblemCode code) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().code() == code)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    long count(Severity severity) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().code().severity() == severity)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
