package dev.steelyard.engine.run;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.calendar.Scope;
import dev.steelyard.engine.govern.EditionsNow;
import dev.steelyard.engine.govern.OnHold;
import dev.steelyard.engine.govern.Settlement;
import dev.steelyard.engine.govern.TrueUps;
import dev.steelyard.engine.insight.alert.Breach;
import dev.steelyard.engine.insight.alert.FieldWork;
import dev.steelyard.engine.insight.alert.Suspension;
import dev.steelyard.engine.insight.people.Careers;
import dev.steelyard.engine.insight.people.Honours;
import dev.steelyard.engine.insight.people.MentorResult;
import dev.steelyard.engine.insight.review.GrowthQuality;
import dev.steelyard.engine.insight.review.Needs;
import dev.steelyard.engine.insight.team.Behaviour;
import dev.steelyard.engine.measure.Demand;
import dev.steelyard.engine.measure.Measurements;
import dev.steelyard.engine.pay.Adjustments;
import dev.steelyard.engine.pay.CreditedRows;
import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.engine.pay.Payroll;
import dev.steelyard.engine.pay.Reckoning;
import dev.steelyard.engine.pay.Recoveries;
import dev.steelyard.engine.pay.ReturnLines;
import dev.steelyard.engine.pay.Returns;
import dev.steelyard.engine.pay.SplitEffects;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.plan.Track;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.register.EarlierScorecard;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.score.Participant;
import dev.steelyard.engine.score.ScoreBook;
import dev.steelyard.engine.score.Scoring;
import dev.steelyard.engine.unit.CodePoints;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The calculation of one period: first what it asks of the exports, then what comes of the answers. */
public final class Calculation {

    private final RunInput input;
    private final Scoring scoring;
    private final Map<Period, Scoring> parts = new LinkedHashMap<>();
    private Settlement settlement;

    /** Shorter periods that no edition holds are calculated with it and not published (ruling 2). */
    public Calculation(RunInput input) {
        this.input = input;
        this.scoring = new Scoring(input.plan(), input.registers(), input.calendar(), input.period());
        // A year counts what is closed and nothing else (rulings 78).
        if (!input.period().isYear()) {
            missing(input)
                    .forEach(part ->
                            parts.put(part, new Scoring(input.plan(), input.registers(), input.calendar(), part)));
        }
    }

    private Calculation(RunInput input, Scoring scoring) {
        this.input = input;
        this.scoring = scoring;
    }

    /** The shorter periods by which tracks of the plan are scored, and of which there is nothing earlier. */
    static List<Period> missing(RunInput input) {
        return input.plan().tracks().values().stream()
                .map(Track::cycle)
                .filter(cycle -> cycle.compareTo(input.period().kind()) < 0)
                .distinct()
                .flatMap(cycle -> input.period().parts(cycle).stream())
                .filter(part -> !input.earlier().containsKey(part))
                .sorted()
                .toList();
    }

    /** Everything that the calculation reads; ask before the first row is measured. */
    public Demand demand() {
        Plan plan = input.plan();
        Demand demand = figures();
        FieldWork.demand(plan, input.registers(), input.period(), demand);
        Breach.demand(suspensions(), input.period(), demand);
        if (input.purpose().scores()) {
            Behaviour.demand(plan, input.registers(), scoring.population(), input.period(), demand);
            GrowthQuality.demand(plan, input.registers(), input.period(), demand);
            Honours.demand(plan, scoring.population(), demand);
            Careers.demand(plan, input.registers(), scoring.population(), input.period(), demand);
            MentorResult.demand(plan, input.registers(), input.period(), demand);
            Needs.demand(input.registers(), input.period(), demand);
            SplitEffects.demand(plan, input.registers(), input.period(), demand);
            CreditedRows.demand(plan, input.registers(), scoring.population(), input.period(), demand);
        }
        for (Plan.Report report : plan.reports()) {
            report.date()
                    .or(() -> input.registers().schema(report.dataset()).date())
                    .ifPresent(date -> report.windows()
                            .forEach(window ->
                                    demand.use(report.dataset(), date, window.days(Scope.of(input.period())))));
        }
        return demand;
    }

    /** What scores and pay alone are made of: whoever shows no more needs no more of what was measured. */
    public Demand figures() {
        Demand demand = new Demand(input.registers().schemas());
        if (input.purpose().scores()) {
            scoring.demand(demand);
            parts.values().forEach(part -> part.demand(demand));
            Unplaced.demand(input, demand);
            Payroll.demand(input.plan(), input.registers(), scoring.population(), input.period(), demand);
        }
        return demand;
    }

    /** What must be measured besides, once that is known; empty where there is nothing. */
    public Optional<Demand> more(Measurements measurements) {
        return input.purpose().scores()
                ? Returns.originals(input.plan(), input.registers(), input.period(), measurements)
                : Optional.empty();
    }

    /** Everybody's scorecard, after the shorter periods that it is the mean of. */
    public ScoreBook score(Measurements measurements) {
        List<EarlierScorecard> earlier = new ArrayList<>();
        input.earlier().values().forEach(earlier::addAll);
        parts.forEach((period, part) ->
                earlier.addAll(part.score(measurements, List.of()).earlier(period)));
        return scoring.score(measurements, earlier);
    }

