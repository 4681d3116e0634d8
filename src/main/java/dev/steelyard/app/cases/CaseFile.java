package dev.steelyard.app.cases;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.govern.ClosedPeriod;
import dev.steelyard.engine.govern.Past;
import dev.steelyard.engine.pay.PaidPeriods;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.register.EarlierScorecard;
import dev.steelyard.engine.register.History;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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

    /** How a period is closed. */
    enum Close {
        /** What pending appeals dispute is held, the rest is paid. */
        UNDISPUTED
    }

    /**
     * One case.
     *
     * @param name a sentence with the rule in it
     * @param rulings the rulings that it shows
     * @param asOf decides which decisions are known; {@link #AS_OF} where left out
     * @param notDelivered datasets of which there is no export at all
     * @param earlier shorter period, or first..last → employee → what was published of them; of a year it is what was closed
     * @param history earlier period of the job, or first..last → employee → what it was closed with
     * @param close whether the lines are those of a close, and of which; of a run where left out
     * @param published the day of the period's first revision, from which appeals are counted; as_of where left out
     * @param closed closed period of the job → what was paid for it and what is owed now
     * @param editions earlier period of the job → employee → the lines of its edition, as returns take them back
     * @param balances employee → what closed periods carried over
     * @param facts dataset → rows, besides the company's and the file's
     */
    record Case(
            String name,
            List<Integer> rulings,
            Optional<String> period,
            Optional<LocalDate> asOf,
            Optional<String> track,
            List<String> notDelivered,
            Map<String, Map<String, EarlierRow>> earlier,
            Map<String, Map<String, EarlierRow>> history,
            Map<String, ClosedMonth> closed,
            Map<String, Map<String, List<PaidRow>>> editions,
            Map<String, Fraction> balances,
            Optional<Close> close,
            Optional<LocalDate> published,
            Map<String, List<FactRow>> facts,
            Expectation expect) {

        Case {
            period.ifPresent(CaseFile::parse);
            earlier.keySet().forEach(CaseFile::span);
            history.keySet().forEach(CaseFile::span);
            closed.keySet().forEach(CaseFile::parse);
            editions.keySet().forEach(CaseFile::parse);
        }

        /** What of the past is settled. */
        Past past(LocalDate known, Period period) {
            Map<Period, ClosedPeriod> periods = new TreeMap<>();
            closed.forEach((name, of) -> periods.put(parse(name), of.of(parse(name), known)));
            return new Past(false, List.copyOf(periods.values()), List.of(), published)
                    .after(this::edition, owed(), sameMonth(period));
        }

        private Map<String, Money> owed() {
            Map<String, Money> owed = new TreeMap<>();
            balances.forEach((id, amount) -> owed.put(id, Money.rounded(amount)));
            return owed;
        }

        private List<PaidPeriods.Line> sameMonth(Period period) {
            return editions.keySet().stream()
                    .map(CaseFile::parse)
                    .filter(other -> other.kind().compareTo(period.kind()) < 0
                            && other.last().equals(period.last()))
                    .flatMap(other -> edition(other).orElseThrow().stream())
                    .filter(line -> !line.onHold())
                    .toList();
        }

        private Optional<List<PaidPeriods.Line>> edition(Period period) {
            return Optional.ofNullable(editions.get(period.toString())).map(people -> people.entrySet().stream()
                    .flatMap(person -> person.getValue().stream().map(row -> row.of(period, person.getKey())))
                    .toList());
        }

        /** Period → scorecards. */
        Map<Period, List<EarlierScorecard>> scorecards(Plan plan) {
            return scorecards(earlier, plan);
        }

        /** What reports look back at: closed periods. */
        History history(Plan plan) {
            List<History.Chapter> chapters = new ArrayList<>();
            scorecards(history, plan)
                    .forEach((period, cards) -> chapters.add(new History.Chapter(period, "case", true, cards)));
            return new History(chapters);
        }

        private static Map<Period, List<EarlierScorecard>> scorecards(
                Map<String, Map<String, EarlierRow>> published, Plan plan) {
            Map<Period, List<EarlierScorecard>> scorecards = new TreeMap<>();
            published.forEach((span, people) -> span(span)
                    .forEach(part -> people.forEach((id, row) -> scorecards
                            .computeIfAbsent(part, one -> new ArrayList<>())
                            .add(row.of(part, id, plan)))));
            return scorecards;
        }
    }

    CaseFile {
        period.ifPresent(CaseFile::parse);
    }

    private static Period parse(String period) {
        return Period.parse(period)
                .orElseThrow(() -> new IllegalArgumentException("period: 2026-09, 2026-Q3 or 2026, not " + period));
    }

    /** {@code 2026-01}, or {@code 2026-01..2026-12}. */
    private static List<Period> span(String text) {
        String[] ends = text.split("\\.\\.", 2);
        Period last = parse(ends[ends.length - 1]);
        List<Period> span = new ArrayList<>();
        for (Period one = parse(ends[0]); one.compareTo(last) <= 0; one = one.next()) {
            span.add(one);
        }
        return span;
    }

    Period period(Case of) {
        return of.period().or(this::period).map(CaseFile::parse).orElse(PERIOD);
    }

    String track(Case of) {
        return of.track().or(this::track).orElse("");
    }
}
