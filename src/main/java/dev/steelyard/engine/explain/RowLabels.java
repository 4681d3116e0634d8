package dev.steelyard.engine.explain;

import dev.steelyard.engine.fact.Row;
import dev.steelyard.engine.plan.Facts;
import dev.steelyard.engine.plan.Measure;
import dev.steelyard.engine.trace.Label;
import java.util.List;

/** Which part of a value a row counts in, by the order in which a verb reads its facts. */
record RowLabels(Measure measure) {

    private static final Label NUMERATOR = new Label("分子", "numerator");
    private static final Label DENOMINATOR = new Label("分母", "denominator");
    private static final Label CURRENT = new Label("本期", "current");
    private static final Label BASE = new Label("基期", "base");
    private static final Label NONE = Label.of("");

    Label of(int read) {
        List<Label> labels =
                switch (measure.verb()) {
                    case "ratio" -> List.of(NUMERATOR, DENOMINATOR);
                    case "share", "within" -> List.of(DENOMINATOR, NUMERATOR);
                    case "growth", "repeat" -> List.of(CURRENT, BASE);
                    case "nps" -> List.of(NONE, new Label("推荐者", "promoter"), new Label("贬损者", "detractor"));
                    default -> List.of();
                };
        return read < labels.size() ? labels.get(read) : NONE;
    }

    /** Where answers are counted, a row without any is no row of the measure. */
    boolean counts(Row row) {
        if (measure.atLeast().isEmpty()) {
            return true;
        }
        return measure.of().map(Facts::columns).orElse(List.of()).stream()
                .anyMatch(column -> row.value(row.schema().indexOf(column)) != null);
    }
}
