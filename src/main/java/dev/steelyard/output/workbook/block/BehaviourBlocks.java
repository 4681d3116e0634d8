package dev.steelyard.output.workbook.block;

import dev.steelyard.engine.dataset.DatasetColumn;
import dev.steelyard.engine.insight.team.Behaviour.Effort;
import dev.steelyard.engine.insight.team.Behaviour.Week;
import dev.steelyard.engine.plan.Indicator;
import dev.steelyard.engine.plan.Insight;
import dev.steelyard.engine.plan.Name;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.score.IndicatorScore;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.verb.Measured;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Datum;
import dev.steelyard.output.workbook.book.Format;
import dev.steelyard.output.workbook.book.Tone;
import dev.steelyard.output.workbook.book.Width;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The tables of the behaviour heat map 行为热力图: the darker a cell, the more; its number says how much. */
public record BehaviourBlocks(Report report, Insight.Behaviour rule) {

    private static final Width LABEL = Width.fit(14, 24);
    private static final Width CELL = Width.fit(7, 11);

    private static final List<Said> WEEKDAYS = List.of(
            Said.of("book.behaviour.mon"),
            Said.of("book.behaviour.tue"),
            Said.of("book.behaviour.wed"),
            Said.of("book.behaviour.thu"),
            Said.of("book.behaviour.fri"),
            Said.of("book.behaviour.sat"),
            Said.of("book.behaviour.sun"));

    /**
     * A person, a team, a region.
     *
     * @param card of a person
     */
    public record Line(String name, Effort effort, Optional<RankedScorecard> card) {}

    /** What stands in the place of the tables where visits were not delivered. */
    public static Block<Line> none(Report report) {
        String dataset = report.dataset(report.plan()
                .insight()
                .flatMap(Insight::behaviour)
                .map(Insight.Behaviour::dataset)
                .orElseThrow());
        return Block.of(
                report.say("book.behaviour.whereEffectiveMinutesWent"),
                List.of(),
                List.of(),
                report.say("book.behaviour.notDeliveredThereNo", "dataset", dataset));
    }

    /** Values of the plan's column, as the exports file lists them; of any other only those that there are. */
    public List<String> groups(List<Line> lines) {
        List<String> groups = new ArrayList<>(declared());
        lines.stream()
                .flatMap(line -> line.effort().by().keySet().stream())
                .filter(group -> !group.isEmpty() && !groups.contains(group))
                .sorted()
                .distinct()
                .forEach(groups::add);
        if (lines.stream().anyMatch(line -> line.effort().by().containsKey(""))) {
            groups.add("");
        }
        return groups;
    }

    private List<String> declared() {
        return column().map(column -> List.copyOf(column.choices().keySet())).orElse(List.of());
    }

    private Optional<DatasetColumn> column() {
        return report.schema(dataset()).flatMap(schema -> schema.column(columnName()));
    }

    /** The dataset of the column that minutes are told apart by: {@code customer.potential} is the customers'. */
    private String dataset() {
        String path = rule.by();
        int dot = path.indexOf('.');
        return dot < 0
                ? rule.dataset()
                : report.schema(rule.dataset())
                        .flatMap(schema -> schema.column(path.substring(0, dot) + "_id"))
                        .flatMap(DatasetColumn::references)
                        .orElse(rule.dataset());
    }

    private String columnName() {
        String path = rule.by();
        return path.substring(path.indexOf('.') + 1);
    }

    /** A value of the plan's column in words. */
    public String word(String group) {
        if (group.isEmpty()) {
            return report.say("book.behaviour.unknown");
        }
        String zh = column().map(column -> column.choices().getOrDefault(group, List.of()))
                .filter(spellings -> !spellings.isEmpty())
                .map(spellings -> spellings.get(0))
                .orElse(group);
        return report.say(new Name(zh, group.replace('_', ' ')));
    }

    // ------------------------------------------------------------------ whom

    /**
     * Minutes and whom they go to, a line each.
     *
     * @param who what the lines are
     * @param people whether they are people, and have indicators
     */
    public Block<Line> efforts(String who, List<Line> lines, boolean people) {
        String by = report.column(dataset(), columnName());
        List<Column<Line>> columns = new ArrayList<>();
        columns.add(Column.text("who", who, LABEL, line -> line.name()));
        List<String> groups = groups(lines);
        groups.forEach(group -> columns.add(share(group)));
        columns.add(Column.of(
                "visits",
                report.say("book.behaviour.visits"),
                CELL,
                Format.COUNT,
                line -> Datum.whole(line.effort().visits())));
        columns.add(minutes("effective", report.say("book.behaviour.effectiveMinutes"), Effort::effective));
        columns.add(minutes("idle", report.say("book.behaviour.idleMinutes"), Effort::idle));
        columns.add(Column.of(
                "effective_share",
                report.say("book.behaviour.effectiveShare"),
                CELL,
                Format.PERCENT,
                line -> percent(line.effort().effectiveShare())));
        if (people) {
            rule.indicators().forEach(id -> Optional.ofNullable(
                            report.plan().indicators().get(id))
                    .ifPresent(indicator -> columns.add(indicator(id, indicator))));
        }
        return Block.of(
                        report.say("book.behaviour.whereEffectiveMinutesWent"),
                        columns,
                        lines,
                        report.say("book.behaviour.thereNoVisitsPeriod"))
                .intro(Stream.concat(
                                people ? Stream.empty() : lowest(lines).stream(),
                                Stream.of(report.say("book.behaviour.sharesEffectiveMinutesAll", "by", by)))
                        .toArray(String[]::new));
    }

