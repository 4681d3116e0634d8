package dev.steelyard.engine.pay;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.fact.Employee;
import dev.steelyard.engine.fact.Registers;
import dev.steelyard.engine.measure.Demand;
import dev.steelyard.engine.measure.Measurements;
import dev.steelyard.engine.pay.PayoutLine.Component;
import dev.steelyard.engine.pay.PayoutLine.Status;
import dev.steelyard.engine.people.Placements;
import dev.steelyard.engine.plan.Name;
import dev.steelyard.engine.plan.Pay.Commission;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.plan.Track;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.engine.problem.SourceRef;
import dev.steelyard.engine.score.Participant;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.score.ScoreBook;
import dev.steelyard.engine.unit.CodePoints;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Returns of what an earlier period paid 退货冲回: taken back from whoever it was paid to, at the tiers at which it was paid, from the
 * highest down (rules.md 8.5; rulings 110–112, 123, 124, 134, 141, 145). They are in no ladder of the period.
 */
public final class Returns {

    /** No return takes anything back. */
    public static final Returns NONE = new Returns();

    /** What is taken back of one person's commission by one rule in one earlier period. */
    private record Taken(int person, Period from, Commission rule) {}

    /**
     * What a return takes back of somebody.
     *
     * @param rule the commission that was paid on it: {@link Commission#id}
     * @param product what came back; blank where rows do not say it
     * @param sold the day of the original
     * @param amount the person's part, above 0
     */
    public record Of(
            String rule,
            Period from,
            String line,
            LocalDate day,
            String original,
            LocalDate sold,
            String product,
            Fraction amount) {}

    private final Plan plan;
    private final Registers registers;
    private final Period period;
    private final PaidPeriods paid;
    private final Map<Commission, Map<Integer, Fraction>> excluded = new HashMap<>();
    private final Map<Taken, Fraction> taken = new LinkedHashMap<>();
    private final Map<Taken, List<Of>> rows = new LinkedHashMap<>();
    private final Map<Period, Optional<Map<String, List<PaidPeriods.Line>>>> handedOut = new HashMap<>();
    private final Map<Period, Optional<Map<String, List<PaidPeriods.Line>>>> newest = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private Returns() {
        this.plan = null;
        this.registers = null;
        this.period = null;
        this.paid = PaidPeriods.NONE;
    }

    /**
     * Looks for returns among what was measured, and decides which of them take an earlier period back.
     *
     * @param paid what earlier periods paid
     */
    public Returns(
            Plan plan,
            Registers registers,
            Measurements measurements,
            Placements placements,
            Period period,
            PaidPeriods paid) {
        this.plan = plan;
        this.registers = registers;
        this.period = period;
        this.paid = paid;
        new ReturnedRows(plan, registers, period)
                .of(measurements)
                .forEach((rule, returns) -> returns.forEach(one -> take(rule, one, placements)));
    }

    /** Asks for the returns of the period. */
    static void demand(Plan plan, Registers registers, Period period, Demand demand) {
        new ReturnedRows(plan, registers, period).demand(demand);
    }

    /** What must be measured besides, once the returns are known; empty where there is nothing. */
    public static Optional<Demand> originals(Plan plan, Registers registers, Period period, Measurements measurements) {
        return new ReturnedRows(plan, registers, period).originals(measurements);
    }

    // ------------------------------------------------------------------ whose, and of which period

    private void take(Commission rule, ReturnedRows.Return one, Placements placements) {
        Optional<String> open = stays(one);
        if (open.isPresent()) {
            problems.add(Problem.of(
                            ProblemCode.RETURN_NOT_TAKEN_BACK, SourceRef.NONE, "original_line_id", one.originalLine())
                    .with("line", one.line())
                    .with("reason", open.get()));
            return;
        }
        ReturnedRows.Sale original = one.original().orElseThrow();
        Map<Integer, Fraction> owners = original.shares();
        Map<Integer, Fraction> closed = new HashMap<>();
        owners.forEach((owner, share) -> {
            Optional<Track> track = track(owner, original.day(), rule, placements);
            if (track.isEmpty()) {
                // It earned nothing: nothing is taken back, and the return is in no ladder.
                closed.put(owner, share);
                return;
            }
            Period from = Period.of(track.get().cycle(), original.day());
            if (from.last().isBefore(one.returned().day())) {
                closed.put(owner, share);
                if (from.kind() == period.kind()) {
                    Taken of = new Taken(owner, from, rule);
                    Fraction part = one.returned().amount().negate().times(share);
                    taken.merge(of, part, Fraction::plus);
                    rows.computeIfAbsent(of, any -> new ArrayList<>())
                            .add(new Of(
                                    rule.id(),
                                    from,
                                    one.line(),
                                    one.returned().day(),
                                    one.originalLine(),
                                    original.day(),
                                    one.product(),
                                    part));
                }
            }
        });
        // Of a return that is shared as its original was each keeps what is open of their own (rulings 145).
        boolean alike = owners.equals(one.returned().shares());
        Fraction part = closed.values().stream().reduce(Fraction.ZERO, Fraction::plus);
        one.returned().amounts().forEach((booker, amount) -> {
            boolean inLadder = track(booker, one.returned().day(), rule, placements)
                    .filter(track -> track.cycle() == period.kind())
                    .isPresent();
            Fraction out = !alike ? amount.times(part) : closed.containsKey(booker) ? amount : Fraction.ZERO;
            if (inLadder && out.signum() != 0) {
                excluded.computeIfAbsent(rule, any -> new HashMap<>()).merge(booker, out, Fraction::plus);
            }
        });
    }

