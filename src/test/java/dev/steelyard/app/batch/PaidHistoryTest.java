package dev.steelyard.app.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.steelyard.TestDatabase;
import dev.steelyard.app.calculation.JobPast;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.calendar.WorkingDays;
import dev.steelyard.engine.dataset.Row;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.govern.Decider;
import dev.steelyard.engine.govern.Held;
import dev.steelyard.engine.govern.OnHold;
import dev.steelyard.engine.govern.Past;
import dev.steelyard.engine.govern.PeriodDecision;
import dev.steelyard.engine.govern.Settlement;
import dev.steelyard.engine.govern.TrueUps;
import dev.steelyard.engine.measure.Measurements;
import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.engine.pay.PayoutLine.Component;
import dev.steelyard.engine.pay.PayoutLine.Status;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.problem.SourceRef;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.register.History;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.run.Purpose;
import dev.steelyard.engine.run.RuleHashes;
import dev.steelyard.engine.run.RunIdentity;
import dev.steelyard.engine.run.RunInput;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.score.Population;
import dev.steelyard.engine.score.ScoreBook;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Money;
import dev.steelyard.input.planfile.ExportsFile;
import dev.steelyard.input.planfile.PlanFile;
import dev.steelyard.ledger.database.LedgerChain;
import dev.steelyard.ledger.database.LedgerDatabase;
import dev.steelyard.ledger.records.Ledger;
import dev.steelyard.ledger.records.NewRevision;
import dev.steelyard.ledger.records.Payment;
import dev.steelyard.ledger.records.PaymentHistory;
import dev.steelyard.ledger.records.PeriodBook;
import dev.steelyard.ledger.records.PeriodBook.ClosedEdition;
import dev.steelyard.ledger.records.Publication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Histories of chance: runs on changing facts, closes, reopenings, allegations that are dismissed or verified, people who leave,
 * over the real ledger. However it went, in the end everybody was paid what the newest calculations say, once.
 * {@code -Dproof.seeds=0..999} takes more of them.
 */
@ParameterizedClass(name = "{0}")
@MethodSource("dev.steelyard.TestDatabase#all")
class PaidHistoryTest {

    @Parameter
    TestDatabase kind;

    private static final String JOB = "month-end";
    private static final List<Component> EARNED = List.of(
            Component.COMMISSION, Component.GRADE_ADJUSTMENT, Component.EXCESS_PROFIT_SHARE, Component.ADJUSTMENT);
    private static final String LONGEST = "成".repeat(32_767);
    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-10-12T09:00:00+08:00");
    private static final Map<String, Schema> SCHEMAS = ExportsFile.read(Path.of("jobs/exports.yaml"));
    private static final Plan PLAN = PlanFile.read(Path.of("jobs/plans/reference-2026.yaml"), SCHEMAS);

    @TempDir
    Path folder;

