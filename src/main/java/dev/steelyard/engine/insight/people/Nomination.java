package dev.steelyard.engine.insight.people;

import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Points;
import java.util.List;
import java.util.Optional;

/** Who is proposed for an honour 荣誉, and the figures that say why. Equal figures share it. */
public sealed interface Nomination {

    /** Whose result it is. */
    RankedScorecard card();

    /** For which award. */
    Award award();

    /** The honours, in the order in which they are shown. */
    enum Award {
        COMPLIANCE_STAR,
        CUSTOMER_REPUTATION,
        INNOVATION_BREAKTHROUGH
    }

    /**
     * Compliance Star 合规之星.
     *
     * @param dimension the printed figure
     * @param enablement what enablement would earn without the plan's limit
     */
    record ComplianceStar(RankedScorecard card, Points dimension, Points enablement) implements Nomination {
        @Override
        public Award award() {
            return Award.COMPLIANCE_STAR;
        }
    }

    /**
     * Customer Reputation 客户口碑奖.
     *
     * @param answers of the survey, in the period
     */
    record CustomerReputation(RankedScorecard card, Points dimension, long answers) implements Nomination {
        @Override
        public Award award() {
            return Award.CUSTOMER_REPUTATION;
        }
    }

    /**
     * Innovation Breakthrough 创新突破奖.
     *
     * @param reached the steps of the milestones that were reached in the period, lowest first
     * @param held how many steps are reached by its end, those of earlier periods of the year too
     * @param conversion the value of the plan's indicator, unrounded; empty where there is none
     */
    record InnovationBreakthrough(RankedScorecard card, List<Integer> reached, int held, Optional<Fraction> conversion)
            implements Nomination {
        @Override
        public Award award() {
            return Award.INNOVATION_BREAKTHROUGH;
        }
    }
}
