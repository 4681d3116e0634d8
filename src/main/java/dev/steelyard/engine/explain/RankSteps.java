package dev.steelyard.engine.explain;

import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.score.RankedScorecard.Ranks;
import dev.steelyard.engine.score.RankedScorecard.Status;
import dev.steelyard.engine.trace.Figure;
import dev.steelyard.engine.trace.Formula;
import dev.steelyard.engine.trace.Step;
import dev.steelyard.engine.unit.Points;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Places in each group: one more than those who stand higher; vetoed people come after everyone ranked (rulings 59, 60). */
final class RankSteps {

    /** A group in which people have places. */
    private record Group(
            String key, Said label, Function<Ranks, Optional<Integer>> rank, Function<Employee, String> of) {}

    private static final List<Group> GROUPS = List.of(
            new Group("rank", Said.of("explain.rank.rank"), Ranks::overall, person -> ""),
            new Group("rank_in_track", Said.of("word.rankTrack"), Ranks::inTrack, Employee::track),
            new Group("rank_in_team", Said.of("explain.rank.rankTeam"), Ranks::inTeam, Employee::team),
            new Group("rank_in_region", Said.of("word.rankRegion"), Ranks::inRegion, Employee::region));

    private static final String TEAM = "rank_in_team";

    /** Group, as key and name → the finals of those ranked in it, lowest first: nobody is compared with everybody. */
    private final Map<List<String>, List<Points>> finals = new HashMap<>();

    RankSteps(RunResult result) {
        for (RankedScorecard card : result.book().cards()) {
            if (card.status() == Status.RANKED) {
                Points points = card.pooled().score().orElseThrow();
                GROUPS.stream()
                        .filter(group ->
                                !group.key().equals(TEAM) || !card.participant().isManager())
                        .forEach(group -> finals.computeIfAbsent(named(group, card), name -> new ArrayList<>())
                                .add(points));
            }
        }
        finals.values().forEach(Collections::sort);
    }

    private static List<String> named(Group group, RankedScorecard card) {
        return List.of(group.key(), group.of().apply(card.participant().employee()));
    }

    List<Step> of(RankedScorecard card) {
        List<Step> steps = new ArrayList<>();
        for (Group group : GROUPS) {
            group.rank()
                    .apply(card.ranks())
                    .ifPresent(place -> steps.add(Step.of(group.key(), group.label(), Figure.whole(place))
                            .from(
                                    Formula.part(0).plus(Formula.constant(1)),
                                    List.of(higher(card, finals.getOrDefault(named(group, card), List.of()))))));
        }
        return steps;
    }

    private static Step higher(RankedScorecard card, List<Points> ranked) {
        boolean vetoed = card.status() == Status.VETOED;
        int higher =
                vetoed ? ranked.size() : above(ranked, card.pooled().score().orElseThrow());
        return Step.of(
                        "higher",
                        vetoed ? Said.of("explain.rank.peopleRanked") : Said.of("explain.rank.peopleHigherFinal"),
                        Figure.whole(higher))
                .note(Said.of("explain.rank.ranked", "ranked", ranked.size()));
    }

    /** How many of the sorted finals are higher. */
    private static int above(List<Points> sorted, Points own) {
        int low = 0;
        int high = sorted.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted.get(middle).compareTo(own) > 0) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return sorted.size() - low;
    }
}
