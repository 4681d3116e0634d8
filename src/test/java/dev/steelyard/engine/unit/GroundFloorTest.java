package dev.steelyard.engine.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What everything stands on: exact sums, texts that depend on content alone, and how wide a character is. */
class GroundFloorTest {

    /** The first and the last code point of each wide block, and their neighbours. */
    @ParameterizedTest(name = "U+{0}: {1}")
    @CsvSource({
        "0041, 1", "0301, 0", "10FF, 1", "1100, 2", "115F, 2", "1160, 1", "2E7F, 1", "2E80, 2", "4E2D, 2", "A4CF, 2",
                "A4D0, 1",
        "ABFF, 1", "AC00, 2", "D7A3, 2", "D7A4, 1", "F8FF, 1", "F900, 2", "FAFF, 2", "FB00, 1", "FE2F, 0", "FE10, 1",
                "FE30, 2",
        "FE6F, 2", "FE70, 1", "FEFF, 1", "FF00, 2", "FF60, 2", "FF61, 1", "FFDF, 1", "FFE0, 2", "FFE6, 2", "FFE7, 1",
                "1EFFF, 1",
        "1F000, 2", "3FFFD, 2", "3FFFE, 1"
    })
    void widths(String point, int width) {
        assertThat(CharacterWidth.of(Integer.parseInt(point, 16))).isEqualTo(width);
    }

    @Test
    void theWidthOfATextIsThatOfItsCharacters() {
        assertThat(CharacterWidth.of("工号 A1")).isEqualTo(7);
        assertThat(CharacterWidth.of("")).isZero();
    }

    /** Whatever the decimals, the size and the order. */
    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({
        "'1.10 2.2 3', 6.30",
        "'3 2.2 1.10', 6.30",
        "'0.1 0.2', 0.3",
        "'', 0",
        // A long is full at 9223372036854775807.
        "'9223372036854775807 1', 9223372036854775808",
        "'999999999999999999 999999999999999999 9999999999999999999', 11999999999999999997",
        "'999999999999999999 0.001', 999999999999999999.001",
        "'0.001 999999999999999999', 999999999999999999.001",
        "'-9.99 9.99', 0.00",
        "'1E+3 1', 1001",
        "'0.0000000000000000001 1', 1.0000000000000000001",
        "'-999999999999999999 -999999999999999999 -999999999999999999 -999999999999999999 -999999999999999999 -999999999999999999 -999999999999999999 -999999999999999999 -999999999999999999 -999999999999999999', -9999999999999999990"
    })
    void sums(String numbers, String total) {
        Sum sum = new Sum();
        ExactSum exact = new ExactSum();
        if (!numbers.isEmpty()) {
            Arrays.stream(numbers.split(" ")).map(BigDecimal::new).forEach(one -> {
                sum.add(one);
                exact.add(one);
            });
        }
        assertThat(sum.total()).isEqualByComparingTo(new BigDecimal(total));
        assertThat(exact.total()).isEqualByComparingTo(new BigDecimal(total));
    }

    /** Numbers that come as longs: what does not fit one long is kept beside it, of either sign. */
    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({
        "'9223372036854775807 9223372036854775807', 18446744073709551614",
        "'-9223372036854775808 -9223372036854775808', -18446744073709551616",
        "'-9223372036854775808 -1', -9223372036854775809",
        "'9223372036854775807 -9223372036854775808', -1",
        "'9223372036854775807 1 1', 9223372036854775809",
        "'5000000000000000000 5000000000000000000', 10000000000000000000"
    })
    void sumsOfLongs(String numbers, String total) {
        Sum sum = new Sum();
        ExactSum exact = new ExactSum();
        Sums sums = new Sums(2);
        for (String number : numbers.split(" ")) {
            long one = Long.parseLong(number);
            sum.add(one, 2);
            exact.add(one, 2);
            sums.add(1, one, 2);
        }
        BigDecimal expected = new BigDecimal(total).movePointLeft(2);
        assertThat(sum.total()).isEqualTo(expected);
        assertThat(exact.total()).isEqualTo(expected);
        assertThat(sums.total(1)).isEqualTo(expected);
        assertThat(sums.total(0)).isZero();
        assertThat(sums.size()).isEqualTo(2);
    }

    /** By code point: what needs two chars comes after all that needs one, whatever the chars are. */
    @ParameterizedTest(name = "{0} before {1}")
    @CsvSource({
        "A, B",
        "'', A",
        "A, AA",
        "a, é",
        "Z, a",
        "张, 王",
        // U+FF21 before U+1F600, U+1F600 before U+20000
        "Ａ, 😀",
        "😀, 𠀀",
        "X😀, X𠀀",
        "XＡ, X😀"
    })
    void codePoints(String first, String second) {
        assertThat(CodePoints.ORDER.compare(first, second)).isNegative();
        assertThat(CodePoints.ORDER.compare(second, first)).isPositive();
        assertThat(CodePoints.ORDER.compare(first, first)).isZero();
    }

