package dev.steelyard.output.workbook;

import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.score.Remark;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Of which periods the scores of a table are means: said once above it, and of a person only where theirs are others. */
public final class UsualMeans {

    private final Report report;

    /** Track → the periods of most of its people. */
    private final Map<String, String> periods = new LinkedHashMap<>();

    public UsualMeans(Report report, List<RankedScorecard> cards) {
        this.report = report;
        cards.stream()
                .collect(Collectors.groupingBy(UsualMeans::track, TreeMap::new, Collectors.toList()))
                .forEach((track, people) -> most(people).ifPresent(usual -> periods.put(track, usual)));
    }

    private static String track(RankedScorecard card) {
        return card.participant().employee().track();
    }

    private static Optional<String> mean(RankedScorecard card) {
        return card.remarks().stream()
                .filter(remark -> remark.kind() == Remark.Kind.MEAN_OF)
                .findFirst()
                .map(remark -> remark.details().get(0));
    }

    private static Optional<String> most(List<RankedScorecard> people) {
        Map<String, Long> counts = people.stream()
                .flatMap(card -> mean(card).stream())
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    /** What stands above the table: its own sentence, and of which periods scores are means where any is one. */
    public String[] intro(String own) {
        Map<String, List<String>> tracks = periods.entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue,
                        LinkedHashMap::new,
                        Collectors.mapping(entry -> report.track(entry.getKey()), Collectors.toList())));
        return tracks.isEmpty()
                ? new String[] {own}
                : new String[] {
                    own,
                    report.say(
                            "means.usual",
                            "means",
                            report.join(tracks.entrySet().stream()
                                    .map(entry -> report.say(
                                            entry.getKey().matches("[^ –]*") ? "means.of.one" : "means.of",
                                            "tracks",
                                            String.join(report.say("list.separator"), entry.getValue()),
                                            "periods",
                                            entry.getKey().replace(" ", report.say("list.separator"))))
                                    .toList()))
                };
    }

    /** What is remarked of somebody beside that. */
    public List<Remark> remarks(RankedScorecard card) {
        return card.remarks().stream()
                .filter(remark -> remark.kind() != Remark.Kind.MEAN_OF
                        || !remark.details().get(0).equals(periods.get(track(card))))
                .toList();
    }
}
