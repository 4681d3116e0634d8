package dev.steelyard.engine.insight.people;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Points;
import java.util.List;
import java.util.Optional;

/**
 * A person who meets what careers ask of closed periods, or all but one thing of it; and which channels are open.
 *
 * @param terms the closed periods that were looked at, oldest first
 * @param open the channels whose indicators reach the plan's points
 * @param evidence every indicator that a channel asks for, in the plan's order
 * @param missed what is not met: nothing for a candidate
 */
public record Career(
        RankedScorecard card, List<Term> terms, List<Channel> open, List<Evidence> evidence, List<Missed> missed) {

    /** Whom the company would have lead others, and whom it would have know best. */
    public enum Channel {
        MANAGEMENT,
        EXPERT
    }

    /** What was published of one closed period. */
    public record Term(Period period, Optional<String> grade, Optional<Points> dimension) {}

    /** An indicator that a channel asks for; of mentees it is measured over the person's own. */
    public record Evidence(Channel channel, String indicator, Optional<Fraction> value, Optional<Points> points) {}

    /** A closed period in which the grade, or the dimension, was not reached. */
    public record Missed(Period period, Kind kind) {
        public enum Kind {
            GRADE,
            DIMENSION
        }
    }

    /** Whether every condition of a channel is met. */
    public boolean isCandidate() {
        return missed.isEmpty();
    }
}
