package dev.steelyard.engine.score;

import dev.steelyard.engine.unit.Points;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One person's own result, before the team.
 *
 * @param dimensions by id, in the plan's order; left-out ones have no points
 * @param bonus milestone points 加分
 * @param milestones where the bonus comes from; none in a mean
 * @param individual Σ weight × dimension ÷ Σ weight over the dimensions that have points, plus the bonus; never clamped
 *     (rulings 55); empty where there is nothing to score
 * @param holds why the person is held or, if interim, incomplete; empty where complete
 * @param remarks what else a reader should know
 */
public record Scorecard(
        Participant participant,
        Map<String, DimensionScore> dimensions,
        ComplianceRecord compliance,
        Points bonus,
        List<MilestoneScore> milestones,
        Optional<Points> individual,
        List<Remark> holds,
        List<Remark> remarks) {

    /** Whether the figures are whole: what is not counts as held for teams (rulings 5, 36). */
    public boolean isComplete() {
        return holds.isEmpty();
    }

    /** Whether a mean over people takes it: complete, and not exempt (rulings 36, 106). */
    public boolean countsInMeans() {
        return isComplete() && !isExempt();
    }

    /** Whether the person was away for too much of it to be judged; a veto keeps from being exempt (rulings 97, 98). */
    public boolean isExempt() {
        return !compliance.isVetoed() && remarks.stream().anyMatch(remark -> remark.kind() == Remark.Kind.EXEMPT);
    }

    /** What each indicator gave, in the order of dimensions and of the plan; none in a mean. */
    public List<IndicatorScore> indicators() {
        return dimensions.values().stream()
                .flatMap(dimension -> dimension.indicators().stream())
                .toList();
    }

    /** Dimension → points, of those that have any. */
    Map<String, Points> printedDimensions() {
        Map<String, Points> printed = new HashMap<>();
        dimensions.forEach((id, dimension) -> dimension.points().ifPresent(points -> printed.put(id, points)));
        return printed;
    }

    Optional<Points> points(String dimension) {
        return Optional.ofNullable(dimensions.get(dimension)).flatMap(DimensionScore::points);
    }
}
