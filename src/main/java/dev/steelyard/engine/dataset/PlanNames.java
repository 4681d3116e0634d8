package dev.steelyard.engine.dataset;

import dev.steelyard.engine.plan.Name;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.engine.unit.CodePoints;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What people may call the indicators and targets of a plan: by their id or either of their names, whatever spacing, case and
 * width (rulings 119).
 */
public final class PlanNames {

    /** The column by which datasets name an indicator or a target. */
    public static final String COLUMN = "indicator";

    private static final int NEAR = 3;

    private final Map<String, Set<String>> byForm = new TreeMap<>();

    /** What was asked before: row after row names the same few. */
    private final Map<String, Optional<String>> found = new ConcurrentHashMap<>();

    private PlanNames(Plan plan) {
        plan.indicators().forEach((id, indicator) -> add(id, indicator.name()));
        plan.targets().forEach(this::add);
    }

    /** The names that a plan gives its indicators and targets (ruling 119). */
    public static PlanNames of(Plan plan) {
        return new PlanNames(plan);
    }

    private void add(String id, Name name) {
        for (String text : List.of(id, name.zh(), name.en())) {
            byForm.computeIfAbsent(form(text), form -> new TreeSet<>(CodePoints.ORDER))
                    .add(id);
        }
    }

    private static String form(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}\\p{Cf}]+", "")
                .toLowerCase(Locale.ROOT);
    }

    /** The one indicator or target that is called so, whatever spacing, case and width; empty where none is, or two are (ruling 119). */
    public Optional<String> id(String text) {
        return found.computeIfAbsent(text, this::find);
    }

    private Optional<String> find(String text) {
        Set<String> ids = byForm.getOrDefault(form(text), Set.of());
        return ids.size() == 1 ? ids.stream().findFirst() : Optional.empty();
    }

    /** The row with the id in the place of a name; as it is where nothing is called so. */
    public Row canonical(Row row) {
        Optional<String> text = named(row);
        return text.flatMap(this::id)
                .filter(id -> !id.equals(text.get()))
                .map(id -> row.with(COLUMN, id))
                .orElse(row);
    }

    private static Optional<String> named(Row row) {
        return row.schema().column(COLUMN).isPresent() ? Optional.ofNullable(row.text(COLUMN)) : Optional.empty();
    }

    /**
     * Why the row is rejected: what it names is not in the plan. Decisions are not rejected for it: they stay to be seen, and
     * {@link #unknown} says what is wrong with them. Empty where nothing is wrong.
     */
    public Optional<Problem> check(Row row) {
        return row.schema().lossless() ? Optional.empty() : unknown(ProblemCode.ROW_UNKNOWN_NAME, row);
    }

    /** The same of a row that stays; empty where nothing is wrong. */
    public Optional<Problem> unknown(ProblemCode code, Row row) {
        return named(row).filter(text -> id(text).isEmpty()).map(text -> Problem.of(code, row.source(), COLUMN, text)
                .with("near", String.join(", ", near(text))));
    }

    /** The ids of what is called most alike; of a name that several share, those. */
    private List<String> near(String text) {
        String form = form(text);
        Set<String> shared = byForm.getOrDefault(form, Set.of());
        if (!shared.isEmpty()) {
            return List.copyOf(shared);
        }
        Map<String, Integer> likeness = new TreeMap<>(CodePoints.ORDER);
        byForm.forEach((known, ids) -> ids.forEach(id -> likeness.merge(id, likeness(form, known), Math::max)));
        return likeness.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey(CodePoints.ORDER)))
                .limit(NEAR)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Twice the characters in common, in thousandths of all. */
    private static int likeness(String one, String other) {
        Map<Integer, Integer> left = new HashMap<>();
        one.codePoints().forEach(c -> left.merge(c, 1, Integer::sum));
        long common = other.codePoints()
                .filter(c -> left.merge(c, -1, Integer::sum) >= 0)
                .count();
        long all = one.codePoints().count() + other.codePoints().count();
        return all == 0 ? 0 : (int) (2000 * common / all);
    }
}
