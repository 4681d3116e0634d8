package dev.steelyard.engine.run;

import dev.steelyard.engine.calendar.Scope;
import dev.steelyard.engine.govern.TrailEntry;
import dev.steelyard.engine.insight.alert.Alerts;
import dev.steelyard.engine.insight.alert.Breach;
import dev.steelyard.engine.insight.alert.FieldWork;
import dev.steelyard.engine.insight.alert.Suspension;
import dev.steelyard.engine.insight.review.Needs;
import dev.steelyard.engine.insight.team.Behaviour;
import dev.steelyard.engine.measure.Measurements;
import dev.steelyard.engine.pay.Accrual;
import dev.steelyard.engine.pay.Accruals;
import dev.steelyard.engine.pay.Commissions;
import dev.steelyard.engine.pay.CreditedRows;
import dev.steelyard.engine.pay.ExcessProfit;
import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.engine.pay.Reckoning;
import dev.steelyard.engine.pay.Returns;
import dev.steelyard.engine.pay.SplitEffects;
import dev.steelyard.engine.people.PersonalTarget;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.score.Participant;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.score.ScoreBook;
import dev.steelyard.engine.unit.Money;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run found out, ready to be written.
 *
 * @param problems what concerns people, targets and decisions; problems of rows and files stand in the intake
 * @param measurements what the figures were made of, for whoever asks how
 */
public record RunResult(
        RunInput input,
        ScoreBook book,
        List<PayoutLine> payout,
        List<Suspension> suspensions,
        List<Problem> problems,
        Measurements measurements) {

    /** How many people came out so. */
    public long count(RankedScorecard.Status status) {
        return book.cards().stream().filter(card -> card.status() == status).count();
    }

    /** The same with other lines: some were released or held meanwhile. */
    public RunResult with(List<PayoutLine> lines) {
        return new RunResult(input, book, List.copyOf(lines), suspensions, problems, measurements);
    }

    /** Empty where the plan does not ask for it, visits were not delivered, or the period is a year. */
    public Optional<Behaviour> behaviour() {
        return Behaviour.of(input.plan(), input.registers(), measurements, input.period());
    }

    /** What was earned so far and is paid with the quarter or the year; of a month's run only. */
    public List<Accrual> accruals() {
        return new Accruals(reckoning()).of(book);
    }

    private Reckoning reckoning() {
        return input.reckoning(measurements, book.population());
    }

    /** Whose targets the run cut. */
    public List<CutTargets.Cut> cutTargets() {
        return cut().all();
    }

    CutTargets cut() {
        return new CutTargets(input, book.cards(), commissions());
    }

    /** Target → as far as it was the person's, of those that the run's ladders are measured by. */
    public Map<String, PersonalTarget> ladders(Participant person) {
        return commissions().targets(person);
    }

    /** The returns of the period that take earlier ones back; to be asked once. */
    public Returns returns() {
        return new Returns(reckoning());
    }

    private Commissions commissions() {
        return commissions(Returns.NONE);
    }

    /** What people earn on their own facts, but for what returns take back of earlier periods. */
    public Commissions commissions(Returns returns) {
        return new Commissions(reckoning(), Scope.of(input.period()), returns);
    }

    /** What each split of an order line changed of people's commission. */
    public List<SplitEffects.Effect> splits() {
        return new SplitEffects(reckoning(), book).all();
    }

    /** What teams share of their profit; of whoever has a grade. */
    public ExcessProfit profit() {
        return new ExcessProfit(
                reckoning(), Scope.of(input.period()), card -> card.status() == RankedScorecard.Status.RANKED);
    }

    /** The lines that people's commission is earned on; to be asked once, then of each person. */
    public CreditedRows credited() {
        return new CreditedRows(input.plan(), input.registers(), input.period(), measurements, commissions());
    }

    /** Where people went in the period, and where they did not. */
    public FieldWork field() {
        return new FieldWork(input.plan(), input.registers(), measurements, input.period());
    }

    /** What customers asked for and what was noted, for the review. */
    public Needs needs() {
        return Needs.of(input.registers(), measurements, input.period());
    }

    /** High-difficulty visits of people suspended from them. */
    public List<Breach> breaches() {
        return Breach.of(suspensions, input.registers(), measurements, input.period());
    }

    /** What managers should see to; to be asked once, then of each team. */
    public Alerts alerts() {
        return new Alerts(
                input.plan(),
                field(),
                suspensions,
                breaches(),
                input.history().of(input.period().previous()));
    }

    /** Every appeal and calibration of the period, and what it changed. */
    public List<TrailEntry> trail() {
        return input.trail().entries(book);
    }

    /** What is payable: neither on hold nor carried. */
    public Money totalPayout() {
        return totalPayout(PayoutLine.Status.PAY);
    }

    /** The sum of the lines of one fate. */
    public Money totalPayout(PayoutLine.Status status) {
        return payout.stream()
                .filter(line -> line.status() == status)
                .map(PayoutLine::amount)
                .reduce(Money.ZERO, Money::plus);
    }
}