    /** What the picture shows of groups: who spends most on customers of the potential that the plan warns of; of people the page says it. */
    private Optional<String> lowest(List<Line> lines) {
        return report.plan().insight().flatMap(Insight::lowPotential).flatMap(low -> lines.stream()
                .filter(line -> line.effort()
                        .share(low.potential())
                        .filter(share -> share.signum() > 0)
                        .isPresent())
                .max(Comparator.comparing(
                        line -> line.effort().share(low.potential()).orElseThrow()))
                .map(line -> report.say(
                        "book.behaviour.most",
                        "low",
                        word(low.potential()),
                        "line",
                        line.name(),
                        "share",
                        Format.PERCENT.shown(line.effort()
                                .share(low.potential())
                                .orElseThrow()
                                .rounded(6)))));
    }

    private Column<Line> share(String group) {
        Name by = new Name(
                report.schema(dataset())
                        .flatMap(schema -> schema.column(columnName()))
                        .map(DatasetColumn::zh)
                        .orElse(columnName()),
                columnName().substring(0, 1).toUpperCase(Locale.ROOT)
                        + columnName().substring(1).replace('_', ' '));
        return Column.<Line>of(
                        "share_" + group,
                        report.say("book.behaviour.share", "by", report.say(by), "group", word(group)),
                        CELL,
                        Format.PERCENT,
                        line -> percent(line.effort().share(group)))
                .toned(line -> Tone.ofHeat(
                        line.effort().by().getOrDefault(group, BigDecimal.ZERO),
                        line.effort().effective()));
    }

    private static Column<Line> minutes(String id, String title, Function<Effort, BigDecimal> of) {
        return Column.of(id, title, CELL, Format.COUNT, line -> Datum.number(of.apply(line.effort())));
    }

    private static Datum percent(Optional<Fraction> share) {
        return share.map(part -> Datum.number(part.rounded(6))).orElse(Datum.NONE);
    }

    private Column<Line> indicator(String id, Indicator indicator) {
        return Column.of(
                id, report.say(indicator.name()), CELL, IndicatorLines.format(indicator), line -> line.card().stream()
                        .flatMap(card -> card.card().indicators().stream())
                        .filter(score -> score.id().equals(id))
                        .map(IndicatorScore::measured)
                        .map(Measured::value)
                        .flatMap(Optional::stream)
                        .findFirst()
                        .map(Datum::value)
                        .orElse(Datum.NONE));
    }

    // ------------------------------------------------------------------ when

    /** Visits by weekday and hour. */
    public Block<Integer> week(Week week) {
        String title = report.say("book.behaviour.whenVisitsCount");
        String whenEmpty = report.say("book.behaviour.thereNoVisitsPeriod");
        if (!week.isTimed() && !week.visits().isEmpty()) {
            return Block.of(title, List.of(), List.of(), report.say("book.behaviour.visitsNoTimeDay"));
        }
        BigDecimal most = BigDecimal.valueOf(week.most());
        List<Column<Integer>> columns = new ArrayList<>();
        columns.add(Column.text("weekday", report.say("book.behaviour.weekday"), LABEL, day -> weekday(day)));
        for (int hour : week.hours()) {
            columns.add(Column.<Integer>of(
                            "hour_" + hour,
                            report.say("book.behaviour.n00", "hour", hour),
                            CELL,
                            Format.COUNT,
                            day -> week.at(day, hour) == 0 ? Datum.NONE : Datum.whole(week.at(day, hour)))
                    .toned(day -> Tone.ofHeat(BigDecimal.valueOf(week.at(day, hour)), most)));
        }
        columns.add(Column.<Integer>of(
                        "sum", report.say("word.total"), CELL, Format.COUNT, day -> Datum.whole(week.on(day)))
                .toned(day -> Tone.STRONG));
        List<Integer> days = IntStream.rangeClosed(1, WEEKDAYS.size())
                .filter(day -> day <= 5 || week.on(day) > 0)
                .boxed()
                .toList();
        return Block.of(title, columns, week.visits().isEmpty() ? List.of() : days, whenEmpty)
                .intro(Stream.concat(
                                busiest(week).stream(), Stream.of(report.say("book.behaviour.companysTimeZoneBlank")))
                        .toArray(String[]::new));
    }

    /** What the picture shows: where it is darkest, and how much of it is at weekends. */
    private Optional<String> busiest(Week week) {
        if (!week.isTimed()) {
            return Optional.empty();
        }
        int day = week.visits().entrySet().stream()
                .filter(entry -> entry.getValue().containsValue(week.most()))
                .mapToInt(entry -> entry.getKey())
                .findFirst()
                .orElseThrow();
        int hour = week.visits().get(day).entrySet().stream()
                .filter(entry -> entry.getValue() == week.most())
                .mapToInt(entry -> entry.getKey())
                .findFirst()
                .orElseThrow();
        long weekend = week.on(6) + week.on(7);
        return Optional.of(report.say(
                "book.behaviour.busiest",
                "weekday",
                weekday(day),
                "hour",
                hour,
                "most",
                week.most(),
                "weekend",
                weekend));
    }

    public String weekday(int day) {
        return report.say(WEEKDAYS.get(day - 1));
    }
}
