package dev.steelyard.score;

import dev.steelyard.fact.ComplianceEvent;
import dev.steelyard.fact.EarlierScorecard;
import dev.steelyard.plan.Plan;
import dev.steelyard.unit.Fraction;
import dev.steelyard.unit.Points;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The scorecard of a person whose track is scored more often than the run's period: of each printed figure the half-up mean
 * over the periods in which the person was scored; the lowest cap and a veto of any of them hold (rulings 1, 3).
 */
final class Means {

    private final Plan plan;

    Means(Plan plan) {
        this.plan = plan;
    }

    /**
     * @param earlier the person's periods within the run's, oldest first
     * @param events the person's verified events of the run's period, for the reader
     */
    PooledScorecard of(
            Participant person, List<EarlierScorecard> earlier, List<ComplianceEvent> events, String region) {
        List<EarlierScorecard> scored =
                earlier.stream().filter(EarlierScorecard::scored).toList();
        Map<String, DimensionScore> dimensions = new LinkedHashMap<>();
        plan.dimensions().keySet().forEach(id -> dimensions.put(id, dimension(person, id, scored)));
        List<Remark> holds = new ArrayList<>();
        if (scored.isEmpty()) {
            holds.add(Remark.of(Remark.Kind.NO_PERIOD));
        }
        Scorecard card = new Scorecard(
                person,
                java.util.Collections.unmodifiableMap(dimensions),
                compliance(person, earlier, events),
                mean(scored, EarlierScorecard::bonus).orElse(Points.ZERO),
                List.of(),
                mean(scored, EarlierScorecard::individual),
                holds,
                remarks(person, scored));
        Optional<Points> teamScore = mean(scored, EarlierScorecard::teamScore);
        TeamScore team = new TeamScore(person.employee().team(), region, teamScore);
        return new PooledScorecard(card, team, mean(scored, EarlierScorecard::score));
    }

    private DimensionScore dimension(Participant person, String id, List<EarlierScorecard> scored) {
        Optional<Points> mean =
                mean(scored, card -> Optional.ofNullable(card.dimensions().get(id)));
        Fraction weight = person.track().weights().getOrDefault(id, Fraction.ZERO);
        return new DimensionScore(id, weight, mean, mean, List.of(), List.of());
    }

    private ComplianceRecord compliance(
            Participant person, List<EarlierScorecard> earlier, List<ComplianceEvent> events) {
        ComplianceRecord record =
                ComplianceRecord.of(plan, events, person.scope().days(), List.of());
        Optional<String> cap =
                earlier.stream().flatMap(card -> card.gradeCap().stream()).reduce(plan::worse);
        boolean vetoed = earlier.stream().anyMatch(EarlierScorecard::vetoed);
        return new ComplianceRecord(
                record.vetoes(), record.deductions(), record.deducted(), Points.ZERO, List.of(), cap, vetoed);
    }

    private static List<Remark> remarks(Participant person, List<EarlierScorecard> scored) {
        List<Remark> remarks = new ArrayList<>(CardScorer.remarks(person));
        if (!scored.isEmpty()) {
            remarks.add(Remark.of(
                    Remark.Kind.MEAN_OF,
                    scored.stream().map(card -> card.period().toString()).collect(Collectors.joining(" "))));
        }
        return remarks;
    }

    /** The half-up mean over the periods in which the figure was printed. */
    private static Optional<Points> mean(
            List<EarlierScorecard> cards, Function<EarlierScorecard, Optional<Points>> figure) {
        List<Points> printed =
                cards.stream().map(figure).flatMap(Optional::stream).toList();
        if (printed.isEmpty()) {
            return Optional.empty();
        }
        Fraction sum = printed.stream().map(Points::exact).reduce(Fraction.ZERO, Fraction::plus);
        return Optional.of(Points.rounded(sum.over(Fraction.of(printed.size()))));
    }
}
