package dev.steelyard.engine.insight.committee;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.insight.committee.Spread.Quartiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpreadTest {

    /** The least figure that so many quarters of all figures do not exceed. */
    @Test
    void aQuartileIsTheLeastFigureThatItsQuartersDoNotExceed() {
        Random chance = new Random(7);
        for (int count = 1; count <= 60; count++) {
            List<Integer> figures = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                figures.add(chance.nextInt(20));
            }
            Quartiles<Integer> quartiles = Quartiles.of(figures);
            assertThat(List.of(
                            quartiles.least(),
                            quartiles.lower(),
                            quartiles.median(),
                            quartiles.upper(),
                            quartiles.most()))
                    .as("%s", figures)
                    .containsExactly(
                            figures.stream().sorted().findFirst().orElseThrow(),
                            least(figures, 1),
                            least(figures, 2),
                            least(figures, 3),
                            least(figures, 4));
        }
    }

    private static int least(List<Integer> figures, int quarters) {
        return figures.stream()
                .sorted()
                .filter(figure ->
                        4 * figures.stream().filter(other -> other <= figure).count()
                                >= (long) quarters * figures.size())
                .findFirst()
                .orElseThrow();
    }
}
