package dev.steelyard.ledger.records;

import dev.steelyard.engine.calendar.Month;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.plausible.Acceptance;
import dev.steelyard.engine.plausible.Earlier;
import dev.steelyard.engine.plausible.MonthProfile;
import dev.steelyard.ledger.database.Sql;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;

/** What the ledger remembers that deliveries are held against. */
public final class RememberedProfiles {

    private final Sql sql;
    private final DataSource source;

    public RememberedProfiles(DataSource source) {
        this.source = source;
        this.sql = new Sql(source);
    }

    /** The edition that remembers a month. */
    private record Keeper(String job, String period, int revision, String run) {}

    /**
     * What a run is held against.
     *
     * @param asOf which acceptances are known
     */
    public Earlier before(String job, Period period, LocalDate asOf) {
        Map<String, Keeper> newest = newest();
        Map<String, Map<Integer, MonthProfile>> profiles = new TreeMap<>();
        Map<Integer, String> runs = new TreeMap<>();
        for (int month : compared(period)) {
            Keeper keeper = newest.get(name(month));
            if (keeper != null) {
                runs.put(month, keeper.run());
                profiles(keeper, month)
                        .forEach((dataset, profile) -> profiles.computeIfAbsent(dataset, any -> new TreeMap<>())
                                .put(month, profile));
            }
        }
        Optional<Publication> last = last(job, period);
        Map<String, Integer> teams = last.map(this::teams).orElse(Map.of());
        return new Earlier(
                profiles,
                runs,
                teams.values().stream().mapToInt(Integer::intValue).sum(),
                teams,
                last.map(this::delivered).orElse(Map.of()),
                period.kind() == Period.Kind.MONTH ? Set.of() : closed(period),
                accepted(asOf),
                settled(runs));
    }

    /** The months that those of the period are compared with. */
    private static Set<Integer> compared(Period period) {
        Set<Integer> months = new TreeSet<>();
        for (int month = Month.of(period.first()); month <= Month.of(period.last()); month++) {
            months.addAll(List.of(month - 1, month - 2, month - 3, month - 12));
        }
        return months;
    }

    private static String name(int month) {
        return Period.of(Period.Kind.MONTH, Month.first(month)).toString();
    }

    /** Month → its newest final edition; one of a quarter or year that holds it too would change with each run of its own. */
    private Map<String, Keeper> newest() {
        Map<String, Keeper> newest = new HashMap<>();
        sql.query(
                """
                select distinct p.of_month, r.job, r.period, r.revision, r.run_id, r.recorded_at
                from run_profile p join run r
                  on r.job = p.job and r.period = p.period and r.revision = p.revision
                where p.of_month = p.period
                order by r.recorded_at, r.job, r.period, r.revision
                """,
                row -> newest.put(
                        row.getString("of_month"),
                        new Keeper(
                                row.getString("job"),
                                row.getString("period"),
                                row.getInt("revision"),
                                row.getString("run_id"))));
        return newest;
    }

    private Map<String, MonthProfile> profiles(Keeper keeper, int month) {
        Object[] key = {keeper.job(), keeper.period(), keeper.revision(), name(month)};
        Map<String, Map<String, BigDecimal>> sums = new HashMap<>();
        Map<String, Map<String, Long>> blanks = new HashMap<>();
        sql.query(
                "select * from run_profile_column where job = ? and period = ? and revision = ? and of_month = ?",
                row -> {
                    String dataset = row.getString("dataset");
                    String column = row.getString("column_name");
                    if (row.getBigDecimal("total") != null) {
                        sums.computeIfAbsent(dataset, any -> new HashMap<>()).put(column, row.getBigDecimal("total"));
                    }
                    return blanks.computeIfAbsent(dataset, any -> new HashMap<>())
                            .put(column, row.getLong("blanks"));
                },
                key);
        Map<String, MonthProfile> profiles = new TreeMap<>();
        sql.query(
                "select * from run_profile where job = ? and period = ? and revision = ? and of_month = ?",
                row -> profiles.put(
                        row.getString("dataset"),
                        new MonthProfile(
                                row.getLong("good_rows"),
                                row.getLong("lost_rows"),
                                sums.getOrDefault(row.getString("dataset"), Map.of()),
                                blanks.getOrDefault(row.getString("dataset"), Map.of()),
                                row.getInt("days"),
                                row.getInt("people"),
                                Map.of(),
                                Map.of(),
                                Optional.ofNullable(row.getBigDecimal("median_amount")),
                                row.getLong("priced"),
                                row.getLong("swapped"),
                                MonthProfile.NONE.odd(),
                                MonthProfile.NONE.repeats(),
                                print(row.getString("said")),
                                Optional.empty(),
                                prints(row),
                                Map.of())),
                key);
        return profiles;
    }

