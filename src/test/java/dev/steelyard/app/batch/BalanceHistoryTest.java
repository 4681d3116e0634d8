package dev.steelyard.app.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.app.calculation.JobPast;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.calendar.WorkingDays;
import dev.steelyard.engine.dataset.Row;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.govern.Decider;
import dev.steelyard.engine.govern.Past;
import dev.steelyard.engine.govern.PeriodDecision;
import dev.steelyard.engine.measure.Accumulator;
import dev.steelyard.engine.measure.Demand;
import dev.steelyard.engine.measure.Gauge;
import dev.steelyard.engine.measure.Measurements;
import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.engine.pay.PayoutLine.Component;
import dev.steelyard.engine.pay.ReturnLines;
import dev.steelyard.engine.plan.Name;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.SourceRef;
import dev.steelyard.engine.register.History;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.run.Calculation;
import dev.steelyard.engine.run.Purpose;
import dev.steelyard.engine.run.RuleHashes;
import dev.steelyard.engine.run.RunIdentity;
import dev.steelyard.engine.run.RunInput;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.engine.unit.Money;
import dev.steelyard.input.exports.RowSink;
import dev.steelyard.input.exports.SingleRow;
import dev.steelyard.input.planfile.CalendarFile;
import dev.steelyard.input.planfile.ExportsFile;
import dev.steelyard.input.planfile.PlanFile;
import dev.steelyard.ledger.database.LedgerDatabase;
import dev.steelyard.ledger.records.Ledger;
import dev.steelyard.ledger.records.NewRevision;
import dev.steelyard.ledger.records.Payment;
import dev.steelyard.ledger.records.PaymentHistory;
import dev.steelyard.ledger.records.PeriodBook;
import dev.steelyard.ledger.records.PeriodBook.ClosedEdition;
import dev.steelyard.ledger.records.Publication;
import dev.steelyard.output.workbook.Balances;
import dev.steelyard.output.workbook.Report;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the recovery limit carries over, over histories of chance of two jobs: runs on changing facts, closes in any order that the
 * verbs allow, reopenings. In the end everybody was paid what the facts say and what is still owed besides, and nobody gave more than
 * they owed (rules.md 8.8; rulings 116, 130, 136). {@code -Dproof.seeds=0..999} takes more of them.
 */
class BalanceHistoryTest {

    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-12-12T09:00:00+08:00");
    private static final LocalDate AS_OF = LocalDate.of(2026, 12, 12);
    private static final Map<String, Schema> SCHEMAS = ExportsFile.read(Path.of("jobs/exports.yaml"));
    private static final Plan PLAN = PlanFile.read(Path.of("jobs/plans/reference-2026.yaml"), SCHEMAS);
    private static final WorkingDays CALENDAR = CalendarFile.read(Path.of("jobs/calendar"));
    private static final List<String> PEOPLE = List.of("E1", "E2", "E3");

    /** Whose sale of July came back in August and September, and who may have left by then. */
    private static final String SELLER = "E4";

    /** The days from which and to which the seller is employed, as the roster may come to say. */
    private static final List<Map<String, String>> EMPLOYED = List.of(
            Map.of("hire_date", "2015-01-01"),
            Map.of("hire_date", "2015-01-01", "leave_date", "2026-07-31"),
            Map.of("hire_date", "2015-01-01", "leave_date", "2026-08-31"),
            Map.of("hire_date", "2026-09-01"),
            Map.of("hire_date", "2026-10-01", "leave_date", "2026-10-31"));

    private static final List<Turn> TURNS =
            List.of(Turn.month(7), Turn.month(8), Turn.month(9), Turn.quarter(3), Turn.month(10));

    private static final List<Turn> LATER = List.of(Turn.month(11), Turn.month(12), Turn.quarter(4));

    /** A period of a job. */
    private record Turn(String job, Period period) {
        static Turn month(int month) {
            return new Turn("month-end", Period.month(2026, month));
        }

        static Turn quarter(int quarter) {
            return new Turn("quarter-end", Period.parse("2026-Q" + quarter).orElseThrow());
        }
    }

