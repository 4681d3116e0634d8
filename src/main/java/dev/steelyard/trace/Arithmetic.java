package dev.steelyard.trace;

import dev.steelyard.trace.Formula.Operation;
import dev.steelyard.trace.Formula.Operator;
import java.util.List;
import java.util.stream.Collectors;

/** A step's formula with the figures put in, as it is typed into a calculator: {@code 70% × 94.74 + 30% × 100.00}. */
final class Arithmetic {

    /** A sum of more parts than this is printed as Σ: the parts stand below it anyway. */
    private static final int SPELT_OUT = 8;

    private final List<Step> parts;
    private final String language;

    Arithmetic(List<Step> parts, String language) {
        this.parts = parts;
        this.language = language;
    }

    String of(Formula formula) {
        if (formula instanceof Formula.Part part) {
            return parts.get(part.index()).figure().in(language);
        }
        if (formula instanceof Formula.Constant constant) {
            return Figure.text(constant.number(), constant.style());
        }
        Operation operation = (Operation) formula;
        return switch (operation.operator()) {
            case LEAST -> call("取小", "min", operation);
            case GREATEST -> call("取大", "max", operation);
            default -> isLong(operation) ? sigma(operation) : chain(operation);
        };
    }

    private String call(String zh, String en, Operation operation) {
        return operation.operands().stream()
                .map(this::of)
                .collect(Collectors.joining(", ", (language.equals("zh") ? zh : en) + "(", ")"));
    }

    private static boolean isLong(Operation operation) {
        return operation.operator() == Operator.PLUS
                && operation.operands().size() > SPELT_OUT
                && operation.operands().stream().allMatch(Formula.Part.class::isInstance);
    }

    private String sigma(Operation operation) {
        int count = operation.operands().size();
        return language.equals("zh") ? "Σ(以下 " + count + " 项)" : "Σ(the " + count + " below)";
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

    private static boolean needsBrackets(Formula operand, Operator in, int position) {
        if (!(operand instanceof Operation inner) || isLong(inner)) {
            return false;
        }
        return switch (inner.operator()) {
            case PLUS -> in == Operator.TIMES || in == Operator.OVER || in == Operator.MINUS && position > 0;
            case MINUS -> in == Operator.TIMES || in == Operator.OVER || in == Operator.MINUS && position > 0;
            case TIMES, OVER -> in == Operator.OVER && position > 0;
            case LEAST, GREATEST -> false;
        };
    }
}
