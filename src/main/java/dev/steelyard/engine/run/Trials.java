package dev.steelyard.engine.run;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.fact.AppealRow;
import dev.steelyard.engine.fact.ComplianceEvent;
import dev.steelyard.engine.govern.Trail;
import dev.steelyard.engine.govern.TrailEntry;
import dev.steelyard.engine.insight.committee.Moved;
import dev.steelyard.engine.measure.Accumulator;
import dev.steelyard.engine.measure.Gauge;
import dev.steelyard.engine.measure.Measurements;
import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.engine.register.Appeal;
import dev.steelyard.engine.register.Calibration;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.register.Targets;
import dev.steelyard.engine.score.Participant;
import dev.steelyard.engine.unit.CodePoints;
import dev.steelyard.engine.unit.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tries out what the committee has to decide (rules.md 6.12): each decision that is not in force by itself, the same measurements scored and
 * paid again with it, everything else as it is. Cards that the decision cannot reach are taken as they are.
 */
public final class Trials {

    private final RunResult result;
    private final RunInput input;
    private final Map<String, Money> paid;
    private final Money held;

    private Trials(RunResult result) {
        this.result = result;
        this.input = result.input();
        this.paid = byPerson(result.payout());
        this.held = result.totalPayout(PayoutLine.Status.ON_HOLD);
    }

    /**
     * Proposed targets by decision id, then pending appeals, those that are due first. Decisions on other periods are left out, but for those
     * on a longer one that the period lies in.
     */
    public static List<TriedDecision> of(RunResult result) {
        Trials trials = new Trials(result);
        List<TriedDecision> tried = new ArrayList<>();
        tried.addAll(trials.targets());
        tried.addAll(trials.appeals());
        return List.copyOf(tried);
    }

    private List<TriedDecision> targets() {
        return input.registers().proposals(input.period().last()).stream()
                .filter(proposal -> concerns(proposal.key().period()))
                .map(this::target)
                .toList();
    }

    private TriedDecision target(Calibration proposal) {
        return new TriedDecision.OfTarget(
                proposal,
                input.registers().targets().standing(proposal.key()).map(Targets.Target::value),
                Optional.of(effect(supposing(result, proposal))));
    }

    /** The period with a proposed target in force. */
    static RunResult supposing(RunResult result, Calibration proposal) {
        return Calculation.supposing(
                result,
                result.input().registers().supposing(proposal),
                result.measurements(),
                person -> isOf(proposal.key().subject(), person));
    }

    /** Whether the person's card may read a target of the subject: a card reads those of its person, team and region (rules.md 4). */
    private static boolean isOf(String subject, Participant person) {
        return Stream.of(
                        person.id(), person.employee().team(), person.employee().region())
                .anyMatch(subject::equals);
    }

    private boolean concerns(Period named) {
        return named.equals(input.period())
                || named.kind().compareTo(input.period().kind()) > 0
                        && named.days().contains(input.period().last());
    }

    private List<TriedDecision> appeals() {
        Map<String, AppealRow> rows = input.registers().all(AppealRow.DATASET).stream()
                .collect(Collectors.toMap(AppealRow::appealId, row -> row));
        return input.trail().entries().stream()
                .filter(entry -> entry.kind() == TrailEntry.Kind.APPEAL && entry.state() == TrailEntry.State.PENDING)
                .map(entry -> appeal(rows.get(entry.id()), entry.decideBy()))
                .toList();
    }

    private TriedDecision appeal(AppealRow said, Optional<LocalDate> decideBy) {
        Optional<Appeal> supposed = Appeal.supposed(
                        said,
                        input.asOf(),
                        input.registers().eventAsDelivered(said.indicator()).isPresent())
                .filter(appeal -> Trail.ineffective(input.plan(), input.registers(), appeal)
                        .isEmpty());
        return new TriedDecision.OfAppeal(
                said, decideBy, supposed, supposed.map(appeal -> effect(supposing(result, appeal))));
    }

    /** The period with an appeal upheld. */
    static RunResult supposing(RunResult result, Appeal appeal) {
        Registers registers = result.input().registers().supposing(appeal);
        return appeal.effect() == Appeal.Effect.DISMISS_EVENT
                ? Calculation.supposing(result, registers, withEventsOf(result, registers), person -> true)
                : Calculation.supposing(result, registers, result.measurements(), person -> person.id()
                        .equals(appeal.employeeId()));
    }

    /** What indicators count of compliance events is measured again: a dismissed one counts nowhere (ruling 84). */
    private static Measurements withEventsOf(RunResult result, Registers registers) {
        String events = ComplianceEvent.DATASET.name();
        RunInput input = result.input().with(registers);
        Accumulator again = new Gauge(
                        registers.schema(events), new Calculation(input).demand(), registers, input.calendar())
                .open();
        registers.rows(events).forEach(again::take);
        return result.measurements().plus(new Measurements(registers.schemas(), List.of(again)));
    }

    private TriedDecision.Effect effect(RunResult after) {
        Map<String, Money> change = new TreeMap<>(CodePoints.ORDER);
        change.putAll(byPerson(after.payout()));
        paid.forEach((id, amount) -> change.merge(id, Money.ZERO.minus(amount), Money::plus));
        return new TriedDecision.Effect(
                Moved.between(result.book(), after.book(), change),
                Moved.ranks(result.book(), after.book()),
                held.minus(after.totalPayout(PayoutLine.Status.ON_HOLD)));
    }

    private static Map<String, Money> byPerson(List<PayoutLine> lines) {
        Map<String, Money> byPerson = new TreeMap<>(CodePoints.ORDER);
        lines.forEach(line -> byPerson.merge(line.employee().id(), line.amount(), Money::plus));
        return byPerson;
    }
}
