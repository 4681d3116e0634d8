package dev.steelyard.output.workbook.review;

import dev.steelyard.engine.fact.Resource;
import dev.steelyard.engine.insight.people.Resources;
import dev.steelyard.engine.insight.team.LostPoints;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.unit.CodePoints;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Datum;
import dev.steelyard.output.workbook.book.Format;
import dev.steelyard.output.workbook.book.Width;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the review may decide on: an action for each indicator that costs most people most. Counts people and names nobody. */
record ProposedActions(Report report) {

    private static final int MOST = 3;

    private record Gap(String indicator, List<RankedScorecard> people) {

        long teams() {
            return people.stream()
                    .map(card -> card.participant().employee().team())
                    .distinct()
                    .count();
        }
    }

    Block<?> block() {
        Map<String, List<Resource>> resources =
                Resources.of(report.plan(), report.result().input().registers());
        List<Column<Gap>> columns = List.of(
                Column.text(
                        "indicator",
                        report.say("word.indicator"),
                        Width.fit(22, 34),
                        gap -> report.indicator(gap.indicator())),
                Column.of(
                        "people",
                        report.say("word.people"),
                        Width.fit(13, 15),
                        Format.COUNT,
                        gap -> Datum.whole(gap.people().size())),
                Column.of(
                        "teams",
                        report.say("word.teams"),
                        Width.fit(13, 15),
                        Format.COUNT,
                        gap -> Datum.whole(gap.teams())),
                Column.word(
                        "decision",
                        report.say("review.proposed.decision"),
                        Width.fit(13, 20),
                        gap -> report.say("review.proposed.boxes")),
                Column.text(
                        "action",
                        report.say("review.goals.action"),
                        Width.fit(13, 15),
                        gap -> action(resources.getOrDefault(gap.indicator(), List.of()))));
        return Block.of(report.say("review.proposed"), columns, gaps(), report.say("review.proposed.none"))
                .intro(report.say("review.proposed.how"));
    }

    private String action(List<Resource> resources) {
        return resources.isEmpty()
                ? report.say("review.proposed.think")
                : report.say(
                        "review.proposed.use",
                        "resources",
                        resources.stream()
                                .map(Resource::resource)
                                .collect(Collectors.joining(report.say("list.separator"))));
    }

    /** The indicators that are the greatest gap of the most people; a manager's are means of others. */
    private List<Gap> gaps() {
        Map<String, List<RankedScorecard>> byIndicator = new HashMap<>();
        report.cards().stream().filter(card -> !card.participant().isManager()).forEach(card -> LostPoints.of(
                        report.plan(), card)
                .flatMap(lost -> lost.gaps(1).stream()
                        .filter(part -> part.kind() == LostPoints.Kind.INDICATOR)
                        .findFirst())
                .ifPresent(part -> byIndicator
                        .computeIfAbsent(part.id(), id -> new ArrayList<>())
                        .add(card)));
        return byIndicator.entrySet().stream()
                .map(entry -> new Gap(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing((Gap gap) -> gap.people().size())
                        .reversed()
                        .thenComparing(Gap::indicator, CodePoints.ORDER))
                .limit(MOST)
                .toList();
    }
}
