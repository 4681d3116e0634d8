package dev.steelyard.ledger.records;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.govern.ClosedPeriod.Changes;
import dev.steelyard.engine.govern.ClosedPeriod.Earned;
import dev.steelyard.engine.govern.ClosedPeriod.Paid;
import dev.steelyard.engine.govern.Past;
import dev.steelyard.engine.govern.PeriodDecision;
import dev.steelyard.engine.govern.ReasonWords;
import dev.steelyard.engine.govern.Recipient;
import dev.steelyard.engine.pay.PaidPeriods;
import dev.steelyard.engine.pay.PayoutLine.Component;
import dev.steelyard.engine.pay.PayoutLine.Correction;
import dev.steelyard.engine.pay.PayoutLine.Status;
import dev.steelyard.engine.plan.Name;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Money;
import dev.steelyard.ledger.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** What revisions said and closes paid, as true-ups compare it. */
public final class PaymentHistory {

    private static final String IN_FORCE =
            """
            select kind, decision_id, subject, concerns, reason from run_decision
            where job = ? and period = ? and revision = ? and subject_type = 'employee' and outcome = 'in_force'
            order by kind, decision_id
            """;

    private final Sql sql;

    public PaymentHistory(DataSource source) {
        this.sql = new Sql(source);
    }

    /**
     * The lines of a revision that its own period earned, or takes back for returns, in their order; without those of people who are
     * held: nothing is owed to them yet.
     */
    public List<Earned> earned(Publication revision) {
        Map<String, List<String>> held = held(revision);
        return sql.query(
                """
                select * from run_payout y
                where job = ? and period = ? and revision = ?
                and component not in ('true_up', 'recovery_carried', 'recovery')
                and (status <> 'on_hold' or exists (
                    select 1 from run_payout_held h
                    where h.job = y.job and h.period = y.period and h.revision = y.revision and h.line_id = y.line_id))
                order by number
                """,
                row -> new Earned(recipient(row), component(row, "component"), amount(row), of(row, held)),
                key(revision));
    }

    /** The lines of a revision, as returns take them back. */
    public List<PaidPeriods.Line> paidLines(Publication revision) {
        Map<String, List<String>> held = held(revision);
        return sql.query(
                "select * from run_payout where job = ? and period = ? and revision = ? order by number",
                row -> new PaidPeriods.Line(
                        row.getString("employee_id"),
                        row.getString("team"),
                        component(row, "component"),
                        Period.parse(row.getString("source_period")).orElseThrow(),
                        fraction(row.getString("basis")),
                        fraction(row.getString("rate")),
                        amount(row),
                        row.getString("note"),
                        Objects.requireNonNullElse(row.getString("rule"), ""),
                        row.getString("status").equals(Status.ON_HOLD.code()),
                        of(row, held)),
                key(revision));
    }

    private static Fraction fraction(String number) {
        return number == null || number.isBlank() ? Fraction.ZERO : Fraction.parse(number);
    }

    /** A line of a revision as {@code payout.csv} has it. */
    public record Line(
            String lineId,
            String employeeId,
            String component,
            Period sourcePeriod,
            String basis,
            String rate,
            Money amount,
            String currency,
            String status) {}

    /** Every line of a revision, in their order. */
    public List<Line> lines(Publication revision) {
        return sql.query(
                "select * from run_payout where job = ? and period = ? and revision = ? order by number",
                row -> new Line(
                        row.getString("line_id"),
                        row.getString("employee_id"),
                        row.getString("component"),
                        Period.parse(row.getString("source_period")).orElseThrow(),
                        row.getString("basis"),
                        row.getString("rate"),
                        amount(row),
                        row.getString("currency"),
                        row.getString("status")),
                key(revision));
    }

    /** What a close of the revision would pay. */
    public List<Payment> payable(Publication revision) {
        return sql.query(
                """
                select * from run_payout where job = ? and period = ? and revision = ? and status = 'pay'
                order by number
                """,
                row -> new Payment(
                        row.getString("line_id"),
                        row.getString("employee_id"),
                        row.getString("component"),
                        row.getString("corrects"),
                        Period.parse(row.getString("source_period")).orElseThrow(),
                        amount(row),
                        row.getString("currency")),
                key(revision));
    }

