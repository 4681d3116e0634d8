package dev.steelyard.engine.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DistinctCellTest {

    @Test
    void holdsWhatASetHoldsInItsOrder() {
        Random dice = new Random(7);
        for (int trial = 0; trial < 200; trial++) {
            TreeSet<String> expected = new TreeSet<>();
            Cell.Distinct all = new Cell.Distinct();
            for (int part = 0; part < 3; part++) {
                Cell.Distinct one = new Cell.Distinct();
                for (int i = dice.nextInt(40); i > 0; i--) {
                    String member = "院" + dice.nextInt(25);
                    one.add(member);
                    expected.add(member);
                }
                all.merge(dice.nextBoolean() ? one : Cell.Distinct.restored(0, one.members()));
            }
            assertThat(all.members()).isEqualTo(List.copyOf(expected));
        }
    }
}
