package dev.steelyard.output.workbook.template;

import dev.steelyard.engine.fact.Column;
import dev.steelyard.engine.fact.Schema;
import dev.steelyard.engine.unit.Fraction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a template says about a dataset's columns, in one language. */
record ColumnWords(Schema schema, Map<String, Schema> schemas, String language) {

    String say(String zh, String en) {
        return language.equals("zh") ? zh : en;
    }

    /** The header; the reader knows both names. */
    String header(Column column) {
        return column.zh().isBlank() ? column.name() : say(column.zh(), column.name());
    }

    /** The header in the other language. */
    private String otherName(Column column) {
        return column.zh().isBlank() ? column.name() : say(column.name(), column.zh());
    }

    boolean isKey(Column column) {
        return schema.key().contains(column.name());
    }

    boolean isRequired(Column column) {
        return column.filled() || isKey(column);
    }

    /** What a person chooses from; none where anything may be written. */
    List<String> choices(Column column) {
        if (column.type() == Column.Type.YES_NO) {
            return List.of(say("是", "Y"), say("否", "N"));
        }
        List<String> choices = new ArrayList<>();
        column.choices()
                .forEach((canonical, spellings) ->
                        choices.add(spellings.isEmpty() ? canonical : say(spellings.get(0), canonical)));
        return choices;
    }

    /** What is to be written there. */
    String kind(Column column) {
        return switch (column.type()) {
            case TEXT -> column.references().isPresent() || isKey(column)
                    ? say("编号（文本，保留前面的 0）", "an id (text; leading zeros are kept)")
                    : say("文字", "text");
            case NUMBER -> say("数字", "a number");
            case AMOUNT -> say("金额", "an amount of money");
            case PERCENT -> isShare(column)
                    ? say("百分比，如 12.5% 或 0.125", "a percentage, such as 12.5% or 0.125")
                    : say("数字或百分比，如 500000 或 12.5%", "a number or percentage, such as 500000 or 12.5%");
            case DATE -> say("日期，如 2026-09-01", "a date, such as 2026-09-01");
            case DATE_TIME -> say("日期和时间，如 2026-09-01 14:30", "a date with a time, such as 2026-09-01 14:30");
            case YES_NO -> say("是或否", "Y or N");
            case PERIOD -> say(
                    "周期：2026-09（月）、2026-Q3（季）或 2026（年）", "a period: 2026-09 (month), 2026-Q3 (quarter) or 2026 (year)");
            case CHOICE -> say("从下拉列表中选择", "chosen from the list");
            case LIST -> say("可填多个，用分号隔开", "one or several, with semicolons between");
        };
    }

    /** Whether a percentage is shown as one: nothing beyond 100% may be written. */
    static boolean isShare(Column column) {
        return column.type() == Column.Type.PERCENT
                && column.max()
                        .filter(max -> max.compareTo(Fraction.of(1)) <= 0)
                        .isPresent();
    }

    /** Everything that is asked of the column, in sentences. */
    List<String> rules(Column column) {
        List<String> rules = new ArrayList<>();
        rules.add(kind(column));
        rules.add(
                isRequired(column)
                        ? say("必填", "must be filled")
                        : column.optional()
                                ? say("可不填，也可删去此列", "may be left blank, or the column left out")
                                : say("可不填", "may be left blank"));
        if (isKey(column)) {
            rules.add(
                    schema.key().size() == 1
                            ? say("不得重复", "unique")
                            : say("与其他主键列合起来不得重复", "unique together with the other key columns"));
        }
        column.references()
                .map(schemas::get)
                .ifPresent(target -> rules.add(say("须已在「" + target.zh() + "」中", "must be in " + target.dataset())));
        range(column).ifPresent(range -> rules.add(say("范围 ", "range ") + range));
        List<String> choices = choices(column);
        if (column.type() == Column.Type.CHOICE) {
            rules.add(say("取值：", "one of: ") + String.join(say("、", ", "), choices));
        } else if (!column.choices().isEmpty()) {
            rules.add(say("常用：", "usually: ") + String.join(say("、", ", "), choices));
        }
        schema.ordered().forEach(pair -> {
            if (pair.left().equals(column.name())) {
                rules.add(say("不大于（不晚于）「", "not above (not after) ")
                        + header(schema.column(pair.right()).orElseThrow())
                        + say("」", ""));
            }
        });
        return rules;
    }

    Optional<String> range(Column column) {
        String min = column.min().map(bound -> bound(column, bound)).orElse("");
        String max = column.max().map(bound -> bound(column, bound)).orElse("");
        if (min.isEmpty() && max.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(min.isEmpty() ? "≤ " + max : max.isEmpty() ? "≥ " + min : min + "–" + max);
    }

    private static String bound(Column column, Fraction bound) {
        return column.type() == Column.Type.PERCENT
                ? bound.times(Fraction.of(100)).plain() + "%"
                : bound.plain();
    }

    /** The note at a header. */
    String note(Column column) {
        StringBuilder note = new StringBuilder(header(column) + say("（", " (") + otherName(column) + say("）", ")"));
        rules(column).forEach(rule -> note.append('\n').append("· ").append(rule));
        note.append('\n')
                .append(say("例：", "Example: "))
                .append(Example.of(column, this).shown());
        return note.toString();
    }
}
