package dev.steelyard.engine.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Months, quarters and years: their days, their neighbours, what lies in them (rulings 7, 13, 17). */
class PeriodTest {

    private static Period period(String text) {
        return Period.parse(text).orElseThrow();
    }

    @ParameterizedTest(name = "{0}: {1} to {2}, after {3}, before {4}")
    @CsvSource({
        "2026-09, 2026-09-01, 2026-09-30, 2026-08, 2026-10",
        "2026-01, 2026-01-01, 2026-01-31, 2025-12, 2026-02",
        "2026-12, 2026-12-01, 2026-12-31, 2026-11, 2027-01",
        "2024-02, 2024-02-01, 2024-02-29, 2024-01, 2024-03",
        "2026-Q1, 2026-01-01, 2026-03-31, 2025-Q4, 2026-Q2",
        "2026-Q3, 2026-07-01, 2026-09-30, 2026-Q2, 2026-Q4",
        "2026-Q4, 2026-10-01, 2026-12-31, 2026-Q3, 2027-Q1",
        "2026, 2026-01-01, 2026-12-31, 2025, 2027"
    })
    void daysAndNeighbours(String text, LocalDate first, LocalDate last, String previous, String next) {
        Period period = period(text);
        assertThat(period).hasToString(text);
        assertThat(period.days()).isEqualTo(new Days(first, last));
        assertThat(period.previous()).isEqualTo(period(previous));
        assertThat(period.next()).isEqualTo(period(next));
        assertThat(Period.of(period.kind(), first)).isEqualTo(period);
        assertThat(Period.of(period.kind(), last)).isEqualTo(period);
        assertThat(Period.of(period.kind(), last.plusDays(1))).isEqualTo(period(next));
        assertThat(period.isYear()).isEqualTo(text.length() == 4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-9",
                "2026-13",
                "2026-00",
                "2026-Q0",
                "2026-Q5",
                "26-09",
                "2026-q3",
                "1899",
                "2026-09-01",
                "2026.1"
            })
    void whatIsNoPeriod(String text) {
        assertThat(Period.parse(text)).isEmpty();
    }

    @Test
    void whatNobodyMayMake() {
        assertThatThrownBy(() -> Period.month(2026, 13)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Period.quarter(2026, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Period.month(1899, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Period.parse(" 1900-01 ")).contains(Period.month(1900, 1));
        assertThat(Period.month(9999, 12).last()).isEqualTo(LocalDate.of(9999, 12, 31));
    }

    /** By the last day; of those that end together the shorter first: a month's market share goes before a quarter's (ruling 7). */
    @Test
    void inOrder() {
        assertThat(Arrays.stream("2026 2026-10 2026-Q3 2026-12 2026-09 2025 2026-Q4".split(" "))
                        .map(PeriodTest::period)
                        .sorted()
                        .map(Period::toString)
                        .collect(Collectors.joining(" ")))
                .isEqualTo("2025 2026-09 2026-Q3 2026-10 2026-12 2026-Q4 2026");
    }

    @ParameterizedTest(name = "{0} in {1}s: {2}")
    @CsvSource({
        "2026-Q3, MONTH, 2026-07 2026-08 2026-09",
        "2026, QUARTER, 2026-Q1 2026-Q2 2026-Q3 2026-Q4",
        "2026-Q1, QUARTER, 2026-Q1",
        "2026-09, MONTH, 2026-09"
    })
    void parts(String text, Period.Kind kind, String parts) {
        assertThat(period(text).parts(kind).stream().map(Period::toString).collect(Collectors.joining(" ")))
                .isEqualTo(parts);
    }
}
