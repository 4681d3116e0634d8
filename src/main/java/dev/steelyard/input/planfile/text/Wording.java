package dev.steelyard.input.planfile.text;

import dev.steelyard.engine.calendar.Window;
import dev.steelyard.engine.fact.Column;
import dev.steelyard.engine.fact.Schema;
import dev.steelyard.engine.plan.Facts;
import dev.steelyard.engine.plan.Indicator;
import dev.steelyard.engine.plan.Name;
import dev.steelyard.engine.plan.Where;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.input.planfile.yaml.Words;
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
record Wording(String language, Map<String, Schema> schemas) {

    private static final Set<Column.Type> DATED = EnumSet.of(Column.Type.DATE, Column.Type.DATE_TIME);

    /** A sentence of the bundles. */
    String said(String key, Object... slots) {
        return dev.steelyard.words.Words.in(language).say(key, slots);
    }

    String say(String zh, String en) {
        return language.equals("zh") ? zh : en;
    }

    String name(Name name) {
        return name.in(language);
    }

    /** A name with its id, which exports and machine files use. */
    String name(Name name, String id) {
        return name.in(language) + say("（" + id + "）", " (" + id + ")");
    }

    String list(Collection<String> words) {
        return String.join(say("、", ", "), words);
    }

    String and(Collection<String> words) {
        return String.join(say("且", " and "), words);
    }

    String value(Fraction value, Indicator.Unit unit) {
        return switch (unit) {
            case PERCENT -> Words.percent(value);
            case DAYS -> value.plain() + say("天", " days");
            case NUMBER, POINTS -> value.plain();
        };
    }

    String dataset(String name) {
        return schemas.containsKey(name) ? say("「" + schemas.get(name).zh() + "」", name) : name;
    }

    /** A column of the dataset, or of what it names. */
    String column(String dataset, String path) {
        Schema schema = schemas.get(dataset);
        int dot = path.indexOf('.');
        if (language.equals("en") || schema == null) {
            return path;
        }
        if (dot < 0) {
            return schema.column(path).map(Column::zh).orElse(path);
        }
        return schema.column(path.substring(0, dot) + "_id")
                .flatMap(Column::references)
                .map(owner -> schemas.get(owner).zh() + "的" + column(owner, path.substring(dot + 1)))
                .orElse(path);
    }

    private Optional<Column> declared(String dataset, String path) {
        Schema schema = schemas.get(dataset);
        int dot = path.indexOf('.');
        return schema == null || dot < 0
                ? Optional.ofNullable(schema).flatMap(found -> found.column(path))
                : schema.column(path.substring(0, dot) + "_id")
                        .flatMap(Column::references)
                        .flatMap(owner -> declared(owner, path.substring(dot + 1)));
    }

    /** A coded value as reports print it. */
    private String coded(Optional<Column> column, String value) {
        if (column.filter(found -> found.type() == Column.Type.YES_NO).isPresent()) {
            return say(value.equals("yes") ? "是" : "否", value);
        }
        return say(
                column.map(Column::choices)
                        .map(choices -> choices.get(value))
                        .filter(spellings -> !spellings.isEmpty())
                        .map(spellings -> spellings.get(0))
                        .orElse(value),
                value);
    }

    String coded(String dataset, String column, Collection<String> values) {
        return list(values.stream()
                .map(value -> coded(declared(dataset, column), value))
                .toList());
    }

    /** Conditions in words; blank where there are none. */
    String where(String dataset, Where where) {
        return and(where.conditions().stream()
                .map(condition -> condition(dataset, condition))
                .toList());
    }

    private String condition(String dataset, Where.Condition condition) {
        String column = column(dataset, condition.column());
        Optional<Column> declared = declared(dataset, condition.column());
        String operands = condition.operands().stream()
                .map(operand -> operand.contains(".") && !Character.isDigit(operand.charAt(0))
                        ? column(dataset, operand)
                        : coded(declared, operand))
                .collect(Collectors.joining(say("或", " or ")));
        return switch (condition.operator()) {
            case ONE_OF -> column + say("为", " is ") + operands;
            case FILLED -> column + say("已填写", " is filled");
            case AT_LEAST -> column + say("不小于", " is at least ") + operands;
            case ABOVE -> column + say("大于", " is above ") + operands;
            case BELOW -> column + say("小于", " is below ") + operands;
            case WITHIN -> column + say("在期限内", " is in time: ") + operands;
        };
    }

    /** Facts in words: what is made of which rows. */
    String facts(Facts facts) {
        String dataset = dataset(facts.dataset());
        List<String> names = facts.columns().stream()
                .map(column -> column(facts.dataset(), column))
                .toList();
        String columns = say(dataset + "的" + list(names), facts.dataset() + "." + String.join(" + ", names));
        String what =
                switch (facts.aggregate()) {
                    case COUNT -> say(dataset + "的条数", "number of " + dataset);
                    case SUM -> say(columns + "之和", "sum of " + columns);
                    case AVERAGE -> say(columns + "的平均", "average of " + columns);
                    case DAYS -> say(
                            dataset + "从" + String.join("到", names) + "的平均天数",
                            "average days of " + dataset + " from " + String.join(" to ", names));
                    case DISTINCT -> say(columns + "去重数", "different " + columns);
                    case MIN -> isDated(facts)
                            ? say(dataset + "的最早" + list(names), "first " + columns)
                            : say(columns + "的最小值", "least " + columns);
                    case MAX -> isDated(facts)
                            ? say(dataset + "的最晚" + list(names), "last " + columns)
                            : say(columns + "的最大值", "greatest " + columns);
                    case LATEST -> say("最新一期" + columns, "newest " + columns);
                    case PRIOR -> say("再前一期" + columns, columns + " before the newest");
                    case REQUIRED -> say("应通过认证的产品数", "products to be certified for");
                    case PASSED -> say("其中已通过的产品数", "products of these that were passed");
                };
        String where = where(facts.dataset(), facts.where());
        String dated = facts.date()
                .map(date -> say("，按" + column(facts.dataset(), date), ", by " + date))
                .orElse("");
        return what + (where.isEmpty() ? "" : say("（" + where + "）", " where " + where)) + dated;
    }

    private boolean isDated(Facts facts) {
        return facts.columns().stream().allMatch(column -> declared(facts.dataset(), column)
                .filter(found -> DATED.contains(found.type()))
                .isPresent());
    }

    String window(Window window) {
        return switch (window.kind()) {
            case PERIOD -> say("本期", "the period");
            case PREVIOUS_PERIOD -> say("上期", "the previous period");
            case SAME_PERIOD_LAST_YEAR -> say("去年同期", "the same period last year");
            case YEAR_TO_DATE -> say("本年至今", "the year to date");
            case YEAR_BEFORE -> say("本年至本期之前", "the year before the period");
            case LAST_COMPLETED_QUARTER -> say("最近一个已结束的季度", "the last completed quarter");
            case ROLLING_MONTHS -> say("最近" + window.months() + "个月", "the last " + window.months() + " months");
            case MONTHS_BEFORE -> say(
                    "本期之前" + window.months() + "个月", "the " + window.months() + " months before the period");
            case TO_DATE -> say("截至期末", "everything up to the period's end");
        };
    }
}
