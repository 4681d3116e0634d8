package dev.steelyard.output.workbook.committee;

import dev.steelyard.engine.insight.committee.Moved;
import dev.steelyard.engine.run.TriedDecision;
import dev.steelyard.engine.score.IndicatorScore;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.unit.Points;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.StateWords;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Datum;
import dev.steelyard.output.workbook.book.Format;
import dev.steelyard.output.workbook.book.Sheet;
import dev.steelyard.output.workbook.book.Tone;
import dev.steelyard.output.workbook.book.Width;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** 试算: whose scores and pay each decision that is not in force would change, before and after. */
final class TriedTable {

    private record Line(TriedDecision tried, Moved moved) {}

    private final Report report;
    private final List<TriedDecision> tried;
    private final TriedWords words;

    TriedTable(Report report, List<TriedDecision> tried) {
        this.report = report;
        this.tried = tried;
        this.words = new TriedWords(report);
    }

    Sheet sheet() {
        List<Line> lines = tried.stream()
                .flatMap(one -> one.effect().stream()
                        .flatMap(effect -> effect.moved().stream())
                        .map(moved -> new Line(one, moved)))
                .toList();
        Block<Line> block = Block.of(
                        report.ofPeriod("committee.proposal.whatProposedTargetsWould"),
                        columns(),
                        lines,
                        tried.isEmpty()
                                ? report.say("word.noProposedTargetWaiting")
                                : report.say("committee.proposal.proposalsWouldChangeNobodys"))
                .intro(report.say("committee.proposal.lookingOnlyEachProposal"));
        return new Sheet.Table<>(report.say("committee.proposal.proposals"), 3, block);
    }

    private List<Column<Line>> columns() {
        List<Column<Line>> columns = new ArrayList<>();
        columns.add(Column.text("decision", report.say("committee.tried.decision"), line -> words.title(line.tried())));
        columns.add(Column.text(
                "person",
                report.say("word.name"),
                Width.fit(10, 18),
                line -> words.person(line.moved().before().participant())));
        columns.add(Column.text(
                "team",
                report.say("word.team"),
                line -> line.moved().before().participant().employee().team()));
        columns.add(Column.text(
                "change", report.say("committee.tried.change"), Width.wrap(40), line -> words.what(line.tried())));
        columns.add(arrow(
                "points",
                report.say("committee.proposal.points"),
                line -> points(line, card -> indicator(line, card))));
        columns.add(arrow(
                "final",
                report.say("word.final"),
                line -> points(line, card -> card.pooled().score())));
        columns.add(Column.<Line>number("change", report.say("word.change"), Format.POINTS, line -> line.moved()
                        .change()
                        .map(Datum::points)
                        .orElse(Datum.NONE))
                .toned(line -> tone(line.moved())));
        columns.add(arrow("grade", report.say("word.grade"), line -> both(line, this::grade)));
        columns.add(arrow(
                "rank",
                report.say("word.rank"),
                line -> both(
                        line,
                        card -> card.ranks().overall().map(String::valueOf).orElse("—"))));
        columns.add(Column.money(
                "pay", report.say("committee.tried.money"), line -> line.moved().pay()));
        return columns;
    }

    private static Column<Line> arrow(String id, String title, Function<Line, String> of) {
        return Column.word(id, title, Width.fit(9, 20), line -> of.apply(line));
    }

    /** Now, and with the proposal. */
    private static String both(Line line, Function<RankedScorecard, String> of) {
        return TriedWords.arrow(
                of.apply(line.moved().before()), of.apply(line.moved().after()));
    }

    private static String points(Line line, Function<RankedScorecard, Optional<Points>> of) {
        return both(line, card -> of.apply(card).map(Points::toString).orElse("—"));
    }

    private Optional<Points> indicator(Line line, RankedScorecard card) {
        return score(line, card).flatMap(IndicatorScore::points);
    }

    /** By the target's name, the indicator's own or the one that its measure names; or the one that an appeal names. */
    private static Optional<IndicatorScore> score(Line line, RankedScorecard card) {
        String about = line.tried() instanceof TriedDecision.OfTarget target
                ? target.proposal().key().indicator()
                : ((TriedDecision.OfAppeal) line.tried()).said().indicator();
        return card.card().indicators().stream()
                .filter(score -> line.tried() instanceof TriedDecision.OfTarget
                        ? score.indicator()
                                .measure()
                                .target()
                                .orElse(score.id())
                                .equals(about)
                        : score.id().equals(about))
                .findFirst();
    }

    private String grade(RankedScorecard card) {
        return card.grade().orElseGet(() -> report.say(StateWords.of(card.status())));
    }

    private static Tone tone(Moved moved) {
        return moved.change()
                .map(points -> points.hundredths() > 0 ? Tone.GOOD : points.hundredths() < 0 ? Tone.LOW : Tone.PLAIN)
                .orElse(Tone.STRONG);
    }
}
