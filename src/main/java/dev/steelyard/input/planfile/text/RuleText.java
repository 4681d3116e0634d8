package dev.steelyard.input.planfile.text;

import dev.steelyard.engine.plan.Curve;
import dev.steelyard.engine.plan.Indicator;
import dev.steelyard.engine.plan.Name;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.plan.Rules;
import dev.steelyard.engine.plan.TeamPool;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Points;
import dev.steelyard.input.planfile.yaml.Words;
import java.util.ArrayList;
import java.util.List;

/** The rules around the points, the team pool and the grades in words. */
record RuleText(Plan plan, Wording words, TextLines lines) {

    void write() {
        lines.section(words.say("规则", "Rules"));
        compliance(plan.rules().compliance());
        for (int i = 0; i < plan.rules().milestones().size(); i++) {
            milestone("rules.milestones." + i, plan.rules().milestones().get(i));
        }
        for (int i = 0; i < plan.rules().explorations().size(); i++) {
            exploration("rules.explorations." + i, plan.rules().explorations().get(i));
        }
        for (int i = 0; i < plan.rules().pointsCaps().size(); i++) {
            pointsCap("rules.points_caps." + i, plan.rules().pointsCaps().get(i));
        }
        plan.rules().certification().ifPresent(this::certification);
        teamPool(plan.teamPool());
        lines.section(words.say("等级（按打印的最终得分）", "Grades, by the printed final"));
        for (int i = 0; i < plan.grades().size(); i++) {
            Plan.Grade grade = plan.grades().get(i);
            lines.item(
                    "grades." + i,
                    words.say("等级 ", "Grade ") + grade.grade(),
                    words.say("不低于 ", "from ") + points(grade.from()));
        }
        appeals(plan.appeals().orElse(Plan.Appeals.USUAL));
        absence(plan.absence(), plan.prorated());
        lines.item(
                "returns.within_months",
                words.said("plan.returns"),
                words.said("plan.returns.within", "months", plan.takenBack().withinMonths()));
        plan.recovery().ifPresent(recovery -> {
            lines.item(
                    "recovery.most",
                    words.said("plan.recovery"),
                    words.said(
                            "plan.recovery.most",
                            "share",
                            recovery.most().times(Fraction.of(100)).plain() + "%"));
            recovery.floor()
                    .forEach((region, floor) -> lines.item(
                            "recovery.floor." + region,
                            words.said("plan.recovery"),
                            words.said("plan.recovery.floor", "region", region, "amount", floor.plain())));
        });
        plan.adjustments().forEach((id, name) -> {
            lines.item("adjustments." + id, words.said("plan.adjustment"), words.say(name.zh(), name.en()));
            named("adjustments." + id + ".name", name);
        });
    }

    private void absence(Plan.Leave leave, Plan.Proration proration) {
        lines.section(words.said("plan.absence"));
        lines.item(
                "leave.exempting",
                words.said("plan.absence.exempt"),
                words.said("plan.absence.exempting", "kinds", kinds(leave.exempting())));
        lines.item(
                "leave.shared",
                words.said("plan.absence.share"),
                words.said("plan.absence.shared", "kinds", kinds(leave.shared())));
        lines.item(
                "proration",
                words.said("plan.proration"),
                words.said(proration.targets() ? "plan.proration.yes" : "plan.proration.no"));
        if (!proration.ramp().isEmpty()) {
            lines.item(
                    "proration.ramp",
                    words.said("plan.ramp"),
                    words.said(
                            "plan.proration.ramp",
                            "steps",
                            proration.ramp().stream()
                                    .map(step -> step.times(Fraction.of(100)).plain() + "%")
                                    .toList()));
        }
    }

    private String kinds(List<String> kinds) {
        return words.coded("leave", "kind", kinds);
    }

