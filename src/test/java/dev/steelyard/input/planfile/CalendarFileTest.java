package dev.steelyard.input.planfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.calendar.WorkingDays;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CalendarFileTest {

    private final WorkingDays days = CalendarFile.read(Path.of("jobs/calendar"));

    @Test
    void knowsTheAnnouncedYears() {
        assertThat(days.years()).containsExactlyInAnyOrder(2025, 2026);
        assertThat(days.daysOff()).hasSize(28 + 33);
        assertThat(days.makeUpDays()).hasSize(5 + 6);
    }

    @Test
    void countsMakeUpWorkdaysAndLeavesOutHolidays() {
        assertThat(days.isWorking(LocalDate.of(2026, 9, 20))).isTrue();
        assertThat(days.isWorking(LocalDate.of(2026, 9, 25))).isFalse();
        assertThat(days.count(Period.month(2026, 9).days())).isEqualTo(22);
    }

    @Test
    void everyJobOfTheFolderReads() {
        for (String job : new String[] {"month-end", "quarter-end", "year-end", "weekly-alerts"}) {
            assertThat(JobFile.read(JobFile.find(Path.of("."), job)).job()).isEqualTo(job);
        }
    }
}
