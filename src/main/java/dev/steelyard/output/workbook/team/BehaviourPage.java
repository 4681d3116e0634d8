package dev.steelyard.output.workbook.team;

import dev.steelyard.engine.insight.team.Behaviour;
import dev.steelyard.engine.insight.team.Behaviour.Week;
import dev.steelyard.engine.plan.Insight;
import dev.steelyard.engine.plan.Name;
import dev.steelyard.engine.score.Participant;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.output.workbook.BehaviourBlocks;
import dev.steelyard.output.workbook.BehaviourBlocks.Line;
import dev.steelyard.output.workbook.Report;
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
    private final Behaviour behaviour;
    private final BehaviourBlocks blocks;

    private BehaviourPage(Report report, Team team, Behaviour behaviour) {
        this.report = report;
        this.team = team;
        this.behaviour = behaviour;
        this.blocks = new BehaviourBlocks(report, behaviour);
    }

    /** @param behaviour empty where visits were not delivered */
    static Sheet sheet(Report report, Team team, Optional<Behaviour> behaviour) {
        return behaviour
                .map(of -> new BehaviourPage(report, team, of).sheet())
                .orElseGet(() -> page(report, team, List.of(), List.of(BehaviourBlocks.none(report))));
    }

    private static Sheet page(Report report, Team team, List<String> intro, List<Block<?>> blocks) {
        return new Sheet.Page(
                report.say("行为热力图", "Behaviour"),
                report.say("行为热力图 ", "Behaviour heat map ") + team.name() + " "
                        + report.identity().period(),
                intro,
                blocks);
    }

    private Sheet sheet() {
        List<Line> lines = team.shown().stream()
                .map(this::line)
                .filter(line -> line.effort().visits() > 0
                        || !line.card().orElseThrow().participant().isManager())
                .toList();
        List<Participant> people =
                team.shown().stream().map(RankedScorecard::participant).toList();
        Week week = behaviour.week(people);
        return page(
                report,
                team,
                advice(lines, week),
                List.of(blocks.efforts(new Name("姓名", "Name"), lines, true), blocks.week(week)));
    }

    private Line line(RankedScorecard card) {
        return new Line(
                card.participant().employee().name() + " " + card.participant().id(),
                behaviour.effort(List.of(card.participant())),
                Optional.of(card));
    }

    // ------------------------------------------------------------------ what to do

    private List<String> advice(List<Line> lines, Week week) {
        List<String> sentences = new ArrayList<>();
        if (lines.stream().allMatch(line -> line.effort().visits() == 0)) {
            return List.of(report.say(
                    "→ 本期没有拜访记录：先确认拜访是否已登记。", "→ No visits are recorded: make sure first that they were entered."));
        }
        report.plan().insight().flatMap(Insight::lowPotential).ifPresent(rule -> sentences.add(low(lines, rule)));
        idle(lines).ifPresent(sentences::add);
        busiest(week).ifPresent(sentences::add);
        return sentences;
    }

    private String low(List<Line> lines, Insight.LowPotential rule) {
        String low = report.say(blocks.word(rule.potential()));
        String instead = report.say(blocks.word(rule.instead()));
        String share = Format.PERCENT.shown(rule.share().rounded(6));
        List<Line> much = lines.stream()
                .filter(line -> share(line, rule).isAtLeast(rule.share()))
                .sorted(Comparator.comparing((Line line) -> share(line, rule)).reversed())
                .toList();
        if (much.isEmpty()) {
            return report.say(
                    "✓ 没有人把 " + share + " 以上的有效时间用在潜力" + low + "的客户。",
                    "✓ Nobody spends " + share + " or more of the effective minutes on customers of " + low
                            + " potential.");
        }
        String named = much.stream()
                .limit(NAMED)
                .map(line -> line.name() + " "
                        + Format.PERCENT.shown(share(line, rule).rounded(6)))
                .collect(Collectors.joining(report.say("、", ", ")));
        return report.say(
                "→ 把拜访改排到潜力" + instead + "的客户：" + named + " 的有效时间用在潜力" + low + "的客户"
                        + (much.size() > NAMED ? "，共 " + much.size() + " 人超过 " + share : "") + "。",
                "→ Plan visits to customers of " + instead + " potential: " + named
                        + " of the effective minutes went to "
                        + low + " potential"
                        + (much.size() > NAMED ? "; " + much.size() + " people are above " + share : "")
                        + ".");
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
                            "→ 无效时间最多：" + line.name() + "，" + minutes + " 分钟（占其时长 " + share + "），一起看看等候与路程能否合并。",
                            "→ The most idle minutes: " + line.name() + ", " + minutes + " (" + share
                                    + " of the time): see whether waiting and travel can be combined.");
                });
    }

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
                "拜访最集中：" + blocks.weekday(day) + " " + hour + " 时，" + week.most() + " 次；周末 " + weekend + " 次。",
                "Busiest: " + blocks.weekday(day) + " " + hour + ":00 with " + week.most() + " visits; " + weekend
                        + " at weekends."));
    }
}
