package dev.steelyard.input.planfile.text;

import dev.steelyard.engine.plan.Name;
import dev.steelyard.engine.plan.Pay;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.input.planfile.yaml.Words;
import java.util.ArrayList;
import java.util.List;

/** What is paid, and what reports read, in words. */
record PayText(Plan plan, Wording words, TextLines lines) {

    void write() {
        Pay pay = plan.pay();
        lines.section(words.say("兑付（税前）", "Pay, before tax"));
        for (int i = 0; i < pay.commission().size(); i++) {
            commission("pay.commission." + i, pay.commission().get(i));
        }
        if (!pay.gradeFactors().isEmpty()) {
            lines.heading(words.say("等级系数", "Grade adjustment"));
            List<String> factors = new ArrayList<>();
            pay.gradeFactors().forEach((grade, factor) -> factors.add(grade + " " + factor.plain()));
            lines.item(
                    "pay.grade_factors",
                    words.say("提成 ×（系数 − 1）", "Commission × (factor − 1)"),
                    words.list(factors) + words.say("；提成不大于 0 时不调整", "; none where the commission is not above 0"));
        }
        pay.managerCommission().ifPresent(manager -> {
            lines.heading(words.name(manager.name()) + tracks(manager.tracks()));
            named("pay.manager_commission.name", manager.name());
            lines.item(
                    "pay.manager_commission",
                    words.say("金额", "Amount"),
                    words.say(
                            "所带成员提成（等级调整前）的平均，再乘以本人等级系数",
                            "the mean of the members' commission before grade, then by the manager's own grade"));
            lines.unprinted("pay.manager_commission.tracks", words.say("适用序列", "Tracks"), tracks(manager.tracks()));
        });
        pay.excessProfitShare().ifPresent(this::excessProfit);
        pay.complianceBonus().ifPresent(this::complianceBonus);
        pay.noViolationBonus().ifPresent(this::noViolation);
        lines.heading(words.say("一票否决", "Veto"));
        lines.item(
                "",
                words.say("否决扣减", "Forfeit"),
                words.say(
                        "当期提成与等级调整全部扣回，另列一行，不参与团队分享",
                        "all of the period's commission and adjustment, as a line of its own; no share of a team's pool"));
    }

    private String tracks(List<String> tracks) {
        return words.say("（", " (")
                + words.list(tracks.stream()
                        .map(track -> plan.tracks().containsKey(track)
                                ? words.name(plan.tracks().get(track).name())
                                : track)
                        .toList())
                + words.say("）", ")");
    }

    private String target(String id) {
        Name name = plan.targets().get(id);
        return words.say("「", "\"") + (name == null ? id : words.name(name)) + words.say("」", "\"");
    }

    private void commission(String path, Pay.Commission commission) {
        lines.heading(words.name(commission.name()) + tracks(commission.tracks()));
        named(path + ".name", commission.name());
        lines.unprinted(path + ".tracks", words.say("适用序列", "Tracks"), tracks(commission.tracks()));
        lines.item(path + ".of", words.say("基数", "Basis"), words.facts(commission.of()));
        commission
                .target()
                .ifPresent(target -> lines.item(path + ".target", words.say("目标", "Target"), target(target)));
        String below = "";
        for (int i = 0; i < commission.tiers().size(); i++) {
            Pay.Tier tier = commission.tiers().get(i);
            String limit = tier.upTo().map(Words::percent).orElse("");
            String part = commission.tiers().size() == 1
                    ? words.say("全部", "everything")
                    : tier.upTo().isEmpty()
                            ? words.say("目标 " + below + " 以上部分", "the part above " + below + " of target")
                            : words.say(
                                    below.isEmpty() ? "目标 " + limit + " 以内" : "目标 " + below + "–" + limit + " 部分",
                                    below.isEmpty()
                                            ? "up to " + limit + " of target"
                                            : "the part from " + below + " to " + limit + " of target");
            lines.item(path + ".tiers." + i, words.say("比率", "Rate"), part + " " + Words.percent(tier.rate()));
            below = limit;
        }
        lines.item("", words.say("净额为负", "Below 0"), words.say("按第一档比率扣回", "taken back at the first rate"));
        commission
                .noTarget()
                .forEach((track, rule) -> lines.item(
                        path + ".no_target." + track,
                        words.say("没有目标", "No target"),
                        (plan.tracks().containsKey(track)
                                        ? words.name(plan.tracks().get(track).name())
                                        : track)
                                + words.say("：", ": ")
                                + switch (rule) {
                                    case HOLD -> words.say("待核", "held");
                                    case FIRST_TIER -> words.say("全部按第一档", "everything at the first rate");
                                }));
    }

    private void excessProfit(Pay.ExcessProfitShare share) {
        lines.heading(words.name(share.name()) + words.say("（每季）", " (quarterly)"));
        named("pay.excess_profit_share.name", share.name());
        lines.item(
                "pay.excess_profit_share.revenue",
                words.say("利润", "Profit"),
                words.facts(share.revenue()) + " − " + words.facts(share.cost()));
        lines.item("pay.excess_profit_share.target", words.say("目标", "Target"), target(share.target()));
        lines.item(
                "pay.excess_profit_share.share",
                words.say("分享", "Shared"),
                words.say(
                        "团队利润超出目标部分的 " + Words.percent(share.share()) + "，按最终得分 × 在队工作日分配",
                        Words.percent(share.share())
                                + " of the team's profit above its target, by final score × working days in the team"));
        lines.item(
                "pay.excess_profit_share.least_grade",
                words.say("对象", "Among"),
                words.say(
                        "等级 " + share.leastGrade() + " 及以上、未否决、非待核的成员",
                        "members with grade " + share.leastGrade() + " or better, not vetoed, not held"));
    }

    private void complianceBonus(Pay.ComplianceBonus bonus) {
        lines.heading(words.name(bonus.name()) + words.say("（每年）", " (yearly)"));
        named("pay.compliance_bonus.name", bonus.name());
        String dimension = words.name(plan.dimensions().get(bonus.dimension()));
        lines.item(
                "pay.compliance_bonus.dimension",
                words.say("金额", "Amount"),
                words.say(
                        "月工资 × 团队年度" + dimension + "得分的系数，按工作日折算",
                        "monthly salary × factor of the team's yearly " + dimension + ", prorated by working days"));
        lines.item("pay.compliance_bonus.curve", words.say("系数", "Factor"), new CurveText(words).shares(bonus.curve()));
    }

    private void noViolation(Pay.NoViolationBonus bonus) {
        lines.heading(words.name(bonus.name()) + words.say("（每年）", " (yearly)"));
        named("pay.no_violation_bonus.name", bonus.name());
        String severities = words.coded("compliance_events", "severity", bonus.severities());
        lines.item(
                "pay.no_violation_bonus",
                words.say("金额", "Amount"),
                words.say(
                        "团队全年没有属实的" + severities + "或否决事件：每人一个月工资，按工作日折算",
                        "one monthly salary to each member, prorated, where nobody of the team had a verified event of severity "
                                + severities + " or a veto in the year"));
    }

    /** A name counts as changed in either language. */
    private void named(String path, Name name) {
        lines.unprinted(path, words.say("名称", "Name"), name.zh() + " / " + name.en());
    }
}
