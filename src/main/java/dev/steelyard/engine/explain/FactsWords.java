package dev.steelyard.engine.explain;

import dev.steelyard.engine.calendar.Days;
import dev.steelyard.engine.plan.Facts;
import dev.steelyard.engine.plan.Where;
import dev.steelyard.engine.said.Said;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Facts of a plan in words: which rows of which export, what is made of them, and over which days. */
final class FactsWords {

    private static final Said COMMA = Said.of("word.mark");
    private static final Said OR = Said.of("word.or");

    private final Vocabulary words;

    /** The same facts are told of everybody. */
    private final Map<Facts, Said> told = new ConcurrentHashMap<>();

    FactsWords(Vocabulary words) {
        this.words = words;
    }

    /** {@code 「销售明细」金额合计（产品 生命周期 = 成熟）2026-09-01..2026-09-30}. */
    Said of(Facts facts, Days days) {
        return of(facts).then(" ").then(days.toString());
    }

    Said of(Facts facts) {
        return told.computeIfAbsent(facts, this::tell);
    }

    private Said tell(Facts facts) {
        Said text = what(facts);
        return facts.where().conditions().isEmpty()
                ? text
                : Said.of("explain.facts.textWhere", "text", text, "where", where(facts.dataset(), facts.where()));
    }

    private Said what(Facts facts) {
        Said dataset = Said.of("explain.facts.dataset", "dataset", words.dataset(facts.dataset()));
        Said columns = Vocabulary.join(
                facts.columns().stream()
                        .map(column -> words.column(facts.dataset(), column))
                        .toList(),
                Said.of(facts.aggregate() == Facts.Aggregate.DAYS ? "explain.facts.to" : "explain.facts.mark"));
        return switch (facts.aggregate()) {
            case COUNT -> Said.of("explain.facts.rows", "dataset", dataset);
            case SUM -> Said.of("explain.facts.sum", "dataset", dataset, "columns", columns);
            case AVERAGE -> Said.of("explain.facts.datasetColumns", "dataset", dataset, "columns", columns);
            case DAYS -> Said.of("explain.facts.daysFrom", "dataset", dataset, "columns", columns);
            case DISTINCT -> Said.of("explain.facts.distinct", "columns", columns, "dataset", dataset);
            case MIN -> Said.of("explain.facts.least", "columns", columns, "dataset", dataset);
            case MAX -> Said.of("explain.facts.greatest", "columns", columns, "dataset", dataset);
            case LATEST -> Said.of("explain.facts.newest", "columns", columns, "dataset", dataset);
            case PRIOR -> Said.of("explain.facts.before", "columns", columns, "dataset", dataset);
            case REQUIRED -> Said.of("explain.facts.productsRequired");
            case PASSED -> Said.of("explain.facts.productsPassed");
        };
    }

    Said where(String dataset, Where where) {
        return Vocabulary.join(
                where.conditions().stream()
                        .map(condition -> condition(dataset, condition))
                        .toList(),
                COMMA);
    }

    private Said condition(String dataset, Where.Condition condition) {
        Said column = column(dataset, condition.column());
        return switch (condition.operator()) {
            case ONE_OF -> column.then(" = ")
                    .then(Vocabulary.join(
                            condition.operands().stream()
                                    .map(operand -> choice(dataset, condition.column(), operand))
                                    .toList(),
                            OR));
            case FILLED -> Said.of("explain.facts.filled", "column", column);
            case AT_LEAST -> column.then(" ≥ ")
                    .then(operand(dataset, condition.operands().get(0)));
            case ABOVE -> column.then(" > ")
                    .then(operand(dataset, condition.operands().get(0)));
            case BELOW -> column.then(" < ")
                    .then(operand(dataset, condition.operands().get(0)));
            case WITHIN -> Said.of(
                    "explain.facts.withinWorkingDays",
                    "column",
                    column,
                    "since",
                    column(dataset, condition.operands().get(0)),
                    "days",
                    condition.operands().get(1));
        };
    }

    /** The column as people call it; of a looked-up one with what it was looked up in: {@code product.lifecycle}. */
    Said column(String dataset, String path) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            return words.column(dataset, path);
        }

        return words.lookedUp(register(dataset, path), path);
    }

    /** The register that a dotted path looks up. */
    private String register(String dataset, String path) {
        int dot = path.indexOf('.');
        return dot < 0
                ? dataset
                : words.columnOf(dataset, path.substring(0, dot) + "_id")
                        .flatMap(column -> column.references())
                        .orElse(dataset);
    }

    /** A coded cell in words. */
    Said choice(String dataset, String path, String value) {
        return switch (value) {
            case "yes", "true" -> Said.of("word.yes");
            case "no", "false" -> Said.of("word.no");
            default -> words.choice(register(dataset, path), path.substring(path.indexOf('.') + 1), value);
        };
    }

    /** A number, a day, or another column. */
    private Said operand(String dataset, String operand) {
        return Character.isLetter(operand.charAt(0)) ? column(dataset, operand) : Said.text(operand);
    }
}
