package dev.steelyard.engine.explain.rows;

import dev.steelyard.engine.dataset.Row;
import dev.steelyard.engine.plan.Facts;
import dev.steelyard.engine.plan.Measure;
import dev.steelyard.engine.said.Said;
import java.util.List;

/** Which part of a value a row counts in, by the order in which a verb reads its facts. */
record RowLabels(Measure measure) {

    private static final Said NUMERATOR = Said.of("word.numerator");
    private static final Said DENOMINATOR = Said.of("word.denominator");
    private static final Said CURRENT = Said.of("word.current");
    private static final Said BASE = Said.of("word.base");
    private static final Said NONE = Said.text("");

    Said of(int read) {
        List<Said> labels =
                switch (measure.verb()) {
                    case "ratio" -> List.of(NUMERATOR, DENOMINATOR);
                    case "share", "within" -> List.of(DENOMINATOR, NUMERATOR);
                    case "growth", "repeat" -> List.of(CURRENT, BASE);
                    case "nps" -> List.of(
                            NONE, Said.of("explain.rowLabels.promoter"), Said.of("explain.rowLabels.detractor"));
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
