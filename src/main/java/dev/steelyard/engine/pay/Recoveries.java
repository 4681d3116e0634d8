package dev.steelyard.engine.pay;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.calendar.Period.Kind;
import dev.steelyard.engine.fact.Adjustment;
import dev.steelyard.engine.pay.PayoutLine.Component;
import dev.steelyard.engine.pay.PayoutLine.Status;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.score.ScoreBook;
import dev.steelyard.engine.unit.CodePoints;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How much may be taken from somebody in a month 扣回限额 (rules.md 8.8; rulings 116, 136): what goes beyond the limit is carried over
 * and makes the person's balance, and what is left of the limit takes from the balance of closed periods.
 */
public final class Recoveries {

    /**
     * What a person's lines give and take.
     *
     * @param paid P: what is paid; grade adjustment and veto forfeit lower it
     * @param taken T: what true-ups, returns, negative adjustments and own returns beyond the commission take; not below 0
     * @param settled of what was taken, less what was carried over and with what was recovered
     */
    private record Sums(Fraction paid, Fraction taken, Fraction settled) {

        static final Sums NONE = new Sums(Fraction.ZERO, Fraction.ZERO, Fraction.ZERO);

        Sums plus(Sums other) {
            return new Sums(paid.plus(other.paid), taken.plus(other.taken), settled.plus(other.settled));
        }
    }

    private final Plan.Recovery rule;
    private final Registers registers;
    private final Period period;
    private final Map<String, Money> balances;
    private final List<PaidPeriods.Line> before;
    private final Map<String, List<Adjustment>> settled;

    /**
     * @param balances employee id → what closed periods carried over and nobody took yet
     * @param before the lines of the runs of shorter periods that end in the same month
     * @param settlements what was settled outside of pay, of whomever
     */
    public Recoveries(
            Plan.Recovery rule,
            Registers registers,
            Period period,
            Map<String, Money> balances,
            List<PaidPeriods.Line> before,
            List<Adjustment> settlements) {
        this.settled = settlements.stream().collect(Collectors.groupingBy(Adjustment::employeeId));
        this.rule = rule;
        this.registers = registers;
        this.period = period;
        this.balances = balances;
        this.before = before;
    }

    /** The lines that carry over or recover, by employee id. @param lines all others of the run */
    public List<PayoutLine> of(ScoreBook book, List<PayoutLine> lines) {
        Map<String, List<PayoutLine>> byPerson = new TreeMap<>(CodePoints.ORDER);
        Map<String, Employee> people = new TreeMap<>(CodePoints.ORDER);
        book.cards().forEach(card -> {
            people.put(card.participant().id(), card.participant().employee());
            byPerson.put(card.participant().id(), new ArrayList<>());
        });
        lines.stream().filter(line -> line.status() == Status.PAY).forEach(line -> {
            people.putIfAbsent(line.employee().id(), line.employee());
            byPerson.computeIfAbsent(line.employee().id(), id -> new ArrayList<>())
                    .add(line);
        });
        // Who gave more than they owe is given it back, also where no run has them any more.
        balances.forEach((id, balance) -> {
            if (balance.signum() < 0 || settled.containsKey(id)) {
                people.computeIfAbsent(id, this::employee);
                byPerson.putIfAbsent(id, List.of());
            }
        });
        Map<String, RankedScorecard> cards = book.byId();
        List<PayoutLine> more = new ArrayList<>();
        byPerson.forEach((id, own) -> more.addAll(of(people.get(id), Optional.ofNullable(cards.get(id)), own)));
        return more;
    }

