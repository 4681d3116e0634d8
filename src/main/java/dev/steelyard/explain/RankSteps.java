package dev.steelyard.explain;

import dev.steelyard.run.RunResult;
import dev.steelyard.score.RankedScorecard;
import dev.steelyard.score.RankedScorecard.Status;
import dev.steelyard.trace.Figure;
import dev.steelyard.trace.Formula;
import dev.steelyard.trace.Label;
import dev.steelyard.trace.Step;
import dev.steelyard.unit.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Places in each group: one more than those who stand higher; vetoed people come after everyone ranked (rulings 59, 60). */
final class RankSteps {

    private final RunResult result;

    RankSteps(RunResult result) {
        this.result = result;
    }

    List<Step> of(RankedScorecard card) {
        var own = card.participant().employee();
        List<Step> steps = new ArrayList<>();
        add(steps, "rank", new Label("总排名", "rank"), card.ranks().overall(), card, other -> true);
        add(
                steps,
                "rank_in_track",
                new Label("序列内排名", "rank in track"),
                card.ranks().inTrack(),
                card,
                other -> other.participant().employee().track().equals(own.track()));
        add(
                steps,
                "rank_in_team",
                new Label("团队内排名", "rank in team"),
                card.ranks().inTeam(),
                card,
                other -> other.participant().employee().team().equals(own.team())
                        && !other.participant().isManager());
        add(
                steps,
                "rank_in_region",
                new Label("大区内排名", "rank in region"),
                card.ranks().inRegion(),
                card,
                other -> other.participant().employee().region().equals(own.region()));
        return steps;
    }

    private void add(
            List<Step> steps,
            String key,
            Label label,
            Optional<Integer> rank,
            RankedScorecard card,
            Predicate<RankedScorecard> group) {
        rank.ifPresent(place -> steps.add(Step.of(key, label, Figure.whole(place))
                .from(Formula.part(0).plus(Formula.constant(1)), List.of(higher(card, group)))));
    }

    private Step higher(RankedScorecard card, Predicate<RankedScorecard> group) {
        Points own = card.pooled().score().orElseThrow();
        boolean vetoed = card.status() == Status.VETOED;
        List<RankedScorecard> ranked = result.book().cards().stream()
                .filter(other -> other.status() == Status.RANKED)
                .filter(group)
                .toList();
        long higher = ranked.stream()
                .filter(other -> vetoed || other.pooled().score().orElseThrow().compareTo(own) > 0)
                .count();
        return Step.of(
                        "higher",
                        vetoed
                                ? new Label("已排名人数", "people ranked")
                                : new Label("得分更高的人数", "people with a higher final"),
                        Figure.whole(higher))
                .note("参加排名 " + ranked.size() + " 人", "of " + ranked.size() + " ranked");
    }
}
