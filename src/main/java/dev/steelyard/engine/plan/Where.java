package dev.steelyard.engine.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * Conditions on a row, all of which must hold. A column is one of the row's, or of what the row names:
 * {@code product.lifecycle} is the lifecycle of the product in {@code product_id}, {@code employee.regular_date} a date
 * of the roster.
 *
 * <p>In YAML: {@code {status: verified, amount: {above: 0}, score: filled, kind: [gift, meeting]}}.
 */
public record Where(List<Condition> conditions) {

    /** One condition; {@code operands} are canonical texts as the plan wrote them. */
    public record Condition(String column, Operator operator, List<String> operands) {
        public Condition {
            operands = List.copyOf(operands);
        }
    }

    /** How a cell is compared; a blank cell meets only {@code equals no} (rulings 24) and {@link #WITHIN} never. */
    public enum Operator {
        /** Equal to one of the operands. */
        ONE_OF,
        /** Not blank. */
        FILLED,
        /** At least the operand; of dates, on or after. An operand may name a column: {@code employee.regular_date}. */
        AT_LEAST,
        /** Greater than the operand. */
        ABOVE,
        /** Less than the operand. */
        BELOW,
        /** At most N working days after the day in another column; operands: that column, N (rulings 30). */
        WITHIN
    }

    public static final Where ALWAYS = new Where(List.of());

    public Where {
        conditions = List.copyOf(conditions);
    }

    /** The conditions of both; what both say is said once. */
    public Where and(Where more) {
        List<Condition> all = new ArrayList<>(conditions);
        more.conditions.stream().filter(condition -> !all.contains(condition)).forEach(all::add);
        return new Where(all);
    }

    /** One condition more. */
    public Where and(String column, Operator operator, String... operands) {
        return and(new Where(List.of(new Condition(column, operator, List.of(operands)))));
    }
}