    /** The true-ups of a revision, in their order. */
    public List<Past.TrueUp> trueUps(Publication revision) {
        Map<String, List<String>> held = held(revision);
        return sql.query(
                """
                select * from run_payout
                where job = ? and period = ? and revision = ? and component = 'true_up'
                order by number
                """,
                row -> new Past.TrueUp(
                        recipient(row),
                        Integer.parseInt(row.getString("line_id").replaceFirst(".*-", "")),
                        Period.parse(row.getString("source_period")).orElseThrow(),
                        new Correction(component(row, "corrects"), row.getInt("by_revision")),
                        amount(row),
                        Said.of("name", "name", new Name(row.getString("note_zh"), row.getString("note"))),
                        of(row, held)),
                key(revision));
    }

    /** Period → what these closes of a job paid for its run: a true-up pays for the period that it makes good. */
    public Map<Period, List<Paid>> paid(Collection<PeriodDecision> closes) {
        Map<Period, List<Paid>> paid = new HashMap<>();
        for (PeriodDecision close : closes) {
            sql.query(
                    """
                    select y.employee_id, y.name, y.team, y.cost_center, p.component, p.corrects,
                           case when p.corrects = '' then p.period else p.source_period end as paid_for, p.amount,
                           y.by_revision
                    from period_payment p join run_payout y on y.line_id = p.line_id
                    where p.job = ? and p.period = ? and p.number = ?
                    and p.component not in ('recovery_carried', 'recovery')
                    order by y.number
                    """,
                    row -> paid.computeIfAbsent(
                                    Period.parse(row.getString("paid_for")).orElseThrow(), period -> new ArrayList<>())
                            .add(new Paid(
                                    recipient(row),
                                    component(row, row.getString("corrects").isEmpty() ? "component" : "corrects"),
                                    amount(row),
                                    row.getInt("by_revision"))),
                    close.job(),
                    close.period().toString(),
                    close.number());
        }
        return paid;
    }

    /** Employee id → what a close carried over, if asked, less what it recovered. */
    public Map<String, Money> balances(PeriodDecision close, boolean carried) {
        Map<String, Money> balances = new HashMap<>();
        sql.query(
                """
                select employee_id, amount from period_payment
                where job = ? and period = ? and number = ? and component in (?, 'recovery')
                """,
                row -> balances.merge(row.getString("employee_id"), amount(row), Money::plus),
                close.job(),
                close.period().toString(),
                close.number(),
                carried ? "recovery_carried" : "recovery");
        return balances;
    }

    /**
     * Employee id → what a revision would take back of people who are not in it, and nothing but that keeps from being taken: a claim
     * (rulings 123).
     */
    public Map<String, Money> claims(Publication revision) {
        return onHold(
                """
                select employee_id, amount from run_payout y
                where job = ? and period = ? and revision = ? and component = 'return_reversal' and status = 'on_hold'
                and not exists (
                    select 1 from run_payout_held h
                    where h.job = y.job and h.period = y.period and h.revision = y.revision and h.line_id = y.line_id)
                and not exists (
                    select 1 from run_score s
                    where s.job = y.job and s.period = y.period and s.revision = y.revision
                    and s.employee_id = y.employee_id)
                """,
                revision,
                Money::negate);
    }

    /** Employee id → what of a balance a revision says was settled outside of pay; not above 0. */
    public Map<String, Money> settlements(Publication revision) {
        return onHold(
                """
                select employee_id, amount from run_payout
                where job = ? and period = ? and revision = ? and component = 'recovery' and status = 'on_hold'
                """,
                revision,
                amount -> amount);
    }

    private Map<String, Money> onHold(String query, Publication revision, UnaryOperator<Money> sign) {
        Map<String, Money> sums = new HashMap<>();
        sql.query(
                query,
                row -> sums.merge(row.getString("employee_id"), sign.apply(amount(row)), Money::plus),
                key(revision));
        return sums;
    }

