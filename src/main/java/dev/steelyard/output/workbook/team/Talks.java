package dev.steelyard.output.workbook.team;

import dev.steelyard.engine.insight.team.NextGrade;
import dev.steelyard.engine.insight.team.Trend;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.score.RankedScorecard.Status;
import dev.steelyard.engine.unit.Points;
import dev.steelyard.output.workbook.Coaching;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.block.AlertBlock;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Datum;
import dev.steelyard.output.workbook.book.Format;
import dev.steelyard.output.workbook.book.Width;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who needs which talk: of each person the first that fits. */
record Talks(Report report, Coaching coaching) {

    /** A final that fell by so much is talked about. */
    private static final Points FELL = Points.parse("5");

    /** Whoever lacks so little to the next grade is told how to get there. */
    private static final Points NEAR = Points.parse("3");

    private enum Talk {
        CORRECT,
        NEWCOMER,
        IMPROVE,
        REACH,
        PRAISE
    }

    private record Line(Talk talk, List<RankedScorecard> people) {}

    Optional<Block<?>> block(List<RankedScorecard> cards) {
        Map<Talk, List<RankedScorecard>> talks = new EnumMap<>(Talk.class);
        cards.stream()
                .filter(card -> !card.participant().isManager() && !coaching.hasLeft(card))
                .forEach(card -> talk(card).ifPresent(talk -> talks.computeIfAbsent(talk, any -> new ArrayList<>())
                        .add(card)));
        List<Line> lines = talks.entrySet().stream()
                .map(entry -> new Line(entry.getKey(), entry.getValue()))
                .toList();
        List<Column<Line>> columns = List.of(
                Column.text(
                        "talk",
                        report.say("team.talk"),
                        Width.fit(16, 24),
                        line -> report.say("team.talk.kind." + line.talk().name())),
                Column.of(
                        "people",
                        report.say("word.people"),
                        Width.fit(6, 10),
                        Format.COUNT,
                        line -> Datum.whole(line.people().size())),
                Column.text(
                        "who",
                        report.say("team.talk.who"),
                        Width.fit(18, 18),
                        line -> line.people().stream()
                                        .map(card -> AlertBlock.name(
                                                card.participant().employee()))
                                        .collect(Collectors.joining(report.say("list.separator")))
                                + "\n"
                                + report.say("team.talk.about." + line.talk().name())));
        return lines.isEmpty() ? Optional.empty() : Optional.of(Block.of(report.say("team.talks"), columns, lines, ""));
    }

    private Optional<Talk> talk(RankedScorecard card) {
        if (!card.card().compliance().vetoes().isEmpty()
                || !card.card().compliance().deductions().isEmpty()) {
            return Optional.of(Talk.CORRECT);
        }
        if (isNew(card.participant().employee())) {
            return Optional.of(Talk.NEWCOMER);
        }
        if (card.status() != Status.RANKED && card.status() != Status.INTERIM) {
            return Optional.empty();
        }
        boolean worst = card.grade()
                .equals(Optional.of(report.plan()
                        .grades()
                        .get(report.plan().grades().size() - 1)
                        .grade()));
        if (worst || coaching.trend(card).map(Trend::change).filter(Talks::fell).isPresent()) {
            return Optional.of(Talk.IMPROVE);
        }
        Optional<NextGrade> next = coaching.nextGrade(card);
        if (next.filter(NextGrade.Best.class::isInstance).isPresent()) {
            return Optional.of(Talk.PRAISE);
        }
        return next.filter(NextGrade.Within.class::isInstance)
                .map(NextGrade.Within.class::cast)
                .filter(within -> within.isReachable() && NEAR.isAtLeast(within.missing()))
                .map(within -> Talk.REACH);
    }

    private boolean isNew(Employee employee) {
        return employee.hireDate()
                .filter(hired -> !hired.isBefore(report.identity().period().first()))
                .isPresent();
    }

    private static boolean fell(Points change) {
        return FELL.hundredths() + change.hundredths() <= 0;
    }
}