    static LongStream seeds() {
        String[] ends = System.getProperty("proof.seeds", "0..9").split("\\.\\.");
        return LongStream.rangeClosed(Long.parseLong(ends[0]), Long.parseLong(ends[1]));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everybodyIsPaidWhatTheNewestCalculationSaysOnce(long seed) throws IOException {
        try (LedgerDatabase database = LedgerDatabase.open(folder, url(seed))) {
            Company company = new Company(database, new Random(seed));
            for (int step = 0; step < 60; step++) {
                company.step();
            }
            company.settle();
            company.checkPayments();
        }
    }

    /** What was decided for somebody is paid also while an allegation holds the rest: once it is made good nothing of it is owed. */
    /** Its rows are there already when it is found that its edition cannot lie there. */
    @Test
    void aRevisionWhoseEditionFailsIsNotRecorded() throws IOException {
        try (LedgerDatabase database = LedgerDatabase.open(folder, url(-3))) {
            Company company = new Company(database, new Random(0));
            Period january = company.months.get(0);
            company.run(january);
            company.ready = () -> {
                throw new UncheckedIOException(new IOException("no room"));
            };
            assertThatThrownBy(() -> company.run(january)).hasRootCauseMessage("no room");
            assertThat(company.past().newest(january))
                    .hasValueSatisfying(newest -> assertThat(newest.revision()).isOne());
            company.ready = () -> {};
            company.run(january);
            assertThat(new LedgerChain(database.source()).links()).hasSize(2);
            assertThat(new LedgerChain(database.source()).breaches()).isEmpty();
        }
    }

    @Test
    void aDecidedAmountOfWhoWasHeldIsNotOwedTwice() throws IOException {
        try (LedgerDatabase database = LedgerDatabase.open(folder, url(-1))) {
            Company company = new Company(database, new Random(0));
            Period january = company.months.get(0);
            Period february = company.months.get(1);
            company.facts.put(january + " E1", Map.of(Component.COMMISSION, 500, Component.ADJUSTMENT, 1227));
            company.events.put("V1", new String[] {"E1", "2026-01-10", "alleged"});
            company.close(january);
            company.run(january);
            company.close(january);
            assertThat(company.past().owed())
                    .extracting(JobPast.Owed::lines, JobPast.Owed::held)
                    .containsExactly(tuple(0, 1));
            company.facts.put(january + " E1", Map.of(Component.ADJUSTMENT, -143));
            company.events.get("V1")[2] = "dismissed";
            company.run(january);
            assertThat(company.past().owed())
                    .extracting(JobPast.Owed::lines, JobPast.Owed::amount, JobPast.Owed::held)
                    .containsExactly(tuple(1, new Money(BigDecimal.valueOf(-1370)), 0));
            company.run(february);
            company.close(february);
            assertThat(company.past().owed()).isEmpty();
        }
    }

    /** In memory, or a real server. */
    private Optional<String> url(long seed) {
        return kind.url(folder).or(() -> Optional.of("jdbc:h2:mem:history" + seed));
    }

    /** A company of five people and five months, its facts, and what became of them. */
    private static final class Company {

        private final LedgerDatabase database;
        private final Ledger ledger;
        private final PeriodBook book;
        private final PaymentHistory history;
        private final Random random;
        private final List<Period> months = new ArrayList<>();
        private final Map<String, Map<Component, Integer>> facts = new TreeMap<>();
        private final Map<String, String[]> events = new LinkedHashMap<>();
        private final Map<String, String[]> lost = new LinkedHashMap<>();
        private final List<String> roster = new ArrayList<>(List.of("E1", "E2", "E3", "E4", "E5"));
        private LocalDate asOf = LocalDate.of(2026, 10, 12);
        private Runnable ready = () -> {};

        Company(LedgerDatabase database, Random random) {
            this.database = database;
            this.ledger = new Ledger(database.source());
            this.book = new PeriodBook(database.source());
            this.history = new PaymentHistory(database.source());
            this.random = random;
            for (int month = 1; month <= 5; month++) {
                months.add(Period.month(2026, month));
            }
            months.forEach(month -> roster.forEach(person -> change(month, person)));
        }

        private void change(Period month, String person) {
            Map<Component, Integer> amounts = new TreeMap<>();
            for (Component component : EARNED) {
                if (random.nextInt(4) > 0) {
                    amounts.put(component, random.nextInt(2000) - 300);
                }
            }
            facts.put(month + " " + person, amounts);
        }

        void step() {
            Period month = months.get(random.nextInt(4));
            switch (random.nextInt(11)) {
                case 0, 1, 2 -> run(month);
                case 3, 4, 5 -> close(month);
                case 6 -> reopen(month);
                case 7 -> change(month, "E" + (1 + random.nextInt(5)));
                case 8 -> event(month);
                case 9 -> lose();
                default -> {
                    if (random.nextInt(6) == 0 && roster.size() > 3) {
                        roster.remove(random.nextInt(roster.size()));
                    }
                }
            }
        }

        /** A new allegation, or what became of one; an appeal may lift a veto. */
        private void event(Period month) {
            // As registers number: with the separator in it that lists are joined by.
            String id = List.of("V", "HG 2026-00", "HG、", "关于, ").get(random.nextInt(4)) + (1 + random.nextInt(2));
            if (lost.containsKey(id)) {
                events.put(id, lost.remove(id));
            }
            String[] event = events.computeIfAbsent(id, key -> new String[] {
                "E" + (1 + random.nextInt(5)),
                month.first().plusDays(random.nextInt(28)).toString(),
                "alleged"
            });
            event[2] = List.of("alleged", "dismissed", "verified").get(random.nextInt(3));
        }

        /** The register drops an event; it comes back when everything is settled. */
        private void lose() {
            if (!events.isEmpty()) {
                String id = List.copyOf(events.keySet()).get(random.nextInt(events.size()));
                lost.put(id, events.remove(id));
            }
        }

        private Registers registers() {
            List<Row> people = new ArrayList<>();
            roster.forEach(person -> people.add(row("employees")
                    .with("employee_id", person)
                    .with("name", person)
                    .with("team", "T1")
                    // As long as a cell may be.
                    .with("cost_center", LONGEST)));
            List<Row> alleged = new ArrayList<>();
            events.forEach((id, event) -> alleged.add(row("compliance_events")
                    .with("event_id", id)
                    .with("employee_id", event[0])
                    .with("event_date", LocalDate.parse(event[1]))
                    .with("severity", "veto")
                    .with("status", event[2])));
            return new Registers(
                    SCHEMAS,
                    Set.of("employees", "compliance_events"),
                    Map.of("employees", people, "compliance_events", alleged),
                    asOf);
        }

        private static Row row(String dataset) {
            Schema schema = SCHEMAS.get(dataset);
            return new Row(schema, new Object[schema.columns().size()], SourceRef.NONE);
        }

        private List<PayoutLine> own(Period month, Registers registers) {
            List<PayoutLine> lines = new ArrayList<>();
            for (int person = 1; person <= 5; person++) {
                String id = "E" + person;
                // Who left is in no later run's population, but still in those of the months they worked.
                Employee employee = registers
                        .roster()
                        .find(id)
                        .orElseGet(() -> Employee.left(SCHEMAS.get("employees"), id, id, "T1", LONGEST));
                facts.get(month + " " + id)
                        .forEach((component, amount) -> lines.add(line(month, employee, component, amount)));
            }
            return OnHold.apply(PLAN, registers, month, lines);
        }

        private static PayoutLine line(Period month, Employee employee, Component component, int amount) {
            Money money = new Money(BigDecimal.valueOf(amount));
            return new PayoutLine(
                    employee,
                    component,
                    1,
                    month,
                    month,
                    money.exact(),
                    Optional.of(Fraction.ONE),
                    money,
                    Status.PAY,
                    Said.text(""),
                    Optional.empty(),
                    List.of(),
                    "");
        }

        private JobPast past() {
            return new JobPast(database.source(), JOB);
        }

        private List<PayoutLine> calculated(Period month, Past past) {
            Registers registers = registers();
            List<PayoutLine> lines = new ArrayList<>(own(month, registers));
            Settlement settled = TrueUps.of(PLAN, registers, month, asOf, past);
            lines.addAll(settled.lines());
            return past.closed()
                    ? lines.stream()
                            .map(line -> line.with(Status.CARRIED, line.heldBy()))
                            .toList()
                    : lines;
        }

        void run(Period month) {
            JobPast past = past();
            Registers registers = registers();
            int revision = past.newest(month).map(Publication::revision).orElse(0) + 1;
            RunInput input = new RunInput(
                    Purpose.SCORING,
                    PLAN,
                    month,
                    asOf,
                    new WorkingDays(Set.of(), Set.of(), Set.of()),
                    registers,
                    Map.of(),
                    Past.NONE,
                    History.NONE);
            RunResult result = new RunResult(
                    input,
                    new ScoreBook(
                            new Population(PLAN, registers, input.calendar(), month), List.of(), Map.of(), List.of()),
                    calculated(month, past.of(month)),
                    List.of(),
                    List.of(),
                    new Measurements(SCHEMAS, List.of()));
            RunIdentity identity = new RunIdentity(
                    month + "/" + revision,
                    JOB,
                    month,
                    revision,
                    asOf,
                    "p",
                    new RuleHashes("p", "e", "c"),
                    "1",
                    false,
                    false);
            NewRevision made = new NewRevision(identity, result, List.of(), NewRevision.Judged.NOTHING, "f", List.of());
            ledger.record(made, "m", ledger.draft(made), NOW, ready);
        }

        /** As the verb: in order, and only what is still so; else the month is run again first. */
        void close(Period month) {
            JobPast past = past();
            boolean isTurn = past.newest(month).isPresent()
                    && !past.standing(month).isClosed()
                    && past.open().stream().noneMatch(other -> other.compareTo(month) < 0);
            if (!isTurn) {
                return;
            }
            run(month);
            Publication revision = past().newest(month).orElseThrow();
            List<Payment> payments = history.payable(revision);
            List<Held> held = new ArrayList<>();
            history.earned(revision).forEach(line -> line.heldBy()
                    .forEach(event -> held.add(new Held(line.person().employeeId(), Held.Cause.ALLEGED, event))));
            PeriodDecision decision = decision(month, PeriodDecision.Kind.CLOSE, revision.revision());
            List<Held> whom = held.stream().distinct().toList();
            book.close(
                    decision,
                    payments,
                    whom,
                    new ClosedEdition("r", "m", "f"),
                    book.draft(decision, payments, whom, "r", "f"),
                    NOW);
        }

        void reopen(Period month) {
            JobPast past = past();
            if (past.standing(month).isClosed()
                    && past.closed().stream().noneMatch(other -> other.compareTo(month) > 0)) {
                book.record(
                        decision(
                                month,
                                PeriodDecision.Kind.REOPEN,
                                past.standing(month).closing().orElseThrow().revision()),
                        NOW);
            }
        }

        private PeriodDecision decision(Period month, PeriodDecision.Kind kind, int revision) {
            int number = past().standing(month).decisions().size() + 1;
            return new PeriodDecision(JOB, month, number, kind, revision, "", Decider.unnamed(""), "", asOf);
        }

        /** Every event is decided; every month is calculated again in any order; the rest is closed, and one more month. */
        void settle() {
            events.putAll(lost);
            events.values().forEach(event -> event[2] = event[2].equals("alleged") ? "dismissed" : event[2]);
            List<Period> before = new ArrayList<>(months.subList(0, 4));
            Collections.shuffle(before, random);
            before.forEach(this::run);
            months.subList(0, 4).forEach(this::close);
            Period last = months.get(4);
            List<String> once = amounts(last);
            Collections.shuffle(before, random);
            before.forEach(this::run);
            assertThat(amounts(last)).as("the order of runs does not matter").isEqualTo(once);
            run(last);
            close(last);
            assertThat(past().owed()).isEmpty();
            assertThat(amounts(last.next())).as("nothing twice").isEmpty();
        }

        private List<String> amounts(Period month) {
            return TrueUps.of(PLAN, registers(), month, asOf, past().of(month)).lines().stream()
                    .map(line -> line.employee().id() + " " + line.sourcePeriod() + " "
                            + line.corrects().orElseThrow().component() + " " + line.amount())
                    .toList();
        }

        /** The sum of all payments in force is what the newest facts say; who was held and vetoed got nothing. */
        void checkPayments() {
            Map<String, Money> paid = new TreeMap<>();
            JobPast past = past();
            for (Period month : past.closed()) {
                for (Payment payment :
                        book.payments(past.standing(month).closing().orElseThrow())) {
                    paid.merge(
                            payment.sourcePeriod() + " " + payment.employeeId() + " " + payment.paidComponent(),
                            payment.amount(),
                            Money::plus);
                }
            }
            for (Period month : months) {
                Set<String> vetoed = new java.util.TreeSet<>();
                book.held(past.standing(month).closing().orElseThrow()).stream()
                        .filter(held -> events.get(held.reference())[2].equals("verified"))
                        .forEach(held -> vetoed.add(held.employeeId()));
                for (int person = 1; person <= 5; person++) {
                    check(month, "E" + person, vetoed.contains("E" + person), paid);
                }
            }
        }

        private void check(Period month, String person, boolean vetoed, Map<String, Money> paid) {
            Money due = Money.ZERO;
            Money got = paid.getOrDefault(month + " " + person + " veto_forfeit", Money.ZERO);
            Money forfeit = got;
            for (Component component : EARNED) {
                Money owed = new Money(
                        BigDecimal.valueOf(facts.get(month + " " + person).getOrDefault(component, 0)));
                Money was = paid.getOrDefault(month + " " + person + " " + component.code(), Money.ZERO);
                assertThat(was).as(month + " " + person + " " + component).isEqualTo(owed);
                // Neither veto nor allegation touches what people decided on (rulings 140).
                if (component != Component.ADJUSTMENT) {
                    due = due.plus(owed);
                    got = got.plus(was);
                }
            }
            Money expected = vetoed && due.signum() > 0 ? Money.ZERO : due;
            assertThat(got).as(month + " " + person + " in all").isEqualTo(expected);
            assertThat(forfeit.signum()).as("a veto never raises pay").isNotPositive();
        }
    }
}
