package dev.steelyard.engine.govern;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.engine.pay.PayoutLine.Component;
import dev.steelyard.engine.pay.PayoutLine.Correction;
import dev.steelyard.engine.pay.PayoutLine.Status;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.engine.problem.SourceRef;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.unit.CodePoints;
import dev.steelyard.engine.unit.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * True-ups 多退少补: what closed periods turned out to owe, or to have paid too much, as lines of the job's first open period
 * (rules.md 5, rulings 81). For each person, component and closed period: what its newest revision says − everything that
 * was paid for it. A difference of 0 is not written; a negative one is never dropped; who has left gets theirs all the same.
 */
public final class TrueUps {

    private final Registers registers;
    private final Period period;
    private final Allegations allegations;
    private final PendingAppeals appeals;
    private final Map<String, List<PayoutLine>> lines = new TreeMap<>(CodePoints.ORDER);
    private final List<Problem> problems = new ArrayList<>();

    private TrueUps(Plan plan, Registers registers, Period period, LocalDate asOf) {
        this.registers = registers;
        this.period = period;
        this.allegations = new Allegations(plan.rules().compliance().veto(), registers);
        this.appeals = new PendingAppeals(plan, registers, asOf);
    }

    /**
     * The true-ups in the payout of a period. Of a closed one they are those that it was closed with: they are paid.
     *
     * @param asOf decides which appeals are decided
     */
    public static Settlement of(Plan plan, Registers registers, Period period, LocalDate asOf, Past past) {
        TrueUps settled = new TrueUps(plan, registers, period, asOf);
        past.kept().forEach(settled::keep);
        past.periods().forEach(settled::settle);
        return new Settlement(
                settled.lines.values().stream().flatMap(List::stream).toList(), settled.problems);
    }

    private void keep(Past.TrueUp kept) {
        add(PayoutLine.trueUp(
                        new PayoutLine.Key(employee(kept.person()), Component.TRUE_UP, kept.number(), period),
                        kept.source(),
                        kept.corrects(),
                        kept.amount(),
                        kept.note())
                .with(Status.PAY, kept.heldBy()));
    }

    private void add(PayoutLine line) {
        lines.computeIfAbsent(line.employee().id(), id -> new ArrayList<>()).add(line);
    }

    private Employee employee(Recipient person) {
        return registers
                .roster()
                .find(person.employeeId())
                .orElseGet(() -> Employee.left(
                        registers.schema("employees"),
                        person.employeeId(),
                        person.name(),
                        person.team(),
                        person.costCenter()));
    }

    private void settle(ClosedPeriod closed) {
        Map<String, Account> accounts = new TreeMap<>(CodePoints.ORDER);
        closed.earned()
                .forEach(line -> accounts.computeIfAbsent(line.person().employeeId(), id -> new Account(line.person()))
                        .earn(line));
        closed.paid()
                .forEach(line -> accounts.computeIfAbsent(line.person().employeeId(), id -> new Account(line.person()))
                        .pay(line));
        accounts.values().forEach(account -> settle(closed, account));
    }

    private void settle(ClosedPeriod closed, Account account) {
        String id = account.person().employeeId();
        List<Said> released = new ArrayList<>();
        List<String> disputed = new ArrayList<>();
        for (Held held : closed.held()) {
            if (held.employeeId().equals(id)) {
                if (held.cause() == Held.Cause.APPEAL) {
                    disputed.add(held.reference());
                } else if (waits(closed, held, account, released)) {
                    return;
                }
            }
        }
        List<String> holding = holding(closed, account);
        for (Component component : Component.values()) {
            Money difference = account.earned(component).minus(account.paid(component));
            List<Said> reasons = new ArrayList<>(released);
            if (difference.signum() != 0 && !waits(closed, disputed, account, component, reasons)) {
                reasons.addAll(ReasonWords.causes(closed, registers, account, component, !reasons.isEmpty()));
                int number = lines.getOrDefault(id, List.of()).size() + 1;
                PayoutLine line = PayoutLine.trueUp(
                        new PayoutLine.Key(employee(account.person()), Component.TRUE_UP, number, period),
                        closed.period(),
                        new Correction(component, closed.newestRevision()),
                        difference,
                        ReasonWords.note(closed, component, account, reasons));
                add(OnHold.hold(line, holding));
            }
        }
    }

    /** The open events for which a difference is not paid yet: nobody pays back on an allegation. */
    private List<String> holding(ClosedPeriod closed, Account account) {
        String id = account.person().employeeId();
        List<String> events =
                new ArrayList<>(allegations.holding(id, closed.period().last()));
        // An event for which the newest revision holds the lines, and which the register has lost since.
        for (String event : account.heldBy()) {
            boolean settled =
                    closed.held().stream().anyMatch(held -> held.reference().equals(event));
            if (!settled && allegations.fate(event, id) == Allegations.Fate.GONE) {
                events.add(event);
                lost(closed, id, event);
            }
        }
        return events;
    }

