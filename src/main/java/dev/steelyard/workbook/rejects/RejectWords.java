package dev.steelyard.workbook.rejects;

import dev.steelyard.fact.Column;
import dev.steelyard.fact.Schema;
import dev.steelyard.problem.Problem;
import dev.steelyard.problem.ProblemCode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Problems of rows in the words of one language: with the headers and choices that people know. */
record RejectWords(Map<String, Schema> schemas, String language) {

    /** What a row is rejected for, and nothing else. */
    private static final Set<String> REJECTING = Set.of("CELL", "COLUMN", "RECORD", "ROW");

    private static final Set<ProblemCode> COUNTED = Set.of(ProblemCode.ROW_DUPLICATE, ProblemCode.ROW_CORRECTED);

    static boolean rejects(ProblemCode code) {
        String name = code.name();
        return REJECTING.contains(name.substring(0, name.indexOf('_'))) && !COUNTED.contains(code);
    }

    String say(String zh, String en) {
        return language.equals("zh") ? zh : en;
    }

    String dataset(String id) {
        return Optional.ofNullable(schemas.get(id))
                .map(schema -> say(schema.zh(), id))
                .orElse(id);
    }

    String column(String dataset, String id) {
        return Optional.ofNullable(schemas.get(dataset))
                .flatMap(schema -> schema.column(id))
                .map(column -> say(column.zh(), id))
                .orElse(id);
    }

    /** The columns a problem is about, as their headers read. */
    String columns(Problem problem) {
        return concerned(problem).stream()
                .map(id -> column(problem.where().dataset(), id))
                .collect(Collectors.joining(say("、", ", ")));
    }

    /** The columns a problem is about; none where it is about the row as a whole. */
    static List<String> concerned(Problem problem) {
        List<String> ids = new ArrayList<>();
        if (problem.slots().containsKey("left")) {
            ids.add(problem.slots().get("left"));
            ids.add(problem.slots().get("right"));
        } else if (!problem.column().isEmpty()) {
            ids.addAll(Arrays.asList(problem.column().split(", ")));
        }
        return ids;
    }

    String message(Problem problem) {
        return shown(problem).message(language);
    }

    String fix(Problem problem) {
        return shown(problem).fix(language);
    }

    private Problem shown(Problem problem) {
        String dataset = problem.where().dataset();
        Map<String, String> slots = new TreeMap<>(problem.slots());
        slots.computeIfPresent("target", (slot, id) -> dataset(id));
        slots.computeIfPresent("left", (slot, id) -> column(dataset, id));
        slots.computeIfPresent("right", (slot, id) -> column(dataset, id));
        slots.computeIfPresent(
                "choices", (slot, all) -> choices(dataset, problem.column()).orElse(all));
        return new Problem(problem.code(), problem.where(), columns(problem), problem.value(), slots);
    }

    private Optional<String> choices(String dataset, String column) {
        return Optional.ofNullable(schemas.get(dataset))
                .flatMap(schema -> schema.column(column))
                .map(known -> known.choices().entrySet().stream()
                        .map(choice -> choice.getValue().isEmpty()
                                ? choice.getKey()
                                : say(choice.getValue().get(0), choice.getKey()))
                        .collect(Collectors.joining(say("、", ", "))));
    }

    /** For each header cell the column of the dataset that it names, blank where it names none. */
    List<String> names(String dataset, List<String> header) {
        Map<String, String> names = new HashMap<>();
        for (Column column : schemas.get(dataset).columns()) {
            names.put(form(column.name()), column.name());
            names.put(form(column.zh()), column.name());
            column.aliases().forEach(alias -> names.put(form(alias), column.name()));
        }
        return header.stream().map(cell -> names.getOrDefault(form(cell), "")).toList();
    }

    private static String form(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Cf}]+", "");
    }
}
