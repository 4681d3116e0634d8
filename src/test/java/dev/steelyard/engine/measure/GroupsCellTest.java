package dev.steelyard.engine.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Sums by group, added in any order and merged in any cut, against a map. */
class GroupsCellTest {

    private static final int TRIALS = 200;

    private record Added(String group, List<BigDecimal> values) {}

    private static List<Added> rows(Random dice) {
        List<Added> rows = new ArrayList<>();
        int width = 1 + dice.nextInt(3);
        for (int i = dice.nextInt(80); i > 0; i--) {
            List<BigDecimal> values = new ArrayList<>();
            for (int column = 0; column < width; column++) {
                values.add(BigDecimal.valueOf(dice.nextInt(2_000) - 500L, dice.nextInt(3)));
            }
            rows.add(new Added(
                    List.of("", "高", "b", "a\u001f9", "a\u001f10").get(dice.nextInt(5)) + dice.nextInt(6), values));
        }
        return rows;
    }

    private static Map<String, List<BigDecimal>> expected(List<Added> rows) {
        Map<String, List<BigDecimal>> sums = new TreeMap<>();
        for (Added row : rows) {
            sums.merge(row.group(), row.values(), (one, other) -> {
                List<BigDecimal> both = new ArrayList<>();
                for (int i = 0; i < one.size(); i++) {
                    both.add(one.get(i).add(other.get(i)));
                }
                return both;
            });
        }
        return sums;
    }

    @Test
    void holdsWhatAMapHoldsInItsOrder() {
        Random dice = new Random(11);
        for (int trial = 0; trial < TRIALS; trial++) {
            List<Added> rows = rows(dice);
            Cell.Groups one = new Cell.Groups();
            Cell.Groups other = new Cell.Groups();
            for (Added row : rows) {
                (dice.nextBoolean() ? one : other).add(row.group(), row.values());
            }
            one.merge(other);
            assertThat(List.copyOf(one.sums().entrySet()))
                    .isEqualTo(List.copyOf(expected(rows).entrySet()));
            assertThat(Cell.Groups.restored(0, one.sums()).sums()).isEqualTo(one.sums());
        }
    }
}
