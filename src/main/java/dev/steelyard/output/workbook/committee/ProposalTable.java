package dev.steelyard.output.workbook.committee;

import dev.steelyard.engine.insight.committee.TargetProposal;
import dev.steelyard.engine.insight.committee.TargetProposal.Moved;
import dev.steelyard.engine.score.DimensionScore;
import dev.steelyard.engine.score.IndicatorScore;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.unit.Points;
import dev.steelyard.output.workbook.Person;
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

/** 目标提案: whose scores each proposed target would change, before and after. */
final class ProposalTable {

    private record Line(TargetProposal proposal, Moved moved) {}

    private final Report report;
    private final List<TargetProposal> proposals;
    private final ProposalWords words;

    ProposalTable(Report report, List<TargetProposal> proposals) {
        this.report = report;
        this.proposals = proposals;
        this.words = new ProposalWords(report);
    }

    Sheet sheet() {
        List<Line> lines = proposals.stream()
                .flatMap(proposal -> proposal.moved().stream().map(moved -> new Line(proposal, moved)))
                .toList();
        Block<Line> block = Block.of(
                        report.ofPeriod("committee.proposal.whatProposedTargetsWould"),
                        columns(),
                        lines,
                        proposals.isEmpty()
                                ? report.say("word.noProposedTargetWaiting")
                                : report.say("committee.proposal.proposalsWouldChangeNobodys"))
                .intro(report.say("committee.proposal.lookingOnlyEachProposal"));
        return new Sheet.Table<>(report.say("committee.proposal.proposals"), 3, block);
    }

    private List<Column<Line>> columns() {
        List<Column<Line>> columns = new ArrayList<>();
        columns.add(Column.text("proposal", report.say("word.proposal"), line -> line.proposal()
                .proposal()
                .decisionId()));
        columns.addAll(Person.columns(report, line -> line.moved().before()));
        columns.add(Column.text("indicator", report.say("word.indicator"), line -> words.indicator(line.proposal())));
        columns.add(arrow("target", report.say("word.target"), line -> words.target(line.proposal())));
        columns.add(arrow(
                "points",
                report.say("committee.proposal.points"),
                line -> points(line, card -> indicator(line, card))));
        columns.add(arrow(
                "dimension",
                report.say("committee.proposal.dimension"),
                line -> points(line, card -> dimension(line, card))));
        columns.add(arrow(
                "team_score",
                report.say("word.teamScore"),
                line -> points(line, card -> card.pooled().team().points())));
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
        return columns;
    }

    private static Column<Line> arrow(String id, String title, Function<Line, String> of) {
        return Column.word(id, title, Width.fit(9, 20), line -> of.apply(line));
    }

    /** Now, and with the proposal. */
    private static String both(Line line, Function<RankedScorecard, String> of) {
        return ProposalWords.arrow(
                of.apply(line.moved().before()), of.apply(line.moved().after()));
    }

    private static String points(Line line, Function<RankedScorecard, Optional<Points>> of) {
        return both(line, card -> of.apply(card).map(Points::toString).orElse("—"));
    }

    private Optional<Points> indicator(Line line, RankedScorecard card) {
        return score(line, card).flatMap(IndicatorScore::points);
    }

    /** The dimension of the indicator that the target is of; blank for whoever is not measured on it. */
    private Optional<Points> dimension(Line line, RankedScorecard card) {
        return score(line, line.moved().before())
                .map(score -> score.indicator().dimension())
                .flatMap(id -> Optional.ofNullable(card.card().dimensions().get(id)))
                .flatMap(DimensionScore::points);
    }

    /** By the target's name: the indicator's own, or the one that its measure names. */
    private static Optional<IndicatorScore> score(Line line, RankedScorecard card) {
        String target = line.proposal().proposal().key().indicator();
        return card.card().indicators().stream()
                .filter(score ->
                        score.indicator().measure().target().orElse(score.id()).equals(target))
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
