package dev.steelyard.engine.register;

import static dev.steelyard.engine.Given.day;
import static dev.steelyard.engine.Given.facts;
import static dev.steelyard.engine.Given.period;
import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.fact.TargetKey;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Targets, and what the committee put in their place (rules.md 7.2; rulings 7, 22, 82, 119). */
class TargetsTest {

    private static Registers registers(String calibrations, String asOf) {
        return facts(
                "targets: subject_type=employee subject=E1 indicator=sales_amount period=2026-09 target=100\n"
                        + "targets: subject_type=employee subject=E2 indicator=sales_amount period=2026-09 target=0\n"
                        + "targets: subject_type=employee subject=E3 indicator=sales_amount period=2026-09\n"
                        + calibrations,
                day(asOf));
    }

    private static Optional<String> target(Registers registers, String subject, String period) {
        return registers
                .targets()
                .find(new TargetKey("employee", subject, "sales_amount", period(period)))
                .map(one -> one.value().plain());
    }

    /** By exactly the period; 0 and blank are none. */
    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource({"E1, 2026-09, 100", "E1, 2026-08, ", "E1, 2026-Q3, ", "E2, 2026-09, ", "E3, 2026-09, ", "E4, 2026-09, "
    })
    void byExactlyThePeriod(String subject, String period, String value) {
        assertThat(target(registers("", "2026-10-12"), subject, period)).isEqualTo(Optional.ofNullable(value));
    }

    private static String decision(String id, String decided, String target, String rest) {
        return "calibrations: decision_id=" + id + " decided_date=" + decided
                + " subject_type=employee subject=E1 indicator=sales_amount period=2026-09 new_target=" + target + " "
                + rest
                + "\n";
    }

    /** Two approvers, a reason, decided by as-of; the newest wins, on one day the greater id. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            reason=flood approvers=A;B                      | 2026-10-12 | 80
            reason=flood approvers=A;B                      | 2026-09-19 | 100
            reason=flood approvers=A;B                      | 2026-09-20 | 80
            reason=flood approvers=A                        | 2026-10-12 | 100
            # one person in two spellings
            reason=flood approvers=Li;ＬＩ                   | 2026-10-12 | 100
            approvers=A;B                                   | 2026-10-12 | 100
            """)
    void whatACalibrationNeeds(String rest, String asOf, String value) {
        Registers registers = registers(decision("D1", "2026-09-20", "80", rest), asOf);
        assertThat(target(registers, "E1", "2026-09")).contains(value);
        Optional<Targets.Target> standing =
                registers.targets().standing(new TargetKey("employee", "E1", "sales_amount", period("2026-09")));
        assertThat(standing.flatMap(Targets.Target::decision).isPresent()).isEqualTo(value.equals("80"));
        assertThat(standing.flatMap(Targets.Target::replaced).isPresent()).isEqualTo(value.equals("80"));
    }

    @Test
    void theNewestDecisionStandsAndKeepsWhatItReplaced() {
        String rest = "reason=flood approvers=A;B";
        Registers registers = registers(
                decision("D2", "2026-09-21", "70", rest)
                        + decision("D1", "2026-09-21", "60", rest)
                        + decision("D3", "2026-09-20", "50", rest),
                "2026-10-12");
        assertThat(target(registers, "E1", "2026-09")).contains("70");
        assertThat(registers.calibrations().stream()
                        .map(Calibration::decisionId)
                        .collect(Collectors.joining(" ")))
                .isEqualTo("D3 D1 D2");
    }

    /** A decision sets a target that there was not, and one of 0 takes it away. */
    @Test
    void aDecisionWithoutATargetBefore() {
        Registers registers = registers(
                decision("D1", "2026-09-21", "0", "reason=flood approvers=A;B")
                        + decision("D2", "2026-09-21", "5", "reason=flood approvers=A;B")
                                .replace("subject=E1", "subject=E4"),
                "2026-10-12");
        assertThat(target(registers, "E1", "2026-09")).isEmpty();
        assertThat(target(registers, "E4", "2026-09")).contains("5");
    }
}
