package dev.steelyard.output.workbook.team;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.score.RankedScorecard.Status;
import dev.steelyard.engine.unit.Points;
import dev.steelyard.output.workbook.Report;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** How the same people stood in the period before: who belonged to a team then is not kept. */
final class FormerMean {

    private FormerMean() {}

    /** Blank where nothing was published of them. */
    static String of(Report report, List<RankedScorecard> cards) {
        Period previous = report.identity().period().previous();
        Set<String> ranked = cards.stream()
                .filter(card -> card.status() == Status.RANKED)
                .map(card -> card.participant().id())
                .collect(Collectors.toSet());
        List<Points> finals = report.result().input().history().of(previous).stream()
                .filter(card -> ranked.contains(card.employeeId()) && card.scored())
                .flatMap(card -> card.score().stream())
                .toList();
        return Points.mean(finals)
                .map(mean ->
                        report.say("team.overview.before", "period", previous, "mean", mean, "people", finals.size()))
                .orElse("");
    }
}
