package dev.steelyard.engine.dataset;

import dev.steelyard.engine.plan.Name;
import dev.steelyard.engine.plan.Plan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a dataset's exports look like: data of {@code jobs/exports.yaml} (rules.md 3).
 *
 * @param dataset the canonical English name, also a file stem
 * @param zh the Chinese name, also a file stem
 * @param stems further file stems
 * @param register whether the rows are few and kept (employees, targets), rather than streamed into accumulators
 * @param confidential whether people answered in confidence: nobody but HR sees what a row says (rules.md 6.7)
 * @param apart whether rejected rows stand in a workbook of their own, for those who look after the dataset
 * @param lossless whether decisions or events stand in it, of which none may be lost in reading: each lost row heads the
 *     summary, and the run is beyond its thresholds
 * @param blanksUnread whether a cell that cannot be read is blank and its row stays, rather than the row rejected (8.11)
 * @param occasional whether there is nothing to say where it is absent: then nothing changes (rules.md 8)
 * @param key the columns that together name a row
 * @param date the column that puts a row in a window unless a measure says otherwise; empty for undated registers
 * @param ordered pairs of columns of which the first must not exceed the second
 * @param rows which of the delivered rows count, and with which sign
 */
public record Schema(
        String dataset,
        String zh,
        List<String> stems,
        boolean register,
        boolean confidential,
        boolean apart,
        boolean lossless,
        boolean blanksUnread,
        boolean occasional,
        List<String> key,
        Optional<String> date,
        List<DatasetColumn> columns,
        List<Ordered> ordered,
        Rows rows,
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

    /**
     * Which rows count (architecture.md 4, Row outcome).
     *
     * @param where column, also one that the dataset does not declare → the values whose rows count; all others are excluded
     * @param signs file pattern, {@code *} for any characters → 1 or −1, by which the numbers of such files are multiplied:
     *     returns that are exported as positive amounts
     */
    public record Rows(Map<String, List<String>> where, Map<String, Integer> signs) {
        public static final Rows ALL = new Rows(Map.of(), Map.of());

        public Rows {
            where = Collections.unmodifiableMap(new LinkedHashMap<>(where));
            signs = Collections.unmodifiableMap(new LinkedHashMap<>(signs));
        }
    }

    /** A dataset that may lose a row, and loses those with a cell that cannot be read. */
    public static Schema of(
            String dataset,
            String zh,
            List<String> stems,
            boolean register,
            boolean confidential,
            List<String> key,
            Optional<String> date,
            List<DatasetColumn> columns,
            List<Ordered> ordered) {
        return of(dataset, zh, stems, register, confidential, false, false, false, false, key, date, columns, ordered);
    }

    /** A dataset as the exports file describes it, with every row counting and its own headings. */
    public static Schema of(
            String dataset,
            String zh,
            List<String> stems,
            boolean register,
            boolean confidential,
            boolean apart,
            boolean lossless,
            boolean blanksUnread,
            boolean occasional,
            List<String> key,
            Optional<String> date,
            List<DatasetColumn> columns,
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
                confidential || apart,
                lossless,
                blanksUnread,
                occasional,
                List.copyOf(key),
                date,
                List.copyOf(columns),
                List.copyOf(ordered),
                Rows.ALL,
                Map.copyOf(index),
                Headings.PLAIN);
    }

    /** The same dataset under other headings. */
    public Schema with(Headings other) {
        return new Schema(
                dataset,
                zh,
                stems,
                register,
                confidential,
                apart,
                lossless,
                blanksUnread,
                occasional,
                key,
                date,
                columns,
                ordered,
                rows,
                index,
                other);
    }

    /** The same with the columns' rules as they are under a plan: what it pays in, which targets are shares. */
    public Schema under(Plan plan) {
        return new Schema(
                dataset,
                zh,
                stems,
                register,
                confidential,
                apart,
                lossless,
                blanksUnread,
                occasional,
                key,
                date,
                columns.stream()
                        .map(column -> column.with(under(plan, column.rules())))
                        .toList(),
                ordered,
                rows,
                index,
                headings);
    }

    private static DatasetColumn.Rules under(Plan plan, DatasetColumn.Rules rules) {
        return new DatasetColumn.Rules(
                rules.codes(),
                rules.expected(),
                rules.equal().map(name -> name.equals(CURRENCY) ? plan.currency() : name),
                rules.target()
                        .map(target -> new DatasetColumn.TargetOf(target.column(), Optional.of(plan.shareTargets()))));
    }

    /** The datasets of which no row may be lost. */
    public static Set<String> lossless(Collection<Schema> schemas) {
        return schemas.stream().filter(Schema::lossless).map(Schema::dataset).collect(Collectors.toSet());
    }

    /** The same of which only these rows count. */
    public Schema with(Rows which) {
        return new Schema(
                dataset,
                zh,
                stems,
                register,
                confidential,
                apart,
                lossless,
                blanksUnread,
                occasional,
                key,
                date,
                columns,
                ordered,
                which,
                index,
                headings);
    }

    /** The same with columns that only the row filter names declared as text: all that an export must have. */
    public Schema withFilterColumns() {
        List<DatasetColumn> all = new ArrayList<>(columns);
        rows.where().forEach((name, values) -> {
            boolean declared = columns.stream()
                    .anyMatch(column -> column.name().equals(name)
                            || column.zh().equals(name)
                            || column.aliases().contains(name));
            if (!declared) {
                Map<String, List<String>> choices = new LinkedHashMap<>();
                values.forEach(value -> choices.put(value, List.of()));
                all.add(new DatasetColumn(
                        name,
                        name,
                        List.of(),
                        DatasetColumn.Type.TEXT,
                        true,
                        false,
                        choices,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        DatasetColumn.Rules.NONE));
            }
        });
        return of(
                        dataset,
                        zh,
                        stems,
                        register,
                        confidential,
                        apart,
                        lossless,
                        blanksUnread,
                        occasional,
                        key,
                        date,
                        all,
                        ordered)
                .with(rows)
                .with(headings);
    }

    /** What people call it; by its own name where it has no other. */
    public Name title() {
        return new Name(zh.isBlank() ? dataset : zh, dataset);
    }

    /** A column by its canonical name; empty where the dataset has none so named. */
    public Optional<DatasetColumn> column(String name) {
        return Optional.ofNullable(index.get(name)).map(columns::get);
    }

    /**
     * The position of the column in {@link Row#values()}.
     *
     * @throws IllegalArgumentException where the dataset has no such column
     */
    public int indexOf(String name) {
        Integer at = index.get(name);
        if (at == null) {
            throw new IllegalArgumentException("dataset " + dataset + " has no column " + name);
        }
        return at;
    }

    /** The column that names the customer whose row it is: the first that references one; empty where none does (rules.md 8.13). */
    public Optional<String> customer() {
        return firstReferring("customers");
    }

    /** The column that names the product of a row; empty where none does. */
    public Optional<String> product() {
        return firstReferring("products");
    }

    private Optional<String> firstReferring(String register) {
        return columns.stream()
                .filter(column -> column.references().equals(Optional.of(register)))
                .map(DatasetColumn::name)
                .findFirst();
    }

    /** The column that says of which month a row is: its date, else its period; empty where it has neither. */
    public Optional<String> dated() {
        return date.or(() -> column("period").map(DatasetColumn::name));
    }

    /** The column that names the person a row belongs to (rulings 16), if the dataset has one. */
    public Optional<String> subject() {
        return index.containsKey("employee_id") && !dataset.equals("employees")
                ? Optional.of("employee_id")
                : Optional.empty();
    }
}
