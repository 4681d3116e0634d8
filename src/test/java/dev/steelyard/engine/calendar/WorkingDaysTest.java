package dev.steelyard.engine.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WorkingDaysTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final int DAYS = 730;

    /** Also with days that are announced both ways, or need no announcement. */
    private static WorkingDays calendar(SplittableRandom chance) {
        Set<LocalDate> off = new HashSet<>();
        Set<LocalDate> makeUp = new HashSet<>();
        for (int i = 0; i < 60; i++) {
            off.add(FIRST.plusDays(chance.nextInt(DAYS)));
            makeUp.add(FIRST.plusDays(chance.nextInt(DAYS)));
        }
        makeUp.add(off.iterator().next());
        return new WorkingDays(Set.of(2025, 2026), off, makeUp);
    }

    @Test
    void aSpanHoldsAsManyAsThereAreDayByDay() {
        SplittableRandom chance = new SplittableRandom(16);
        for (int round = 0; round < 500; round++) {
            WorkingDays calendar = calendar(chance);
            LocalDate from = FIRST.plusDays(chance.nextInt(DAYS));
            LocalDate to = FIRST.plusDays(chance.nextInt(DAYS));
            long expected = from.isAfter(to)
                    ? 0
                    : from.datesUntil(to.plusDays(1))
                            .filter(calendar::isWorking)
                            .count();
            assertThat(calendar.count(new Days(from, to)))
                    .as("%s..%s", from, to)
                    .isEqualTo((int) expected);
        }
    }

    @Test
    void aYearThatIsNotKnownIsNotGuessed() {
        WorkingDays calendar = new WorkingDays(Set.of(2025), Set.of(), Set.of());
        assertThatThrownBy(() -> calendar.count(new Days(LocalDate.of(2025, 12, 1), LocalDate.of(2026, 1, 1))))
                .isInstanceOf(WorkingDays.UnknownYear.class)
                .hasMessageContaining("2026");
        assertThat(calendar.count(new Days(LocalDate.of(2027, 1, 2), LocalDate.of(2027, 1, 1))))
                .isZero();
    }
}
