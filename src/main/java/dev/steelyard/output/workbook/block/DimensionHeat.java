package dev.steelyard.output.workbook.block;

import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.score.RankedScorecard.Status;
import dev.steelyard.engine.unit.Points;
import dev.steelyard.output.workbook.Grades;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Datum;
import dev.steelyard.output.workbook.book.Format;
import dev.steelyard.output.workbook.book.Width;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Teams beside each other by dimension, coloured as finals are. */
public final class DimensionHeat {

    private DimensionHeat() {}

    /** @param teams team → its people; those who are not ranked do not count */
    public static Block<?> block(Report report, Map<String, List<RankedScorecard>> teams) {
        List<Column<Map.Entry<String, List<RankedScorecard>>>> columns = new ArrayList<>();
        columns.add(Column.text("team", report.say("word.team"), Width.fit(12, 34), team -> team.getKey()));
        report.plan()
                .dimensions()
                .forEach((id, name) -> columns.add(Column.<Map.Entry<String, List<RankedScorecard>>>of(
                                id,
                                report.say(name),
                                Width.fit(8, 15),
                                Format.POINTS,
                                team -> Datum.points(mean(team.getValue(), id)))
                        .scaled(Grades.scale(report.plan()))));
        return Block.of(
                        report.say("hr.summary.heat"),
                        columns,
                        teams.entrySet().stream()
                                .filter(team ->
                                        team.getValue().stream().anyMatch(card -> card.status() == Status.RANKED))
                                .toList(),
                        report.say("hr.summary.thereNoTeams"))
                .intro(Stream.concat(finding(report, teams).stream(), Stream.of(report.say("hr.summary.heat.intro")))
                        .toArray(String[]::new));
    }

    private record Mean(String team, String dimension, Points points) {}

    /** The highest and the lowest of them all. */
    private static Optional<String> finding(Report report, Map<String, List<RankedScorecard>> teams) {
        List<Mean> means = new ArrayList<>();
        teams.forEach((team, cards) -> report.plan().dimensions().forEach((id, name) -> mean(cards, id)
                .ifPresent(points -> means.add(new Mean(team, report.say(name), points)))));
        if (means.size() < 2) {
            return Optional.empty();
        }
        Mean high = means.stream().max(Comparator.comparing(Mean::points)).orElseThrow();
        Mean low = means.stream().min(Comparator.comparing(Mean::points)).orElseThrow();
        return Optional.of(report.say(
                "hr.summary.heat.finding",
                "high",
                high.team() + " " + high.dimension(),
                "most",
                high.points(),
                "low",
                low.team() + " " + low.dimension(),
                "least",
                low.points()));
    }

    private static Optional<Points> mean(List<RankedScorecard> cards, String dimension) {
        return Points.mean(cards.stream()
                .filter(card -> card.status() == Status.RANKED)
                .flatMap(card -> Optional.ofNullable(card.card().dimensions().get(dimension)).stream())
                .flatMap(score -> score.points().stream())
                .toList());
    }
}