    /** What may change of somebody between two runs, with the rows that say so. */
    private enum Twist {
        MOVED(
                "assignments",
                "employee_id=E1 from=2020-01-01 to=2026-08-14 track=mature team=T1 region=East",
                "employee_id=E1 from=2026-08-15 track=innovation team=T2 region=East"),
        MOVED_ON(
                "assignments",
                "employee_id=E2 from=2020-01-01 to=2026-07-31 track=mature team=T1 region=East",
                "employee_id=E2 from=2026-08-01 track=dealer team=T1 region=East"),
        AWAY("leave", "leave_id=L1 employee_id=E2 kind=maternity from=2026-08-01 to=2026-08-31"),
        SICK("leave", "leave_id=L2 employee_id=E3 kind=sick from=2026-09-01 to=2026-09-10"),
        SHARED("splits", "order_line_id=S employee_id=E4 share=60%", "order_line_id=S employee_id=E3 share=40%"),
        SHARED_LATER(
                "splits",
                "order_line_id=E32026-08 employee_id=E1 share=33.33%",
                "order_line_id=E32026-08 employee_id=E3 share=66.67%"),
        VETOED(
                "compliance_events",
                "event_id=EV employee_id=E3 kind=bribery severity=veto status=verified event_date=2026-08-01 verified_date=2026-08-20"),
        DISMISSED(
                "appeals",
                "appeal_id=A1 employee_id=E3 period=2026-08 indicator=EV submitted_at=2026-08-21 decision=upheld decided_at=2026-08-25 effect=dismiss_event"),
        GRADED(
                "appeals",
                "appeal_id=A2 employee_id=E4 period=2026-07 indicator=sales_growth submitted_at=2026-08-03 decision=upheld decided_at=2026-08-05 effect=set_value effect_value=-0.5"),
        CALIBRATED(
                "calibrations",
                "decision_id=D1 decided_date=2026-08-20 subject_type=employee subject=E3 indicator=sales_amount period=2026-08 new_target=4000 reason=x approvers=a;b"),
        RETURNED(
                "orders",
                "order_line_id=R3 order_date=2026-08-12 employee_id=E3 customer_id=C product_id=M amount=-1500 original_line_id=E32026-07"),
        RETURNED_OF_A_MOVER(
                "orders",
                "order_line_id=R4 order_date=2026-09-12 employee_id=E3 customer_id=C product_id=M amount=-900 original_line_id=E12026-08"),
        RETURNED_OF_A_SHARE(
                "orders",
                "order_line_id=R5 order_date=2026-09-20 employee_id=E3 customer_id=C product_id=M amount=-1500 original_line_id=E32026-08");

        private final String dataset;
        private final List<String> rows;

        Twist(String dataset, String... rows) {
            this.dataset = dataset;
            this.rows = List.of(rows);
        }
    }

    @TempDir
    Path folder;

