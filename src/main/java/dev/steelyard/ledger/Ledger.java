package dev.steelyard.ledger;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.fact.EarlierScorecard;
import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.engine.run.InputFile;
import dev.steelyard.engine.run.PayoutBook;
import dev.steelyard.engine.run.RunIdentity;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Money;
import dev.steelyard.engine.unit.Points;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/** What was calculated and published. Rows are added, never changed. */
public final class Ledger {

    private static final String REVISIONS =
            """
            select r.job, r.period, r.revision, r.run_id, r.as_of, r.plan, r.manifest_hash, r.folder,
                   p.revision is not null as published
            from run r
            left join run_publication p
              on p.job = r.job and p.period = r.period and p.revision = r.revision
            """;

    private static final Set<String> SCORED =
            Set.of(RankedScorecard.Status.RANKED.code(), RankedScorecard.Status.VETOED.code());

    /** Where a row of {@code run_payout} has its id, its amount and its status. */
    private static final int LINE_ID = 3;

    private static final int AMOUNT = 10;

    private static final int STATUS = 12;

    private final Sql sql;

    public Ledger(DataSource source) {
        this.sql = new Sql(source);
    }

    /** Every revision, by job, period and revision. */
    public List<Publication> revisions() {
        return sql.query(REVISIONS + " order by r.job, r.period, r.revision", Ledger::publication);
    }

    /** The newest revision of the job's period, if there is one. */
    public Optional<Publication> newest(String job, Period period) {
        return sql
                .query(
                        REVISIONS + " where r.job = ? and r.period = ? order by r.revision desc",
                        Ledger::publication,
                        job,
                        period.toString())
                .stream()
                .findFirst();
    }

    /** The first revision of the job's period, if there is one: when its results became known. */
    public Optional<Publication> first(String job, Period period) {
        return sql
                .query(
                        REVISIONS + " where r.job = ? and r.period = ? order by r.revision",
                        Ledger::publication,
                        job,
                        period.toString())
                .stream()
                .findFirst();
    }

    /** Revisions that were recorded, and whose folder a kill kept from its name. */
    public List<Publication> unfinished() {
        return revisions().stream().filter(revision -> !revision.published()).toList();
    }

    /** Every revision with its figures, the newest record last. */
    public List<PastRun> history() {
        return sql.query(
                """
                select r.job, r.period, r.revision, r.run_id, r.as_of, r.plan, r.manifest_hash, r.folder, r.recorded_at,
                       p.revision is not null as published,
                       (select count(*) from run_score s
                         where s.job = r.job and s.period = r.period and s.revision = r.revision) as people,
                       (select coalesce(sum(i.rows_read), 0) from run_input i
                         where i.job = r.job and i.period = r.period and i.revision = r.revision) as rows_read,
                       (select coalesce(sum(y.amount), 0) from run_payout y
                         where y.job = r.job and y.period = r.period and y.revision = r.revision
                           and y.status = 'pay') as payout,
                       (select coalesce(max(y.currency), '') from run_payout y
                         where y.job = r.job and y.period = r.period and y.revision = r.revision) as currency
                from run r
                left join run_publication p
                  on p.job = r.job and p.period = r.period and p.revision = r.revision
                order by r.recorded_at, r.job, r.period, r.revision
                """,
                row -> new PastRun(
                        publication(row),
                        row.getObject("recorded_at", OffsetDateTime.class),
                        row.getLong("people"),
                        row.getLong("rows_read"),
                        new Money(row.getBigDecimal("payout")),
                        row.getString("currency")));
    }

    /** Whether anybody was scored in the revision. */
    public boolean hasScores(Publication revision) {
        return sql
                .query(
                        "select count(*) from run_score where job = ? and period = ? and revision = ?",
                        row -> row.getLong(1),
                        revision.job(),
                        revision.period().toString(),
                        revision.revision())
                .stream()
                .anyMatch(count -> count > 0);
    }

    /** The printed figures of a revision, by employee id. */
    public List<EarlierScorecard> scorecards(Publication revision) {
        Object[] key = {revision.job(), revision.period().toString(), revision.revision()};
        Map<String, Map<String, Points>> dimensions = new HashMap<>();
        sql.query(
                "select employee_id, dimension, points from run_dimension where job = ? and period = ? and revision = ?",
                row -> dimensions
                        .computeIfAbsent(row.getString(1), id -> new HashMap<>())
                        .put(row.getString(2), points(row, "points").orElseThrow()),
                key);
        return sql.query(
                "select * from run_score where job = ? and period = ? and revision = ? order by employee_id",
                row -> new EarlierScorecard(
                        revision.period(),
                        row.getString("employee_id"),
                        SCORED.contains(row.getString("status")),
                        dimensions.getOrDefault(row.getString("employee_id"), Map.of()),
                        points(row, "bonus"),
                        points(row, "individual"),
                        points(row, "team_score"),
                        points(row, "final_score"),
                        Optional.ofNullable(row.getString("grade")),
                        Optional.ofNullable(row.getString("grade_cap")),
                        row.getBoolean("vetoed"),
                        "exempt".equals(row.getString("status"))),
                key);
    }

