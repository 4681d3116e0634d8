package dev.steelyard.ledger.records;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.govern.Decider;
import dev.steelyard.engine.govern.Held;
import dev.steelyard.engine.govern.PeriodDecision;
import dev.steelyard.engine.govern.PeriodStanding;
import dev.steelyard.engine.unit.Money;
import dev.steelyard.ledger.database.ChainHead;
import dev.steelyard.ledger.database.ChainLink;
import dev.steelyard.ledger.database.LedgerChain;
import dev.steelyard.ledger.database.NewRow;
import dev.steelyard.ledger.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;

/** What was decided about periods, and what was paid by it. Rows are added, never changed. */
public final class PeriodBook {

    private final Sql sql;
    private final LedgerChain chain;

    public PeriodBook(DataSource source) {
        this.sql = new Sql(source);
        this.chain = new LedgerChain(source);
    }

    /**
     * What a close publishes beside its decision.
     *
     * @param runId of the revision that is closed
     * @param folder of the closed edition, relative to the output
     */
    public record ClosedEdition(String runId, String manifestHash, String folder) {}

    /** Period → how it stands, of the periods of a job about which something was decided. */
    public Map<Period, PeriodStanding> standings(String job) {
        return PeriodStanding.byPeriod(sql.query(
                "select * from period_decision where job = ? order by period, number", PeriodBook::decision, job));
    }

    public PeriodStanding standing(String job, Period period) {
        return standings(job).getOrDefault(period, PeriodStanding.OPEN);
    }

    /** What the close released; nothing where the decision is none. */
    public List<Payment> payments(PeriodDecision close) {
        return payments(key(close));
    }

    /** What the close released that published the edition. */
    public List<Payment> payments(Recorded edition) {
        return payments(edition.job(), edition.period().toString(), edition.number());
    }

    private List<Payment> payments(Object... key) {
        return sql.query(
                "select * from period_payment where job = ? and period = ? and number = ? order by line_id",
                row -> new Payment(
                        row.getString("line_id"),
                        row.getString("employee_id"),
                        row.getString("component"),
                        row.getString("corrects"),
                        Period.parse(row.getString("source_period")).orElseThrow(),
                        new Money(row.getBigDecimal("amount")),
                        row.getString("currency")),
                key);
    }

    /** Whom the close did not pay, and why. */
    public List<Held> held(PeriodDecision close) {
        return sql.query(
                """
                select * from period_held where job = ? and period = ? and number = ?
                order by employee_id, cause, reference
                """,
                row -> new Held(
                        row.getString("employee_id"),
                        Held.Cause.of(row.getString("cause")),
                        row.getString("reference")),
                key(close));
    }

    /** The folder that the close published. */
    public Optional<ClosedEdition> edition(PeriodDecision close) {
        return sql
                .query(
                        "select * from period_edition where job = ? and period = ? and number = ?",
                        row -> new ClosedEdition(
                                row.getString("run_id"), row.getString("manifest_hash"), row.getString("folder")),
                        key(close))
                .stream()
                .findFirst();
    }

    /**
     * A closed edition and whose it is.
     *
     * @param number of the decision
     */
    public record Recorded(String job, Period period, int number, ClosedEdition edition) {}

    /** Every closed edition. */
    public List<Recorded> editions() {
        return sql.query(
                "select * from period_edition order by job, period, number",
                row -> new Recorded(
                        row.getString("job"),
                        Period.parse(row.getString("period")).orElseThrow(),
                        row.getInt("number"),
                        new ClosedEdition(
                                row.getString("run_id"), row.getString("manifest_hash"), row.getString("folder"))));
    }

    /**
     * Keeps a signature or a reopening.
     *
     * @return the end of the ledger's chain with it
     */
    public ChainHead record(PeriodDecision decision, OffsetDateTime now) {
        return record(decision, rows(decision, now), "", chain.draft(rows(decision, null)));
    }