    private void appeals(Plan.Appeals appeals) {
        lines.section(words.say("申诉", "Appeals"));
        lines.item(
                "appeals.submit_within",
                words.say("提交", "Submission"),
                words.say(
                        "公布后 " + appeals.submitWithin() + " 个工作日内，公布当日不计",
                        "within " + appeals.submitWithin() + " working days of publication, that day not counted"));
        lines.item(
                "appeals.decide_within",
                words.say("决定", "Decision"),
                words.say(
                        "提交后 " + appeals.decideWithin() + " 个工作日内，提交当日不计",
                        "within " + appeals.decideWithin() + " working days of submission, that day not counted"));
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
        String path = "rules.compliance";
        lines.unprinted(path + ".dimension", words.say("作用维度", "Dimension"), dimension(rule.dimension()));
        Rules.Veto veto = rule.veto();
        String severities = words.coded("compliance_events", "severity", veto.severities());
        String kinds = words.coded("compliance_events", "kind", veto.kinds());
        lines.item(
                path + ".veto",
                words.say("一票否决", "Veto"),
                words.say(
                        "属实且严重程度为" + severities + "，或类型为" + kinds + "：等级 " + veto.grade() + "，当期兑付取消，排在所有未否决者之后",
                        "verified with severity " + severities + ", or of kind " + kinds + ": grade " + veto.grade()
                                + ", the period's payout is forfeited, ranked after everyone not vetoed"));
        rule.deductions()
                .forEach((severity, points) -> lines.item(
                        path + ".deductions." + severity,
                        words.say("扣分", "Deduction"),
                        words.coded("compliance_events", "severity", List.of(severity))
                                + words.say("每件 −", ": −")
                                + points(points)));
        for (int i = 0; i < rule.caps().size(); i++) {
            Rules.GradeCap cap = rule.caps().get(i);
            lines.item(
                    path + ".caps." + i,
                    words.say("等级上限", "Grade cap"),
                    words.say(
                            "扣分合计不少于 " + points(cap.deductions()) + "：最高 " + cap.grade(),
                            "deductions of at least " + points(cap.deductions()) + ": " + cap.grade() + " at best"));
        }
        for (int i = 0; i < rule.enablement().size(); i++) {
            Rules.Enablement enablement = rule.enablement().get(i);
            lines.item(
                    path + ".enablement." + i,
                    words.say("赋能加分", "Enablement"),
                    words.say(
                            words.name(enablement.name()) + "（" + words.facts(enablement.of()) + "）每次 +"
                                    + points(enablement.points()),
                            words.name(enablement.name()) + " (" + words.facts(enablement.of()) + "): +"
                                    + points(enablement.points())));
            named(path + ".enablement." + i + ".name", enablement.name());
        }
        lines.item(
                path + ".enablement_at_most",
                words.say("赋能上限", "Enablement limit"),
                words.say("合计最多 +" + points(rule.enablementAtMost()), "at most +" + points(rule.enablementAtMost())));
        lines.item(
                path + ".ceiling",
                words.say("维度上限", "Ceiling"),
                words.say(
                        dimension(rule.dimension()) + "加分后最高 " + points(rule.ceiling()),
                        dimension(rule.dimension()) + " with enablement at most " + points(rule.ceiling())));
    }

    private void milestone(String path, Rules.Milestone milestone) {
        lines.heading(
                words.name(milestone.name()) + words.say("（", " (") + tracks(milestone.tracks()) + words.say("）", ")"));
        named(path + ".name", milestone.name());
        lines.unprinted(path + ".tracks", words.say("适用序列", "Tracks"), tracks(milestone.tracks()));
        lines.item(
                path + ".of",
                words.say("计数", "Counts"),
                words.facts(milestone.of()) + words.say("；本年至今", "; the year to date"));
        for (int i = 0; i < milestone.steps().size(); i++) {
            Rules.Milestone.Step step = milestone.steps().get(i);
            lines.item(
                    path + ".steps." + i,
                    words.say("首次达到", "Reaching"),
                    step.count()
                            + words.say(" 个：+", ": +")
                            + points(step.points())
                            + words.say("（取代低档）", " (instead of lower steps)"));
        }
    }

    private void exploration(String path, Rules.Exploration rule) {
        lines.heading(words.name(rule.name()) + words.say("（", " (") + tracks(rule.tracks()) + words.say("）", ")"));
        String since = words.column("employees", rule.since());
        named(path + ".name", rule.name());
        lines.unprinted(path + ".tracks", words.say("适用序列", "Tracks"), tracks(rule.tracks()));
        lines.item(
                path,
                words.say("保护", "Floor"),
                words.say(
                        "自" + since + "起 " + rule.months() + " 个月，" + dimension(rule.dimension()) + "不低于 "
                                + points(rule.floor()),
                        "for " + rule.months() + " months from " + since + " " + dimension(rule.dimension())
                                + " is at least " + points(rule.floor())));
    }

