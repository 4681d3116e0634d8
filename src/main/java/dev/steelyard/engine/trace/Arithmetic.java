package dev.steelyard.engine.trace;

import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.said.Speech;
import dev.steelyard.engine.trace.Formula.Operation;
import dev.steelyard.engine.trace.Formula.Operator;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A step's formula with the figures put in, as it is typed into a calculator: {@code 70% × 94.74 + 30% × 100.00}.
 *
 * @param whole whether sums of many parts are spelt out to the last one
 */
record Arithmetic(List<Step> parts, Speech speech, boolean whole) {

    /** A sum of more parts than this is printed with its first ones and what it comes to: the parts stand below it anyway. */
    private static final int SPELT_OUT = 8;

    private static final int SHOWN = 3;

    String of(Formula formula) {
        if (formula instanceof Formula.Part part) {
            return parts.get(part.index()).figure().in(speech);
        }
        if (formula instanceof Formula.Constant constant) {
            return Figure.text(constant.number(), constant.style());
        }
        Operation operation = (Operation) formula;
        return switch (operation.operator()) {
            case LEAST -> call(speech.say(Said.of("trace.least")), operation);
            case GREATEST -> call(speech.say(Said.of("trace.greatest")), operation);
            case FLOOR -> call("FLOOR", operation);
            default -> isLong(operation) ? abridged(operation) : chain(operation);
        };
    }

    private String call(String function, Operation operation) {
        return operation.operands().stream().map(this::of).collect(Collectors.joining(", ", function + "(", ")"));
    }

    private boolean isLong(Operation operation) {
        return !whole
                && operation.operator() == Operator.PLUS
                && operation.operands().size() > SPELT_OUT
                && operation.operands().stream()
                        .allMatch(operand -> operand instanceof Formula.Part part
                                && parts.get(part.index()).figure() instanceof Figure.Number);
    }

    /** {@code (94.74 + 88.10 + 91.02 + … 60 in all, sum 5012.34)}. */
    private String abridged(Operation operation) {
        List<Figure.Number> addends = operation.operands().stream()
                .map(operand -> (Figure.Number)
                        parts.get(((Formula.Part) operand).index()).figure())
                .toList();
        BigDecimal sum = addends.stream().map(Figure.Number::number).reduce(BigDecimal.ZERO, BigDecimal::add);
        String first = addends.subList(0, SHOWN).stream()
                .map(addend -> addend.number().signum() < 0 ? "(" + addend.in(speech) + ")" : addend.in(speech))
                .collect(Collectors.joining(" + "));
        String total = Figure.text(sum, addends.get(0).style());
        return speech.say(Said.of("trace.abridged", "first", first, "addends", addends.size(), "sum", total));
    }

    private String chain(Operation operation) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < operation.operands().size(); i++) {
            Formula operand = operation.operands().get(i);
            String term = of(operand);
            text.append(i == 0 ? "" : " " + operation.operator().sign() + " ")
                    .append(
                            i > 0 && term.startsWith("-") || needsBrackets(operand, operation.operator(), i)
                                    ? "(" + term + ")"
                                    : term);
        }
        return text.toString();
    }

    private boolean needsBrackets(Formula operand, Operator in, int position) {
        if (!(operand instanceof Operation inner) || isLong(inner)) {
            return false;
        }
        return switch (inner.operator()) {
            case PLUS -> in == Operator.TIMES || in == Operator.OVER || in == Operator.MINUS && position > 0;
            case MINUS -> in == Operator.TIMES || in == Operator.OVER || in == Operator.MINUS && position > 0;
            case TIMES, OVER -> in == Operator.OVER && position > 0;
            case LEAST, GREATEST, FLOOR -> false;
        };
    }
}
