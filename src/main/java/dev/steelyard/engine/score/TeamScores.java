package dev.steelyard.engine.score;

import dev.steelyard.engine.calendar.Days;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.calendar.Period.Kind;
import dev.steelyard.engine.fact.Assignment;
import dev.steelyard.engine.fact.PublishedShare;
import dev.steelyard.engine.fact.TargetKey;
import dev.steelyard.engine.people.Placements;
import dev.steelyard.engine.plan.TeamPool;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.register.Targets;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Points;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Scores each team once for the run's period (rules.md 4.13). */
record TeamScores(TeamPool pool, Registers registers, Period period) {

    /** Team → score, in code-point order of the teams. */
    Map<String, TeamScore> of(Population population) {
        Map<String, TeamScore> scores = new LinkedHashMap<>();
        for (String team : population.teams()) {
            scores.put(team, of(team, population.regionOf(team)));
        }
        return scores;
    }

    /**
     * The score of a person's team; of whoever belonged to several teams of the scored track the mean of theirs, by days employed
     * in each, rounded half-up; teams without a score are left out (rules.md 8.1; rulings 104).
     *
     * @param days of the run's period, also of an interim row
     */
    static TeamScore of(Participant person, Map<String, TeamScore> teams, Placements placements, Days days) {
        TeamScore own = teams.get(person.employee().team());
        List<TeamScore.Part> parts = new ArrayList<>();
        Fraction weights = Fraction.ZERO;
        Fraction sum = Fraction.ZERO;
        for (Assignment assignment : person.placed().assignments()) {
            Optional<Points> points =
                    Optional.ofNullable(teams.get(assignment.team())).flatMap(TeamScore::points);
            if (assignment.track().equals(person.employee().track()) && points.isPresent()) {
                int there = placements.days(person.employee(), days, assignment);
                Fraction weight = Fraction.of(there);
                if (there > 0) {
                    parts.add(new TeamScore.Part(assignment.team(), there, points.get()));
                }
                weights = weights.plus(weight);
                sum = sum.plus(weight.times(points.get().exact()));
            }
        }
        boolean several = person.placed().assignments().stream()
                        .filter(assignment ->
                                assignment.track().equals(person.employee().track()))
                        .filter(assignment -> !assignment.days().and(days).isEmpty())
                        .map(Assignment::team)
                        .distinct()
                        .count()
                > 1;
        return several && weights.signum() > 0
                ? new TeamScore(
                        own.team(),
                        own.region(),
                        Optional.empty(),
                        Optional.of(Points.rounded(sum.over(weights))),
                        "",
                        Optional.empty(),
                        parts)
                : own;
    }

    private TeamScore of(String team, String region) {
        Optional<PublishedShare> share = registers.marketShare().newest(region, period.last(), pool.maxAgeMonths());
        Optional<TargetKey> key = targetKey(team, region);
        if (share.isEmpty() || key.isEmpty()) {
            return new TeamScore(team, region, Optional.empty());
        }
        Targets.Target target = registers.targets().find(key.get()).orElseThrow();
        Fraction attainment = share.get().share().over(target.value());
        return new TeamScore(
                team,
                region,
                Optional.of(attainment),
                Optional.of(pool.curve().pointsAt(attainment)),
                "share " + region + " " + share.get().period() + ", target "
                        + key.get().subject() + " " + key.get().period(),
                Optional.of(new TeamScore.Basis(share.get(), key.get(), target)),
                List.of());
    }

    /** The team's target by month, quarter, year; only where it has none of them, its region's. */
    private Optional<TargetKey> targetKey(String team, String region) {
        List<TargetKey> keys = new ArrayList<>();
        for (Period of : periods()) {
            keys.add(new TargetKey("team", team, pool.target(), of));
        }
        for (Period of : periods()) {
            keys.add(new TargetKey("region", region, pool.target(), of));
        }
        return keys.stream()
                .filter(key -> registers.targets().find(key).isPresent())
                .findFirst();
    }

    private List<Period> periods() {
        return List.of(Kind.values()).stream()
                .filter(kind -> kind.compareTo(period.kind()) >= 0)
                .map(kind -> Period.of(kind, period.last()))
                .toList();
    }
}
