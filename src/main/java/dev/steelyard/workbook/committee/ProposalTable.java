package dev.steelyard.workbook.committee;

import dev.steelyard.insight.TargetProposal;
import dev.steelyard.insight.TargetProposal.Moved;
import dev.steelyard.score.DimensionScore;
import dev.steelyard.score.IndicatorScore;
import dev.steelyard.score.RankedScorecard;
import dev.steelyard.unit.Points;
import dev.steelyard.workbook.Person;
import dev.steelyard.workbook.Report;
import dev.steelyard.workbook.Words;
import dev.steelyard.workbook.book.Block;
import dev.steelyard.workbook.book.Column;
import dev.steelyard.workbook.book.Datum;
import dev.steelyard.workbook.book.Format;
import dev.steelyard.workbook.book.Sheet;
import dev.steelyard.workbook.book.Tone;
import dev.steelyard.workbook.book.Width;
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
                        report.say("目标提案会改变什么 ", "What proposed targets would change ")
                                + report.identity().period(),
                        columns(),
                        lines,
                        proposals.isEmpty()
                                ? report.say("没有未生效的目标提案。", "No proposed target is waiting.")
                                : report.say(
                                        "提案不会改变任何人本期的得分。", "The proposals would change nobody's score of this period."))
                .intro(report.say(
                        "试算，不改变本期结果：每个提案单独代入，其他一切不变。最终得分变化大的在前；只有名次变化的人不列。",
                        "For looking only: each proposal by itself, everything else as it is. Who would change most comes first;"
                                + " whose rank alone would change is left out."));
        return new Sheet.Table<>(report.say("目标提案", "Proposals"), 3, block);
    }

    private List<Column<Line>> columns() {
        List<Column<Line>> columns = new ArrayList<>();
        columns.add(Column.text(
                "proposal", "提案", "Proposal", line -> line.proposal().proposal().decisionId()));
        columns.addAll(Person.columns(report, line -> line.moved().before()));
        columns.add(Column.text("indicator", "指标", "Indicator", line -> words.indicator(line.proposal())));
        columns.add(Column.text("from", "现目标", "Target now", line -> words.standing(line.proposal())));
        columns.add(Column.text("to", "提议目标", "Proposed", line -> words.proposed(line.proposal())));
        pair(columns, "points", "指标得分", "Points", this::indicator);
        pair(columns, "dimension", "维度得分", "Dimension", this::dimension);
        pair(columns, "team_score", "团队得分", "Team score", (line, card) -> card.pooled()
                .team()
                .points());
        pair(columns, "final", "最终得分", "Final", (line, card) -> card.pooled().score());
        columns.add(Column.<Line>number("change", "变化", "Change", Format.POINTS, line -> line.moved()
                        .change()
                        .map(Datum::points)
                        .orElse(Datum.NONE))
                .toned(line -> tone(line.moved())));
        columns.add(grade("grade_before", "等级（现）", "Grade now", Moved::before));
        columns.add(grade("grade_after", "等级（若采纳）", "Grade if adopted", Moved::after));
        columns.add(rank("rank_before", "名次（现）", "Rank now", Moved::before));
        columns.add(rank("rank_after", "名次（若采纳）", "Rank if adopted", Moved::after));
        return columns;
    }

    private interface Figure {
        Optional<Points> of(Line line, RankedScorecard card);
    }

    /** A figure before and after. */
    private static void pair(List<Column<Line>> columns, String id, String zh, String en, Figure figure) {
        columns.add(Column.number(
                id + "_before",
                zh + "（现）",
                en + " now",
                Format.POINTS,
                line -> Datum.points(figure.of(line, line.moved().before()))));
        columns.add(Column.number(
                id + "_after",
                zh + "（若采纳）",
                en + " if adopted",
                Format.POINTS,
                line -> Datum.points(figure.of(line, line.moved().after()))));
    }

    private Optional<Points> indicator(Line line, RankedScorecard card) {
        return score(line, card).flatMap(IndicatorScore::points);
    }

    /** The dimension of the indicator that the target is of; blank for who is not measured on it. */
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

    private Column<Line> grade(String id, String zh, String en, Function<Moved, RankedScorecard> of) {
        return Column.of(
                id,
                zh,
                en,
                Width.fit(8, 12),
                Format.WORD,
                line -> Datum.text(of.apply(line.moved())
                        .grade()
                        .orElseGet(
                                () -> report.say(Words.of(of.apply(line.moved()).status())))));
    }

    private static Column<Line> rank(String id, String zh, String en, Function<Moved, RankedScorecard> of) {
        return Column.number(
                id,
                zh,
                en,
                Format.RANK,
                line -> Datum.whole(of.apply(line.moved()).ranks().overall()));
    }

    private static Tone tone(Moved moved) {
        return moved.change()
                .map(points -> points.hundredths() > 0 ? Tone.GOOD : points.hundredths() < 0 ? Tone.LOW : Tone.PLAIN)
                .orElse(Tone.STRONG);
    }
}
