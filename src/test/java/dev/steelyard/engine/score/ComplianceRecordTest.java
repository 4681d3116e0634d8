package dev.steelyard.engine.score;

import static dev.steelyard.engine.Given.PLAN;
import static dev.steelyard.engine.Given.SEPTEMBER;
import static dev.steelyard.engine.Given.day;
import static dev.steelyard.engine.Given.points;
import static dev.steelyard.engine.score.Cards.verified;
import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.fact.ComplianceEvent;
import dev.steelyard.engine.unit.Fraction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What verified events take, what enablement gives back, and what follows for grade and veto (rules.md 4.6–4.8; rulings 48–50). */
class ComplianceRecordTest {

    /** {@code major 2026-09-01, veto bribery 2026-09-30}: severity, perhaps kind, day. */
    private static List<ComplianceEvent> events(String text) {
        List<ComplianceEvent> events = new ArrayList<>();
        if (text != null) {
            Arrays.stream(text.split(", "))
                    .map(one -> one.split(" "))
                    .forEach(one -> events.add(verified(
                            "EV" + (events.size() + 1),
                            one.length > 2 ? one[1] : "other",
                            one[0],
                            day(one[one.length - 1]))));
        }
        return events;
    }

    private static ComplianceRecord record(String events, int trainings, int suggestions) {
        var rules = PLAN.rules().compliance().enablement();
        return ComplianceRecord.of(
                PLAN,
                events(events),
                SEPTEMBER.days(),
                List.of(
                        new ComplianceRecord.Enabled(rules.get(0), Fraction.of(trainings)),
                        new ComplianceRecord.Enabled(rules.get(1), Fraction.of(suggestions))));
    }

    /** Of September: 15 for a major event, 5 for a minor one, from 10 at best B, from 20 at best C. */
    @ParameterizedTest(name = "{0}: −{1}, cap {2}, veto {3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            minor 2026-09-01                                   | 5.00  |   | false
            minor 2026-09-01, minor 2026-09-30                 | 10.00 | B | false
            major 2026-09-15                                   | 15.00 | B | false
            major 2026-09-15, minor 2026-09-16                 | 20.00 | C | false
            major 2026-09-15, major 2026-09-15                 | 30.00 | C | false
            # of other months
            major 2026-08-31, major 2026-10-01                 | 0.00  |   | false
            # a veto deducts nothing besides
            veto 2026-09-30                                    | 0.00  |   | true
            major bribery 2026-09-30                           | 0.00  |   | true
            minor regulator_notice 2026-09-01, minor 2026-09-02 | 5.00 |   | true
            veto 2026-10-01                                    | 0.00  |   | false
            # a severity that the plan does not know takes nothing
            odd 2026-09-05                                     | 0.00  |   | false
            """)
    void whatEventsDo(String events, String deducted, String cap, boolean vetoed) {
        ComplianceRecord record = record(events, 0, 0);
        assertThat(record.deducted()).hasToString(deducted);
        assertThat(record.gradeCap()).isEqualTo(Optional.ofNullable(cap));
        assertThat(record.isVetoed()).isEqualTo(vetoed);
        assertThat(record.vetoes().isEmpty()).isNotEqualTo(vetoed);
        assertThat(record.deductions().stream().map(one -> one.points().exact()).reduce(Fraction.ZERO, Fraction::plus))
                .isEqualTo(record.deducted().exact());
    }

    /** Take off, not below 0; then give back, not above the ceiling of 110 and never more than 10. */
    @ParameterizedTest(name = "{0} less {1}, {2} trainings, {3} suggestions: {4}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # base | events                                | trainings | suggestions | printed
            100.00 |                                       | 0 | 0 | 100.00
            100.00 |                                       | 1 | 0 | 101.00
            100.00 |                                       | 0 | 1 | 103.00
            100.00 |                                       | 4 | 2 | 110.00
            # 4 + 9 = 13, of which 10 count
            100.00 |                                       | 4 | 3 | 110.00
            82.50  | major 2026-09-15                      | 0 | 0 | 67.50
            # 82.50 − 15 = 67.50, + 10
            82.50  | major 2026-09-15                      | 4 | 3 | 77.50
            # the floor comes before what is given back
            12.00  | major 2026-09-15                      | 3 | 0 | 3.00
            12.00  | major 2026-09-15                      | 0 | 0 | 0.00
            # 105 + 10 stops at 110
            105.00 |                                       | 4 | 2 | 110.00
            """)
    void fromBaseToPrinted(String base, String events, int trainings, int suggestions, String printed) {
        assertThat(record(events, trainings, suggestions).applyTo(points(base), points("110")))
                .hasToString(printed);
    }

    /** What lies above the ceiling already is not pulled down to it. */
    @ParameterizedTest(name = "{0} trainings on 115: {1}")
    @CsvSource({"0, 115.00", "2, 115.00"})
    void theCeilingOnlyStopsWhatIsGiven(int trainings, String printed) {
        assertThat(record(null, trainings, 0).applyTo(points("115"), points("110")))
                .hasToString(printed);
    }

    @ParameterizedTest(name = "{0} trainings, {1} suggestions: {2} of which {3} count")
    @CsvSource({"3, 0, 3.00 0.00, 3.00", "0, 2, 0.00 6.00, 6.00", "5, 2, 5.00 6.00, 10.00", "10, 0, 10.00 0.00, 10.00"})
    void enablementByKind(int trainings, int suggestions, String each, String counted) {
        ComplianceRecord record = record(null, trainings, suggestions);
        assertThat(record.enablements().get(0).points() + " "
                        + record.enablements().get(1).points())
                .isEqualTo(each);
        assertThat(record.enabled()).hasToString(counted);
    }
}
