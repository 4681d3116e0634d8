package dev.steelyard.engine.plan;

import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Points;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules around the points (rules.md 4). */
public record Rules(
        Compliance compliance,
        List<Milestone> milestones,
        List<Exploration> explorations,
        List<PointsCap> pointsCaps,
        Optional<Certification> certification) {

    public Rules {
        milestones = List.copyOf(milestones);
        explorations = List.copyOf(explorations);
        pointsCaps = List.copyOf(pointsCaps);
    }

    /**
     * What verified events and enablement do to the compliance dimension.
     *
     * @param dimension the dimension they act on
     * @param deductions severity → points taken for each verified event that is no veto
     * @param caps the worst grade cap whose sum is reached holds (rulings 50)
     * @param enablement records that earn points back
     * @param enablementAtMost the most that enablement gives
     * @param ceiling the most that the dimension can reach with it
     */
    public record Compliance(
            String dimension,
            Veto veto,
            Map<String, Points> deductions,
            List<GradeCap> caps,
            List<Enablement> enablement,
            Points enablementAtMost,
            Points ceiling) {
        public Compliance {
            deductions = InOrder.copy(deductions);
            caps = List.copyOf(caps);
            enablement = List.copyOf(enablement);
        }
    }

    /** A verified event of one of these severities or kinds vetoes 一票否决: the grade is {@code grade}. */
    public record Veto(List<String> severities, List<String> kinds, String grade) {
        /** Whether an event of this severity and kind is a veto once it is verified. */
        public boolean covers(String severity, String kind) {
            return severities.contains(severity) || kinds.contains(kind);
        }
    }

    /** A sum of deductions of at least {@code deductions} allows no better grade than {@code grade}. */
    public record GradeCap(Points deductions, String grade) {}

    /** Each row counted earns {@code points}. */
    public record Enablement(Name name, Facts of, Points points) {}

    /**
     * Bonus points in the period in which a count first reaches a step (rulings 41): the highest step that is reached
     * now and was not before.
     */
    public record Milestone(Name name, List<String> tracks, Facts of, List<Step> steps) {
        /** Reaching {@code count} earns {@code points}, instead of and not besides lower steps. */
        public record Step(int count, Points points) {}
    }

    /** For {@code months} from the person's {@code since} date the dimension is at least {@code floor} (rulings 52). */
    public record Exploration(
            Name name, List<String> tracks, String since, int months, String dimension, Points floor) {}

    /**
     * A cap on an indicator's points, with an alert: channel stuffing (rulings 53).
     *
     * @param id as machine files write it
     * @param when all of these hold
     * @param any and at least one of these
     */
    public record PointsCap(String id, Name name, String indicator, List<Limit> when, List<Limit> any, Points atMost) {}

    /** A limit on an indicator's unrounded value; a missing value is within no limit. */
    public record Limit(String indicator, Optional<Fraction> atLeast, Optional<Fraction> below) {
        /** Whether the unrounded value is at least the one limit and below the other (ruling 46). */
        public boolean meets(Fraction value) {
            return atLeast.map(value::isAtLeast).orElse(true)
                    && below.map(value::isBelow).orElse(true);
        }
    }

    /**
     * Which products a person must be certified for, and what follows where one is not passed (rulings 34).
     *
     * @param kind the exam kind
     * @param tracks the tracks that are examined
     * @param launchTracks tracks for which new products are required whether attempted or not
     * @param lifecycle which products those are
     * @param launchedWithinMonths required up to this many months after launch
     * @param graceDays and from this many days after launch
     */
    public record Certification(
            String kind,
            List<String> tracks,
            List<String> launchTracks,
            String lifecycle,
            int launchedWithinMonths,
            int graceDays) {}
}