    private static Optional<Points> points(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getBigDecimal(column))
                .map(decimal -> new Points(decimal.movePointRight(2).longValueExact()));
    }

    private static Publication publication(ResultSet row) throws SQLException {
        return new Publication(
                row.getString("job"),
                Period.parse(row.getString("period")).orElseThrow(),
                row.getInt("revision"),
                row.getString("run_id"),
                row.getObject("as_of", LocalDate.class),
                row.getString("plan"),
                row.getString("manifest_hash"),
                row.getString("folder"),
                row.getBoolean("published"));
    }

    /**
     * Records a revision whose sealed edition lies ready, all in one transaction. This is the moment from which it counts:
     * whatever happens, the next start finishes the publication.
     */
    public void record(
            RunIdentity run,
            RunResult result,
            List<InputFile> inputs,
            String manifestHash,
            String folder,
            OffsetDateTime now) {
        sql.transaction(connection -> {
            Sql.insert(
                    connection,
                    "run",
                    List.<Object[]>of(row(
                            run,
                            run.id(),
                            run.asOf(),
                            run.plan(),
                            run.planHash(),
                            run.exportsHash(),
                            run.calendarHash(),
                            run.engine(),
                            manifestHash,
                            folder,
                            now)));
            insertInputs(connection, run, inputs);
            insertScores(connection, run, result);
            insertPayout(connection, run, result);
            DecisionRows.insert(connection, run, result.trail());
        });
    }

    /** Says that the revision's folder bears its name. */
    public void markPublished(String job, Period period, int revision, OffsetDateTime now) {
        sql.transaction(connection -> Sql.insert(
                connection, "run_publication", List.<Object[]>of(new Object[] {job, period.toString(), revision, now
                })));
    }

    private static Object[] row(RunIdentity run, Object... columns) {
        Object[] row = new Object[columns.length + 3];
        row[0] = run.job();
        row[1] = run.period().toString();
        row[2] = run.revision();
        System.arraycopy(columns, 0, row, 3, columns.length);
        return row;
    }

    private static void insertInputs(Connection connection, RunIdentity run, List<InputFile> inputs)
            throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        for (InputFile file : inputs) {
            InputFile.Counts counts = file.rows();
            rows.add(row(
                    run,
                    rows.size() + 1,
                    file.dataset(),
                    file.name(),
                    file.bytes(),
                    file.sha256(),
                    counts.read(),
                    counts.used(),
                    counts.outOfWindow(),
                    counts.rejected(),
                    counts.duplicate()));
        }
        Sql.insert(connection, "run_input", rows);
    }

    private static void insertScores(Connection connection, RunIdentity run, RunResult result) throws SQLException {
        List<Object[]> scores = new ArrayList<>();
        List<Object[]> dimensions = new ArrayList<>();
        for (RankedScorecard card : result.book().cards()) {
            String id = card.participant().id();
            boolean held = card.status() == RankedScorecard.Status.HELD;
            scores.add(row(
                    run,
                    id,
                    card.status().code(),
                    card.card().bonus().decimal(),
                    held ? null : decimal(card.card().individual()),
                    decimal(card.pooled().team().points()),
                    decimal(card.pooled().score()),
                    card.grade().orElse(null),
                    card.card().compliance().gradeCap().orElse(null),
                    card.card().compliance().isVetoed()));
            if (!held) {
                card.card().dimensions().values().forEach(dimension -> dimension
                        .points()
                        .ifPresent(points -> dimensions.add(row(run, id, dimension.dimension(), points.decimal()))));
            }
        }
        Sql.insert(connection, "run_score", scores);
        Sql.insert(connection, "run_dimension", dimensions);
    }

    private static BigDecimal decimal(Optional<Points> points) {
        return points.map(Points::decimal).orElse(null);
    }

    /** The payout as {@link #record} gives it to the database. */
    public static PayoutBook payout(RunIdentity run, RunResult result) {
        return new PayoutBook(
                PayoutBook.Source.LEDGER,
                payoutRows(run, result).stream()
                        .map(row -> new PayoutBook.Line(
                                (String) row[LINE_ID], (BigDecimal) row[AMOUNT], (String) row[STATUS]))
                        .toList());
    }

    private static void insertPayout(Connection connection, RunIdentity run, RunResult result) throws SQLException {
        Sql.insert(connection, "run_payout", payoutRows(run, result));
    }

    private static List<Object[]> payoutRows(RunIdentity run, RunResult result) {
        List<Object[]> rows = new ArrayList<>();
        for (PayoutLine line : result.payout()) {
            rows.add(row(
                    run,
                    line.id(run.job(), run.revision()),
                    rows.size() + 1,
                    line.employee().id(),
                    line.component().code(),
                    line.sourcePeriod().toString(),
                    line.basis().plain(),
                    line.rate().map(Fraction::plain).orElse(""),
                    line.amount().amount(),
                    result.input().plan().currency(),
                    line.status().code(),
                    line.note().en(),
                    line.employee().name(),
                    line.employee().team(),
                    line.employee().costCenter(),
                    line.corrects().map(corrects -> corrects.component().code()).orElse(""),
                    line.corrects().map(PayoutLine.Correction::revision).orElse(null),
                    String.join(" ", line.heldBy()),
                    line.note().zh()));
        }
        return rows;
    }
}
