package dev.steelyard.planfile.text;

import dev.steelyard.plan.Curve;
import dev.steelyard.plan.Indicator;
import dev.steelyard.plan.Plan;
import dev.steelyard.plan.Rules;
import dev.steelyard.plan.TeamPool;
import dev.steelyard.planfile.yaml.Words;
import dev.steelyard.unit.Fraction;
import dev.steelyard.unit.Points;
import java.util.ArrayList;
import java.util.List;

/** The rules around the points, the team pool and the grades in words. */
record RuleText(Plan plan, Wording words, TextLines lines) {

    void write() {
        lines.section(words.say("规则", "Rules"));
        compliance(plan.rules().compliance());
        plan.rules().milestones().forEach(this::milestone);
        plan.rules().explorations().forEach(this::exploration);
        plan.rules().pointsCaps().forEach(this::pointsCap);
        plan.rules().certification().ifPresent(this::certification);
        teamPool(plan.teamPool());
        lines.section(words.say("等级（按打印的最终得分）", "Grades, by the printed final"));
        plan.grades()
                .forEach(grade -> lines.item(
                        grade.grade(), words.say("不低于 ", "from ") + plain(grade.from()) + words.say(" 分", " points")));
    }

    private static String plain(Points points) {
        return points.exact().plain();
    }

    private String points(Points points) {
        return plain(points) + words.say(" 分", " points");
    }

    private String dimension(String id) {
        return plan.dimensions().containsKey(id) ? words.name(plan.dimensions().get(id)) : id;
    }

    private String tracks(List<String> tracks) {
        return words.list(tracks.stream()
                .map(track -> plan.tracks().containsKey(track)
                        ? words.name(plan.tracks().get(track).name())
                        : track)
                .toList());
    }

    private Indicator indicator(String id) {
        return plan.indicators().get(id);
    }

    private void compliance(Rules.Compliance rule) {
        lines.heading(words.say(
                "合规事件（作用于" + dimension(rule.dimension()) + "）",
                "Compliance events (on " + dimension(rule.dimension()) + ")"));
        Rules.Veto veto = rule.veto();
        String severities = words.coded("compliance_events", "severity", veto.severities());
        String kinds = words.coded("compliance_events", "kind", veto.kinds());
        lines.item(
                words.say("一票否决", "Veto"),
                words.say(
                        "属实且严重程度为" + severities + "，或类型为" + kinds + "：等级 " + veto.grade() + "，当期兑付取消，排在所有未否决者之后",
                        "verified with severity " + severities + ", or of kind " + kinds + ": grade " + veto.grade()
                                + ", the period's payout is forfeited, ranked after everyone not vetoed"));
        rule.deductions()
                .forEach((severity, points) -> lines.item(
                        words.say("扣分", "Deduction"),
                        words.coded("compliance_events", "severity", List.of(severity))
                                + words.say("每件 −", ": −")
                                + points(points)));
        rule.caps()
                .forEach(cap -> lines.item(
                        words.say("等级上限", "Grade cap"),
                        words.say(
                                "扣分合计不少于 " + points(cap.deductions()) + "：最高 " + cap.grade(),
                                "deductions of at least " + points(cap.deductions()) + ": " + cap.grade()
                                        + " at best")));
        rule.enablement()
                .forEach(enablement -> lines.item(
                        words.say("赋能加分", "Enablement"),
                        words.name(enablement.name()) + words.say("每次 +", ": +") + points(enablement.points())));
        lines.item(
                words.say("上限", "Limits"),
                words.say(
                        "赋能最多 +" + points(rule.enablementAtMost()) + "，该维度最高 " + points(rule.ceiling()),
                        "at most +" + points(rule.enablementAtMost()) + " by enablement, the dimension at most "
                                + points(rule.ceiling())));
    }

    private void milestone(Rules.Milestone milestone) {
        lines.heading(
                words.name(milestone.name()) + words.say("（", " (") + tracks(milestone.tracks()) + words.say("）", ")"));
        lines.item(words.say("计数", "Counts"), words.facts(milestone.of()) + words.say("；本年至今", "; the year to date"));
        milestone
                .steps()
                .forEach(step -> lines.item(
                        words.say("首次达到", "Reaching"),
                        step.count()
                                + words.say(" 个：+", ": +")
                                + points(step.points())
                                + words.say("（取代低档）", " (instead of lower steps)")));
    }

    private void exploration(Rules.Exploration rule) {
        lines.heading(words.name(rule.name()) + words.say("（", " (") + tracks(rule.tracks()) + words.say("）", ")"));
        String since = words.column("employees", rule.since());
        lines.item(
                words.say("保护", "Floor"),
                words.say(
                        "自" + since + "起 " + rule.months() + " 个月，" + dimension(rule.dimension()) + "不低于 "
                                + points(rule.floor()),
                        "for " + rule.months() + " months from " + since + " " + dimension(rule.dimension())
                                + " is at least " + points(rule.floor())));
    }

