package dev.steelyard.engine.run;

import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.engine.pay.PayoutLine.Status;
import dev.steelyard.engine.pay.PersonalPayout;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.unit.CodePoints;
import dev.steelyard.engine.unit.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The payout as one of those has it that must have the same.
 *
 * @param lines in any order
 */
public record PayoutBook(Source source, List<Line> lines) {

    /** Who has it. */
    public enum Source {
        /** The lines that the run calculated: what the others are compared with. */
        RUN,
        /** The machine file as it was written, read back. */
        FILE,
        /** What the ledger is given. */
        LEDGER,
        /** The statements 对账单 of all people together. */
        STATEMENTS;

        /** What people call it. */
        public Said title() {
            return Said.of("payoutSource", this);
        }
    }

    /**
     * One line.
     *
     * @param status as machine files write it
     */
    public record Line(String id, BigDecimal amount, String status) {}

    public PayoutBook {
        lines = List.copyOf(lines);
    }

    /** As the run calculated it. */
    public static PayoutBook of(RunIdentity identity, RunResult result) {
        return new PayoutBook(
                Source.RUN,
                result.payout().stream()
                        .map(line -> new Line(
                                line.id(identity.job(), identity.revision()),
                                line.amount().amount(),
                                line.status().code()))
                        .toList());
    }

    /** What each person gets, as a line for each status that comes to something: {@code E0101 pay}. */
    public static PayoutBook byPerson(Source source, List<PersonalPayout> people) {
        List<Line> lines = new ArrayList<>();
        for (PersonalPayout person : people) {
            add(person.employeeId(), Status.PAY, person.pay(), lines);
            add(person.employeeId(), Status.ON_HOLD, person.onHold(), lines);
            add(person.employeeId(), Status.CARRIED, person.carried(), lines);
        }
        return new PayoutBook(source, lines);
    }

    /** The same of a run's own lines. */
    public static PayoutBook byPerson(RunResult result) {
        Map<String, List<PayoutLine>> people = new TreeMap<>(CodePoints.ORDER);
        result.payout().forEach(line -> people.computeIfAbsent(line.employee().id(), id -> new ArrayList<>())
                .add(line));
        return byPerson(
                Source.RUN,
                people.entrySet().stream()
                        .map(person -> PersonalPayout.of(person.getKey(), person.getValue()))
                        .toList());
    }

    private static void add(String employeeId, Status status, Money amount, List<Line> lines) {
        if (amount.signum() != 0) {
            lines.add(new Line(employeeId + " " + status.code(), amount.amount(), status.code()));
        }
    }

    /** What its lines come to, to the cent. */
    public BigDecimal sum() {
        return lines.stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The sum of the lines of one status, with two decimals. */
    public BigDecimal sum(String status) {
        return lines.stream()
                .filter(line -> line.status().equals(status))
                .map(Line::amount)
                .reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
    }
}
