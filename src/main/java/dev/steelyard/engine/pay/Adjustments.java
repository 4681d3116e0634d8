package dev.steelyard.engine.pay;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.fact.Adjustment;
import dev.steelyard.engine.pay.PayoutLine.Component;
import dev.steelyard.engine.pay.PayoutLine.Status;
import dev.steelyard.engine.plan.Name;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.score.ScoreBook;
import dev.steelyard.engine.unit.CodePoints;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Amounts that people decided on 手工调整, as lines of the run whose period they name (rules.md 8.14; rulings 140): of whoever is
 * held on hold, of everybody else paid, also of whoever has left or is vetoed. One that says that a balance was settled outside of pay
 * pays nothing.
 *
 * @param asOf the day by which decisions are known: what is decided later is not paid yet (ruling 140)
 * @param balances employee id → what the person owes
 */
public record Adjustments(Plan plan, Registers registers, Period period, LocalDate asOf, Map<String, Money> balances) {

    /** The lines, by employee id. */
    public List<PayoutLine> lines(ScoreBook book) {
        Map<String, RankedScorecard> cards = book.byId();
        Map<String, List<PayoutLine>> lines = new TreeMap<>(CodePoints.ORDER);
        inForce().filter(one -> !settles(one)).forEach(one -> {
            Employee person = registers.roster().find(one.employeeId()).orElseThrow();
            List<PayoutLine> own = lines.computeIfAbsent(person.id(), id -> new ArrayList<>());
            own.add(line(one, cards.get(person.id()), person, own.size() + 1));
        });
        return lines.values().stream().flatMap(List::stream).toList();
    }

    /** Those by which a balance was settled outside of pay, by id. */
    public List<Adjustment> settlements() {
        return inForce().filter(this::settles).toList();
    }

    /** The period's that lack nothing, by id; of settlements those that the balance still covers. */
    private Stream<Adjustment> inForce() {
        Map<String, Fraction> left = new HashMap<>();
        return registers.adjustments().stream()
                .filter(one -> one.period().equals(Optional.of(period)))
                .sorted(Comparator.comparing(Adjustment::adjustmentId, CodePoints.ORDER))
                .filter(one -> registers
                        .roster()
                        .find(one.employeeId())
                        .filter(person ->
                                one.lacks(plan.decided(), person.name(), asOf).isEmpty())
                        .isPresent())
                .filter(one -> !settles(one) || isCovered(one, left));
    }

    private boolean isCovered(Adjustment one, Map<String, Fraction> left) {
        Fraction owed = left.getOrDefault(
                one.employeeId(),
                balances.getOrDefault(one.employeeId(), Money.ZERO).exact());
        Fraction amount = one.amount().orElseThrow();
        boolean covered = amount.signum() > 0 && owed.isAtLeast(amount);
        left.put(one.employeeId(), covered ? owed.minus(amount) : owed);
        return covered;
    }

    private boolean settles(Adjustment one) {
        Optional<Name> kind = plan.recovery().flatMap(Plan.Recovery::settled);
        return kind.isPresent() && one.named(plan.decided()).equals(kind);
    }

    /** What one of the period lacks, as columns: a settlement the amount, where the balance is not so high any more. */
    public List<String> lacks(Adjustment one) {
        List<String> lacks = registers
                .roster()
                .find(one.employeeId())
                .map(person -> one.lacks(plan.decided(), person.name(), asOf))
                .orElse(List.of());
        return lacks.isEmpty() && settles(one) && !settlements().contains(one) ? List.of("amount") : lacks;
    }

    private PayoutLine line(Adjustment one, RankedScorecard card, Employee person, int number) {
        Employee paid = card == null ? person : card.participant().employee();
        PayoutLine line = PayoutLine.pay(
                new PayoutLine.Key(paid, Component.ADJUSTMENT, number, period),
                one.amount().orElseThrow(),
                Fraction.ONE,
                Said.text(one.reason()));
        return card != null && card.status() == RankedScorecard.Status.HELD
                ? line.with(Status.ON_HOLD, List.of()).saying(Said.of("pay.note.heldPerson", "note", line.note()))
                : line;
    }

    /** Those of the period that are not paid, and what each lacks. */
    public List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        for (Adjustment one : registers.adjustments()) {
            if (one.period().map(period::equals).orElse(true)) {
                List<String> lacks = lacks(one);
                if (!lacks.isEmpty()) {
                    problems.add(Problem.of(
                                    ProblemCode.ADJUSTMENT_REFUSED,
                                    one.row().source(),
                                    lacks.get(0),
                                    one.adjustmentId())
                            .with("lacks", String.join(", ", lacks)));
                }
            }
        }
        return problems;
    }
}
