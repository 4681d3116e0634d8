package dev.steelyard.input.planfile.text;

import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.input.planfile.text.PlanChange.Kind;
import dev.steelyard.words.PlanWords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * In which statements two plans differ, in words: what HR would read differently in the one and the other. A whole indicator,
 * track or component that only one of them has is one change.
 */
public final class PlanDiff {

    private static final String NAME = ".name";

    private final PlanWords words;
    private final Map<String, Clause> before;
    private final Map<String, Clause> after;

    private PlanDiff(PlanWords words, Map<String, Clause> before, Map<String, Clause> after) {
        this.words = words;
        this.before = before;
        this.after = after;
    }

    /**
     * The changes from one plan to the other, in the order of the later one; what is gone stands last.
     *
     * @param language {@code zh} or {@code en}
     */
    public static List<PlanChange> of(
            Plan before,
            Map<String, Schema> schemasBefore,
            Plan after,
            Map<String, Schema> schemasAfter,
            String language) {
        return new PlanDiff(
                        new PlanWords(language, schemasAfter),
                        byPath(PlanText.clauses(before, schemasBefore, language)),
                        byPath(PlanText.clauses(after, schemasAfter, language)))
                .changes();
    }

    private static Map<String, Clause> byPath(List<Clause> clauses) {
        Map<String, Clause> byPath = new LinkedHashMap<>();
        clauses.forEach(clause -> byPath.put(clause.path(), clause));
        return byPath;
    }

    private List<PlanChange> changes() {
        List<PlanChange> changes = new ArrayList<>();
        Set<String> whole = new LinkedHashSet<>();
        Set<String> paths = new LinkedHashSet<>(after.keySet());
        paths.addAll(before.keySet());
        for (String path : paths) {
            if (whole.stream().anyMatch(owner -> path.startsWith(owner + ".") || path.equals(owner))) {
                continue;
            }
            Clause then = before.get(path);
            Clause now = after.get(path);
            boolean oneSided = then == null || now == null;
            if (oneSided && path.endsWith(NAME)) {
                String owner = path.substring(0, path.length() - NAME.length());
                whole.add(owner);
                changes.add(whole(owner, then == null ? after : before, then == null));
            } else if (oneSided || !then.words().equals(now.words())) {
                changes.add(one(path, then, now));
            }
        }
        return List.copyOf(changes);
    }

    private PlanChange one(String path, Clause then, Clause now) {
        Kind kind = then == null ? Kind.ADDED : now == null ? Kind.REMOVED : Kind.CHANGED;
        Clause shown = now == null ? then : now;
        return new PlanChange(
                kind,
                path,
                place(shown, shown.label()),
                then == null ? "" : then.words(),
                now == null ? "" : now.words());
    }

    /** Everything below a path that only one plan has. */
    private PlanChange whole(String owner, Map<String, Clause> side, boolean added) {
        List<Clause> own = side.values().stream()
                .filter(clause ->
                        clause.path().startsWith(owner + ".") || clause.path().equals(owner))
                .toList();
        String statements = own.stream()
                .map(clause -> words.say("plan.planDiff.labelWords", "label", clause.label(), "words", clause.words()))
                .collect(Collectors.joining(words.say("book.advice.mark")));
        return new PlanChange(
                added ? Kind.ADDED : Kind.REMOVED,
                owner,
                place(own.get(0), ""),
                added ? "" : statements,
                added ? statements : "");
    }

    private static String place(Clause clause, String label) {
        List<String> steps = new ArrayList<>();
        for (String step : List.of(clause.section(), clause.heading(), label)) {
            if (!step.isEmpty()) {
                steps.add(step);
            }
        }
        return String.join(" › ", steps);
    }
}
