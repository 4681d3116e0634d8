package dev.steelyard.engine.insight.committee;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.calendar.WorkingDays;
import dev.steelyard.engine.measure.Measurements;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.register.Calibration;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.register.Targets;
import dev.steelyard.engine.score.IndicatorScore;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.score.ScoreBook;
import dev.steelyard.engine.score.Scoring;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Points;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a committee decision that is not in force would have changed in the period: the same measurements scored again with
 * its target, everything else as it is. Nothing of it is published as a score or paid.
 *
 * @param proposal the decision as if it were in force
 * @param lacks why it is not, as {@link Calibration#refusal} says it; blank where it is decided after the as-of day
 * @param standing the target that stands now; empty where there is none
 * @param moved whose figures would differ, those whose final would change most first, then by id; a mere change of rank is none
 */
public record TargetProposal(Calibration proposal, String lacks, Optional<Fraction> standing, List<Moved> moved) {

    /** One person before and after. */
    public record Moved(RankedScorecard before, RankedScorecard after) {

        /** How much the final would change; empty where there is none before or after. */
        public Optional<Points> change() {
            return after.pooled().score().flatMap(now -> before.pooled().score().map(now::minus));
        }

        /** Whether the grade would be another, or somebody would be held or ranked. */
        public boolean changesGrade() {
            return !before.grade().equals(after.grade()) || before.status() != after.status();
        }

        private long size() {
            return change().map(points -> Math.abs(points.hundredths())).orElse(Long.MAX_VALUE);
        }
    }

    /** By decision id. Decisions on other periods are left out, but for those on a longer one that the period lies in. */
    public static List<TargetProposal> of(
            Plan plan,
            Registers registers,
            WorkingDays calendar,
            Measurements measurements,
            ScoreBook book,
            Period period) {
        List<TargetProposal> proposals = new ArrayList<>();
        for (Calibration proposal : registers.proposals(period.last())) {
            if (concerns(proposal.key().period(), period)) {
                ScoreBook after = new Scoring(plan, registers.supposing(proposal), calendar, period)
                        .score(measurements, book.earlier());
                proposals.add(new TargetProposal(
                        proposal,
                        proposal.said().refusal(),
                        registers.targets().standing(proposal.key()).map(Targets.Target::value),
                        moved(book, after)));
            }
        }
        return List.copyOf(proposals);
    }

    private static boolean concerns(Period named, Period period) {
        return named.equals(period)
                || named.kind().compareTo(period.kind()) > 0 && named.days().contains(period.last());
    }

    private static List<Moved> moved(ScoreBook before, ScoreBook after) {
        Map<String, RankedScorecard> now = after.byId();
        return before.population().participants().stream()
                .map(person -> person.id())
                .map(before.byId()::get)
                .map(card -> new Moved(card, now.get(card.participant().id())))
                .filter(TargetProposal::differs)
                .sorted(Comparator.comparing(Moved::size).reversed())
                .toList();
    }

    private static boolean differs(Moved moved) {
        RankedScorecard before = moved.before();
        RankedScorecard after = moved.after();
        return moved.changesGrade()
                || !before.pooled().score().equals(after.pooled().score())
                || !before.card().individual().equals(after.card().individual())
                || !points(before).equals(points(after));
    }

    private static List<Optional<Points>> points(RankedScorecard card) {
        return card.card().indicators().stream().map(IndicatorScore::points).toList();
    }
}
