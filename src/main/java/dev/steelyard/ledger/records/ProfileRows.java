package dev.steelyard.ledger.records;

import dev.steelyard.engine.calendar.Month;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.plausible.Acceptance;
import dev.steelyard.engine.plausible.MonthProfile;
import dev.steelyard.engine.run.RunIdentity;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.ledger.database.NewRow;
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
    public static void of(
            RunIdentity run, RunResult result, NewRevision.Judged judged, Map<String, List<NewRow>> rows) {
        List<NewRow> months = new ArrayList<>();
        List<NewRow> columns = new ArrayList<>();
        new TreeMap<>(judged.profiles())
                .forEach((dataset, byMonth) -> new TreeMap<>(byMonth).forEach((month, profile) -> {
                    if (month >= Month.of(run.period().first())
                            && month <= Month.of(run.period().last())) {
                        months.add(month(run, dataset, month, profile));
                        columns.addAll(columns(run, dataset, month, profile));
                    }
                }));
        rows.put("run_profile", months);
        rows.put("run_profile_column", columns);
        Map<String, Integer> teams = new TreeMap<>();
        result.book()
                .cards()
                .forEach(card -> teams.merge(card.participant().employee().team(), 1, Integer::sum));
        List<NewRow> people = new ArrayList<>();
        teams.forEach(
                (team, count) -> people.add(NewRow.of(run).with("team", team).with("people", count)));
        rows.put("run_team", people);
        List<NewRow> names = new ArrayList<>();
        judged.accepted().forEach(one -> names.add(acceptance(run, names.size() + 1, one)));
        rows.put("run_acceptance", names);
    }

    private static NewRow month(RunIdentity run, String dataset, int month, MonthProfile profile) {
        return NewRow.of(run)
                .with("dataset", dataset)
                .with("of_month", name(month))
                .with("good_rows", profile.rows())
                .with("lost_rows", profile.lost())
                .with("days", profile.days())
                .with("people", profile.heads())
                .with(
                        "median_amount",
                        profile.median().map(ProfileRows::decimal).orElse(null))
                .with("priced", profile.priced())
                .with("swapped", profile.swapped())
                .with("said", Long.toHexString(profile.said()))
                .with("undated", Long.toHexString(profile.undated()));
    }

    private static List<NewRow> columns(RunIdentity run, String dataset, int month, MonthProfile profile) {
        TreeSet<String> names = new TreeSet<>(profile.sums().keySet());
        names.addAll(profile.blanks().keySet());
        List<NewRow> rows = new ArrayList<>();
        for (String column : names) {
            BigDecimal sum = profile.sums().get(column);
            rows.add(NewRow.of(run)
                    .with("dataset", dataset)
                    .with("of_month", name(month))
                    .with("column_name", column)
                    .with("total", sum == null ? null : decimal(sum))
                    .with("blanks", profile.blanks().getOrDefault(column, 0L)));
        }
        return rows;
    }

    private static NewRow acceptance(RunIdentity run, int number, Acceptance one) {
        Acceptance.Wish wish = one.wish();
        return NewRow.of(run)
                .with("number", number)
                .with("code", wish.code())
                .with("asked_dataset", wish.dataset())
                .with("dataset", one.dataset())
                .with("of_month", one.month().toString())
                .with("place", one.place())
                .with("figure", one.figure())
                .with("reason", wish.reason())
                .with("by_name", wish.by())
                .with("employee_id", one.employeeId())
                .with("account", wish.account())
                .with("as_of", one.asOf());
    }

    private static BigDecimal decimal(BigDecimal number) {
        return number.setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    private static String name(int month) {
        return Period.of(Period.Kind.MONTH, Month.first(month)).toString();
    }
}
