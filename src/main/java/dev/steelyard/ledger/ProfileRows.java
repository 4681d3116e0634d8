package dev.steelyard.ledger;

import dev.steelyard.engine.calendar.Month;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.plausible.Acceptance;
import dev.steelyard.engine.plausible.MonthProfile;
import dev.steelyard.engine.run.RunIdentity;
import dev.steelyard.engine.run.RunResult;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a revision's exports held, and what of it somebody accepted, as rows. */
final class ProfileRows {

    private static final int DECIMALS = 10;

    private ProfileRows() {}

    /** Adds the rows, by table; of profiles the period's months only, which is what later runs compare with. */
    static void of(RunIdentity run, RunResult result, Ledger.Judged judged, Map<String, List<Object[]>> rows) {
        List<Object[]> months = new ArrayList<>();
        List<Object[]> columns = new ArrayList<>();
        new TreeMap<>(judged.profiles()).forEach((dataset, byMonth) -> new TreeMap<>(byMonth).forEach((month, profile) -> {
            if (month >= Month.of(run.period().first()) && month <= Month.of(run.period().last())) {
                months.add(Ledger.row(run, month(dataset, month, profile)));
                columns(dataset, month, profile).forEach(column -> columns.add(Ledger.row(run, column)));
            }
        }));
        rows.put("run_profile", months);
        rows.put("run_profile_column", columns);
        Map<String, Integer> teams = new TreeMap<>();
        result.book().cards().forEach(card -> teams.merge(card.participant().employee().team(), 1, Integer::sum));
        List<Object[]> people = new ArrayList<>();
        teams.forEach((team, count) -> people.add(Ledger.row(run, team, count)));
        rows.put("run_team", people);
        List<Object[]> names = new ArrayList<>();
        judged.accepted().forEach(one -> names.add(Ledger.row(run, acceptance(names.size() + 1, one))));
        rows.put("run_acceptance", names);
    }

    private static Object[] month(String dataset, int month, MonthProfile profile) {
        return new Object[] {
            dataset,
            name(month),
            profile.rows(),
            profile.lost(),
            profile.days(),
            profile.people().size(),
            profile.median().map(ProfileRows::decimal).orElse(null),
            profile.priced(),
            profile.swapped()
        };
    }

    private static List<Object[]> columns(String dataset, int month, MonthProfile profile) {
        TreeSet<String> names = new TreeSet<>(profile.sums().keySet());
        names.addAll(profile.blanks().keySet());
        List<Object[]> rows = new ArrayList<>();
        for (String column : names) {
            BigDecimal sum = profile.sums().get(column);
            rows.add(new Object[] {
                dataset,
                name(month),
                column,
                sum == null ? null : decimal(sum),
                profile.blanks().getOrDefault(column, 0L)
            });
        }
        return rows;
    }

    private static Object[] acceptance(int number, Acceptance one) {
        Acceptance.Wish wish = one.wish();
        return new Object[] {
            number,
            wish.code(),
            wish.dataset(),
            one.dataset(),
            one.month().toString(),
            one.place(),
            one.figure(),
            wish.reason(),
            wish.by(),
            one.employeeId(),
            wish.account(),
            one.asOf()
        };
    }

    private static BigDecimal decimal(BigDecimal number) {
        return number.setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    private static String name(int month) {
        return Period.of(Period.Kind.MONTH, Month.first(month)).toString();
    }
}
