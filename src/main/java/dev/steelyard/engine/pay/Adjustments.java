package dev.steelyard.engine.pay;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.fact.Adjustment;
import dev.steelyard.engine.fact.Employee;
import dev.steelyard.engine.fact.Registers;
import dev.steelyard.engine.pay.PayoutLine.Component;
import dev.steelyard.engine.pay.PayoutLine.Status;
import dev.steelyard.engine.plan.Name;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.score.ScoreBook;
import dev.steelyard.engine.unit.CodePoints;
import dev.steelyard.engine.unit.Fraction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Amounts that people decided on 手工调整, as lines of the run whose period they name (rules.md 8.14; rulings 140): of whoever is
 * held on hold, of everybody else paid, also of who has left or is vetoed.
 */
public final class Adjustments {

    private final Plan plan;
    private final Registers registers;
    private final Period period;
    private final LocalDate asOf;

    /** @param asOf the day by which decisions are known: what is decided later is not paid yet (ruling 140) */
    public Adjustments(Plan plan, Registers registers, Period period, LocalDate asOf) {
        this.plan = plan;
        this.registers = registers;
        this.period = period;
        this.asOf = asOf;
    }

    /** The lines, by employee id. */
    public List<PayoutLine> lines(ScoreBook book) {
        Map<String, RankedScorecard> cards = book.byId();
        Map<String, List<PayoutLine>> lines = new TreeMap<>(CodePoints.ORDER);
        registers.adjustments().stream()
                .filter(one -> one.period().equals(Optional.of(period)))
                .sorted(Comparator.comparing(Adjustment::id, CodePoints.ORDER))
                .forEach(one -> registers
                        .roster()
                        .find(one.employeeId())
                        .filter(person -> lacks(one, person).isEmpty())
                        .ifPresent(person -> {
                            List<PayoutLine> own = lines.computeIfAbsent(person.id(), id -> new ArrayList<>());
                            own.add(line(one, cards.get(person.id()), person, own.size() + 1));
                        }));
        return lines.values().stream().flatMap(List::stream).toList();
    }

    private List<String> lacks(Adjustment one, Employee person) {
        return one.lacks(plan.adjustments(), person, asOf);
    }

    private PayoutLine line(Adjustment one, RankedScorecard card, Employee person, int number) {
        Employee paid = card == null ? person : card.participant().employee();
        PayoutLine line = PayoutLine.pay(
                paid,
                Component.ADJUSTMENT,
                number,
                period,
                one.amount().orElseThrow(),
                Fraction.ONE,
                new Name(one.reason(), one.reason()));
        return card != null && card.status() == RankedScorecard.Status.HELD
                ? line.with(Status.ON_HOLD, List.of())
                        .saying(new Name(one.reason() + "；暂缓：本人待核", one.reason() + "; on hold: the person is held"))
                : line;
    }

    /** Those of the period that are not paid, and what each lacks. */
    public List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        for (Adjustment one : registers.adjustments()) {
            if (one.period().map(period::equals).orElse(true)) {
                registers
                        .roster()
                        .find(one.employeeId())
                        .map(person -> lacks(one, person))
                        .filter(lacks -> !lacks.isEmpty())
                        .ifPresent(lacks -> problems.add(Problem.of(
                                        ProblemCode.ADJUSTMENT_REFUSED,
                                        one.row().source(),
                                        lacks.get(0),
                                        one.id())
                                .with("lacks", String.join(", ", lacks))));
            }
        }
        return problems;
    }
}