    /**
     * What the chain will hold of a close that is about to be recorded; its manifest says so.
     *
     * @param folder of the closed edition, relative to the output
     */
    public LedgerChain.Draft draft(
            PeriodDecision decision, List<Payment> payments, List<Held> held, String runId, String folder) {
        return chain.draft(rows(decision, payments, held, new ClosedEdition(runId, "", folder), null));
    }

    /**
     * Keeps a close with what it pays, whom it holds and what it published, all in one transaction.
     *
     * @param draft what the closed edition's manifest says of it
     * @return the end of the ledger's chain with it
     */
    public ChainHead close(
            PeriodDecision decision,
            List<Payment> payments,
            List<Held> held,
            ClosedEdition edition,
            LedgerChain.Draft draft,
            OffsetDateTime now) {
        return record(decision, rows(decision, payments, held, edition, now), edition.manifestHash(), draft);
    }

    private ChainHead record(
            PeriodDecision decision, Map<String, List<NewRow>> rows, String manifestHash, LedgerChain.Draft draft) {
        AtomicReference<ChainHead> head = new AtomicReference<>();
        sql.transaction(connection -> {
            for (Map.Entry<String, List<NewRow>> table : rows.entrySet()) {
                Sql.insert(connection, table.getKey(), table.getValue());
            }
            head.set(LedgerChain.append(
                    connection,
                    ChainLink.Kind.DECISION,
                    decision.job(),
                    decision.period().toString(),
                    decision.number(),
                    manifestHash,
                    draft));
        });
        return head.get();
    }

    private static Map<String, List<NewRow>> rows(PeriodDecision decision, OffsetDateTime now) {
        return Map.of("period_decision", List.of(row(decision, now)));
    }

    /** Table → the rows of a close, each table after those that it refers to. */
    private static Map<String, List<NewRow>> rows(
            PeriodDecision decision,
            List<Payment> payments,
            List<Held> held,
            ClosedEdition edition,
            OffsetDateTime now) {
        Map<String, List<NewRow>> rows = new LinkedHashMap<>(rows(decision, now));
        rows.put(
                "period_edition",
                List.of(NewRow.of(decision)
                        .with("run_id", edition.runId())
                        .with("manifest_hash", edition.manifestHash())
                        .with("folder", edition.folder())));
        rows.put(
                "period_payment",
                payments.stream()
                        .map(payment -> NewRow.of(decision)
                                .with("line_id", payment.lineId())
                                .with("employee_id", payment.employeeId())
                                .with("component", payment.component())
                                .with("corrects", payment.corrects())
                                .with("source_period", payment.sourcePeriod().toString())
                                .with("amount", payment.amount().amount())
                                .with("currency", payment.currency()))
                        .toList());
        rows.put(
                "period_held",
                held.stream()
                        .map(person -> NewRow.of(decision)
                                .with("employee_id", person.employeeId())
                                .with("cause", person.cause().code())
                                .with("reference", person.reference()))
                        .toList());
        return rows;
    }

    private static Object[] key(PeriodDecision decision) {
        return new Object[] {decision.job(), decision.period().toString(), decision.number()};
    }

    private static NewRow row(PeriodDecision decision, OffsetDateTime now) {
        return NewRow.of(decision)
                .with("kind", decision.kind().code())
                .with("revision", decision.revision())
                .with("role", decision.role())
                .with("by_name", decision.by().name())
                .with("reason", decision.reason())
                .with("as_of", decision.asOf())
                .with("recorded_at", now)
                .with("by_id", decision.by().employeeId())
                .with("account", decision.by().account());
    }

    private static PeriodDecision decision(ResultSet row) throws SQLException {
        return new PeriodDecision(
                row.getString("job"),
                Period.parse(row.getString("period")).orElseThrow(),
                row.getInt("number"),
                PeriodDecision.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getInt("revision"),
                row.getString("role"),
                new Decider(row.getString("by_name"), row.getString("by_id"), row.getString("account")),
                row.getString("reason"),
                row.getObject("as_of", LocalDate.class));
    }
}