    static LongStream seeds() {
        String[] ends = System.getProperty("proof.seeds", "0..5").split("\\.\\.");
        return LongStream.rangeClosed(Long.parseLong(ends[0]), Long.parseLong(ends[1]));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aBalanceIsNeverLostAndNeverTakenTwice(long seed) throws IOException {
        try (LedgerDatabase database = LedgerDatabase.open(folder, Optional.of("jdbc:h2:mem:balances" + seed))) {
            Company company = new Company(database, new Random(seed));
            IntStream.range(0, 50).forEach(step -> company.step());
            // The quarter is often closed after the month that follows it.
            company.settle(seed % 2 == 0 ? List.of(0, 1, 2, 3, 4) : List.of(0, 1, 2, 4, 3));
            company.check();
        }
    }

    /** The same of people who move, are away, share an order, take sales back, are vetoed or appeal, as the facts come and go between the runs. */
    @ParameterizedTest
    @MethodSource("seeds")
    void norWhoeverMovesSharesAndAppeals(long seed) throws IOException {
        try (LedgerDatabase database = LedgerDatabase.open(folder, Optional.of("jdbc:h2:mem:mixed" + seed))) {
            Company company = new Company(database, new Random(seed));
            company.mix();
            IntStream.range(0, 60).forEach(step -> company.step());
            company.settle(seed % 2 == 0 ? List.of(0, 1, 2, 3, 4) : List.of(0, 1, 2, 4, 3));
            company.check();
        }
    }

    /** A month that follows has taken 600 of 800 already; the quarter's limit leaves room for as much. */
    @Test
    void aQuarterThatIsClosedLastTakesOnlyWhatIsLeft() throws IOException {
        try (LedgerDatabase database = LedgerDatabase.open(folder, Optional.of("jdbc:h2:mem:last"))) {
            Company company = new Company(database, new Random(0));
            company.decide(Map.of("2026-07", -1400, "2026-08", -600, "2026-09", -600, "2026-Q3", 3000));
            company.settle(List.of(0, 1, 2, 4, 3));
            assertThat(company.balancesOf("E1"))
                    .containsExactly("2026-07 800.00", "2026-10 -600.00", "2026-Q3 -200.00");
            company.check();
        }
    }

    /** The month was opened again and carries nothing over any more, after a quarter had taken some of it. */
    @Test
    void whatWasTakenOfABalanceThatIsNoneAnyMoreIsGivenBack() throws IOException {
        try (LedgerDatabase database = LedgerDatabase.open(folder, Optional.of("jdbc:h2:mem:back"))) {
            Company company = new Company(database, new Random(0));
            company.decide(Map.of("2026-07", -1400, "2026-08", -600, "2026-09", -600, "2026-Q3", 3000));
            TURNS.subList(0, 4).forEach(company::run);
            TURNS.subList(0, 4).forEach(company::close);
            assertThat(company.balancesOf("E1")).containsExactly("2026-07 800.00", "2026-Q3 -600.00");
            List.of(2, 1, 0).forEach(turn -> company.reopen(TURNS.get(turn)));
            company.decide(Map.of("2026-07", 0, "2026-08", 0, "2026-09", 0, "2026-Q3", 3000));
            company.settle(List.of(0, 1, 2, 3, 4));
            assertThat(company.balancesOf("E1")).containsExactly("2026-07 600.00", "2026-Q3 -600.00");
            company.check();
        }
    }

    /** Who left before the sale came back owes the commission, however the roster of later months has it. */
    @Test
    void aReturnOfWhoLeftIsAClaimUntilItIsTaken() throws IOException {
        try (LedgerDatabase database = LedgerDatabase.open(folder, Optional.of("jdbc:h2:mem:left"))) {
            Company company = new Company(database, new Random(0));
            company.decide(Map.of());
            company.employed(1);
            TURNS.subList(0, 3).forEach(company::run);
            assertThat(company.claims()).isEmpty();
            company.close(TURNS.get(0));
            company.close(TURNS.get(1));
            Map<String, Money> august = company.claims();
            assertThat(august.keySet()).containsExactly(SELLER);
            assertThat(august.get(SELLER).signum()).isPositive();
            company.close(TURNS.get(2));
            Map<String, Money> claim = company.claims();
            assertThat(claim.get(SELLER)).isGreaterThan(august.get(SELLER));
            Balances sheet = company.sheet();
            assertThat(sheet.people()).containsExactly(SELLER);
            assertThat(sheet.before(SELLER)).isEqualTo(august.get(SELLER));
            assertThat(sheet.after(SELLER)).isEqualTo(claim.get(SELLER));
            List.of(2, 1).forEach(turn -> company.reopen(TURNS.get(turn)));
            assertThat(company.claims()).isEmpty();
            company.settle(List.of(0, 1, 2, 3, 4));
            assertThat(company.claims()).isEqualTo(claim);
            company.check();
        }
    }

    /** Who left and is hired again gives what was claimed, within the limit and once. */
    @Test
    void aClaimIsTakenOfWhoComesBack() throws IOException {
        try (LedgerDatabase database = LedgerDatabase.open(folder, Optional.of("jdbc:h2:mem:again"))) {
            Company company = new Company(database, new Random(0));
            company.decide(Map.of());
            company.employed(1);
            TURNS.subList(0, 3).forEach(company::run);
            TURNS.subList(0, 3).forEach(company::close);
            Money claim = company.claims().get(SELLER);
            company.employed(3);
            company.run(TURNS.get(4));
            company.close(TURNS.get(4));
            assertThat(company.claims()).isEmpty();
            assertThat(company.balancesOf(SELLER)).containsExactly("2026-10 " + claim.negate());
            company.run(LATER.get(0));
            company.close(LATER.get(0));
            assertThat(company.balancesOf(SELLER)).hasSize(1);
            company.check();
        }
    }

    /** The returns turn out to be none after their claim was taken: also who is gone again gets it back. */
    @Test
    void whatWasTakenOfAClaimThatIsNoneIsGivenBackToWhoIsGone() throws IOException {
        try (LedgerDatabase database = LedgerDatabase.open(folder, Optional.of("jdbc:h2:mem:gone"))) {
            Company company = new Company(database, new Random(0));
            company.decide(Map.of());
            company.employed(1);
            TURNS.subList(0, 3).forEach(company::run);
            TURNS.subList(0, 3).forEach(company::close);
            Money claim = company.claims().get(SELLER);
            company.employed(4);
            company.run(TURNS.get(4));
            company.close(TURNS.get(4));
            company.returned(false);
            TURNS.subList(1, 3).forEach(company::run);
            company.run(LATER.get(0));
            company.close(LATER.get(0));
            assertThat(company.balancesOf(SELLER)).contains("2026-10 " + claim.negate(), "2026-11 " + claim);
            company.check();
        }
    }

    /** What was settled outside of pay is owed no more, whoever comes back; more than is owed settles nothing. */
    @Test
    void aClaimThatWasSettledOtherwiseIsNotTaken() throws IOException {
        try (LedgerDatabase database = LedgerDatabase.open(folder, Optional.of("jdbc:h2:mem:settled"))) {
            Company company = new Company(database, new Random(0));
            company.decide(Map.of());
            company.employed(1);
            TURNS.subList(0, 3).forEach(company::run);
            TURNS.subList(0, 3).forEach(company::close);
            Money claim = company.claims().get(SELLER);
            Money paid = company.paid(SELLER);
            company.settled(claim.plus(new Money(new BigDecimal("0.01"))));
            company.run(TURNS.get(4));
            assertThat(company.sheet().after(SELLER)).isEqualTo(claim);
            company.settled(claim);
            company.run(TURNS.get(4));
            assertThat(company.sheet().recovered(SELLER)).isEqualTo(claim.negate());
            assertThat(company.sheet().after(SELLER)).isEqualTo(Money.ZERO);
            company.close(TURNS.get(4));
            assertThat(company.claims()).isEmpty();
            company.employed(3);
            company.run(LATER.get(0));
            company.close(LATER.get(0));
            assertThat(company.paid(SELLER)).isEqualTo(paid);
            company.check();
            // The returns turn out to be none: what was given for them is given back.
            company.employed(1);
            company.returned(false);
            TURNS.subList(1, 3).forEach(company::run);
            company.run(LATER.get(1));
            company.close(LATER.get(1));
            assertThat(company.balancesOf(SELLER)).containsExactly("2026-12 " + claim);
        }
    }

    /** What a true-up takes of a sale is not taken as its return besides: the roster denies the seller after both were paid. */
    @Test
    void aSaleIsTakenOnce() throws IOException {
        try (LedgerDatabase database = LedgerDatabase.open(folder, Optional.of("jdbc:h2:mem:denied"))) {
            Company company = new Company(database, new Random(0));
            company.decide(Map.of());
            TURNS.subList(0, 2).forEach(company::run);
            TURNS.subList(0, 2).forEach(company::close);
            Money kept = company.paid(SELLER);
            assertThat(kept.signum()).isPositive();
            company.employed(3);
            TURNS.subList(0, 2).forEach(company::run);
            company.settle(List.of(0, 1, 2, 3, 4));
            assertThat(company.paid(SELLER)).isEqualTo(Money.ZERO);
            assertThat(company.claims()).isEmpty();
            company.check();
        }
    }

    /** Three people whose salary limits what is taken, and what was decided for them in each period; and a seller. */
    private static final class Company {

        private final LedgerDatabase database;
        private final Ledger ledger;
        private final PeriodBook book;
        private final PaymentHistory history;
        private final Random random;
        private final Map<String, Integer> decided = new TreeMap<>();
        private int employed;
        private boolean returned = true;
        private Money settled = Money.ZERO;
        private boolean mixed;
        private final Set<Twist> twists = EnumSet.noneOf(Twist.class);
        private Report last;

        Company(LedgerDatabase database, Random random) {
            this.database = database;
            this.ledger = new Ledger(database.source());
            this.book = new PeriodBook(database.source());
            this.history = new PaymentHistory(database.source());
            this.random = random;
            TURNS.forEach(turn -> PEOPLE.forEach(person -> decide(turn, person)));
        }

        /** Now and then much is taken, now and then much is given. */
        private void decide(Turn turn, String person) {
            int amount = random.nextInt(3) == 0 ? 0 : random.nextInt(3000) - 1500;
            decided.put(turn.period() + " " + person, amount);
        }

        /** The same for everybody: period → amount, 0 in the others. */
        void decide(Map<String, Integer> amounts) {
            decided.replaceAll((of, any) -> amounts.getOrDefault(of.substring(0, of.indexOf(' ')), 0));
        }

        /** @param which of {@link #EMPLOYED} the roster says of the seller from now on */
        void employed(int which) {
            employed = which;
        }

        /** Whether the facts have the returns from now on. */
        void returned(boolean yes) {
            returned = yes;
        }

        /** What October says of the seller's balance. */
        void settled(Money amount) {
            settled = amount;
        }

        /** Everybody sells, and what changes of people comes and goes. */
        void mix() {
            mixed = true;
        }

        void step() {
            Turn turn = TURNS.get(random.nextInt(TURNS.size()));
            if (mixed && random.nextInt(3) == 0) {
                Twist twist = Twist.values()[random.nextInt(Twist.values().length)];
                if (!twists.remove(twist)) {
                    twists.add(twist);
                }
            }
            switch (random.nextInt(10)) {
                case 0, 1 -> run(turn);
                case 2, 3, 4, 5 -> close(turn);
                case 6 -> reopen(turn);
                case 7 -> employed(random.nextInt(EMPLOYED.size()));
                case 8 -> returned(random.nextBoolean());
                default -> decide(turn, PEOPLE.get(random.nextInt(PEOPLE.size())));
            }
        }

        private JobPast past(String job) {
            return new JobPast(database.source(), job);
        }

        // -------------------------------------------------------------- facts

        private Registers registers() {
            Map<String, List<Row>> rows = new LinkedHashMap<>();
            rows.put("employees", new ArrayList<>());
            rows.put("targets", new ArrayList<>());
            rows.put("adjustments", new ArrayList<>());
            rows.put("products", new ArrayList<>());
            rows.put("orders", new ArrayList<>());
            add(rows, "products", Map.of("product_id", "M", "lifecycle", "mature"));
            sold(rows, "S", "2026-07-10", 10000, Map.of());
            if (returned) {
                sold(rows, "R1", "2026-08-10", -4000, Map.of("original_line_id", "S"));
                sold(rows, "R2", "2026-09-10", -3000, Map.of("original_line_id", "S"));
            }
            for (String person :
                    Stream.concat(PEOPLE.stream(), Stream.of(SELLER)).toList()) {
                Map<String, String> hired = EMPLOYED.get(person.equals(SELLER) ? employed : 0);
                Map<String, String> cells = new TreeMap<>(hired);
                cells.putAll(Map.of(
                        "employee_id",
                        person,
                        "track",
                        "mature",
                        "team",
                        person.equals(SELLER) ? "T2" : "T1",
                        "region",
                        "East",
                        "monthly_salary",
                        "3000"));
                add(rows, "employees", cells);
                Stream.concat(TURNS.stream(), LATER.stream())
                        .forEach(turn -> add(
                                rows,
                                "targets",
                                Map.of(
                                        "subject_type",
                                        "employee",
                                        "subject",
                                        person,
                                        "indicator",
                                        "sales_amount",
                                        "period",
                                        turn.period().toString(),
                                        "target",
                                        "1000")));
            }
            decided.forEach((of, amount) -> {
                if (amount != 0) {
                    add(
                            rows,
                            "adjustments",
                            Map.of(
                                    "adjustment_id",
                                    of,
                                    "employee_id",
                                    of.substring(of.indexOf(' ') + 1),
                                    "period",
                                    of.substring(0, of.indexOf(' ')),
                                    "kind",
                                    "correction",
                                    "amount",
                                    amount.toString(),
                                    "reason",
                                    "更正",
                                    "approvers",
                                    "甲;乙",
                                    "decided_date",
                                    "2026-07-01"));
                }
            });
            if (settled.signum() != 0) {
                add(
                        rows,
                        "adjustments",
                        Map.of(
                                "adjustment_id",
                                "settled",
                                "employee_id",
                                SELLER,
                                "period",
                                "2026-10",
                                "kind",
                                "另行结清",
                                "amount",
                                settled.toString(),
                                "reason",
                                "离职结算时已转账",
                                "approvers",
                                "甲;乙",
                                "decided_date",
                                "2026-10-20"));
            }
            if (mixed) {
                PEOPLE.forEach(person -> TURNS.stream()
                        .filter(turn -> turn.period().kind() == Period.Kind.MONTH)
                        .forEach(turn -> sold(
                                rows,
                                person,
                                person + turn.period(),
                                turn.period().first().plusDays(4).toString(),
                                1500,
                                Map.of())));
                // So that whoever moves is not held for want of data.
                rows.put("sell_in", new ArrayList<>());
                rows.put("visits", new ArrayList<>());
                add(
                        rows,
                        "sell_in",
                        cells("line_id=I1 date=2026-07-01 dealer_id=C employee_id=E4 product_id=M amount=1"));
                add(rows, "visits", cells("visit_id=V1 visited_at=2026-07-01 employee_id=E4 customer_id=C"));
                for (String person : PEOPLE) {
                    for (String goal : List.of("sell_in_attainment", "department_coverage")) {
                        Stream.concat(TURNS.stream(), LATER.stream())
                                .forEach(turn -> add(
                                        rows,
                                        "targets",
                                        cells("subject_type=employee subject=%s indicator=%s period=%s target=10"
                                                .formatted(person, goal, turn.period()))));
                    }
                }
                for (Twist twist : Twist.values()) {
                    rows.computeIfAbsent(twist.dataset, any -> new ArrayList<>());
                    if (twists.contains(twist)) {
                        for (String row : twist.rows) {
                            add(rows, twist.dataset, cells(row));
                        }
                    }
                }
            }
            return new Registers(SCHEMAS, rows.keySet(), rows, AS_OF);
        }

        private static Map<String, String> cells(String row) {
            Map<String, String> cells = new TreeMap<>();
            for (String cell : row.split(" ")) {
                cells.put(cell.substring(0, cell.indexOf('=')), cell.substring(cell.indexOf('=') + 1));
            }
            return cells;
        }

        private static void sold(
                Map<String, List<Row>> rows, String line, String day, int amount, Map<String, String> more) {
            sold(rows, SELLER, line, day, amount, more);
        }

        private static void sold(
                Map<String, List<Row>> rows,
                String person,
                String line,
                String day,
                int amount,
                Map<String, String> more) {
            Map<String, String> cells = new TreeMap<>(more);
            cells.putAll(Map.of(
                    "order_line_id",
                    line,
                    "order_date",
                    day,
                    "employee_id",
                    person,
                    "customer_id",
                    "C",
                    "product_id",
                    "M",
                    "amount",
                    Integer.toString(amount)));
            add(rows, "orders", cells);
        }

        private static void add(Map<String, List<Row>> rows, String dataset, Map<String, String> cells) {
            SingleRow.read(
                    SCHEMAS.get(dataset),
                    cells,
                    new SourceRef(dataset, dataset + ".csv", "", 1),
                    PLAN.zone(),
                    new RowSink() {
                        @Override
                        public void row(long record, Row typed) {
                            rows.get(dataset).add(typed);
                        }

                        @Override
                        public void rejected(long record, List<Problem> problems, List<String> delivered) {
                            throw new AssertionError(problems.toString());
                        }
                    });
        }

        private RunResult calculated(Turn turn, Past past) {
            Registers registers = registers();
            Calculation calculation = new Calculation(new RunInput(
                    Purpose.SCORING, PLAN, turn.period(), AS_OF, CALENDAR, registers, Map.of(), past, History.NONE));
            Measurements first = measured(calculation.demand(), registers);
            return calculation.result(calculation
                    .more(first)
                    .map(more -> first.plus(measured(more, registers)))
                    .orElse(first));
        }

        private static Measurements measured(Demand demand, Registers registers) {
            List<Accumulator> measured = new ArrayList<>();
            SCHEMAS.values().forEach(schema -> {
                Accumulator accumulator = new Gauge(schema, demand, registers, CALENDAR).open();
                registers.rows(schema.dataset()).forEach(accumulator::take);
                measured.add(accumulator);
            });
            return new Measurements(SCHEMAS, measured);
        }

        // -------------------------------------------------------------- verbs

        void run(Turn turn) {
            JobPast past = past(turn.job());
            int revision = past.newest(turn.period()).map(Publication::revision).orElse(0) + 1;
            RunIdentity identity = new RunIdentity(
                    turn.job() + turn.period() + revision,
                    turn.job(),
                    turn.period(),
                    revision,
                    AS_OF,
                    "p",
                    new RuleHashes("p", "e", "c"),
                    "1",
                    false,
                    false);
            RunResult result = calculated(turn, past.of(turn.period()));
            last = new Report(identity, new Name("月结", "Month end"), result, "en");
            NewRevision made = new NewRevision(identity, result, List.of(), NewRevision.Judged.NOTHING, "f", List.of());
            ledger.record(made, "m", ledger.draft(made), NOW, () -> {});
            Publication newest = past(turn.job()).newest(turn.period()).orElseThrow();
            assertThat(history.claims(newest)).isEqualTo(ReturnLines.claims(result.book(), result.payout()));
        }

        /** In the order of the job, of what is so today. */
        void close(Turn turn) {
            JobPast past = past(turn.job());
            if (past.newest(turn.period()).isEmpty()
                    || past.standing(turn.period()).isClosed()
                    || past.open().stream().anyMatch(other -> other.compareTo(turn.period()) < 0)) {
                return;
            }
            run(turn);
            Publication revision = past(turn.job()).newest(turn.period()).orElseThrow();
            List<Payment> payments = history.payable(revision);
            PeriodDecision decision = decision(turn, PeriodDecision.Kind.CLOSE, revision.revision());
            book.close(
                    decision,
                    payments,
                    List.of(),
                    new ClosedEdition("r", "m", "f"),
                    book.draft(decision, payments, List.of(), "r", "f"),
                    NOW);
        }

        void reopen(Turn turn) {
            JobPast past = past(turn.job());
            if (past.standing(turn.period()).isClosed()
                    && past.closed().stream().noneMatch(other -> other.compareTo(turn.period()) > 0)) {
                book.record(
                        decision(
                                turn,
                                PeriodDecision.Kind.REOPEN,
                                past.standing(turn.period())
                                        .closing()
                                        .orElseThrow()
                                        .revision()),
                        NOW);
            }
        }

        private PeriodDecision decision(Turn turn, PeriodDecision.Kind kind, int revision) {
            int number = past(turn.job()).standing(turn.period()).decisions().size() + 1;
            return new PeriodDecision(
                    turn.job(), turn.period(), number, kind, revision, "", Decider.unnamed(""), "", AS_OF);
        }

        /** Everything is calculated by the newest facts and closed in an order, and what follows, which makes good. */
        void settle(List<Integer> order) {
            TURNS.forEach(this::run);
            order.forEach(turn -> close(TURNS.get(turn)));
            for (Turn more : LATER) {
                run(more);
                close(more);
            }
        }

        // -------------------------------------------------------------- what must hold

        /** Period and amount of what was carried over and recovered, months first. */
        List<String> balancesOf(String person) {
            return payments().stream()
                    .filter(one -> isBalance(one.payment())
                            && one.payment().employeeId().equals(person))
                    .map(one -> one.period() + " " + one.payment().amount())
                    .toList();
        }

        /** As the book of the run before has it. */
        Balances sheet() {
            return new Balances(last);
        }

        /** Employee id → what is listed as owed. */
        Map<String, Money> claims() {
            return past("month-end").balances();
        }

        /** What the newest editions say of a person but for decided amounts, also what nobody pays. */
        private Money earned(String person) {
            Money earned = Money.ZERO;
            for (Turn turn : Stream.concat(TURNS.stream(), LATER.stream()).toList()) {
                for (Publication newest :
                        past(turn.job()).newest(turn.period()).stream().toList()) {
                    for (PaymentHistory.Line line : history.lines(newest)) {
                        Component component = Component.of(line.component());
                        if (line.employeeId().equals(person)
                                && !PayoutLine.isOfBalance(component)
                                && component != Component.TRUE_UP
                                && component != Component.ADJUSTMENT) {
                            earned = earned.plus(line.amount());
                        }
                    }
                }
            }
            return earned;
        }

        /** What closes paid a person in all. */
        Money paid(String person) {
            return payments().stream()
                    .filter(one -> one.payment().employeeId().equals(person))
                    .map(one -> one.payment().amount())
                    .reduce(Money.ZERO, Money::plus);
        }

        private record Paid(Period period, Payment payment) {}

        private List<Paid> payments() {
            List<Paid> payments = new ArrayList<>();
            for (String job : List.of("month-end", "quarter-end")) {
                JobPast past = past(job);
                for (Period period : past.closed()) {
                    book.payments(past.standing(period).closing().orElseThrow())
                            .forEach(payment -> payments.add(new Paid(period, payment)));
                }
            }
            return payments;
        }

        void check() {
            Map<String, Money> paid = new TreeMap<>();
            Map<String, Money> owed = new TreeMap<>();
            payments().forEach(one -> {
                paid.merge(one.payment().employeeId(), one.payment().amount(), Money::plus);
                if (isBalance(one.payment())) {
                    owed.merge(one.payment().employeeId(), one.payment().amount(), Money::plus);
                }
            });
            Map<String, Money> listed = claims();
            for (String person :
                    Stream.concat(PEOPLE.stream(), Stream.of(SELLER)).toList()) {
                Money due = decided.entrySet().stream()
                        .filter(one -> one.getKey().endsWith(" " + person))
                        .map(one -> new Money(BigDecimal.valueOf(one.getValue())))
                        .reduce(earned(person), Money::plus);
                Money still =
                        listed.getOrDefault(person, Money.ZERO).plus(person.equals(SELLER) ? settled : Money.ZERO);
                if (!person.equals(SELLER)) {
                    assertThat(still).isEqualTo(owed.getOrDefault(person, Money.ZERO));
                }
                if (person.equals(SELLER)) {
                    assertThat(paid.getOrDefault(person, Money.ZERO)
                                    .minus(still)
                                    .signum())
                            .as("more came back than was paid")
                            .isNotNegative();
                }
                assertThat(still.signum())
                        .as(person + " gave no more than was owed: " + still)
                        .isNotNegative();
                assertThat(paid.getOrDefault(person, Money.ZERO))
                        .as(person + " was paid what was decided, and owes " + still)
                        .isEqualTo(due.plus(still));
            }
        }

        private static boolean isBalance(Payment payment) {
            return payment.paidComponent().equals(Component.RECOVERY.code())
                    || payment.paidComponent().equals(Component.RECOVERY_CARRIED.code());
        }
    }
}