    /** For people: with separators, and every decimal that there is. */
    @ParameterizedTest(name = "{0}: {1}, at most one decimal {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            224285.71  | 224,285.71 | 224285.7
            1000000    | 1,000,000  | 1000000
            -0.125     | -0.125     | -0.1
            0.05       | 0.05       | 0.1
            0          | 0          | 0
            12000.50   | 12,000.5   | 12000.5
            """)
    void decimalsForPeople(String number, String grouped, String atMost) {
        assertThat(Fraction.parse(number).grouped()).isEqualTo(grouped);
        assertThat(Fraction.parse(number).atMost(1)).isEqualTo(atMost);
    }

    /** The one long whose negative is none is kept as what it is. */
    @Test
    void theSmallestLong() {
        Fraction smallest = Fraction.of(Long.MIN_VALUE);
        assertThat(smallest).isEqualTo(Fraction.of(BigDecimal.valueOf(Long.MIN_VALUE)));
        assertThat(smallest.negate()).hasToString("9223372036854775808");
    }

    private record Pair(String one, Object other) {}

    /** Sets and maps by their texts, lists in their order; a text by its length, so that no two values look alike. */
    @Test
    void canonicalTexts() {
        Map<String, Integer> map = new LinkedHashMap<>();
        map.put("b", 2);
        map.put("a", 1);
        Map<String, Integer> other = new LinkedHashMap<>();
        other.put("a", 1);
        other.put("b", 2);
        assertThat(Canonical.text(map))
                .isEqualTo(Canonical.text(other))
                .isNotEqualTo(Canonical.text(Map.of("a", 1, "b", 3)));
        assertThat(Canonical.text(new LinkedHashSet<>(List.of("b", "a"))))
                .isEqualTo(Canonical.text(Set.of("a", "b")))
                .isNotEqualTo(Canonical.text(Set.of("a", "c")));
        assertThat(Canonical.text(List.of("b", "a"))).isNotEqualTo(Canonical.text(List.of("a", "b")));
        assertThat(Canonical.text(List.of("ab", ""))).isNotEqualTo(Canonical.text(List.of("a", "b")));
        assertThat(Canonical.text(new Pair("x", Optional.empty())))
                .isEqualTo(Canonical.text(new Pair("x", Optional.empty())))
                .isNotEqualTo(Canonical.text(new Pair("x", Optional.of(1))))
                .startsWith("Pair");
        assertThat(Canonical.text(new Pair("x", null))).contains("null");
        assertThat(Canonical.text(List.of(1, 2), any -> any.equals(2) ? Optional.of("two") : Optional.empty()))
                .contains("1", "two");
        assertThat(Canonical.text(Map.of("客户", Set.of("华东", "a"), "k", Set.of())))
                .isEqualTo(Canonical.text(Map.of("k", Set.of(), "客户", Set.of("a", "华东"))))
                .isEqualTo(new String(
                        Canonical.bytes(Map.of("k", Set.of(), "客户", Set.of("a", "华东")), any -> Optional.empty()),
                        StandardCharsets.UTF_8))
                .contains("2:客户", "2:华东");
        assertThatThrownBy(() -> Canonical.text(new Object())).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest(name = "{0}: a formula {1}")
    @CsvSource({
        "=1, true",
        "+1, true",
        "-1, true",
        "@x, true",
        "＝1, true",
        "＋1, true",
        "－1, true",
        "＠x, true",
        "1=, false",
        "'', false"
    })
    void formulas(String text, boolean begins) {
        assertThat(Characters.beginsFormula(text)).isEqualTo(begins);
    }

    /** Line ends and tabs are characters, other controls and what Unicode keeps empty are not. */
    @ParameterizedTest(name = "U+{0}: {1}")
    @CsvSource({
        "0041, true",
        "0009, true",
        "000A, true",
        "000D, true",
        "0000, false",
        "001F, false",
        "007F, false",
        "0085, false",
        "FDCF, true",
        "FDD0, false",
        "FDEF, false",
        "FDF0, true",
        "FFFE, false",
        "FFFF, false",
        "1FFFE, false",
        "FFFD, true",
        "D800, false"
    })
    void whatIsACharacter(String point, boolean character) {
        String text = "a" + Character.toString(Integer.parseInt(point, 16));
        assertThat(Characters.isClean(text)).isEqualTo(character);
        assertThat(Characters.clean(text)).isEqualTo(character ? text : "a\uFFFD");
    }

    @ParameterizedTest(name = "{0}: {1} least, {2} most")
    @CsvSource({"1 2, 1.00, 2.00", "2 1, 1.00, 2.00", "1.5 1.5, 1.50, 1.50", "-1 1, -1.00, 1.00"})
    void pointsCompared(String both, String least, String most) {
        Points one = Points.parse(both.split(" ")[0]);
        Points other = Points.parse(both.split(" ")[1]);
        assertThat(one.min(other)).hasToString(least);
        assertThat(one.max(other)).hasToString(most);
        assertThat(one.isAtLeast(other)).isEqualTo(one.compareTo(other) >= 0);
        assertThat(one.plus(other).minus(other)).isEqualTo(one);
        assertThat(Points.mean(List.of())).isEmpty();
    }
}
