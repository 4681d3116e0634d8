package dev.steelyard.engine.pay;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.pay.PayoutLine.Component;
import dev.steelyard.engine.pay.PayoutLine.Status;
import dev.steelyard.engine.pay.Returns.Taken;
import dev.steelyard.engine.plan.Name;
import dev.steelyard.engine.plan.Pay.Commission;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.engine.problem.SourceRef;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.score.Participant;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.score.ScoreBook;
import dev.steelyard.engine.unit.CodePoints;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Money;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The lines by which returns take back what earlier periods paid, tier by tier from the highest down (rules.md 8.5). */
public final class ReturnLines {

    private final Plan plan;
    private final Registers registers;
    private final Period period;
    private final Returns returns;
    private final PaidPeriods paid;
    private final Map<Period, Optional<Map<String, List<PaidPeriods.Line>>>> handedOut = new HashMap<>();
    private final Map<Period, Optional<Map<String, List<PaidPeriods.Line>>>> newest = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    /**
     * @param returns what comes back, of whom
     * @param paid what earlier periods paid
     */
    public ReturnLines(Reckoning from, Returns returns, PaidPeriods paid) {
        this.plan = from.plan();
        this.registers = from.registers();
        this.period = from.period();
        this.returns = returns;
        this.paid = paid;
    }

    /** The lines that take back, by employee id; those of whoever is not in the run, or held, are on hold. */
    public List<PayoutLine> of(ScoreBook book) {
        Map<String, RankedScorecard> cards = book.byId();
        Map<String, List<PayoutLine>> lines = new TreeMap<>(CodePoints.ORDER);
        returns.taken().forEach((of, amount) -> {
            Employee person = registers.roster().employees().get(of.person());
            List<PayoutLine> own = lines.computeIfAbsent(person.id(), id -> new ArrayList<>());
            add(of, amount, person, Optional.ofNullable(cards.get(person.id())), own);
        });
        return lines.values().stream().flatMap(List::stream).toList();
    }

    private void add(
            Taken of, Fraction amount, Employee person, Optional<RankedScorecard> card, List<PayoutLine> lines) {
        Name rule = of.rule().name();
        Fraction first = of.rule().tiers().get(0).rate();
        Optional<Map<String, List<PaidPeriods.Line>>> handedOut = handedOut(of.from());
        if (handedOut.isEmpty()) {
            lines.add(part(
                    of,
                    new TakenBack.Part(amount, first),
                    Said.of("pay.note.returnUnknown", "rule", rule, "period", of.from()),
                    person,
                    card,
                    lines.size() + 1));
            return;
        }
        Optional<TakenBack> found =
                takenBack(of, person.id(), amount, handedOut.get().getOrDefault(person.id(), List.of()));
        if (found.isEmpty()) {
            problems.add(Problem.of(ProblemCode.RETURN_OF_NOTHING, SourceRef.NONE, "employee_id", person.id())
                    .with("person", person.id())
                    .with("period", of.from().toString()));
            return;
        }
        TakenBack back = found.get();
        Employee paidAs = card.map(RankedScorecard::participant)
                .map(Participant::employee)
                .orElseGet(() -> person.in(back.team()));
        int firstLine = lines.size();
        for (TakenBack.Part part : back.tiers()) {
            Said note = Said.of("pay.note.returned", "rule", rule, "period", of.from(), "rate", percent(part.rate()));
            lines.add(part(of, part, note, paidAs, card, lines.size() + 1));
        }
        if (back.beyond().amount().signum() > 0) {
            Said note = Said.of("pay.note.returnBeyond", "rule", rule, "period", of.from());
            lines.add(part(of, back.beyond(), note, paidAs, card, lines.size() + 1));
        }
        Money tiers = back.ofTiers();
        if (back.factor().isPresent() && tiers.signum() != 0) {
            lines.add(line(
                    of,
                    new TakenBack.Part(tiers.negate().exact(), back.factor().get()),
                    Said.of("pay.note.returnOfGrade", "rule", rule, "period", of.from()),
                    paidAs,
                    card,
                    lines.size() + 1));
        }
        // What waits for an event is taken back when it is paid, and not before.
        if (!back.events().isEmpty()) {
            lines.subList(firstLine, lines.size()).replaceAll(line -> line.with(Status.ON_HOLD, back.events()));
        }
    }

    /**
     * By the edition that was handed out; by the newest one where that takes less, since true-ups have taken the rest already: a sale
     * that the newest no longer holds, a grade that fell, a veto that was verified late (rulings 112, 130).
     */
    private Optional<TakenBack> takenBack(Taken of, String person, Fraction amount, List<PaidPeriods.Line> handedOut) {
        Fraction before = takenBefore(of, person);
        Optional<TakenBack> then = takenBack(of, amount, before, handedOut);
        List<PaidPeriods.Line> newest = newest(of.from())
                .map(lines -> lines.getOrDefault(person, List.of()))
                .orElse(handedOut);
        if (newest.equals(handedOut)) {
            return then;
        }
        Optional<TakenBack> now = takenBack(of, amount, before, newest);
        return whole(now).compareTo(whole(then)) < 0 ? now : then;
    }

