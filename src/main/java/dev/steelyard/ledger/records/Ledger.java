package dev.steelyard.ledger.records;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.register.EarlierScorecard;
import dev.steelyard.engine.run.RunIdentity;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.unit.Money;
import dev.steelyard.engine.unit.Points;
import dev.steelyard.ledger.database.ChainHead;
import dev.steelyard.ledger.database.ChainLink;
import dev.steelyard.ledger.database.LedgerChain;
import dev.steelyard.ledger.database.NewRow;
import dev.steelyard.ledger.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
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

    private final Sql sql;
    private final LedgerChain chain;

    public Ledger(DataSource source) {
        this.sql = new Sql(source);
        this.chain = new LedgerChain(source);
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
                       (select count(*) from run_payout y
                         where y.job = r.job and y.period = r.period and y.revision = r.revision
                           and y.status = 'pay') as lines,
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
                        row.getLong("lines"),
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
                        // An interim row's cap holds for the quarter that it is a part of, and for nothing else
                        // (rulings 127).
                        "interim".equals(row.getString("status"))
                                ? Optional.empty()
                                : Optional.ofNullable(row.getString("grade_cap")),
                        row.getBoolean("vetoed"),
                        "exempt".equals(row.getString("status"))),
                key);
    }

    /**
     * The figures of a revision as {@code scores.csv} prints them: employee → column → text, blank for none. Nothing but the
     * status of whoever is held (rulings 57).
     */
    public Map<String, Map<String, String>> figures(Publication revision) {
        Object[] key = {revision.job(), revision.period().toString(), revision.revision()};
        Map<String, Map<String, String>> figures = new TreeMap<>();
        sql.query(
                "select * from run_score where job = ? and period = ? and revision = ?",
                row -> {
                    Map<String, String> of = new TreeMap<>(Map.of("status", row.getString("status")));
                    if (!row.getString("status").equals(RankedScorecard.Status.HELD.code())) {
                        Optional<Points> score = points(row, "final_score");
                        of.put("bonus", text(points(row, "bonus")));
                        of.put("individual", text(score.isPresent() ? points(row, "individual") : score));
                        of.put("team_score", text(points(row, "team_score")));
                        of.put("final", text(score));
                        of.put("grade", Objects.requireNonNullElse(row.getString("grade"), ""));
                    }
                    return figures.put(row.getString("employee_id"), of);
                },
                key);
        sql.query(
                "select * from run_dimension where job = ? and period = ? and revision = ?",
                row -> figures.computeIfAbsent(row.getString("employee_id"), id -> new TreeMap<>())
                        .put(row.getString("dimension"), text(points(row, "points"))),
                key);
        return figures;
    }

    private static String text(Optional<Points> points) {
        return points.map(Points::toString).orElse("");
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

    /** What the chain will hold of a revision that is about to be recorded; its manifest says so. */
    public LedgerChain.Draft draft(NewRevision revision) {
        return chain.draft(revision.rows("", null));
    }

    /**
     * Records a revision, all in one transaction, whose end waits for its sealed edition to lie ready. That end is the moment from which
     * it counts: whatever happens, the next start finishes the publication.
     *
     * @param draft what the sealed manifest says of it
     * @param ready returns when the edition lies there, on the disk; where it fails nothing is recorded
     * @return the end of the ledger's chain with it
     */
    public ChainHead record(
            NewRevision revision, String manifestHash, LedgerChain.Draft draft, OffsetDateTime now, Runnable ready) {
        AtomicReference<ChainHead> head = new AtomicReference<>();
        RunIdentity run = revision.run();
        sql.transaction(connection -> {
            for (Map.Entry<String, List<NewRow>> table :
                    revision.rows(manifestHash, now).entrySet()) {
                Sql.insert(connection, table.getKey(), table.getValue());
            }
            head.set(LedgerChain.append(
                    connection,
                    ChainLink.Kind.REVISION,
                    run.job(),
                    run.period().toString(),
                    run.revision(),
                    manifestHash,
                    draft));
            ready.run();
        });
        return head.get();
    }

    /** Says that the revision's folder bears its name. */
    public void markPublished(String job, Period period, int revision, OffsetDateTime now) {
        sql.transaction(connection -> Sql.insert(
                connection,
                "run_publication",
                List.of(NewRow.of(job, period.toString())
                        .with("revision", revision)
                        .with("published_at", now))));
    }
}
