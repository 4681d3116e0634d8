package dev.steelyard.engine.pay;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.measure.Demand;
import dev.steelyard.engine.measure.Measurements;
import dev.steelyard.engine.people.Placements;
import dev.steelyard.engine.plan.Pay.Commission;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.plan.Track;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.engine.problem.SourceRef;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.unit.CodePoints;
import dev.steelyard.engine.unit.Fraction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Returns of what an earlier period paid 退货冲回: taken back from whoever it was paid to, at the tiers at which it was paid, from the
 * highest down (rules.md 8.5; rulings 110–112, 123, 124, 134, 141, 145). They are in no ladder of the period.
 */
public final class Returns {

    /** No return takes anything back. */
    public static final Returns NONE = new Returns();

    /** What is taken back of one person's commission by one rule in one earlier period. */
    record Taken(int person, Period from, Commission rule) {}

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
    private final Map<Commission, Map<Integer, Fraction>> excluded = new HashMap<>();
    private final Map<Taken, Fraction> taken = new LinkedHashMap<>();
    private final Map<Taken, List<Of>> rows = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private Returns() {
        this.plan = null;
        this.registers = null;
        this.period = null;
    }

    /**
     * Looks for returns among what was measured, and decides which of them take an earlier period back.
     */
    public Returns(Reckoning from) {
        this.plan = from.plan();
        this.registers = from.registers();
        this.period = from.period();
        new ReturnedRows(plan, registers, period)
                .of(from.measurements())
                .forEach((rule, returns) -> returns.forEach(one -> take(rule, one, from.placements())));
    }

    /** Asks for the returns of the period. */
    static void demand(Plan plan, Registers registers, Period period, Demand demand) {
        new ReturnedRows(plan, registers, period).demand(demand);
    }

    /** What must be measured besides, once the returns are known; empty where there is nothing. */
    public static Optional<Demand> originals(Plan plan, Registers registers, Period period, Measurements measurements) {
        return new ReturnedRows(plan, registers, period).originals(measurements);
    }

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

    /** What is taken back, oldest period first. */
    Map<Taken, Fraction> taken() {
        Map<Taken, Fraction> oldestFirst = new LinkedHashMap<>();
        taken.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().from()))
                .forEach(entry -> oldestFirst.put(entry.getKey(), entry.getValue()));
        return oldestFirst;
    }

    /** What was not taken back, and why. */
    public List<Problem> problems() {
        return problems.stream().distinct().toList();
    }
}