    private List<PayoutLine> of(Employee person, Optional<RankedScorecard> card, List<PayoutLine> own) {
        Sums now = sums(own.stream()
                .map(line -> new Part(line.component(), line.amount().exact()))
                .toList());
        Sums earlier = sums(before.stream()
                .filter(line -> line.employeeId().equals(person.id()))
                .map(line -> new Part(line.component(), line.amount().exact()))
                .toList());
        Fraction income = salary(person).plus(now.paid()).plus(earlier.paid()).max(Fraction.ZERO);
        Fraction limit = limit(person, income);
        Fraction room = limit.minus(earlier.settled()).max(Fraction.ZERO);
        Fraction balance = balances.getOrDefault(person.id(), Money.ZERO).exact();
        List<PayoutLine> lines = new ArrayList<>();
        for (Adjustment one : settled.getOrDefault(person.id(), List.of())) {
            Fraction amount = one.amount().orElseThrow();
            lines.add(line(person, lines.size() + 1, amount.negate(), settlement(one))
                    .with(Status.ON_HOLD, List.of()));
            balance = balance.minus(amount);
        }
        int settlements = lines.size();
        if (room.isBelow(now.taken())) {
            lines.add(PayoutLine.pay(
                    new PayoutLine.Key(person, Component.RECOVERY_CARRIED, 1, period),
                    now.taken().minus(room),
                    Fraction.ONE,
                    Said.of("pay.note.limit", "limit", Money.rounded(limit))));
        }
        Fraction taken = balance.min(room.minus(now.taken()).max(Fraction.ZERO));
        boolean settles =
                card.map(one -> one.status() != RankedScorecard.Status.HELD).orElse(taken.signum() < 0);
        if (settles && taken.signum() != 0) {
            lines.add(line(
                    person,
                    settlements + 1,
                    taken.negate(),
                    taken.signum() > 0
                            ? Said.of("pay.note.recovered", "balance", Money.rounded(balance))
                            : Said.of("pay.note.givenBack")));
        }
        return lines;
    }

    private Employee employee(String id) {
        return registers
                .roster()
                .find(id)
                .orElseGet(() -> Employee.left(registers.schema("employees"), id, "", "", ""));
    }

    private PayoutLine line(Employee person, int number, Fraction amount, Said note) {
        return PayoutLine.pay(
                new PayoutLine.Key(person, Component.RECOVERY, number, period), amount, Fraction.ONE, note);
    }

    /** Nobody pays it: it says that so much less is owed. */
    private static Said settlement(Adjustment one) {
        return Said.of("pay.note.settledOutside", "id", one.adjustmentId(), "reason", one.reason());
    }

    /** The month's salary of whoever is employed in the month in which the period ends. */
    private Fraction salary(Employee person) {
        boolean employed =
                !person.employed(Period.of(Kind.MONTH, period.last()).days()).isEmpty();
        return person.monthlySalary()
                .filter(salary -> employed)
                .map(Fraction::of)
                .orElse(Fraction.ZERO);
    }

    private Fraction limit(Employee person, Fraction income) {
        Fraction share = Fraction.of(rule.most().times(income).rounded(2));
        return Optional.ofNullable(rule.floor().get(person.region()))
                .map(floor -> share.min(income.minus(floor).max(Fraction.ZERO)))
                .orElse(share);
    }

    private record Part(Component component, Fraction amount) {}

    private static Sums sums(List<Part> parts) {
        Fraction commission = Fraction.ZERO;
        Fraction returned = Fraction.ZERO;
        Fraction corrected = Fraction.ZERO;
        Fraction carried = Fraction.ZERO;
        Fraction lowered = Fraction.ZERO;
        Sums sums = Sums.NONE;
        for (Part part : parts) {
            switch (part.component()) {
                case COMMISSION -> commission = commission.plus(part.amount());
                case RETURN_REVERSAL -> returned = returned.plus(part.amount());
                    // A veto that is made good owes nothing and keeps nothing: what a run corrects is netted.
                case TRUE_UP -> corrected = corrected.plus(part.amount());
                case GRADE_ADJUSTMENT, VETO_FORFEIT, TEAM_POOL_CONTRIBUTION -> lowered = lowered.plus(part.amount());
                case RECOVERY_CARRIED, RECOVERY -> carried = carried.plus(part.amount());
                default -> sums = sums.plus(of(part.amount()));
            }
        }
        sums = sums.plus(of(commission)).plus(of(returned)).plus(of(corrected));
        return new Sums(sums.paid().plus(lowered), sums.taken(), sums.taken().minus(carried));
    }

    private static Sums of(Fraction amount) {
        return amount.signum() < 0
                ? new Sums(Fraction.ZERO, amount.negate(), Fraction.ZERO)
                : new Sums(amount, Fraction.ZERO, Fraction.ZERO);
    }
}
