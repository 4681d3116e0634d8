package dev.steelyard.engine.explain.rows;

import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.plan.Facts;
import dev.steelyard.engine.plan.Measure;
import dev.steelyard.engine.plan.Where;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The columns of a row that a figure read: key, person, date, measured columns, and what its conditions look at. */
final class ReadColumns {

    private ReadColumns() {}

    static Set<String> of(Facts facts, Schema schema) {
        Set<String> paths = new LinkedHashSet<>(schema.key());
        add(facts, schema, paths);
        return paths;
    }

    static Set<String> of(Measure measure, Schema schema) {
        Set<String> paths = new LinkedHashSet<>(schema.key());
        if (measure.over() != Measure.Over.SELF) {
            schema.subject().ifPresent(paths::add);
        }
        Stream.of(measure.of(), measure.numerator(), measure.denominator())
                .flatMap(Optional::stream)
                .filter(of -> of.dataset().equals(schema.dataset()))
                .forEach(of -> add(of, schema, paths));
        measure.having().map(Where::conditions).ifPresent(conditions -> add(conditions, paths));
        measure.from().ifPresent(paths::add);
        measure.to().ifPresent(paths::add);
        if (schema.dataset().equals("exams") && measure.numerator().isPresent()) {
            paths.addAll(List.of("date", "product_id", "passed"));
        }
        return paths;
    }

    private static void add(Facts facts, Schema schema, Set<String> paths) {
        facts.date().or(schema::date).ifPresent(paths::add);
        paths.addAll(facts.columns());
        add(facts.where().conditions(), paths);
    }

    private static void add(List<Where.Condition> conditions, Set<String> paths) {
        conditions.forEach(condition -> paths.add(condition.column()));
    }
}
