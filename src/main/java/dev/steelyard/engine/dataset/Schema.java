package dev.steelyard.engine.dataset;

import dev.steelyard.engine.plan.Name;
import dev.steelyard.engine.plan.Plan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
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
 * @param traits what it is, and what becomes of its rows
 * @param layout its columns
 * @param reading how its files are read
 */
public record Schema(String dataset, String zh, List<String> stems, Set<Trait> traits, Layout layout, Reading reading) {

    public Schema {
        stems = List.copyOf(stems);
        traits = Collections.unmodifiableSet(traits.isEmpty() ? EnumSet.noneOf(Trait.class) : EnumSet.copyOf(traits));
    }

    /** What a dataset is, and what becomes of its rows. */
    public enum Trait {
        /** The rows are few and kept (employees, targets), rather than streamed into accumulators. */
        REGISTER,
        /** People answered in confidence: nobody but HR sees what a row says (rules.md 6.7). */
        CONFIDENTIAL,
        /** Rejected rows stand in a workbook of their own, for those who look after the dataset. */
        APART,
        /**
         * Decisions or events stand in it, of which none may be lost in reading: each lost row heads the summary, and the run is beyond
         * its thresholds.
         */
        LOSSLESS,
        /** A cell that cannot be read is blank and its row stays, rather than the row rejected (8.11). */
        BLANKS_UNREAD,
        /** There is nothing to say where it is absent: then nothing changes (rules.md 8). */
        OCCASIONAL
    }

    /**
     * The columns of a dataset.
     *
     * @param key the columns that together name a row
     * @param date the column that puts a row in a window unless a measure says otherwise; empty for undated registers
     * @param ordered pairs of columns of which the first must not exceed the second
     * @param index column → its place among the columns
     */
    public record Layout(
            List<String> key,
            Optional<String> date,
            List<DatasetColumn> columns,
            List<Ordered> ordered,
            Map<String, Integer> index) {

        /** These columns, in their order. */
        public static Layout of(
                List<String> key, Optional<String> date, List<DatasetColumn> columns, List<Ordered> ordered) {
            Map<String, Integer> index = IntStream.range(0, columns.size())
                    .boxed()
                    .collect(Collectors.toMap(i -> columns.get(i).name(), Function.identity()));
            return new Layout(List.copyOf(key), date, List.copyOf(columns), List.copyOf(ordered), Map.copyOf(index));
        }

        Layout with(List<DatasetColumn> other) {
            return of(key, date, other, ordered);
        }
    }

    /**
     * How the files of a dataset are read.
     *
     * @param rows which of the delivered rows count, and with which sign
     * @param headings what people add to its header cells
     */
    public record Reading(Rows rows, Headings headings) {
        public static final Reading PLAIN = new Reading(Rows.ALL, Headings.PLAIN);
    }

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

    /** The rows are few and kept. */
    public boolean register() {
        return traits.contains(Trait.REGISTER);
    }

    /** Nobody but HR sees what a row says (rules.md 6.7). */
    public boolean confidential() {
        return traits.contains(Trait.CONFIDENTIAL);
    }

    /** Its rejected rows stand in a workbook of their own. */
    public boolean apart() {
        return traits.contains(Trait.APART) || confidential();
    }

    /** None of its rows may be lost in reading. */
    public boolean lossless() {
        return traits.contains(Trait.LOSSLESS);
    }

    /** A row stays where a cell cannot be read. */
    public boolean blanksUnread() {
        return traits.contains(Trait.BLANKS_UNREAD);
    }

    /** There is nothing to say where it is absent. */
    public boolean occasional() {
        return traits.contains(Trait.OCCASIONAL);
    }

    /** The columns that together name a row. */
    public List<String> key() {
        return layout.key();
    }

    /** The column that puts a row in a window; empty for undated registers. */
    public Optional<String> date() {
        return layout.date();
    }

    /** Its columns, in the order of {@link Row#values()}. */
    public List<DatasetColumn> columns() {
        return layout.columns();
    }

    /** Pairs of columns of which the first must not exceed the second. */
    public List<Ordered> ordered() {
        return layout.ordered();
    }

    /** Which of the delivered rows count. */
    public Rows rows() {
        return reading.rows();
    }

    /** What people add to its header cells. */
    public Headings headings() {
        return reading.headings();
    }

    private Schema with(List<DatasetColumn> columns) {
        return new Schema(dataset, zh, stems, traits, layout.with(columns), reading);
    }

    /** The same dataset, its files read otherwise. */
    public Schema with(Reading other) {
        return new Schema(dataset, zh, stems, traits, layout, other);
    }

    /** The same of which only these rows count. */
    public Schema with(Rows which) {
        return with(new Reading(which, headings()));
    }

    /** The same with the columns' rules as they are under a plan: what it pays in, which targets are shares. */
    public Schema under(Plan plan) {
        return with(columns().stream()
                .map(column -> column.with(under(plan, column.rules())))
                .toList());
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

    /** The same with columns that only the row filter names declared as text: all that an export must have. */
    public Schema withFilterColumns() {
        List<DatasetColumn> all = new ArrayList<>(columns());
        rows().where().forEach((name, values) -> {
            boolean declared = columns().stream()
                    .anyMatch(column -> column.name().equals(name)
                            || column.zh().equals(name)
                            || column.aliases().contains(name));
            if (!declared) {
                all.add(DatasetColumn.filter(name, values));
            }
        });
        return with(all);
    }

    /** What people call it; by its own name where it has no other. */
    public Name title() {
        return new Name(zh.isBlank() ? dataset : zh, dataset);
    }

    /** A column by its canonical name; empty where the dataset has none so named. */
    public Optional<DatasetColumn> column(String name) {
        return Optional.ofNullable(layout.index().get(name)).map(columns()::get);
    }

    /**
     * The position of the column in {@link Row#values()}.
     *
     * @throws IllegalArgumentException where the dataset has no such column
     */
    public int indexOf(String name) {
        Integer at = layout.index().get(name);
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
        return columns().stream()
                .filter(column -> column.references().equals(Optional.of(register)))
                .map(DatasetColumn::name)
                .findFirst();
    }

    /** The column that says of which month a row is: its date, else its period; empty where it has neither. */
    public Optional<String> dated() {
        return date().or(() -> column("period").map(DatasetColumn::name));
    }

    /** Whether its rows have days: not those of periods, nor what is not dated. */
    public boolean hasDays() {
        return date().flatMap(this::column)
                .filter(column -> column.type() != DatasetColumn.Type.PERIOD)
                .isPresent();
    }

    /** The column that names the person a row belongs to (rulings 16), if the dataset has one. */
    public Optional<String> subject() {
        return layout.index().containsKey("employee_id") && !dataset.equals("employees")
                ? Optional.of("employee_id")
                : Optional.empty();
    }
}
