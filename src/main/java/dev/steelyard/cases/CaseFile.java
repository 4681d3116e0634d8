package dev.steelyard.cases;

import dev.steelyard.calendar.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One file of cases.
 *
 * @param plan the id of the plan that the cases belong to; every plan's where left out
 * @param track the track of the person P1, unless a case says otherwise
 * @param period the scored period, unless a case says otherwise; {@link #PERIOD} where left out
 * @param facts dataset → rows that all cases of the file have
 */
record CaseFile(
        Optional<String> plan,
        Optional<String> track,
        Optional<String> period,
        Map<String, List<FactRow>> facts,
        List<Case> cases) {

    static final Period PERIOD = Period.month(2026, 9);
    static final LocalDate AS_OF = LocalDate.of(2026, 10, 12);

    /**
     * One case.
     *
     * @param name a sentence with the rule in it
     * @param rulings the rulings that it shows
     * @param asOf decides which decisions are known; {@link #AS_OF} where left out
     * @param notDelivered datasets of which there is no export at all
     * @param facts dataset → rows, besides the company's and the file's
     */
    record Case(
            String name,
            List<Integer> rulings,
            Optional<String> period,
            Optional<LocalDate> asOf,
            Optional<String> track,
            List<String> notDelivered,
            Map<String, List<FactRow>> facts,
            Expectation expect) {

        Case {
            period.ifPresent(CaseFile::parse);
        }
    }

    CaseFile {
        period.ifPresent(CaseFile::parse);
    }

    private static Period parse(String period) {
        return Period.parse(period)
                .orElseThrow(() -> new IllegalArgumentException("period: 2026-09, 2026-Q3 or 2026, not " + period));
    }

    Period period(Case of) {
        return of.period().or(this::period).map(CaseFile::parse).orElse(PERIOD);
    }

    String track(Case of) {
        return of.track().or(this::track).orElse("");
    }
}
