package dev.steelyard.explain;

import dev.steelyard.plan.Plan;
import dev.steelyard.run.RunResult;
import dev.steelyard.score.RankedScorecard;
import dev.steelyard.trace.Step;
import java.util.Map;
import java.util.Optional;

/** Explains the figures of a run, person by person. */
public final class Explainer {

    private final Map<String, RankedScorecard> cards;
    private final IndicatorStep indicators;
    private final PersonStep people;

    public Explainer(RunResult result, Audience audience) {
        this(result, audience, SourceRows.NONE);
    }

    /** @param rows where source rows come from */
    public Explainer(RunResult result, Audience reader, SourceRows rows) {
        Audience audience = reader.of(result.input().registers().schemas().values());
        Plan plan = result.input().plan();
        this.cards = result.book().byId();
        Vocabulary words = new Vocabulary(result);
        FactsWords facts = new FactsWords(words);
        ValueStep values = new ValueStep(audience, facts, new MembersStep(result, audience, cards));
        this.indicators = new IndicatorStep(plan, result.input().registers(), audience, rows, values);
        ComplianceSteps compliance = new ComplianceSteps(result, audience, words, facts);
        this.people = new PersonStep(
                result,
                words,
                new DimensionStep(plan, words, indicators, compliance),
                new BonusStep(result, facts),
                new TeamStep(plan.teamPool()),
                new GradeStep(plan, compliance));
    }

    /** The whole tree of a person; empty for who is not scored in the run. */
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
