package dev.steelyard.engine.fact;

import dev.steelyard.engine.plan.Plan;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a dataset's exports look like: data of {@code jobs/exports.yaml} (domain.md 3).
 *
 * @param dataset the canonical English name, also a file stem
 * @param zh the Chinese name, also a file stem
 * @param stems further file stems
 * @param register whether the rows are few and kept (employees, targets), rather than streamed into accumulators
 * @param confidential whether people answered in confidence: nobody but HR sees what a row says (domain.md 6, Privacy)
 * @param key the columns that together name a row
 * @param date the column that puts a row in a window unless a measure says otherwise; empty for undated registers
 * @param ordered pairs of columns of which the first must not exceed the second
 */
public record Schema(
        String dataset,
        String zh,
        List<String> stems,
        boolean register,
        boolean confidential,
        List<String> key,
        Optional<String> date,
        List<Column> columns,
        List<Ordered> ordered,
        Map<String, Integer> index,
        Headings headings) {

    /**
     * What people add to a header cell, of all datasets alike.
     *
     * @param marks what says that a cell must be filled in, or need not: left out of the comparison
     * @param units unit of money in brackets → by what its numbers are multiplied
     */
    public record Headings(List<String> marks, Map<String, BigDecimal> units) {
        public static final Headings PLAIN = new Headings(List.of(), Map.of());

        public Headings {
            marks = List.copyOf(marks);
            units = Map.copyOf(units);
        }
    }

    /** Names the plan's currency among the values that a column must have. */
    public static final String CURRENCY = "currency";

    /** A row constraint: {@code left} must not exceed {@code right} where both are filled. */
    public record Ordered(String left, String right) {}

    public static Schema of(
            String dataset,
            String zh,
            List<String> stems,
            boolean register,
            boolean confidential,
            List<String> key,
            Optional<String> date,
            List<Column> columns,
            List<Ordered> ordered) {
        Map<String, Integer> index = IntStream.range(0, columns.size())
                .boxed()
                .collect(Collectors.toMap(i -> columns.get(i).name(), Function.identity()));
        return new Schema(
                dataset,
                zh,
                List.copyOf(stems),
                register,
                confidential,
                List.copyOf(key),
                date,
                List.copyOf(columns),
                List.copyOf(ordered),
                Map.copyOf(index),
                Headings.PLAIN);
    }

    public Schema with(Headings other) {
        return new Schema(dataset, zh, stems, register, confidential, key, date, columns, ordered, index, other);
    }

    /** The same with the columns' rules as they are under a plan: what it pays in, which targets are shares. */
    public Schema under(Plan plan) {
        return new Schema(
                dataset,
                zh,
                stems,
                register,
                confidential,
                key,
                date,
                columns.stream()
                        .map(column -> column.with(under(plan, column.rules())))
                        .toList(),
                ordered,
                index,
                headings);
    }

    private static Column.Rules under(Plan plan, Column.Rules rules) {
        return new Column.Rules(
                rules.codes(),
                rules.expected(),
                rules.equal().map(name -> name.equals(CURRENCY) ? plan.currency() : name),
                rules.target().map(target -> new Column.TargetOf(target.column(), Optional.of(plan.shareTargets()))));
    }

    public Optional<Column> column(String name) {
        return Optional.ofNullable(index.get(name)).map(columns::get);
    }

    /** The position of the column in {@link Row#values()}. */
    public int indexOf(String name) {
        Integer at = index.get(name);
        if (at == null) {
            throw new IllegalArgumentException("dataset " + dataset + " has no column " + name);
        }
        return at;
    }

    /** The column that names the customer whose row it is: the first that references one (domain.md 8.13). */
    public Optional<String> customer() {
        return firstReferring("customers");
    }

    /** The column that names the product of a row. */
    public Optional<String> product() {
        return firstReferring("products");
    }

    private Optional<String> firstReferring(String register) {
        return columns.stream()
                .filter(column -> column.references().equals(Optional.of(register)))
                .map(Column::name)
                .findFirst();
    }

    /** The column that names the person a row belongs to (rulings 16), if the dataset has one. */
    public Optional<String> subject() {
        return index.containsKey("employee_id") && !dataset.equals("employees")
                ? Optional.of("employee_id")
                : Optional.empty();
    }
}
