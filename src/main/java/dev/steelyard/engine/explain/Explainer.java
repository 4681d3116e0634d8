package dev.steelyard.engine.explain;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.explain.rows.Audience;
import dev.steelyard.engine.explain.rows.Provenance;
import dev.steelyard.engine.explain.rows.RegisterRows;
import dev.steelyard.engine.explain.rows.SourceRows;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.trace.Step;
import java.util.Map;
import java.util.Optional;

/** Explains the figures of a run, person by person. */
public final class Explainer {

    /** The note of an indicator without a weight. */
    public static final String NOT_SCORED = "explain.indicator.shownNotScored";

    private final Map<String, RankedScorecard> cards;
    private final IndicatorStep indicators;
    private final PersonStep people;

    /** Without source rows: trees end in figures. */
    public Explainer(RunResult result, Audience audience) {
        this(result, audience, SourceRows.NONE, Map.of());
    }

    /** From the final down to the values of indicators, but not to what they come from, nor what is paid: of a part of a result too. */
    public static Explainer ofScores(RunResult result, Audience audience) {
        return new Explainer(result, audience, SourceRows.NONE, Map.of(), false);
    }

    /**
     * @param rows where source rows come from
     * @param runs which published run each shorter period's figures were read from, where that is known
     */
    public Explainer(RunResult result, Audience reader, SourceRows rows, Map<Period, String> runs) {
        this(result, reader, rows, runs, true);
    }

    private Explainer(RunResult result, Audience reader, SourceRows rows, Map<Period, String> runs, boolean whole) {
        Audience audience = reader.of(result.input().registers().schemas().values());
        Plan plan = result.input().plan();
        Registers registers = result.input().registers();
        this.cards = result.book().byId();
        Vocabulary words = new Vocabulary(result);
        ToldFacts facts = new ToldFacts(words);
        RegisterRows ofRegisters = new RegisterRows(registers, audience, rows);
        TargetStep targets = new TargetStep(ofRegisters);
        AppealSteps appeals = new AppealSteps(registers, audience, ofRegisters);
        ValueStep values = new ValueStep(
                plan,
                audience,
                registers,
                facts,
                new MembersStep(result, audience, cards),
                targets,
                appeals,
                Optional.of(new Provenance(audience, rows)).filter(any -> whole));
        this.indicators = new IndicatorStep(plan, appeals, values);
        ComplianceSteps compliance = new ComplianceSteps(result, audience, words, facts, appeals, ofRegisters, rows);
        Optional<PayStep> pay = whole && audience.seesPay(plan.pay())
                ? Optional.of(new PayStep(
                        result,
                        new CommissionSteps(result, audience, cards, facts, targets, rows),
                        new ProfitShareSteps(result, targets)))
                : Optional.empty();
        this.people = new PersonStep(
                result,
                words,
                new FinalSteps(
                        result,
                        new DimensionStep(plan, words, indicators, compliance, ofRegisters),
                        new BonusStep(result, facts, rows),
                        new TeamStep(plan.teamPool(), targets, ofRegisters),
                        new MeanSteps(words, result.input().earlier().keySet(), runs)),
                new GradeStep(plan, compliance),
                pay,
                ofRegisters);
    }

    /** The whole tree of a person; empty for whoever is not scored in the run. */
    public Optional<Step> person(String employeeId) {
        return Optional.ofNullable(cards.get(employeeId)).map(people::of);
    }

    /** One indicator of a person; empty where the person is not measured on it. */
    public Optional<Step> indicator(String employeeId, String indicator) {
        return Optional.ofNullable(cards.get(employeeId)).flatMap(card -> card.card().indicators().stream()
                .filter(score -> score.id().equals(indicator))
                .findFirst()
                .map(score -> indicators.of(card.participant(), card.card(), score)));
    }
}
