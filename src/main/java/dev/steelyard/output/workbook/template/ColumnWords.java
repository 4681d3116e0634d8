package dev.steelyard.output.workbook.template;

import dev.steelyard.engine.dataset.DatasetColumn;
import dev.steelyard.engine.dataset.PlanNames;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.fact.Adjustment;
import dev.steelyard.engine.fact.AppealRow;
import dev.steelyard.engine.plan.Indicator;
import dev.steelyard.engine.plan.Name;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a template says about a dataset's columns, in one language.
 *
 * @param plan whose names are chosen from; none where no plan is known
 */
record ColumnWords(Schema schema, Map<String, Schema> schemas, Optional<Plan> plan, String language) {

    /** A spreadsheet's own limit for a list of choices that stands in the check itself. */
    private static final int LONGEST_LIST = 255;

    /** A sentence of the bundles. */
    String say(String key, Object... slots) {
        return Words.in(language).say(key, slots);
    }

    private String name(Name name) {
        return Words.in(language).name(name);
    }

    /** What its exports are called. */
    String dataset() {
        return name(schema.title());
    }

    /** The header; the reader knows both names. */
    String header(DatasetColumn column) {
        return name(column.title());
    }

    /** The header in the other language. */
    String otherName(DatasetColumn column) {
        return header(column).equals(column.title().zh()) ? column.name() : column.zh();
    }

    boolean isKey(DatasetColumn column) {
        return schema.key().contains(column.name());
    }

    boolean isRequired(DatasetColumn column) {
        return column.filled() || isKey(column);
    }

    /** What a person chooses from; none where anything may be written. */
    List<String> choices(DatasetColumn column) {
        if (column.type() == DatasetColumn.Type.YES_NO) {
            return List.of(say("template.column.y"), say("template.column.n"));
        }
        Stream<Name> known = column.choices().isEmpty()
                ? plan.stream().flatMap(one -> ofPlan(one, column))
                : column.choices().keySet().stream().map(column::choice);
        return known.map(this::name).toList();
    }

    /** What the plan calls what the column names: what has a target where one stands beside it, else every indicator; kinds of adjustments. */
    private Stream<Name> ofPlan(Plan known, DatasetColumn column) {
        if (column.name().equals(PlanNames.COLUMN)) {
            boolean targeted = schema.columns().stream()
                    .flatMap(other -> other.rules().target().stream())
                    .anyMatch(of -> of.column().equals(column.name()));
            return targeted
                    ? known.targeted().stream()
                    : known.indicators().values().stream().map(Indicator::name);
        }
        return schema.dataset().equals(Adjustment.DATASET.name())
                        && column.name().equals(Adjustment.KIND)
                ? known.decided().values().stream()
                : Stream.empty();
    }

    /** Whether the choices are too long to stand in the check itself, or to be read in a sentence. */
    boolean isLong(List<String> choices) {
        return String.join(",", choices).length() > LONGEST_LIST
                || choices.stream().anyMatch(choice -> choice.contains(","));
    }

    /** What is to be written there. */
    String kind(DatasetColumn column) {
        return switch (column.type()) {
            case TEXT -> column.references().isPresent() || isKey(column)
                    ? say("template.column.idTextLeadingZeros")
                    : say("word.text");
            case NUMBER -> say("template.column.number");
            case AMOUNT -> say("template.column.amountMoney");
            case PERCENT -> percent(column);
            case DATE -> say("template.column.dateSuch202609");
            case DATE_TIME -> say("template.column.dateTimeSuch2026");
            case YES_NO -> say("template.column.yN");
            case PERIOD -> say("template.column.period202609Month");
            case CHOICE -> say("template.column.chosenFromList");
            case LIST -> say("template.column.oneSeveralSemicolonsBetween");
        };
    }

    private String percent(DatasetColumn column) {
        if (isTarget(column)) {
            return say("template.column.numberPercentageSuch500000");
        }
        return schema.dataset().equals(AppealRow.DATASET.name())
                        && column.name().equals(AppealRow.VALUE)
                ? say("template.column.valueOrPoints")
                : say("template.column.percentageSuch125");
    }

    /** Whether a percentage is shown as one: nothing beyond 100% may be written. */
    static boolean isShare(DatasetColumn column) {
        return column.type() == DatasetColumn.Type.PERCENT
                && column.max()
                        .filter(max -> max.compareTo(Fraction.of(1)) <= 0)
                        .isPresent();
    }

    /** Whether it is a target: money or a count, and only of few things a percentage. */
    static boolean isTarget(DatasetColumn column) {
        return column.rules().target().isPresent();
    }

    /** Everything that is asked of the column, in sentences. */
    List<String> rules(DatasetColumn column) {
        List<String> rules = new ArrayList<>();
        rules.add(kind(column));
        rules.add(
                isRequired(column)
                        ? say("template.column.mustFilled")
                        : column.optional()
                                ? say("template.column.mayLeftBlankColumn")
                                : say("template.column.mayLeftBlank"));
        if (isKey(column)) {
            rules.add(
                    schema.key().size() == 1
                            ? say("template.column.unique")
                            : say("template.column.uniqueTogetherOtherKey"));
        }
        column.references()
                .map(schemas::get)
                .ifPresent(target -> rules.add(say("template.column.must", "dataset", target.title())));
        range(column).ifPresent(range -> rules.add(say("template.column.range", "range", range)));
        List<String> choices = choices(column);
        if (column.type() == DatasetColumn.Type.CHOICE) {
            rules.add(say("template.column.one", "list", String.join(say("list.separator"), choices)));
        } else if (!choices.isEmpty() && column.type() != DatasetColumn.Type.YES_NO) {
            rules.add(
                    isLong(choices)
                            ? say("template.column.usuallyBelow", "sheet", say("template.note.howFill"))
                            : say("template.column.usually", "list", String.join(say("list.separator"), choices)));
        }
        schema.ordered().forEach(pair -> {
            if (pair.left().equals(column.name())) {
                rules.add(say(
                        "template.column.notAboveNotAfter",
                        "header",
                        header(schema.column(pair.right()).orElseThrow())));
            }
        });
        return rules;
    }

    Optional<String> range(DatasetColumn column) {
        String min = column.min().map(bound -> bound(column, bound)).orElse("");
        String max = column.max().map(bound -> bound(column, bound)).orElse("");
        if (min.isEmpty() && max.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(min.isEmpty() ? "≤ " + max : max.isEmpty() ? "≥ " + min : min + "–" + max);
    }

    private static String bound(DatasetColumn column, Fraction bound) {
        return column.type() == DatasetColumn.Type.PERCENT ? bound.percent() : bound.plain();
    }

    /** The note at a header. */
    String note(DatasetColumn column) {
        StringBuilder note = new StringBuilder(
                say("template.column.headerOthername", "header", header(column), "otherName", otherName(column)));
        rules(column).forEach(rule -> note.append('\n').append("· ").append(rule));
        note.append('\n')
                .append(say("template.column.example"))
                .append(Example.of(column, this).shown());
        return note.toString();
    }
}
