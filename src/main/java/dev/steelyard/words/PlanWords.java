package dev.steelyard.words;

import dev.steelyard.engine.calendar.Window;
import dev.steelyard.engine.dataset.DatasetColumn;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.plan.Facts;
import dev.steelyard.engine.plan.Indicator;
import dev.steelyard.engine.plan.Name;
import dev.steelyard.engine.plan.Where;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.unit.Fraction;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The words of a plan in one language: names, numbers, datasets, columns, conditions and windows as a person reads them.
 *
 * @param language {@code zh} or {@code en}
 */
public record PlanWords(String language, Map<String, Schema> schemas) {

    private static final Set<DatasetColumn.Type> DATED =
            EnumSet.of(DatasetColumn.Type.DATE, DatasetColumn.Type.DATE_TIME);

    public String say(Said said) {
        return Words.in(language).say(said);
    }

    /** A sentence of the bundles. */
    public String say(String key, Object... slots) {
        return Words.in(language).say(key, slots);
    }

    public String name(Name name) {
        return Words.in(language).name(name);
    }

    /** A name with its id, which exports and machine files use. */
    public String name(Name name, String id) {
        return say("word.nameId", "name", name, "id", id);
    }

    public String list(Collection<String> words) {
        return String.join(say("list.separator"), words);
    }

    public String and(Collection<String> words) {
        return String.join(say("plan.wording.and"), words);
    }

    public String value(Fraction value, Indicator.Unit unit) {
        return switch (unit) {
            case PERCENT -> value.percent();
            case DAYS -> say("plan.wording.days", "value", value.plain());
            case NUMBER, POINTS -> value.plain();
        };
    }

    public String dataset(String name) {
        return schemas.containsKey(name)
                ? say("plan.wording.dataset", "title", schemas.get(name).zh(), "dataset", name)
                : name;
    }

    /** A column of the dataset, or of what it names. */
    public String column(String dataset, String path) {
        Schema schema = schemas.get(dataset);
        int dot = path.indexOf('.');
        if (schema == null) {
            return path;
        }
        if (dot < 0) {
            return schema.column(path).map(DatasetColumn::title).map(this::name).orElse(path);
        }
        return schema.column(path.substring(0, dot) + "_id")
                .flatMap(DatasetColumn::references)
                .map(owner -> say(
                        "plan.wording.columnOf",
                        "title",
                        schemas.get(owner).zh(),
                        "dataset",
                        path.substring(0, dot),
                        "column",
                        column(owner, path.substring(dot + 1))))
                .orElse(path);
    }

    private Optional<DatasetColumn> declared(String dataset, String path) {
        Schema schema = schemas.get(dataset);
        int dot = path.indexOf('.');
        return schema == null || dot < 0
                ? Optional.ofNullable(schema).flatMap(found -> found.column(path))
                : schema.column(path.substring(0, dot) + "_id")
                        .flatMap(DatasetColumn::references)
                        .flatMap(owner -> declared(owner, path.substring(dot + 1)));
    }

    /** A coded value as reports print it. */
    private String coded(Optional<DatasetColumn> column, String value) {
        if (column.filter(found -> found.type() == DatasetColumn.Type.YES_NO).isPresent()) {
            return say(value.equals("yes") ? "word.yes" : "word.no");
        }
        return name(column.map(known -> known.choice(value)).orElse(new Name(value, value)));
    }

    public String coded(String dataset, String column, Collection<String> values) {
        return list(values.stream()
                .map(value -> coded(declared(dataset, column), value))
                .toList());
    }

    /** Conditions in words; blank where there are none. */
    public String where(String dataset, Where where) {
        return and(where.conditions().stream()
                .map(condition -> condition(dataset, condition))
                .toList());
    }

    private String condition(String dataset, Where.Condition condition) {
        String column = column(dataset, condition.column());
        Optional<DatasetColumn> declared = declared(dataset, condition.column());
        String operands = condition.operands().stream()
                .map(operand -> operand.contains(".") && !Character.isDigit(operand.charAt(0))
                        ? column(dataset, operand)
                        : coded(declared, operand))
                .collect(Collectors.joining(say("word.or")));
        return switch (condition.operator()) {
            case ONE_OF -> say("plan.wording.is", "column", column, "operands", operands);
            case FILLED -> say("plan.wording.filled", "column", column);
            case AT_LEAST -> say("plan.wording.least", "column", column, "operands", operands);
            case ABOVE -> say("plan.wording.above", "column", column, "operands", operands);
            case BELOW -> say("plan.wording.below", "column", column, "operands", operands);
            case WITHIN -> say("plan.wording.time", "column", column, "operands", operands);
        };
    }

    /** Facts in words: what is made of which rows. */
    public String facts(Facts facts) {
        String dataset = dataset(facts.dataset());
        List<String> names = facts.columns().stream()
                .map(column -> column(facts.dataset(), column))
                .toList();
        String joined = String.join(say("plan.wording.plus"), names);
        String columns = say("plan.wording.columns", "dataset", dataset, "columns", joined);
        String what =
                switch (facts.aggregate()) {
                    case COUNT -> say("plan.wording.number", "dataset", dataset);
                    case SUM -> say("plan.wording.sum", "columns", columns);
                    case AVERAGE -> say("plan.wording.average", "columns", columns);
                    case DAYS -> say(
                            "plan.wording.averageDaysFrom",
                            "dataset",
                            dataset,
                            "columns",
                            String.join(say("plan.wording.to"), names));
                    case DISTINCT -> say("plan.wording.different", "columns", columns);
                    case MIN -> isDated(facts)
                            ? say("plan.wording.first", "dataset", dataset, "columns", joined)
                            : say("plan.wording.leastColumns", "columns", columns);
                    case MAX -> isDated(facts)
                            ? say("plan.wording.last", "dataset", dataset, "columns", joined)
                            : say("plan.wording.greatest", "columns", columns);
                    case LATEST -> say("plan.wording.newest", "columns", columns);
                    case PRIOR -> say("plan.wording.beforeNewest", "columns", columns);
                    case REQUIRED -> say("plan.wording.productsCertified");
                    case PASSED -> say("plan.wording.productsThesePassed");
                };
        String where = where(facts.dataset(), facts.where());
        String dated = facts.date()
                .map(date -> say("plan.wording.by", "date", column(facts.dataset(), date)))
                .orElse("");
        return what + (where.isEmpty() ? "" : say("plan.wording.where", "where", where)) + dated;
    }

    private boolean isDated(Facts facts) {
        return facts.columns().stream().allMatch(column -> declared(facts.dataset(), column)
                .filter(found -> DATED.contains(found.type()))
                .isPresent());
    }

    public String window(Window window) {
        return switch (window.kind()) {
            case PERIOD -> say("plan.wording.period");
            case PREVIOUS_PERIOD -> say("plan.wording.previousPeriod");
            case SAME_PERIOD_LAST_YEAR -> say("word.samePeriodLastYear");
            case YEAR_TO_DATE -> say("plan.wording.yearDate");
            case YEAR_BEFORE -> say("plan.wording.yearBeforePeriod");
            case LAST_COMPLETED_QUARTER -> say("plan.wording.lastCompletedQuarter");
            case ROLLING_MONTHS -> say("plan.wording.lastMonths", "months", window.months());
            case MONTHS_BEFORE -> say("plan.wording.monthsBeforePeriod", "months", window.months());
            case TO_DATE -> say("plan.wording.everythingUpPeriodsEnd");
        };
    }
}