    /**
     * Whether a component is not settled yet for an appeal; if it was held by one that is decided, that is why it now is.
     * Only what the close held can wait: a positive amount of which nothing was paid.
     *
     * @param disputed the appeals for which the close held the person
     * @param reasons takes them
     */
    private boolean waits(
            ClosedPeriod closed, List<String> disputed, Account account, Component component, List<Said> reasons) {
        if (account.paid(component).signum() != 0 || account.earned(component).signum() <= 0) {
            return false;
        }
        boolean vetoed = account.earned(Component.VETO_FORFEIT).signum() < 0;
        boolean waits = false;
        for (String appeal : disputed) {
            Optional<Boolean> decided = appeals.isDecided(appeal);
            boolean disputes = appeals.disputes(appeal, component, vetoed);
            if (decided.isEmpty() && (disputes || !vetoed)) {
                lost(closed, account.person().employeeId(), appeal);
                waits = true;
            } else if (decided.orElse(false)) {
                if (account.nothingPaid() || disputes) {
                    reasons.add(ReasonWords.appealDecided(appeal));
                }
            } else {
                waits |= disputes;
            }
        }
        return waits;
    }

    /**
     * Whether nothing is settled yet of somebody whom an event held; if not, why it now is.
     *
     * @param reasons takes them
     */
    private boolean waits(ClosedPeriod closed, Held held, Account account, List<Said> reasons) {
        String reference = held.reference();
        switch (allegations.fate(reference, held.employeeId())) {
            case DISMISSED -> reasons.add(ReasonWords.dismissed(reference));
            case LESSER -> reasons.add(ReasonWords.lesser(reference));
            case VERIFIED -> {
                account.forfeit(reference);
                reasons.add(ReasonWords.verified(reference));
            }
            case GONE -> {
                if (account.nothingPaid()) {
                    lost(closed, held.employeeId(), reference);
                    return true;
                }
                // What was settled by an event stays so after the register has dropped it.
                if (account.paid(Component.VETO_FORFEIT).signum() < 0) {
                    account.forfeit(reference);
                }
            }
            case OPEN -> {
                return true;
            }
        }
        return false;
    }

    private void lost(ClosedPeriod closed, String employeeId, String reference) {
        Problem problem = Problem.of(ProblemCode.HELD_FOR_LOST, SourceRef.NONE, "employee_id", employeeId)
                .with("person", employeeId)
                .with("period", closed.period().toString())
                .with("reference", reference);
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }

    /** What one person earned in a closed period, and was paid for it. */
    static final class Account {

        private final Recipient person;
        private final Money[] earned = zeros();
        private final Money[] paid = zeros();
        private final int[] settled = new int[Component.values().length];
        private final List<String> heldBy = new ArrayList<>();
        private final Map<String, Money> takenBack = new TreeMap<>();
        private boolean nothingPaid = true;

        Account(Recipient person) {
            this.person = person;
        }

        private static Money[] zeros() {
            Money[] zeros = new Money[Component.values().length];
            Arrays.fill(zeros, Money.ZERO);
            return zeros;
        }

        private void earn(ClosedPeriod.Earned line) {
            int at = line.component().ordinal();
            earned[at] = earned[at].plus(line.amount());
            line.heldBy().stream().filter(event -> !heldBy.contains(event)).forEach(heldBy::add);
            if (line.component() == Component.RETURN_REVERSAL && !line.heldBy().isEmpty()) {
                // One event is enough for a forfeit.
                takenBack.merge(String.join("\u001f", line.heldBy()), line.amount(), Money::plus);
            }
        }

        private void pay(ClosedPeriod.Paid line) {
            int at = line.component().ordinal();
            paid[at] = paid[at].plus(line.amount());
            settled[at] = Math.max(settled[at], line.byRevision());
            // What people decided on, and what is taken back, no event holds.
            nothingPaid &= !PayoutLine.isForfeited(line.component());
        }

        /**
         * Takes everything back, as a veto does, unless the revision did; what a return would have taken of what the event held is
         * not taken besides.
         */
        private void forfeit(String event) {
            int reversal = Component.RETURN_REVERSAL.ordinal();
            takenBack.entrySet().removeIf(taken -> {
                boolean of = List.of(taken.getKey().split("\u001f")).contains(event);
                earned[reversal] = of ? earned[reversal].minus(taken.getValue()) : earned[reversal];
                return of;
            });
            Money sum = Arrays.stream(Component.values())
                    .filter(PayoutLine::isForfeited)
                    .map(this::earned)
                    .reduce(Money.ZERO, Money::plus);
            if (earned(Component.VETO_FORFEIT).signum() == 0 && sum.signum() > 0) {
                earned[Component.VETO_FORFEIT.ordinal()] = sum.negate();
            }
        }

        private boolean nothingPaid() {
            return nothingPaid;
        }

        private List<String> heldBy() {
            return heldBy;
        }

        Recipient person() {
            return person;
        }

        Money earned(Component component) {
            return earned[component.ordinal()];
        }

        /** The newest revision that was paid of the component; 0 where that is the closed one. */
        int settled(Component component) {
            return settled[component.ordinal()];
        }

        Money paid(Component component) {
            return paid[component.ordinal()];
        }
    }
}