    private Optional<Map<String, List<PaidPeriods.Line>>> handedOut(Period period) {
        return handedOut.computeIfAbsent(period, of -> paid.handedOut(of).map(ReturnLines::byPerson));
    }

    private Optional<Map<String, List<PaidPeriods.Line>>> newest(Period period) {
        return newest.computeIfAbsent(period, of -> paid.of(of).map(ReturnLines::byPerson));
    }

    private static Map<String, List<PaidPeriods.Line>> byPerson(List<PaidPeriods.Line> lines) {
        return lines.stream().collect(Collectors.groupingBy(PaidPeriods.Line::employeeId));
    }

    private static Money whole(Optional<TakenBack> back) {
        return back.map(TakenBack::whole).orElse(Money.ZERO);
    }

    private Optional<TakenBack> takenBack(Taken of, Fraction amount, Fraction before, List<PaidPeriods.Line> own) {
        List<PaidPeriods.Line> earned = own.stream()
                .filter(line -> line.component() == Component.COMMISSION
                        && line.sourcePeriod().equals(of.from())
                        && (!line.onHold() || !line.heldBy().isEmpty())
                        && isOf(of.rule(), line))
                .toList();
        return TakenBack.of(
                own, earned, before, amount, of.rule().tiers().get(0).rate());
    }

    private PayoutLine part(
            Taken of, TakenBack.Part part, Said note, Employee person, Optional<RankedScorecard> card, int number) {
        TakenBack.Part back = new TakenBack.Part(part.amount().negate(), part.rate());
        return line(of, back, note, person, card, number).by(of.rule());
    }

    private PayoutLine line(
            Taken of, TakenBack.Part part, Said note, Employee person, Optional<RankedScorecard> card, int number) {
        boolean paid =
                card.filter(one -> one.status() != RankedScorecard.Status.HELD).isPresent();
        if (!paid && number == 1) {
            problems.add(Problem.of(ProblemCode.RETURN_ON_HOLD, SourceRef.NONE, "employee_id", person.id())
                    .with("person", person.id())
                    .with("period", of.from().toString()));
        }
        return PayoutLine.pay(
                        new PayoutLine.Key(
                                card.map(one -> one.participant().employee()).orElse(person),
                                Component.RETURN_REVERSAL,
                                number,
                                period),
                        part.amount(),
                        part.rate(),
                        note)
                .of(of.from())
                .with(paid ? Status.PAY : Status.ON_HOLD, List.of());
    }

    /** What editions of the periods between have taken back already, also what is on hold: it is settled by hand (rulings 123). */
    private Fraction takenBefore(Taken of, String employeeId) {
        Fraction before = Fraction.ZERO;
        for (Period at = of.from().next(); at.compareTo(period) < 0; at = at.next()) {
            for (PaidPeriods.Line line : newest(at).orElse(Map.of()).getOrDefault(employeeId, List.of())) {
                if (line.component() == Component.RETURN_REVERSAL
                        && line.sourcePeriod().equals(of.from())
                        && isOf(of.rule(), line)) {
                    before = before.plus(line.basis().negate());
                }
            }
        }
        return before;
    }

    /** Whether a line is of the rule: by what it is earned on, and where that is not known, or two rules earn on it, by its name. */
    private boolean isOf(Commission rule, PaidPeriods.Line line) {
        boolean only = plan.pay().commission().stream()
                        .filter(other -> other.id().equals(rule.id()))
                        .count()
                == 1;
        return only && !line.rule().isEmpty() ? line.rule().equals(rule.id()) : isNamed(rule.name(), line);
    }

    private static boolean isNamed(Name rule, PaidPeriods.Line line) {
        return line.note().equals(rule.en())
                || line.note().startsWith(rule.en() + ",")
                || line.note().startsWith(rule.en() + ":")
                || line.note().startsWith(rule.en() + ";");
    }

    private static String percent(Fraction rate) {
        return rate.percent();
    }

    /**
     * Employee id → what the lines of a run would take back of people who are not in it: a claim that goes into their balance
     * (rulings 123).
     */
    public static Map<String, Money> claims(ScoreBook book, List<PayoutLine> lines) {
        Map<String, RankedScorecard> cards = book.byId();
        Map<String, Money> claims = new TreeMap<>(CodePoints.ORDER);
        lines.stream()
                .filter(line -> line.component() == Component.RETURN_REVERSAL
                        && line.status() == Status.ON_HOLD
                        && line.heldBy().isEmpty()
                        && !cards.containsKey(line.employee().id()))
                .forEach(
                        line -> claims.merge(line.employee().id(), line.amount().negate(), Money::plus));
        return claims;
    }

    /** What takes nothing back, or waits, and why. */
    public List<Problem> problems() {
        return problems.stream().distinct().toList();
    }
}
