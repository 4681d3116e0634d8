package dev.steelyard.engine.plan;

import dev.steelyard.engine.said.Said;
import java.util.List;

/**
 * Facts and conditions of a plan in words, wherever a person reads them: which rows of which export, and what is made of them.
 *
 * @param names what the exports are called
 */
public record FactsWords(Names names) {

    /** What datasets, columns and coded values are called. */
    public interface Names {

        /** An export, as a sentence names it. */
        Said dataset(String id);

        /** @param path a column of the dataset, or of what its rows name: {@code product.lifecycle} */
        Said column(String dataset, String path);

        /** @param value as the plan writes it, of the column that the path leads to */
        Said coded(String dataset, String path, String value);

        /** Whether the column holds days. */
        boolean isDated(String dataset, String path);
    }

    private static final Said PLUS = Said.of("plan.wording.plus");
    private static final Said TO = Said.of("plan.wording.to");
    private static final Said AND = Said.of("plan.wording.and");
    private static final Said OR = Said.of("word.or");

    /** What is made of which rows: the sum of a column where a condition holds. */
    public Said of(Facts facts) {
        return of(facts, what(facts));
    }

    /** The same of what is added up before an average is made of it. */
    public Said summed(Facts facts) {
        return switch (facts.aggregate()) {
            case AVERAGE -> of(facts.as(Facts.Aggregate.SUM));
            case DAYS -> of(
                    facts,
                    Said.of(
                            "plan.wording.daysFrom",
                            "dataset",
                            names.dataset(facts.dataset()),
                            "columns",
                            joined(columns(facts), TO)));
            default -> of(facts);
        };
    }

    private Said of(Facts facts, Said what) {
        return facts.where().conditions().isEmpty()
                ? what
                : what.then(Said.of("plan.wording.where", "where", where(facts.dataset(), facts.where())));
    }

    private Said what(Facts facts) {
        Said dataset = names.dataset(facts.dataset());
        List<Said> each = columns(facts);
        Said joined = joined(each, PLUS);
        Said columns = Said.of("plan.wording.columns", "dataset", dataset, "columns", joined);
        return switch (facts.aggregate()) {
            case COUNT -> Said.of("plan.wording.number", "dataset", dataset);
            case SUM -> Said.of("plan.wording.sum", "columns", columns);
            case AVERAGE -> Said.of("plan.wording.average", "columns", columns);
            case DAYS -> Said.of("plan.wording.averageDaysFrom", "dataset", dataset, "columns", joined(each, TO));
            case DISTINCT -> Said.of("plan.wording.different", "columns", columns);
            case MIN -> isDated(facts)
                    ? Said.of("plan.wording.first", "dataset", dataset, "columns", joined)
                    : Said.of("plan.wording.leastColumns", "columns", columns);
            case MAX -> isDated(facts)
                    ? Said.of("plan.wording.last", "dataset", dataset, "columns", joined)
                    : Said.of("plan.wording.greatest", "columns", columns);
            case LATEST -> Said.of("plan.wording.newest", "columns", columns);
            case PRIOR -> Said.of("plan.wording.beforeNewest", "columns", columns);
            case REQUIRED -> Said.of("plan.wording.productsCertified");
            case PASSED -> Said.of("plan.wording.productsThesePassed");
        };
    }

    private List<Said> columns(Facts facts) {
        return facts.columns().stream()
                .map(column -> names.column(facts.dataset(), column))
                .toList();
    }

    private boolean isDated(Facts facts) {
        return facts.columns().stream().allMatch(column -> names.isDated(facts.dataset(), column));
    }

    /** Conditions in words; empty where there are none. */
    public Said where(String dataset, Where where) {
        return joined(
                where.conditions().stream()
                        .map(condition -> condition(dataset, condition))
                        .toList(),
                AND);
    }

    private Said condition(String dataset, Where.Condition condition) {
        Said column = names.column(dataset, condition.column());
        List<Said> operands = condition.operands().stream()
                .map(operand -> condition.operator() == Where.Operator.ONE_OF
                        ? names.coded(dataset, condition.column(), operand)
                        : operand(dataset, operand))
                .toList();
        return switch (condition.operator()) {
            case ONE_OF -> Said.of("plan.wording.is", "column", column, "operands", joined(operands, OR));
            case FILLED -> Said.of("plan.wording.filled", "column", column);
            case AT_LEAST -> Said.of("plan.wording.least", "column", column, "operands", operands.get(0));
            case ABOVE -> Said.of("plan.wording.above", "column", column, "operands", operands.get(0));
            case BELOW -> Said.of("plan.wording.below", "column", column, "operands", operands.get(0));
            case WITHIN -> Said.of(
                    "plan.wording.time",
                    "column",
                    column,
                    "since",
                    operands.get(0),
                    "days",
                    condition.operands().get(1));
        };
    }

    /** A number, a day, or another column. */
    private Said operand(String dataset, String operand) {
        return Character.isLetter(operand.charAt(0)) ? names.column(dataset, operand) : Said.text(operand);
    }

    private static Said joined(List<Said> words, Said between) {
        return words.stream()
                .reduce((all, next) -> Said.of("joined", "first", all, "between", between, "next", next))
                .orElse(Said.text(""));
    }
}
