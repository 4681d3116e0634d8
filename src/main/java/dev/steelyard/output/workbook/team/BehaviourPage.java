package dev.steelyard.output.workbook.team;

import dev.steelyard.engine.insight.team.Behaviour;
import dev.steelyard.engine.plan.Insight;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.block.BehaviourBlocks;
import dev.steelyard.output.workbook.block.BehaviourBlocks.Line;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Format;
import dev.steelyard.output.workbook.book.Sheet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** 行为热力图: where the team's time went, and when; first what to change. */
final class BehaviourPage {

    /** So many people are named in a sentence. */
    private static final int NAMED = 3;

    private final Report report;
    private final Team team;
    private final Behaviour.Visits visits;
    private final BehaviourBlocks blocks;

    private BehaviourPage(Report report, Team team, Behaviour.Visits visits) {
        this.report = report;
        this.team = team;
        this.visits = visits;
        this.blocks = new BehaviourBlocks(report, visits.rule());
    }

    static Sheet sheet(Report report, Team team) {
        return team.visits()
                .map(of -> new BehaviourPage(report, team, of).sheet())
                .orElseGet(() -> page(report, team, List.of(), List.of(BehaviourBlocks.none(report))));
    }

    private static Sheet page(Report report, Team team, List<String> intro, List<Block<?>> blocks) {
        return new Sheet.Page(
                        report.say("word.behaviour"),
                        report.say(
                                "team.behaviour.behaviourHeatMap",
                                "team",
                                team.name(),
                                "period",
                                report.identity().period()),
                        intro,
                        blocks)
                .onOneSheet();
    }

    private Sheet sheet() {
        List<Line> lines = team.shown().stream()
                .map(this::line)
                .filter(line -> line.effort().visits() > 0
                        || !line.card().orElseThrow().participant().isManager())
                .toList();
        return page(
                report,
                team,
                advice(lines),
                List.of(blocks.efforts(report.say("word.name"), lines, true), blocks.week(visits.week())));
    }

    private Line line(RankedScorecard card) {
        return new Line(
                card.participant().employee().name() + " " + card.participant().id(),
                visits.efforts().get(card.participant().id()),
                Optional.of(card));
    }

    // ------------------------------------------------------------------ what to do

    private List<String> advice(List<Line> lines) {
        List<String> sentences = new ArrayList<>();
        if (lines.stream().allMatch(line -> line.effort().visits() == 0)) {
            return List.of(report.say("team.behaviour.noVisitsRecordedMake"));
        }
        report.plan().insight().flatMap(Insight::lowPotential).ifPresent(rule -> sentences.add(low(lines, rule)));
        idle(lines.stream().filter(line -> !hasLeft(line)).toList()).ifPresent(sentences::add);
        return sentences;
    }

    private String low(List<Line> lines, Insight.LowPotential rule) {
        String low = blocks.word(rule.potential());
        String instead = blocks.word(rule.instead());
        String share = Format.PERCENT.shown(rule.share().rounded(6));
        List<Line> much = lines.stream()
                .filter(line -> share(line, rule).isAtLeast(rule.share()) && !hasLeft(line))
                .sorted(Comparator.comparing((Line line) -> share(line, rule)).reversed())
                .toList();
        if (much.isEmpty()) {
            return report.say("team.behaviour.yesNobodySpendsMore", "share", share, "low", low);
        }
        String named = much.stream()
                .limit(NAMED)
                .map(line -> line.name() + " "
                        + Format.PERCENT.shown(share(line, rule).rounded(6)))
                .collect(Collectors.joining(report.say("list.separator")));
        return report.say(
                "team.behaviour.planVisitsCustomersPotential",
                "what",
                (much.size() > NAMED
                        ? report.say("team.behaviour.peopleAbove", "much", much.size(), "share", share)
                        : ""),
                "instead",
                instead,
                "named",
                named,
                "low",
                low);
    }

    private boolean hasLeft(Line line) {
        return line.card()
                .filter(card -> card.participant()
                        .employee()
                        .hasLeftBy(report.identity().asOf()))
                .isPresent();
    }

    private static Fraction share(Line line, Insight.LowPotential rule) {
        return line.effort().share(rule.potential()).orElse(Fraction.ZERO);
    }

    private Optional<String> idle(List<Line> lines) {
        return lines.stream()
                .filter(line -> line.effort().idle().signum() > 0)
                .max(Comparator.comparing((Line line) -> line.effort().idle()))
                .map(line -> {
                    String minutes = Format.COUNT.shown(line.effort().idle());
                    String share = Format.PERCENT.shown(line.effort()
                            .effectiveShare()
                            .map(part -> Fraction.ONE.minus(part).rounded(6))
                            .orElse(BigDecimal.ZERO));
                    return report.say(
                            "team.behaviour.mostIdleMinutesTime",
                            "line",
                            line.name(),
                            "minutes",
                            minutes,
                            "share",
                            share);
                });
    }
}