    /** What differs between two revisions of a period. */
    public Changes changes(Publication closed, Publication newest) {
        if (closed.revision() == newest.revision()) {
            return Changes.NONE;
        }
        return new Changes(
                decisions(closed, newest),
                datasets(closed, newest),
                rules(closed, newest),
                new PayCauses(sql).between(closed, newest));
    }

    /** Employee → decisions of their own that the newest revision is made by and the closed one was not. */
    private Map<String, List<Said>> decisions(Publication closed, Publication newest) {
        Set<List<String>> known = new HashSet<>(
                sql.query(IN_FORCE, row -> List.of(row.getString("kind"), row.getString("decision_id")), key(closed)));
        Map<String, List<Said>> decisions = new HashMap<>();
        sql.query(
                IN_FORCE,
                row -> {
                    String id = row.getString("decision_id");
                    if (!known.contains(List.of(row.getString("kind"), id))) {
                        decisions
                                .computeIfAbsent(row.getString("subject"), subject -> new ArrayList<>())
                                .add(
                                        row.getString("kind").equals("appeal")
                                                ? ReasonWords.appealUpheld(id, row.getString("concerns"))
                                                : ReasonWords.calibrated(id, row.getString("reason")));
                    }
                    return id;
                },
                key(newest));
        return decisions;
    }

    private List<String> datasets(Publication closed, Publication newest) {
        Set<Input> before = new HashSet<>(inputs(closed));
        Set<Input> after = new HashSet<>(inputs(newest));
        return Stream.concat(before.stream(), after.stream())
                .filter(input -> !before.contains(input) || !after.contains(input))
                .map(Input::dataset)
                .distinct()
                .sorted()
                .toList();
    }

    private record Input(String dataset, String sha256) {}

    private List<Input> inputs(Publication revision) {
        return sql.query(
                "select dataset, sha256 from run_input where job = ? and period = ? and revision = ?",
                row -> new Input(row.getString("dataset"), row.getString("sha256")),
                key(revision));
    }

    private List<Said> rules(Publication closed, Publication newest) {
        List<String> before = rules(closed);
        List<String> after = rules(newest);
        List<Said> changed = new ArrayList<>();
        List<Said> names = List.of(
                Said.of("trueUp.why.plan"),
                Said.of("trueUp.why.exports"),
                Said.of("trueUp.why.calendar"),
                Said.of("trueUp.why.engine"));
        for (int i = 0; i < names.size(); i++) {
            if (!Objects.equals(before.get(i), after.get(i))) {
                changed.add(names.get(i));
            }
        }
        return changed;
    }

    private List<String> rules(Publication revision) {
        return sql.query(
                        "select * from run where job = ? and period = ? and revision = ?",
                        row -> List.of(
                                row.getString("plan_hash"),
                                row.getString("exports_hash"),
                                row.getString("calendar_hash"),
                                row.getString("engine")),
                        key(revision))
                .get(0);
    }

    private static Object[] key(Publication revision) {
        return new Object[] {revision.job(), revision.period().toString(), revision.revision()};
    }

    private static Recipient recipient(ResultSet row) throws SQLException {
        return new Recipient(
                row.getString("employee_id"),
                row.getString("name"),
                row.getString("team"),
                row.getString("cost_center"));
    }

    private static Component component(ResultSet row, String column) throws SQLException {
        return Component.of(row.getString(column));
    }

    private static Money amount(ResultSet row) throws SQLException {
        return new Money(row.getBigDecimal("amount"));
    }

    /** Line id → the events and appeals that hold it, in their order. */
    private Map<String, List<String>> held(Publication revision) {
        Map<String, List<String>> held = new HashMap<>();
        sql.query(
                """
                select line_id, reference from run_payout_held where job = ? and period = ? and revision = ?
                order by line_id, number
                """,
                row -> held.computeIfAbsent(row.getString("line_id"), line -> new ArrayList<>())
                        .add(row.getString("reference")),
                key(revision));
        return held;
    }

    private static List<String> of(ResultSet row, Map<String, List<String>> held) throws SQLException {
        return held.getOrDefault(row.getString("line_id"), List.of());
    }
}