    /** The track on which a person earned by the rule on a day. */
    private Optional<Track> track(int person, LocalDate day, Commission rule, Placements placements) {
        String track =
                placements.track(placements.place(registers.roster().employees().get(person), period.days()), day);
        return Optional.ofNullable(plan.tracks().get(track))
                .filter(found -> rule.tracks().contains(track));
    }

    /** Why a return stays in the ladder of the period (rulings 66), where that is so. */
    private Optional<String> stays(ReturnedRows.Return one) {
        if (one.original().isEmpty()) {
            return Optional.of("unknown");
        }
        ReturnedRows.Sale original = one.original().get();
        if (original.amount().signum() <= 0) {
            return Optional.of("negative");
        }
        if (original.day().isAfter(one.returned().day())) {
            return Optional.of("later");
        }
        return original.day()
                        .plusMonths(plan.takenBack().withinMonths())
                        .isBefore(one.returned().day())
                ? Optional.of("old")
                : Optional.empty();
    }

    /** What of the sum of the facts that earn by a rule (amounts in the plan's currency; returns are below 0) is not in the person's ladder; 0 where there is nothing. */
    public Fraction excluded(Commission rule, int person) {
        return excluded.getOrDefault(rule, Map.of()).getOrDefault(person, Fraction.ZERO);
    }

    /** Earlier period → the returns that take back what a person was paid for it. */
    public Map<Period, List<Of>> of(int person) {
        Map<Period, List<Of>> own = new TreeMap<>();
        rows.forEach((of, returned) -> {
            if (of.person() == person) {
                own.computeIfAbsent(of.from(), from -> new ArrayList<>()).addAll(returned);
            }
        });
        return own;
    }

    /** Employee id → the returns that take something back of them, oldest period first. */
    public Map<String, List<Of>> byPerson() {
        Map<String, List<Of>> all = new TreeMap<>(CodePoints.ORDER);
        rows.keySet().stream()
                .map(Taken::person)
                .distinct()
                .forEach(person -> all.put(
                        registers.roster().employees().get(person).id(),
                        of(person).values().stream().flatMap(List::stream).toList()));
        return all;
    }

    // ------------------------------------------------------------------ lines

    /** The lines that take back, by employee id; those of whoever is not in the run, or held, are on hold. */
    public List<PayoutLine> lines(ScoreBook book) {
        Map<String, RankedScorecard> cards = book.byId();
        Map<String, List<PayoutLine>> lines = new TreeMap<>(CodePoints.ORDER);
        taken.entrySet().stream()
                .sorted((one, other) ->
                        one.getKey().from().compareTo(other.getKey().from()))
                .forEach(entry -> {
                    Employee person =
                            registers.roster().employees().get(entry.getKey().person());
                    List<PayoutLine> own = lines.computeIfAbsent(person.id(), id -> new ArrayList<>());
                    add(entry.getKey(), entry.getValue(), person, Optional.ofNullable(cards.get(person.id())), own);
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
                    new Name(
                            rule.zh() + "：台账中没有 " + of.from() + "，按首档费率冲回",
                            rule.en() + ": no " + of.from() + " in the ledger, taken back at the first tier's rate"),
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
            Name note = new Name(
                    rule.zh() + "：冲回 " + of.from() + " 按 " + percent(part.rate()) + " 兑付的部分",
                    rule.en() + ": of " + of.from() + ", paid at " + percent(part.rate()));
            lines.add(part(of, part, note, paidAs, card, lines.size() + 1));
        }
        if (back.beyond().amount().signum() > 0) {
            Name note = new Name(
                    rule.zh() + "：超出 " + of.from() + " 兑付的部分，按首档费率冲回",
                    rule.en() + ": beyond what " + of.from() + " paid, at the first tier's rate");
            lines.add(part(of, back.beyond(), note, paidAs, card, lines.size() + 1));
        }
        Money tiers = back.ofTiers();
        if (back.factor().isPresent() && tiers.signum() != 0) {
            lines.add(line(
                    of,
                    tiers.negate().exact(),
                    back.factor().get(),
                    new Name(
                            of.from() + " 等级系数的冲回（" + rule.zh() + "）",
                            "the grade factor of " + of.from() + ", " + rule.en()),
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
        return handedOut.computeIfAbsent(period, of -> paid.handedOut(of).map(Returns::byPerson));
    }

    private Optional<Map<String, List<PaidPeriods.Line>>> newest(Period period) {
        return newest.computeIfAbsent(period, of -> paid.of(of).map(Returns::byPerson));
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
            Taken of, TakenBack.Part part, Name note, Employee person, Optional<RankedScorecard> card, int number) {
        return line(of, part.amount().negate(), part.rate(), note, person, card, number)
                .by(of.rule());
    }

    private PayoutLine line(
            Taken of,
            Fraction basis,
            Fraction rate,
            Name note,
            Employee person,
            Optional<RankedScorecard> card,
            int number) {
        boolean paid =
                card.filter(one -> one.status() != RankedScorecard.Status.HELD).isPresent();
        if (!paid && number == 1) {
            problems.add(Problem.of(ProblemCode.RETURN_ON_HOLD, SourceRef.NONE, "employee_id", person.id())
                    .with("person", person.id())
                    .with("period", of.from().toString()));
        }
        return PayoutLine.pay(
                        card.map(one -> one.participant().employee()).orElse(person),
                        Component.RETURN_REVERSAL,
                        number,
                        period,
                        basis,
                        rate,
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
        return rate.times(Fraction.of(100)).plain() + "%";
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

    /** What was not taken back, and why. */
    public List<Problem> problems() {
        return problems.stream().distinct().toList();
    }
}
