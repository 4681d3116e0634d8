package dev.steelyard.engine.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Two values say the same if and only if they are the same, in whatever order they were made. */
class CanonicalTest {

    private record Place(String name, Optional<Integer> rank) {}

    @Test
    void theOrderInWhichSetsAndMapsWereMadeSaysNothing() {
        List<String> names = List.of("", "E2", "E10", "宋伟", "~", "\u007f", "é", "E2 ");
        String expected = null;
        for (int seed = 0; seed < 50; seed++) {
            List<String> shuffled = new ArrayList<>(names);
            Collections.shuffle(shuffled, new Random(seed));
            Map<String, Place> places = new LinkedHashMap<>();
            shuffled.forEach(name -> places.put(name, new Place(name, Optional.of(names.indexOf(name)))));
            String said = Canonical.text(List.of(new LinkedHashSet<>(shuffled), places));
            expected = expected == null ? said : expected;
            assertThat(said).isEqualTo(expected);
        }
        assertThat(expected).contains("宋伟").contains("é");
    }

    @Test
    void whatIsAnotherSaysAnother() {
        List<Object> values = List.of(
                Set.of(),
                Set.of("a"),
                Set.of("a", "b"),
                Set.of("ab"),
                List.of("a", "b"),
                List.of("b", "a"),
                Map.of("a", "b"),
                Map.of("b", "a"),
                new Place("a", Optional.empty()),
                new Place("a", Optional.of(1)),
                new Place("宋", Optional.of(1)));
        assertThat(values.stream().map(Canonical::text)).doesNotHaveDuplicates();
    }

    @Test
    void theFormIsWhatListingsWereMadeWith() {
        assertThat(Canonical.text(Map.of("b", 1, "a", "宋")))
                .isEqualTo("\u0002\u00021:a\u001f1:宋\u001f\u0003\u001f\u00021:b\u001f1\u001f\u0003\u0003");
    }
}
