package dev.steelyard.input.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.dataset.DatasetColumn;
import dev.steelyard.engine.dataset.Row;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.engine.problem.SourceRef;
import dev.steelyard.input.exports.RowKey;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One order under keys that only look different is one order. */
class KeySpellingTest {

    private static final Schema ORDERS = new Schema(
            "orders",
            "订单",
            List.of(),
            Set.of(),
            Schema.Layout.of(
                    List.of("id", "part"),
                    Optional.empty(),
                    List.of(
                            column("id", DatasetColumn.Type.TEXT),
                            column("part", DatasetColumn.Type.TEXT),
                            column("amount", DatasetColumn.Type.AMOUNT)),
                    List.of()),
            Schema.Reading.PLAIN);

    private static DatasetColumn column(String name, DatasetColumn.Type type) {
        return new DatasetColumn(
                name,
                "",
                List.of(),
                type,
                false,
                false,
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                DatasetColumn.Rules.NONE);
    }

    private static Row row(long line, String id, String part, int amount) {
        return new Row(
                ORDERS,
                new Object[] {id, part, BigDecimal.valueOf(amount)},
                new SourceRef("orders", "orders.csv", "", line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"l55", "L 55", "'L55", "’l 55", "L\u00A055", "L5\u200B5", " L55"})
    void caseBlanksAndALeadingApostropheMakeNoOtherKey(String other) {
        Row first = row(2, "L55", "a", 1);
        Row second = row(3, other, "A", 1);
        assertThat(RowKey.hash(second)).isEqualTo(RowKey.hash(first));
        assertThat(problem(first, second).code()).isEqualTo(ProblemCode.ROW_KEY_ALIKE);
        assertThat(problem(first, second).slots())
                .containsEntry("first", "orders.csv:2")
                .containsEntry("other", "L55 a");
        assertThat(problem(first, row(3, other, "A", 2)).code()).isEqualTo(ProblemCode.ROW_KEY_CONFLICT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"L-55", "L055", "L5'5", "L5", "L55.", "1L55"})
    void anythingElseDoes(String other) {
        assertThat(RowKey.folded(row(3, other, "a", 1))).isNotEqualTo(RowKey.folded(row(2, "L55", "a", 1)));
        assertThat(RowKey.hash(row(3, other, "a", 1))).isNotEqualTo(RowKey.hash(row(2, "L55", "a", 1)));
    }

    @Test
    void theSameKeyIsADuplicateAsBefore() {
        assertThat(problem(row(2, "L55", "a", 1), row(3, "L55", "a", 1)).code()).isEqualTo(ProblemCode.ROW_DUPLICATE);
        assertThat(RowKey.folded(row(2, "L5", "5a", 1))).isNotEqualTo(RowKey.folded(row(2, "L55", "a", 1)));
    }

    private static Problem problem(Row first, Row second) {
        Exclusions exclusions = new Exclusions();
        exclusions.add(new Exclusions.Position(0, 1), first);
        exclusions.add(new Exclusions.Position(0, 2), second);
        return exclusions.bySlice().get(0).get(2L).problem(second);
    }
}
