package dev.steelyard.engine.explain;

import dev.steelyard.engine.explain.rows.RegisterRows;
import dev.steelyard.engine.plan.TeamPool;
import dev.steelyard.engine.register.EarlierScorecard;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.run.PersonalChanges;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.score.DimensionScore;
import dev.steelyard.engine.score.Participant;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.score.RankedScorecard.Status;
import dev.steelyard.engine.score.Remark;
import dev.steelyard.engine.trace.Figure;
import dev.steelyard.engine.trace.Formula;
import dev.steelyard.engine.trace.Step;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Points;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A person's whole result: final, individual, team; grade; places; why held. */
final class PersonStep {

    static final Said FINAL = Said.of("explain.person.final");
    static final Said INDIVIDUAL = Said.of("explain.person.individual");

    private final RunResult result;
    private final Vocabulary words;
    private final DimensionStep dimensions;
    private final BonusStep bonus;
    private final TeamStep team;
    private final GradeStep grade;
    private final MeanSteps means;
    private final Optional<PayStep> pay;
    private final RegisterRows registers;
    private final RankSteps ranks;
    private final PersonalChanges changes;

    /** @param pay empty where the reader sees no money */
    PersonStep(
            RunResult result,
            Vocabulary words,
            DimensionStep dimensions,
            BonusStep bonus,
            TeamStep team,
            GradeStep grade,
            MeanSteps means,
            Optional<PayStep> pay,
            RegisterRows registers) {
        this.result = result;
        this.words = words;
        this.dimensions = dimensions;
        this.bonus = bonus;
        this.team = team;
        this.grade = grade;
        this.means = means;
        this.pay = pay;
        this.registers = registers;
        this.ranks = new RankSteps(result);
        this.changes = new PersonalChanges(result);
    }

    Step of(RankedScorecard card) {
        Participant person = card.participant();
        List<EarlierScorecard> periods = periods(person);
        List<Step> parts = new ArrayList<>();
        if (person.isMeanIn(result.input().period())) {
            parts.addAll(means.of(card, periods));
        } else {
            parts.add(score(card));
        }
        parts.add(1, grade.of(card, periods));
        parts.addAll(ranks.of(card));
        pay.map(of -> of.of(card)).ifPresent(parts::add);
        Step step = Step.of("person", name(person), Figure.word(Vocabulary.status(card.status())))
                .note(place(person))
                .rows(registers.roster(person.employee().row()))
                .above(parts);
        for (Remark remark : card.remarks()) {
            step = step.note(words.remark(remark));
        }
        for (Said change : changes.where(card)) {
            step = step.note(change);
        }
        return step;
    }

    private static Said name(Participant person) {
        Employee employee = person.employee();
        return Said.text((employee.name() + " (" + employee.id() + ")").strip());
    }

    private Said place(Participant person) {
        Employee employee = person.employee();
        return words.track(employee.track())
                .then(" · " + employee.team() + " · " + employee.region() + " · ")
                .then(person.scope().days().toString());
    }

    /** The periods that the person's row is a mean of, oldest first; none where it is none. */
    private List<EarlierScorecard> periods(Participant person) {
        return person.isMeanIn(result.input().period())
                ? result.book().earlier().stream()
                        .filter(card -> card.employeeId().equals(person.id())
                                && card.period().kind() == person.track().cycle())
                        .sorted(Comparator.comparing(EarlierScorecard::period))
                        .toList()
                : List.of();
    }

    // ------------------------------------------------------------------ final

    private Step score(RankedScorecard card) {
        Step own = individual(card);
        boolean held = card.status() == Status.HELD;
        Step pooled = team.of(card.pooled().team(), held);
        Step step = Step.of("final", FINAL, FigureNumbers.points(card.pooled().score()));
        if (card.pooled().score().isEmpty()) {
            return step.above(List.of(own, pooled));
        }
        Points individual = card.card().individual().orElseThrow();
        TeamPool pool = result.input().plan().teamPool();
        Optional<Points> teamPoints = card.pooled().team().points();
        Formula formula = teamPoints.isPresent() ? joined(pool) : Formula.part(0);
        Points joined = teamPoints
                .map(points -> Points.rounded(Fraction.ONE
                        .minus(pool.share())
                        .times(individual.exact())
                        .plus(pool.share().times(points.exact()))))
                .orElse(individual);
        if (joined.compareTo(pool.most()) > 0) {
            formula = formula.atMost(FigureNumbers.constant(pool.most()));
        }
        if (joined.compareTo(pool.least()) < 0) {
            formula = formula.atLeast(FigureNumbers.constant(pool.least()));
        }
        return step.from(formula, List.of(own, pooled));
    }

    private static Formula joined(TeamPool pool) {
        Fraction own = Fraction.ONE.minus(pool.share());
        return FigureNumbers.constant(own, Figure.Style.PERCENT)
                .times(Formula.part(0))
                .plus(FigureNumbers.constant(pool.share(), Figure.Style.PERCENT).times(Formula.part(1)));
    }

    private Step individual(RankedScorecard card) {
        Participant person = card.participant();
        boolean held = card.status() == Status.HELD;
        List<DimensionScore> printed = new ArrayList<>();
        List<Step> parts = new ArrayList<>();
        List<Step> others = new ArrayList<>();
        for (DimensionScore dimension : card.card().dimensions().values()) {
            if (dimension.weight().signum() == 0 && dimension.indicators().isEmpty()) {
                continue;
            }
            Step step = dimensions.of(person, card.card(), dimension, held);
            if (dimension.points().isPresent() && !held) {
                printed.add(dimension);
                parts.add(step);
            } else {
                others.add(step);
            }
        }
        int counted = parts.size();
        Optional<Step> earned = bonus.of(person, card.card());
        earned.ifPresent(parts::add);
        parts.addAll(others);
        boolean shown = card.pooled().score().isPresent();
        Step step = Step.of(
                "individual",
                INDIVIDUAL,
                shown ? FigureNumbers.points(card.card().individual()) : Figure.MISSING);
        if (!shown) {
            return step.above(parts);
        }
        Formula mean = DimensionStep.weighted(printed).orElseThrow();
        boolean raised = card.card().bonus().hundredths() != 0;
        return step.from(raised ? mean.plus(Formula.part(counted)) : mean, parts);
    }
}