    /** 0 where a profile is older than the column. */
    private static long print(String hex) {
        return hex.isEmpty() ? 0 : Long.parseUnsignedLong(hex, 16);
    }

    /** Whose rows they were is not remembered: all of them together. */
    private static Map<String, MonthProfile.Print> prints(ResultSet row) throws SQLException {
        String undated = row.getString("undated");
        return undated.isEmpty()
                ? Map.of()
                : Map.of("", new MonthProfile.Print(row.getLong("good_rows"), 0, print(undated)));
    }

    /** The job's last final edition of a period before. */
    private Optional<Publication> last(String job, Period period) {
        return new Ledger(source)
                .revisions().stream()
                        .filter(one -> one.job().equals(job) && one.period().compareTo(period) < 0)
                        .reduce((one, later) -> later);
    }

    private Map<String, Integer> teams(Publication edition) {
        Map<String, Integer> teams = new TreeMap<>();
        sql.query(
                "select team, people from run_team where job = ? and period = ? and revision = ?",
                row -> teams.put(row.getString("team"), row.getInt("people")),
                key(edition));
        return teams;
    }

    private Map<String, Long> delivered(Publication edition) {
        Map<String, Long> delivered = new TreeMap<>();
        sql.query(
                "select dataset, rows_read from run_input where job = ? and period = ? and revision = ?",
                row -> delivered.merge(row.getString("dataset"), row.getLong("rows_read"), Long::sum),
                key(edition));
        return delivered;
    }

    private static Object[] key(Publication edition) {
        return new Object[] {edition.job(), edition.period().toString(), edition.revision()};
    }

    /** The months of the period that any job has closed. */
    private Set<Integer> closed(Period period) {
        Set<Integer> closed = new TreeSet<>();
        PeriodBook book = new PeriodBook(source);
        for (Publication revision : new Ledger(source).revisions()) {
            Period month = revision.period();
            if (month.kind() == Period.Kind.MONTH
                    && period.days().contains(month.first())
                    && book.standing(revision.job(), month).isClosed()) {
                closed.add(Month.of(month.first()));
            }
        }
        return closed;
    }

    /** Of the months those that their job has closed, with what was known when they were last calculated. */
    private Map<Integer, LocalDate> settled(Map<Integer, String> runs) {
        Map<Integer, LocalDate> settled = new TreeMap<>();
        PeriodBook book = new PeriodBook(source);
        for (Publication revision : new Ledger(source).revisions()) {
            int month = Month.of(revision.period().first());
            if (revision.period().kind() == Period.Kind.MONTH
                    && revision.runId().equals(runs.get(month))
                    && book.standing(revision.job(), revision.period()).isClosed()) {
                settled.put(month, revision.asOf());
            }
        }
        return settled;
    }

    private List<Acceptance> accepted(LocalDate asOf) {
        return sql.query(
                """
                select a.* from run_acceptance a join run r
                  on r.job = a.job and r.period = a.period and r.revision = a.revision
                where a.as_of <= ?
                order by r.recorded_at, a.job, a.period, a.revision, a.number
                """,
                RememberedProfiles::acceptance,
                asOf);
    }

    /** What was accepted for a revision to be published. */
    public List<Acceptance> acceptedWith(String job, Period period, int revision) {
        return sql.query(
                "select * from run_acceptance where job = ? and period = ? and revision = ? order by number",
                RememberedProfiles::acceptance,
                job,
                period.toString(),
                revision);
    }

    private static Acceptance acceptance(ResultSet row) throws SQLException {
        return new Acceptance(
                new Acceptance.Wish(
                        row.getString("code"),
                        row.getString("asked_dataset"),
                        row.getString("reason"),
                        row.getString("by_name"),
                        row.getString("account")),
                row.getString("dataset"),
                Period.parse(row.getString("of_month")).orElseThrow(),
                row.getString("place"),
                row.getBigDecimal("figure"),
                row.getString("employee_id"),
                row.getObject("as_of", LocalDate.class));
    }
}
