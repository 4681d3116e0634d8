package dev.steelyard.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.explain.SampleResult;
import dev.steelyard.engine.fact.CalibrationRow;
import dev.steelyard.engine.fact.TargetRow;
import dev.steelyard.engine.register.Calibration;
import dev.steelyard.engine.unit.Fraction;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a decision cannot reach is taken as it is: that must be what scoring everybody again would have said. */
class TrialsTest {

    @TempDir
    Path work;

    @ParameterizedTest
    @CsvSource({"month-end, 2026-09", "quarter-end, 2026-Q3"})
    void aTargetReachesNobodyWhoIsNotScoredAgain(String job, String period) throws IOException {
        RunResult result = SampleResult.of(job, period, work);
        List<Calibration> halved = result.input().registers().all(TargetRow.DATASET).stream()
                .filter(row -> row.target().isPresent() && row.key().isPresent())
                .filter(row -> concerns(result, row.key().get().period()))
                .map(TrialsTest::halved)
                .toList();
        assertThat(halved).hasSizeGreaterThan(50);
        int reached = 0;
        for (Calibration proposal : halved) {
            RunResult some = Trials.supposing(result, proposal);
            RunResult all = Calculation.supposing(
                    result, result.input().registers().supposing(proposal), result.measurements(), person -> true);
            assertThat(some.book().cards())
                    .as("%s", proposal.key())
                    .isEqualTo(all.book().cards());
            assertThat(some.payout()).as("%s", proposal.key()).isEqualTo(all.payout());
            reached += some.book().cards().equals(result.book().cards()) ? 0 : 1;
        }
        assertThat(reached).isGreaterThan(10);
    }

    private static boolean concerns(RunResult result, Period period) {
        return period.days().contains(result.input().period().last());
    }

    private static Calibration halved(TargetRow row) {
        Fraction half = row.target().orElseThrow().over(Fraction.of(2));
        LocalDate day = LocalDate.of(2026, 10, 1);
        return new Calibration(
                "HALF",
                day,
                row.key().orElseThrow(),
                half,
                "",
                List.of(),
                new CalibrationRow(
                        "HALF",
                        Optional.of(day),
                        row.key().orElseThrow().subjectType(),
                        row.key().orElseThrow().subject(),
                        row.indicator(),
                        Optional.of(row.key().orElseThrow().period()),
                        Optional.of(half),
                        "",
                        List.of(),
                        Optional.empty(),
                        row.row()));
    }
}