    private void pointsCap(String path, Rules.PointsCap cap) {
        lines.heading(words.name(cap.name()));
        named(path + ".name", cap.name());
        List<String> when = cap.when().stream().map(this::limit).toList();
        List<String> any = cap.any().stream().map(this::limit).toList();
        String both = words.and(when)
                + (any.isEmpty() ? "" : words.say("，且", ", and ") + String.join(words.say("或", " or "), any));
        lines.item(path + ".when", words.say("条件", "When"), both);
        lines.item(
                path + ".at_most",
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
        lines.unprinted("rules.certification.tracks", words.say("适用序列", "Tracks"), tracks(rule.tracks()));
        lines.item(
                "rules.certification.kind",
                words.say("考试", "Exams"),
                words.say(
                        "「知识考核」中类型为" + words.coded("exams", "kind", List.of(rule.kind())) + "的考试",
                        "exams of kind " + rule.kind()));
        lines.item(
                "rules.certification",
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
                "",
                words.say("未通过", "Not passed"),
                words.say("暂停该产品的高难度拜访，直至通过", "difficult visits for the product are suspended until a pass"));
    }

    private void teamPool(TeamPool pool) {
        lines.section(words.say("团队绩效池", "Team pool"));
        lines.item(
                "team_pool.share",
                words.say("最终得分", "Final"),
                words.say(
                        Words.percent(Fraction.ONE.minus(pool.share())) + " 个人得分 + " + Words.percent(pool.share())
                                + " 团队得分；没有团队得分的，最终得分 = 个人得分",
                        Words.percent(Fraction.ONE.minus(pool.share())) + " individual + "
                                + Words.percent(pool.share())
                                + " team score; without a team score the final is the individual"));
        lines.item(
                "team_pool.least",
                words.say("上下限", "Limits"),
                words.say(
                        "最终得分限于 " + plain(pool.least()) + "…" + plain(pool.most()),
                        "the final lies within " + plain(pool.least()) + "…" + plain(pool.most())));
        String target = plan.targets().containsKey(pool.target())
                ? words.name(plan.targets().get(pool.target()))
                : pool.target();
        lines.item(
                "team_pool.target",
                words.say("团队得分", "Team score"),
                words.say(
                        "大区最新公布的市场份额（不早于 " + pool.maxAgeMonths() + " 个月）÷「" + target + "」",
                        "the region's newest published market share (at most " + pool.maxAgeMonths()
                                + " months old) ÷ \"" + target + "\""));
        lines.item(
                "team_pool.curve",
                words.say("分档", "Points"),
                new CurveText(words).of(pool.curve(), Indicator.Unit.PERCENT));
        if (pool.money().mode() == TeamPool.Money.Mode.SCORE_ONLY) {
            lines.item("team_pool.money", words.say("奖金", "Money"), words.say("只绑定得分", "only the score is bound"));
        } else {
            pool.money().factor().ifPresent(factor -> money(pool, factor));
        }
    }

    private void money(TeamPool pool, Curve factor) {
        String share = Words.percent(pool.share());
        lines.item(
                "team_pool.money",
                words.say("奖金", "Money"),
                words.say(
                        "每位成员等级调整后提成的 " + share + " 计入团队绩效池；池 × 团队系数按最终得分的比例分配给成员，分毫不差",
                        share
                                + " of each member's commission after grade goes into the team's pool; the pool × the team's factor"
                                + " is given back to the members in proportion to their finals, to the cent"));
        lines.item(
                "",
                words.say("不参与", "Left out"),
                words.say(
                        "被否决者不计提也不分配；提成不大于 0 的部分不计提，也不再次扣回",
                        "vetoed people put nothing in and get nothing out; commission of 0 or less puts nothing in and is not taken"
                                + " back twice"));
        lines.item(
                "team_pool.money.factor",
                words.say("团队系数（按团队得分）", "Team's factor, by team score"),
                new CurveText(words).factors(factor) + words.say("；没有团队得分时为 1", "; 1 for a team without a score"));
    }

    /** A name counts as changed in either language. */
    private void named(String path, Name name) {
        lines.unprinted(path, words.say("名称", "Name"), name.zh() + " / " + name.en());
    }
}
