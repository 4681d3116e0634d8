package dev.steelyard.engine.trace;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

/** The arithmetic of a step over its {@linkplain Step#parts parts}, and over numbers that the plan sets. */
public sealed interface Formula {

    /** What is done with the operands, in their order. */
    enum Operator {
        PLUS("+"),
        MINUS("−"),
        TIMES("×"),
        OVER("÷"),
        LEAST("min"),
        GREATEST("max"),
        /** The greatest multiple of the second operand that is not above the first, as a spreadsheet's FLOOR. */
        FLOOR("FLOOR");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        /** As it is written between two numbers. */
        public String sign() {
            return sign;
        }
    }

    /** The figure of the part at this index. */
    record Part(int index) implements Formula {}

    /** A number of the plan: a weight, a breakpoint, a limit. */
    record Constant(BigDecimal number, Figure.Style style) implements Formula {}

    /** Two or more operands; {@link Operator#OVER}, {@link Operator#MINUS} and {@link Operator#FLOOR} have two. */
    record Operation(Operator operator, List<Formula> operands) implements Formula {
        public Operation {
            operands = List.copyOf(operands);
        }
    }

    /**
     * The figure of a part of the step.
     *
     * @param index from 0
     */
    static Formula part(int index) {
        return new Part(index);
    }

    /** A number of the plan. */
    static Formula constant(BigDecimal number) {
        return new Constant(number, Figure.Style.PLAIN);
    }

    /** A whole number of the plan. */
    static Formula constant(long number) {
        return constant(BigDecimal.valueOf(number));
    }

    /**
     * A number of the plan, shown in percent.
     *
     * @param fraction of 1
     */
    static Formula percent(BigDecimal fraction) {
        return new Constant(fraction, Figure.Style.PERCENT);
    }

    /** The sum; of a single one that itself. */
    static Formula sum(List<Formula> operands) {
        return operands.size() == 1 ? operands.get(0) : new Operation(Operator.PLUS, operands);
    }

    /** The sum of the parts from the first index on, so many of them. */
    static Formula sumOfParts(int first, int count) {
        return sum(IntStream.range(first, first + count).mapToObj(Formula::part).toList());
    }

    /** This and the other. */
    default Formula plus(Formula other) {
        return new Operation(Operator.PLUS, List.of(this, other));
    }

    /** This less the other. */
    default Formula minus(Formula other) {
        return new Operation(Operator.MINUS, List.of(this, other));
    }

    /** This times the other. */
    default Formula times(Formula other) {
        return new Operation(Operator.TIMES, List.of(this, other));
    }

    /** This divided by the other, exact; a step whose divisor is 0 is never made. */
    default Formula over(Formula other) {
        return new Operation(Operator.OVER, List.of(this, other));
    }

    /** Rounded down to a multiple of the unit. */
    default Formula downTo(Formula unit) {
        return new Operation(Operator.FLOOR, List.of(this, unit));
    }

    /** The smaller of both. */
    default Formula atMost(Formula limit) {
        return new Operation(Operator.LEAST, List.of(this, limit));
    }

    /** The greater of both. */
    default Formula atLeast(Formula limit) {
        return new Operation(Operator.GREATEST, List.of(this, limit));
    }
}
