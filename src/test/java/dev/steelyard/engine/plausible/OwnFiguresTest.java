package dev.steelyard.engine.plausible;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is each person's in a month, side by side, is what an entry a person would hold, in whatever order and parts it came. */
class OwnFiguresTest {

    /** An entry a person, as slow and plain as can be. */
    private static final class Plain {
        private final Map<String, BigDecimal> sums = new TreeMap<>();
        private final Map<String, BigDecimal> tops = new TreeMap<>();
        private final Map<String, Copies> copies = new TreeMap<>();

        void add(String id, BigDecimal money, Copies row) {
            copies.merge(id, row, Copies::plus);
            if (!id.isEmpty()) {
                sums.merge(id, money, BigDecimal::add);
                tops.merge(id, money.max(BigDecimal.ZERO), BigDecimal::max);
            }
        }
    }

    /** A fingerprint that came once. */
    private static Copies row(long said, long butForDay) {
        return new Copies(1, said, said, 0, 1L << (said >>> 58), butForDay, 1L << (butForDay >>> 58));
    }

    private static BigDecimal money(Random random) {
        return switch (random.nextInt(12)) {
            case 0 -> new BigDecimal("98765432109876543210.12345678901");
            case 1 -> new BigDecimal("-1E+3");
            case 2 -> BigDecimal.ZERO;
            case 3 -> BigDecimal.valueOf(Long.MAX_VALUE, 3);
            default -> BigDecimal.valueOf(random.nextInt(200_000) - 20_000, random.nextInt(5));
        };
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void packedIsPlain(long seed) {
        Random random = new Random(seed);
        Plain plain = new Plain();
        People people = new People();
        OwnFigures packed = new OwnFigures(true);
        People others = new People();
        OwnFigures counted = new OwnFigures(false);
        for (int i = 0; i < 3000; i++) {
            String id = random.nextInt(20) == 0 ? "" : "E" + random.nextInt(300);
            long said = random.nextInt(4) == 0 ? 42 : random.nextLong();
            long butForDay = random.nextLong();
            BigDecimal money = money(random);
            int place = id.isEmpty() ? OwnFigures.NOBODY : packed.place(people.of(id));
            int place2 = id.isEmpty() ? OwnFigures.NOBODY : counted.place(others.of(id));
            if (random.nextBoolean()) {
                packed.add(place, said, butForDay);
            } else {
                packed.add(place, row(said, butForDay));
            }
            counted.add(place2, row(said, butForDay));
            if (!id.isEmpty() && money.scale() >= 0 && money.precision() <= 18 && random.nextBoolean()) {
                packed.take(place, money.unscaledValue().longValueExact(), money.scale());
            } else if (!id.isEmpty()) {
                packed.take(place, money);
            }
            plain.add(id, money, row(said, butForDay));
        }
        People.InMonth month = people.of(packed);
        assertThat(month.copies()).isEqualTo(plain.copies);
        assertThat(month.copies().keySet()).containsExactlyElementsOf(plain.copies.keySet());
        assertThat(month.sums().keySet()).containsExactlyElementsOf(plain.sums.keySet());
        assertThat(month.tops().keySet()).containsExactlyElementsOf(plain.tops.keySet());
        plain.sums.forEach((id, sum) -> assertThat(month.sums().get(id)).as(id).isEqualByComparingTo(sum));
        plain.tops.forEach((id, top) -> assertThat(month.tops().get(id)).as(id).isEqualByComparingTo(top));
        assertThat(month.sums().get("E")).isNull();
        others.of(counted).copies().forEach((id, copies) -> assertThat(copies.rows())
                .as(id)
                .isEqualTo(plain.copies.get(id).rows()));
    }
}
