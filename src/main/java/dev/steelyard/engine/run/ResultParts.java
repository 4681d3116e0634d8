package dev.steelyard.engine.run;

import dev.steelyard.engine.insight.alert.Suspension;
import dev.steelyard.engine.measure.Measurements;
import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.engine.register.EarlierScorecard;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.score.ScoreBook;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A result as far as it is about some people, found without looking at all the others each time. Several threads may ask. */
public final class ResultParts {

    /** A list of the result and where in it somebody's entries are: as many numbers as there are entries, however many people. */
    private record Indexed<T>(List<T> all, Map<String, int[]> places) {

        private static final int[] NONE = {};

        static <T> Indexed<T> of(List<T> all, Function<T, String> by) {
            Map<String, List<Integer>> found =
                    IntStream.range(0, all.size()).boxed().collect(Collectors.groupingBy(i -> by.apply(all.get(i))));
            Map<String, int[]> places = new HashMap<>();
            found.forEach((key, at) ->
                    places.put(key, at.stream().mapToInt(Integer::intValue).toArray()));
            return new Indexed<>(all, places);
        }

        IntStream at(Collection<String> keys) {
            return keys.stream().flatMapToInt(key -> IntStream.of(places.getOrDefault(key, NONE)));
        }

        /** In the order of the list, each once. */
        List<T> pick(IntStream at) {
            return at.sorted().distinct().mapToObj(all::get).toList();
        }

        List<T> pick(Collection<String> keys) {
            return pick(at(keys));
        }
    }

    private final RunResult whole;
    private final Indexed<RankedScorecard> cards;
    private final Indexed<EarlierScorecard> earlier;
    private final Indexed<PayoutLine> lines;
    private final Indexed<PayoutLine> linesOfTeam;
    private final Indexed<Suspension> suspensions;

    /** Parts the result once, so that a team's book does not look at everybody. */
    public ResultParts(RunResult whole) {
        this.whole = whole;
        this.cards = Indexed.of(whole.book().cards(), card -> card.participant().id());
        this.earlier = Indexed.of(whole.book().earlier(), EarlierScorecard::employeeId);
        this.lines = Indexed.of(whole.payout(), line -> line.employee().id());
        this.linesOfTeam = Indexed.of(whole.payout(), line -> line.employee().team());
        this.suspensions = Indexed.of(whole.suspensions(), one -> one.employee().id());
    }

    /**
     * The result about these people; of others there are only lines of a team's payout of which one of these has a line, since who shares
     * a pool is counted. Their places among people of other teams are not in it, nor what was measured, nor what was paid before.
     */
    public RunResult about(Set<String> people) {
        ScoreBook book = whole.book();
        Set<String> teams =
                lines.pick(people).stream().map(line -> line.employee().team()).collect(Collectors.toSet());
        return new RunResult(
                whole.input().about(people),
                ScoreBook.inTeams(book.population(), cards.pick(people), earlier.pick(people)),
                lines.pick(IntStream.concat(lines.at(people), linesOfTeam.at(teams))),
                suspensions.pick(people),
                List.of(),
                new Measurements(Map.of(), List.of()));
    }
}
