package dev.steelyard.ledger.records;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.fact.EarlierScorecard;
import dev.steelyard.engine.govern.ClosedPeriod;
import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.engine.plausible.Acceptance;
import dev.steelyard.engine.plausible.MonthProfile;
import dev.steelyard.engine.run.InputFile;
import dev.steelyard.engine.run.PayoutBook;
import dev.steelyard.engine.run.RunIdentity;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Money;
import dev.steelyard.engine.unit.Points;
import dev.steelyard.ledger.database.ChainHead;
import dev.steelyard.ledger.database.ChainLink;
import dev.steelyard.ledger.database.LedgerChain;
import dev.steelyard.ledger.database.NewRow;
import dev.steelyard.ledger.database.Sql;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
     * status of who is held (rulings 57).
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
    public LedgerChain.Draft draft(
            RunIdentity run, RunResult result, List<InputFile> inputs, String folder, List<ClosedPeriod.Part> causes) {
        return draft(run, result, inputs, Judged.NOTHING, folder, causes);
    }

    /** The same with what was judged. */
    public LedgerChain.Draft draft(
            RunIdentity run,
            RunResult result,
            List<InputFile> inputs,
            Judged judged,
            String folder,
            List<ClosedPeriod.Part> causes) {
        return chain.draft(rows(run, result, inputs, judged, "", folder, causes, null));
    }

    /**
     * What the exports of a revision held, and what of it somebody accepted.
     *
     * @param profiles dataset → month → what the exports held
     */
    public record Judged(Map<String, Map<Integer, MonthProfile>> profiles, List<Acceptance> accepted) {
        public static final Judged NOTHING = new Judged(Map.of(), List.of());
    }

    /**
     * Records a revision whose sealed edition lies ready, all in one transaction. This is the moment from which it counts:
     * whatever happens, the next start finishes the publication.
     *
     * @param causes of a closed period, why it pays differently from the revision before
     * @param draft what the sealed manifest says of it
     * @return the end of the ledger's chain with it
     */
    public ChainHead record(
            RunIdentity run,
            RunResult result,
            List<InputFile> inputs,
            String manifestHash,
            String folder,
            List<ClosedPeriod.Part> causes,
            LedgerChain.Draft draft,
            OffsetDateTime now) {
        return record(run, result, inputs, Judged.NOTHING, manifestHash, folder, causes, draft, now);
    }

    /** The same with what was judged. */
    public ChainHead record(
            RunIdentity run,
            RunResult result,
            List<InputFile> inputs,
            Judged judged,
            String manifestHash,
            String folder,
            List<ClosedPeriod.Part> causes,
            LedgerChain.Draft draft,
            OffsetDateTime now) {
        AtomicReference<ChainHead> head = new AtomicReference<>();
        sql.transaction(connection -> {
            for (Map.Entry<String, List<NewRow>> table : rows(
                            run, result, inputs, judged, manifestHash, folder, causes, now)
                    .entrySet()) {
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
        });
        return head.get();
    }

    /** Table → the rows of a revision, each table after those that it refers to. */
    private static Map<String, List<NewRow>> rows(
            RunIdentity run,
            RunResult result,
            List<InputFile> inputs,
            Judged judged,
            String manifestHash,
            String folder,
            List<ClosedPeriod.Part> causes,
            OffsetDateTime now) {
        Map<String, List<NewRow>> rows = new LinkedHashMap<>();
        rows.put(
                "run",
                List.of(NewRow.of(run)
                        .with("run_id", run.id())
                        .with("as_of", run.asOf())
                        .with("plan", run.plan())
                        .with("plan_hash", run.planHash())
                        .with("exports_hash", run.exportsHash())
                        .with("calendar_hash", run.calendarHash())
                        .with("engine", run.engine())
                        .with("manifest_hash", manifestHash)
                        .with("folder", folder)
                        .with("recorded_at", now)));
        rows.put("run_input", inputRows(run, inputs));
        scoreRows(run, result, rows);
        rows.put("run_payout", payoutRows(run, result));
        rows.put("run_payout_held", heldRows(run, result));
        rows.putAll(DecisionRows.of(run, result.trail()));
        rows.put("run_pay_cause", PayCauses.rows(run, causes));
        ProfileRows.of(run, result, judged, rows);
        return rows;
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

    private static List<NewRow> inputRows(RunIdentity run, List<InputFile> inputs) {
        List<NewRow> rows = new ArrayList<>();
        for (InputFile file : inputs) {
            InputFile.Counts counts = file.rows();
            rows.add(NewRow.of(run)
                    .with("number", rows.size() + 1)
                    .with("dataset", file.dataset())
                    .with("file_name", file.name())
                    .with("bytes", file.bytes())
                    .with("sha256", file.sha256())
                    .with("rows_read", counts.read())
                    .with("rows_used", counts.used())
                    .with("rows_out", counts.outOfWindow())
                    .with("rows_rejected", counts.rejected())
                    .with("rows_double", counts.duplicate()));
        }
        return rows;
    }

    private static void scoreRows(RunIdentity run, RunResult result, Map<String, List<NewRow>> rows) {
        List<NewRow> scores = new ArrayList<>();
        List<NewRow> dimensions = new ArrayList<>();
        for (RankedScorecard card : result.book().cards()) {
            String id = card.participant().id();
            boolean held = card.status() == RankedScorecard.Status.HELD;
            NewRow person = NewRow.of(run).with("employee_id", id);
            scores.add(person.with("status", card.status().code())
                    .with("bonus", card.card().bonus().decimal())
                    .with("individual", held ? null : decimal(card.card().individual()))
                    .with("team_score", decimal(card.pooled().team().points()))
                    .with("final_score", decimal(card.pooled().score()))
                    .with("grade", card.grade().orElse(null))
                    .with("grade_cap", card.card().compliance().gradeCap().orElse(null))
                    .with("vetoed", card.card().compliance().isVetoed()));
            if (!held) {
                card.card().dimensions().values().forEach(dimension -> dimension
                        .points()
                        .ifPresent(points -> dimensions.add(
                                person.with("dimension", dimension.dimension()).with("points", points.decimal()))));
            }
        }
        rows.put("run_score", scores);
        rows.put("run_dimension", dimensions);
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
                                (String) row.get("line_id"), (BigDecimal) row.get("amount"), (String)
                                        row.get("status")))
                        .toList());
    }

    /** Made one by one as they are asked for: a national payout has a million cells. */
    private static List<NewRow> payoutRows(RunIdentity run, RunResult result) {
        List<PayoutLine> lines = result.payout();
        return new AbstractList<>() {
            @Override
            public NewRow get(int at) {
                return payoutRow(run, result, lines.get(at), at + 1);
            }

            @Override
            public int size() {
                return lines.size();
            }
        };
    }

    private static NewRow payoutRow(RunIdentity run, RunResult result, PayoutLine line, int number) {
        return NewRow.of(run)
                .with("line_id", line.id(run.job(), run.revision()))
                .with("number", number)
                .with("employee_id", line.employee().id())
                .with("component", line.component().code())
                .with("source_period", line.sourcePeriod().toString())
                .with("basis", line.basis().plain())
                .with("rate", line.rate().map(Fraction::plain).orElse(""))
                .with("amount", line.amount().amount())
                .with("currency", result.input().plan().currency())
                .with("status", line.status().code())
                .with("note", line.note().en())
                .with("name", line.employee().name())
                .with("team", line.employee().team())
                .with("cost_center", line.employee().costCenter())
                .with(
                        "corrects",
                        line.corrects()
                                .map(corrects -> corrects.component().code())
                                .orElse(""))
                .with(
                        "by_revision",
                        line.corrects().map(PayoutLine.Correction::revision).orElse(null))
                .with("note_zh", line.note().zh())
                .with("rule", line.rule());
    }

    /** What holds a line: a row each, for an id may hold any character. */
    private static List<NewRow> heldRows(RunIdentity run, RunResult result) {
        List<NewRow> rows = new ArrayList<>();
        for (PayoutLine line : result.payout()) {
            for (int i = 0; i < line.heldBy().size(); i++) {
                rows.add(NewRow.of(run)
                        .with("line_id", line.id(run.job(), run.revision()))
                        .with("number", i + 1)
                        .with("reference", line.heldBy().get(i)));
            }
        }
        return rows;
    }
}
