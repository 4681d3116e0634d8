package dev.steelyard.output.page;

import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.register.EarlierScorecard;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.score.RankedScorecard.Status;
import java.util.Optional;

/** Who may be named where everybody reads (rules.md 6.7): nobody vetoed, held, not ranked, or of the worst grade. */
final class Named {

    private final String worst;

    Named(Plan plan) {
        this.worst = plan.grades().get(plan.grades().size() - 1).grade();
    }

    boolean is(RankedScorecard card) {
        return card.status() == Status.RANKED && isBetter(card.grade());
    }

    /** The same of an earlier period. */
    boolean is(EarlierScorecard card) {
        return card.scored() && !card.vetoed() && isBetter(card.grade());
    }

    private boolean isBetter(Optional<String> grade) {
        return grade.filter(one -> !one.equals(worst)).isPresent();
    }
}
