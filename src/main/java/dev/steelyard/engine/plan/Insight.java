package dev.steelyard.engine.plan;

import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Points;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What managers, HR and the committee are shown besides scores (rules.md 6). No score or payment comes of it; what the plan
 * leaves out is not shown.
 *
 * @param lookBack how many earlier periods trends, falls and careers look back at; 1 to 24
 */
public record Insight(
        int lookBack,
        Optional<LowPotential> lowPotential,
        Optional<Falling> falling,
        Optional<Interviews> interviews,
        Optional<Behaviour> behaviour,
        Optional<Honours> honours,
        Optional<Careers> careers,
        Optional<Sharing> sharing,
        Optional<PeerFeedback> peerFeedback,
        Optional<Committee> committee,
        Optional<Mentors> mentors) {

    /** How far reports look back where a plan says nothing: to the period before. */
    public static final int LEAST_LOOK_BACK = 1;

    /** The furthest that reports may look back. */
    public static final int MOST_LOOK_BACK = 24;

    public Insight {
        if (lookBack < LEAST_LOOK_BACK || lookBack > MOST_LOOK_BACK) {
            throw new IllegalArgumentException("reports look back 1 to 24 periods");
        }
    }

    /**
     * The alert for visits that go to customers of little potential 低潜聚焦.
     *
     * @param visits so many visits in the period at least
     * @param share of them so many at least to customers of {@code potential}
     * @param potential the value of {@code customers.potential} that counts as little
     * @param instead the potential of the customers to see instead, least visited first
     * @param customers so many of them at most
     */
    public record LowPotential(int visits, Fraction share, String potential, String instead, int customers) {}

    /**
     * The alert for a dimension that falls 合规下滑.
     *
     * @param dimension which dimension
     * @param points a fall of so many points against the period before, or more
     */
    public record Falling(String dimension, Points points) {}

    /**
     * The sheets for talks with each person 绩效面谈.
     *
     * @param causes what is ticked as a cause of a gap
     * @param gaps so many of the indicators that cost the most points are named
     */
    public record Interviews(List<Name> causes, int gaps) {
        public Interviews {
            causes = List.copyOf(causes);
        }
    }

    /**
     * The behaviour heat map 行为热力图: whom visits go to, when, and how much of their time counts.
     *
     * @param dataset the visits
     * @param at the date-time that says weekday and hour
     * @param minutes the column of all minutes
     * @param effective the column of those that count
     * @param by the column that minutes are told apart by, also of what a visit names: {@code customer.potential}
     * @param indicators shown beside, of each person
     */
    public record Behaviour(
            String dataset, String at, String minutes, String effective, String by, List<String> indicators) {
        public Behaviour {
            indicators = List.copyOf(indicators);
        }
    }

    /**
     * Honours 荣誉: who is vetoed is never nominated.
     *
     * @param grade nobody with a worse grade is nominated
     * @param excludeCapped nobody whose deductions cap the grade is nominated, though the grade may do
     * @param tiesByFinal of people with equal figures the higher final has it; else they share it
     */
    public record Honours(
            String grade,
            boolean excludeCapped,
            boolean tiesByFinal,
            Optional<ComplianceStar> complianceStar,
            Optional<CustomerReputation> customerReputation,
            Optional<InnovationBreakthrough> innovationBreakthrough) {}

    /** Compliance Star 合规之星: the best of this dimension without a deduction, then the most enablement; one a region. */
    public record ComplianceStar(String dimension) {}

    /**
     * Customer Reputation 客户口碑奖: the best of this dimension; one a region.
     *
     * @param survey the indicator whose rows are the answers
     * @param answers so many of them at least
     */
    public record CustomerReputation(String dimension, String survey, int answers) {}

    /** Innovation Breakthrough 创新突破奖: the most milestones, then the best value of this indicator; one in all. */
    public record InnovationBreakthrough(String indicator) {}

    /**
     * Careers in two channels 双通道.
     *
     * @param periods the last so many closed periods
     * @param grade at this grade or better in each of them
     * @param dimension the dimension that must reach {@code points} in each of them
     * @param vetoFreeMonths without a veto event in so many months up to the period's end
     */
    public record Careers(
            int periods,
            String grade,
            String dimension,
            Points points,
            int vetoFreeMonths,
            Optional<Channel> management,
            Optional<Channel> expert) {

        /** A channel is open to whoever reaches so many points in each of these indicators. */
        public record Channel(List<String> indicators, Points points) {
            public Channel {
                indicators = List.copyOf(indicators);
            }
        }
    }

    /**
     * Teams whose experience is worth sharing 经验共享: their members' means reach these points.
     *
     * @param dimensions dimension → the least mean
     */
    public record Sharing(Map<String, Points> dimensions) {
        public Sharing {
            dimensions = InOrder.copy(dimensions);
        }
    }

    /** Texts of colleagues 同事反馈 are shown from so many answers up, so that nobody can be guessed. */
    public record PeerFeedback(int least) {}

    /**
     * What the committee is asked to look at 绩效委员会: indicators where so many people sit at an end of the curve.
     *
     * @param atCap share of the people scored that sit at the highest points
     * @param atZero share that sit at zero
     */
    public record Committee(Fraction atCap, Fraction atZero) {}

    /**
     * Of whom managers are asked for a business and a compliance mentor 导师.
     *
     * @param months whoever was hired less than so many months ago; at least 1
     */
    public record Mentors(int months) {

        /** Where a plan says nothing: a year. */
        public static final Mentors USUAL = new Mentors(12);

        public Mentors {
            if (months < 1) {
                throw new IllegalArgumentException("mentors are asked for of whoever was hired a month ago or later");
            }
        }
    }
}