    private void pointsCap(Rules.PointsCap cap) {
        lines.heading(words.name(cap.name()));
        List<String> when = cap.when().stream().map(this::limit).toList();
        List<String> any = cap.any().stream().map(this::limit).toList();
        String both = words.and(when)
                + (any.isEmpty() ? "" : words.say("，且", ", and ") + String.join(words.say("或", " or "), any));
        lines.item(words.say("条件", "When"), both);
        lines.item(
                words.say("封顶", "Cap"),
                words.say(
                        words.name(indicator(cap.indicator()).name()) + "最多 " + points(cap.atMost()) + "，并预警",
                        words.name(indicator(cap.indicator()).name()) + " earns at most " + points(cap.atMost())
                                + ", with an alert"));
    }

    private String limit(Rules.Limit limit) {
        Indicator indicator = indicator(limit.indicator());
        List<String> parts = new ArrayList<>();
        limit.atLeast()
                .ifPresent(least ->
                        parts.add(words.name(indicator.name()) + " ≥ " + words.value(least, indicator.unit())));
        limit.below()
                .ifPresent(below ->
                        parts.add(words.name(indicator.name()) + " < " + words.value(below, indicator.unit())));
        return words.and(parts);
    }

    private void certification(Rules.Certification rule) {
        lines.heading(words.say("认证（", "Certification (") + tracks(rule.tracks()) + words.say("）", ")"));
        lines.item(
                words.say("应认证产品", "Required"),
                words.say(
                        "本年参加过认证的产品；另外" + tracks(rule.launchTracks()) + "还包括上市满 " + rule.graceDays()
                                + " 天且不超过 " + rule.launchedWithinMonths() + " 个月、生命周期为"
                                + words.coded("products", "lifecycle", List.of(rule.lifecycle())) + "的产品",
                        "products attempted this year; for " + tracks(rule.launchTracks())
                                + " besides those with lifecycle "
                                + rule.lifecycle() + " launched at least " + rule.graceDays() + " days and at most "
                                + rule.launchedWithinMonths() + " months ago"));
        lines.item(
                words.say("未通过", "Not passed"),
                words.say("暂停该产品的高难度拜访，直至通过", "difficult visits for the product are suspended until a pass"));
    }

    private void teamPool(TeamPool pool) {
        lines.section(words.say("团队绩效池", "Team pool"));
        lines.item(
                words.say("最终得分", "Final"),
                words.say(
                        Words.percent(Fraction.ONE.minus(pool.share())) + " 个人得分 + "
                                + Words.percent(pool.share()) + " 团队得分，限于 " + plain(pool.least()) + "…"
                                + plain(pool.most()),
                        Words.percent(Fraction.ONE.minus(pool.share())) + " individual + "
                                + Words.percent(pool.share()) + " team score, within " + plain(pool.least()) + "…"
                                + plain(pool.most())));
        String target = plan.targets().containsKey(pool.target())
                ? words.name(plan.targets().get(pool.target()))
                : pool.target();
        lines.item(
                words.say("团队得分", "Team score"),
                words.say(
                        "大区最新公布的市场份额（不早于 " + pool.maxAgeMonths() + " 个月）÷「" + target + "」",
                        "the region's newest published market share (at most " + pool.maxAgeMonths()
                                + " months old) ÷ \"" + target + "\""));
        lines.item(words.say("分档", "Points"), breakpoints(pool.curve()));
        if (pool.money().mode() == TeamPool.Money.Mode.SCORE_ONLY) {
            lines.item(words.say("奖金", "Money"), words.say("只绑定得分", "only the score is bound"));
        } else {
            pool.money().factor().ifPresent(factor -> money(pool, factor));
        }
    }

    private void money(TeamPool pool, Curve factor) {
        String share = Words.percent(pool.share());
        lines.item(
                words.say("奖金", "Money"),
                words.say(
                        "每位成员等级调整后提成的 " + share + " 计入团队绩效池；池 × 团队系数按最终得分的比例分配给成员，分毫不差",
                        share
                                + " of each member's commission after grade goes into the team's pool; the pool × the team's factor"
                                + " is given back to the members in proportion to their finals, to the cent"));
        lines.item(
                words.say("不参与", "Left out"),
                words.say(
                        "被否决者不计提也不分配；提成不大于 0 的部分不计提，也不再次扣回",
                        "vetoed people put nothing in and get nothing out; commission of 0 or less puts nothing in and is not taken"
                                + " back twice"));
        lines.item(
                words.say("团队系数（按团队得分）", "Team's factor, by team score"),
                words.list(points(factor).stream()
                                .map(point -> point.value().plain() + "→"
                                        + point.points().plain())
                                .toList())
                        + words.say("；没有团队得分时为 1", "; 1 for a team without a score"));
    }

    private static List<Curve.Point> points(Curve curve) {
        return curve instanceof Curve.Linear linear
                ? linear.points()
                : curve instanceof Curve.Step step ? step.points() : List.of();
    }

    private String breakpoints(Curve curve) {
        return words.list(points(curve).stream()
                .map(point ->
                        Words.percent(point.value()) + "→" + point.points().plain())
                .toList());
    }
}
