package dev.steelyard.engine.compare;

import dev.steelyard.engine.explain.Vocabulary;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.engine.said.Said;
import java.util.function.Function;

/** The two results, their plans, and what their ids are called. */
record ComparedResults(RunResult before, RunResult after, Vocabulary wordsBefore, Vocabulary wordsAfter) {

    static ComparedResults of(RunResult before, RunResult after) {
        return new ComparedResults(before, after, new Vocabulary(before), new Vocabulary(after));
    }

    Plan planBefore() {
        return before.input().plan();
    }

    Plan planAfter() {
        return after.input().plan();
    }

    /** Whether a rule is the same in both plans. */
    boolean agree(Function<Plan, ?> rule) {
        return rule.apply(planBefore()).equals(rule.apply(planAfter()));
    }

    /** The place of a rule in the plan where the plans differ there, else blank. */
    String ruleIfChanged(Function<Plan, ?> rule, String place) {
        return agree(rule) ? "" : place;
    }

    /** What an indicator is called, in the later plan if it has it. */
    Said indicator(String id) {
        return planAfter().indicators().containsKey(id) ? wordsAfter.indicator(id) : wordsBefore.indicator(id);
    }

    Said dimension(String id) {
        return planAfter().dimensions().containsKey(id) ? wordsAfter.dimension(id) : wordsBefore.dimension(id);
    }
}
