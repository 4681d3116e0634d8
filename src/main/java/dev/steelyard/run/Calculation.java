package dev.steelyard.run;

import dev.steelyard.calendar.Period;
import dev.steelyard.fact.EarlierScorecard;
import dev.steelyard.govern.OnHold;
import dev.steelyard.govern.Settlement;
import dev.steelyard.govern.TrueUps;
import dev.steelyard.insight.GrowthQuality;
import dev.steelyard.insight.Suspension;
import dev.steelyard.measure.Demand;
import dev.steelyard.measure.Measurements;
import dev.steelyard.pay.PayoutLine;
import dev.steelyard.pay.Payroll;
import dev.steelyard.plan.Plan;
import dev.steelyard.plan.Track;
import dev.steelyard.problem.Problem;
import dev.steelyard.score.ScoreBook;
import dev.steelyard.score.Scoring;
import dev.steelyard.unit.CodePoints;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The calculation of one period: first what it asks of the exports, then what comes of the answers. */
public final class Calculation {

    private final RunInput input;
    private final Scoring scoring;
    private final Map<Period, Scoring> parts = new LinkedHashMap<>();
    private Settlement settlement;

    public Calculation(RunInput input) {
        this.input = input;
        this.scoring = new Scoring(input.plan(), input.registers(), input.period());
        input.plan().tracks().values().stream()
                .map(Track::cycle)
                .filter(cycle -> cycle.compareTo(input.period().kind()) < 0)
                .distinct()
                .flatMap(cycle -> input.period().parts(cycle).stream())
                .filter(part -> !input.earlier().containsKey(part))
                .forEach(part -> parts.put(part, new Scoring(input.plan(), input.registers(), part)));
    }

    /** Everything that the calculation reads; ask before the first row is measured. */
    public Demand demand() {
        Plan plan = input.plan();
        Demand demand = new Demand(input.registers().schemas());
        scoring.demand(demand);
        parts.values().forEach(part -> part.demand(demand));
        Payroll.demand(plan, input.registers(), scoring.population(), input.period(), demand);
        GrowthQuality.demand(plan, input.registers(), input.period(), demand);
        for (Plan.Report report : plan.reports()) {
            report.date()
                    .or(() -> input.registers().schema(report.dataset()).date())
                    .ifPresent(date -> report.windows()
                            .forEach(window -> demand.use(
                                    report.dataset(),
                                    date,
                                    window.days(dev.steelyard.calendar.Scope.of(input.period())))));
        }
        return demand;
    }

    public ScoreBook score(Measurements measurements) {
        List<EarlierScorecard> earlier = new ArrayList<>();
        input.earlier().values().forEach(earlier::addAll);
        parts.forEach((period, part) ->
                earlier.addAll(part.score(measurements, List.of()).earlier(period)));
        return scoring.score(measurements, earlier);
    }

    /** What the period pays: its own lines, and what it makes good of closed ones. */
    public List<PayoutLine> pay(ScoreBook book, Measurements measurements) {
        List<PayoutLine> own =
                new Payroll(input.plan(), input.registers(), measurements, input.calendar(), input.period()).pay(book);
        List<PayoutLine> lines = new ArrayList<>(OnHold.apply(input.plan(), input.registers(), input.period(), own));
        lines.addAll(settlement().lines());
        // The sort keeps each person's lines in their order.
        lines.sort(Comparator.comparing(line -> line.employee().id(), CodePoints.ORDER));
        return input.past().closed()
                ? lines.stream()
                        .map(line -> line.with(PayoutLine.Status.CARRIED, line.heldBy()))
                        .toList()
                : List.copyOf(lines);
    }

    /** What is made good of closed periods; known before anything is measured. */
    public Settlement settlement() {
        if (settlement == null) {
            settlement = TrueUps.of(input.plan(), input.registers(), input.period(), input.asOf(), input.past());
        }
        return settlement;
    }

    /** Scores, pays and looks: the whole result. */
    public RunResult result(Measurements measurements) {
        ScoreBook book = score(measurements);
        List<Suspension> suspensions = input.plan()
                .rules()
                .certification()
                // Without exams nobody can be said to have failed to sit one.
                .filter(rule -> input.registers().has("exams"))
                .map(rule -> Suspension.of(
                        rule,
                        input.registers(),
                        book.population(),
                        input.period().days()))
                .orElse(List.of());
        List<Problem> problems = new ArrayList<>(PersonalProblems.of(input, book));
        problems.addAll(settlement().problems());
        return new RunResult(input, book, pay(book, measurements), suspensions, List.copyOf(problems), measurements);
    }
}