    /** What the period pays: its own lines, and what it makes good of closed ones. */
    private List<PayoutLine> fates(ScoreBook book, List<PayoutLine> own, List<PayoutLine> more) {
        List<PayoutLine> lines = new ArrayList<>(OnHold.apply(input.plan(), input.registers(), input.period(), own));
        more.forEach(line -> lines.add(OnHold.hold(line, line.heldBy())));
        lines.addAll(settlement().lines());
        input.plan()
                .recovery()
                .filter(rule -> input.past().editions().isKnown() && isLimited(more))
                .map(rule -> new Recoveries(
                        rule,
                        input.registers(),
                        input.period(),
                        input.past().balances(),
                        input.past().sameMonth(),
                        input.adjustments().settlements()))
                .ifPresent(recoveries -> lines.addAll(recoveries.of(book, lines)));
        // The sort keeps each person's lines in their order.
        lines.sort(Comparator.comparing(line -> line.employee().id(), CodePoints.ORDER));
        return input.past().closed()
                ? lines.stream()
                        .map(line -> line.status() == PayoutLine.Status.ON_HOLD
                                        && line.heldBy().isEmpty()
                                ? line
                                : line.with(PayoutLine.Status.CARRIED, line.heldBy()))
                        .toList()
                : List.copyOf(lines);
    }

    /**
     * Whether what is taken back is limited (rules.md 8.8). Where none of the exports on people and prices that change is
     * delivered, the earlier rulings hold alone (rulings, part I): returns and true-ups are taken back whole.
     */
    private boolean isLimited(List<PayoutLine> more) {
        return !more.isEmpty()
                || !input.past().balances().isEmpty()
                || input.registers().schemas().values().stream()
                        .anyMatch(schema ->
                                schema.occasional() && input.registers().has(schema.dataset()));
    }

    /** What is made good of closed periods; known before anything is measured. */
    public Settlement settlement() {
        if (settlement == null) {
            settlement = TrueUps.of(input.plan(), input.registers(), input.period(), input.asOf(), input.past());
        }
        return settlement;
    }

    /** The whole result: scores, pays and looks, or only looks. */
    public RunResult result(Measurements measurements) {
        return input.purpose().scores() ? scored(measurements) : lookedAt(measurements);
    }

    /** Who there is, and what they did; nobody has a card. */
    private RunResult lookedAt(Measurements measurements) {
        ScoreBook nobody = new ScoreBook(scoring.population(), List.of(), Map.of(), List.of());
        return new RunResult(input, nobody, List.of(), suspensions(), List.of(), measurements);
    }

    private RunResult scored(Measurements measurements) {
        Paying paying = new Paying(measurements, score(measurements));
        List<Problem> problems = new ArrayList<>(PersonalProblems.of(input, paying.book));
        RunResult result = new RunResult(input, paying.book, List.of(), List.of(), List.of(), measurements);
        problems.addAll(result.cut().problems());
        problems.addAll(Unplaced.problems(input, scoring.population(), measurements));
        problems.addAll(new Changing(input, scoring.population()).problems());
        List<PayoutLine> lines = paying.lines();
        problems.addAll(paying.problems());
        problems.addAll(settlement().problems());
        return new RunResult(input, paying.book, lines, suspensions(), List.copyOf(problems), measurements);
    }

    /**
     * Scores and pay alone of what was calculated, by registers that differ in targets or appeals and are tried out. The scorecards of shorter
     * periods are not made again.
     *
     * @param other whose card may be another
     */
    static RunResult supposing(
            RunResult before, Registers supposed, Measurements measurements, Predicate<Participant> other) {
        RunInput input = before.input().with(supposed);
        Calculation calculation = new Calculation(
                input,
                new Scoring(
                        input.plan(), supposed, input.period(), before.book().population()));
        ScoreBook book = calculation.scoring.again(before.book(), measurements, other);
        List<PayoutLine> lines = calculation.new Paying(measurements, book).lines();
        return new RunResult(input, book, lines, List.of(), List.of(), measurements);
    }

    /** What the period pays of scores, and why somebody gets nothing. */
    private final class Paying {

        private final ScoreBook book;
        private final Returns returns;
        private final Payroll payroll;
        private final List<PayoutLine> own;
        private final Adjustments adjustments;
        private final ReturnLines back;

        Paying(Measurements measurements, ScoreBook book) {
            this.book = book;
            Reckoning from = input.reckoning(measurements, scoring.population());
            this.returns = new Returns(from);
            this.payroll = new Payroll(from, returns);
            this.own = payroll.pay(book);
            this.adjustments = input.adjustments();
            this.back = new ReturnLines(
                    from,
                    returns,
                    new EditionsNow(
                            input.plan(), input.registers(), input.past().editions()));
        }

        List<PayoutLine> lines() {
            List<PayoutLine> more =
                    input.past().editions().isKnown() ? new ArrayList<>(back.of(book)) : new ArrayList<>();
            more.addAll(adjustments.lines(book));
            return fates(book, own, more);
        }

        /** To be asked after the lines: looking for them finds some. */
        List<Problem> problems() {
            List<Problem> problems = new ArrayList<>(payroll.problems(book, own));
            problems.addAll(returns.problems());
            problems.addAll(back.problems());
            problems.addAll(adjustments.problems());
            return problems;
        }
    }

    /** Known before anything is measured. */
    private List<Suspension> suspensions() {
        return input.plan()
                .rules()
                .certification()
                // Without exams nobody can be said to have failed to sit one.
                .filter(rule -> input.registers().has("exams"))
                .map(rule -> Suspension.of(
                        rule,
                        input.registers(),
                        scoring.population(),
                        input.period().days()))
                .orElse(List.of());
    }
}
