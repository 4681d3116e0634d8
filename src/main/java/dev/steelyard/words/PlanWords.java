package dev.steelyard.words;

import dev.steelyard.engine.calendar.Window;
import dev.steelyard.engine.dataset.DatasetColumn;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.plan.Facts;
import dev.steelyard.engine.plan.FactsWords;
import dev.steelyard.engine.plan.Indicator;
import dev.steelyard.engine.plan.Name;
import dev.steelyard.engine.plan.Where;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.unit.Fraction;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * The words of a plan in one language: names, numbers, datasets, columns, conditions and windows as a person reads them.
 *
 * @param language {@code zh} or {@code en}
 */
public record PlanWords(String language, Map<String, Schema> schemas) {

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
        return say(factsWords().where(dataset, where));
    }

    /** Facts in words: what is made of which rows, and by which date. */
    public String facts(Facts facts) {
        String dated = facts.date()
                .map(date -> say("plan.wording.by", "date", column(facts.dataset(), date)))
                .orElse("");
        return say(factsWords().of(facts)) + dated;
    }

    private FactsWords factsWords() {
        PlanWords words = this;
        return new FactsWords(new FactsWords.Names() {
            @Override
            public Said dataset(String id) {
                return Said.text(words.dataset(id));
            }

            @Override
            public Said column(String dataset, String path) {
                return Said.text(words.column(dataset, path));
            }

            @Override
            public Said coded(String dataset, String path, String value) {
                return Said.text(words.coded(declared(dataset, path), value));
            }

            @Override
            public boolean isDated(String dataset, String path) {
                return declared(dataset, path)
                        .filter(column -> column.type().isDay())
                        .isPresent();
            }
        });
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
