package dev.steelyard.output.workbook.block;

import dev.steelyard.engine.insight.committee.Spread.Quartiles;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.score.RankedScorecard.Status;
import dev.steelyard.engine.unit.Points;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Datum;
import dev.steelyard.output.workbook.book.Format;
import dev.steelyard.output.workbook.book.Width;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the finals of ranked people spread within groups: how many, the quartiles, and a box plot in a cell. */
public final class FinalSpread {

    /** So many groups of the same median are named. */
    private static final int NAMED = 3;

    private record Group(String name, int people, Quartiles<Points> finals) {}

    private FinalSpread() {}

    /**
     * Groups of whom nobody is ranked are left out.
     *
     * @param by what the groups are
     * @param whole the group that holds all others, which is not compared with them; blank where there is none
     * @param how whose finals they are and how to read the plots
     */
    public static Block<?> block(
            Report report,
            String title,
            String by,
            Map<String, List<RankedScorecard>> groups,
            String whole,
            Stream<String> how) {
        List<Group> rows = new ArrayList<>();
        groups.forEach((name, cards) -> {
            List<Points> finals = cards.stream()
                    .filter(card -> card.status() == Status.RANKED)
                    .flatMap(card -> card.pooled().score().stream())
                    .toList();
            if (!finals.isEmpty()) {
                rows.add(new Group(name, finals.size(), Quartiles.of(finals)));
            }
        });
        List<Column<Group>> columns = List.of(
                Column.text("group", by, Width.fit(12, 34), group -> group.name()),
                Column.count("people", report.say("word.people"), group -> group.people()),
                figure("least", report.say("committee.spread.least"), Quartiles::least),
                figure("lower", report.say("committee.spread.lowerQuartile"), Quartiles::lower),
                figure("median", report.say("committee.spread.median"), Quartiles::median),
                figure("upper", report.say("committee.spread.upperQuartile"), Quartiles::upper),
                figure("most", report.say("committee.spread.most"), Quartiles::most),
                Column.text("box", report.say("spread.box"), Width.fit(8, 10), group -> Strip.box(group.finals())));
        return Block.of(title, columns, rows, report.say("spread.nobody"))
                .intro(Stream.concat(
                                finding(
                                        report,
                                        rows.stream()
                                                .filter(row -> !row.name().equals(whole))
                                                .collect(Collectors.toMap(
                                                        Group::name,
                                                        Group::finals,
                                                        (one, other) -> one,
                                                        LinkedHashMap::new)))
                                        .stream(),
                                how)
                        .toArray(String[]::new));
    }

    /** Of members of teams. */
    public static String how(Report report) {
        return report.say("spread.how", "from", Strip.FROM, "to", Strip.TO);
    }

    /** What the plots of groups show: who stands highest and lowest, and where the middle half is widest; nothing of one alone. */
    public static Optional<String> finding(Report report, Map<String, Quartiles<Points>> groups) {
        if (groups.size() < 2) {
            return Optional.empty();
        }
        List<Points> medians =
                groups.values().stream().map(Quartiles::median).sorted().toList();
        Points least = medians.get(0);
        Points most = medians.get(medians.size() - 1);
        Map.Entry<String, Quartiles<Points>> wide = groups.entrySet().stream()
                .max(Comparator.comparing(
                        group -> group.getValue().upper().minus(group.getValue().lower())))
                .orElseThrow();
        return Optional.of(report.say(
                most.equals(least) ? "spread.alike" : "spread.finding",
                "high",
                names(report, groups, most),
                "most",
                most,
                "low",
                names(report, groups, least),
                "least",
                least,
                "wide",
                wide.getKey(),
                "lower",
                wide.getValue().lower(),
                "upper",
                wide.getValue().upper()));
    }

    /** Whose median it is, all of them: of many the first, and how many. */
    private static String names(Report report, Map<String, Quartiles<Points>> groups, Points median) {
        List<String> names = groups.entrySet().stream()
                .filter(group -> group.getValue().median().equals(median))
                .map(Map.Entry::getKey)
                .toList();
        String first = names.stream().limit(NAMED).collect(Collectors.joining(report.say("list.separator")));
        return names.size() <= NAMED ? first : report.say("spread.names", "first", first, "all", names.size());
    }

    private static Column<Group> figure(String id, String title, Function<Quartiles<Points>, Points> of) {
        return Column.number(id, title, Format.POINTS, group -> Datum.points(of.apply(group.finals())));
    }
}
