package dev.steelyard.planfile.text;

import dev.steelyard.plan.Curve;
import dev.steelyard.plan.Name;
import dev.steelyard.plan.Pay;
import dev.steelyard.plan.Plan;
import dev.steelyard.planfile.yaml.Words;
import java.util.ArrayList;
import java.util.List;

/** What is paid, and what reports read, in words. */
record PayText(Plan plan, Wording words, TextLines lines) {

    void write() {
        Pay pay = plan.pay();
        lines.section(words.say("兑付（税前）", "Pay, before tax"));
        pay.commission().forEach(this::commission);
        if (!pay.gradeFactors().isEmpty()) {
            lines.heading(words.say("等级系数", "Grade adjustment"));
            List<String> factors = new ArrayList<>();
            pay.gradeFactors().forEach((grade, factor) -> factors.add(grade + " " + factor.plain()));
            lines.item(
                    words.say("提成 ×（系数 − 1）", "Commission × (factor − 1)"),
                    words.list(factors) + words.say("；提成不大于 0 时不调整", "; none where the commission is not above 0"));
        }
        pay.managerCommission().ifPresent(manager -> {
            lines.heading(words.name(manager.name()) + tracks(manager.tracks()));
            lines.item(
                    words.say("金额", "Amount"),
                    words.say("所带成员提成（等级调整前）的平均", "the mean of the members' commission before grade"));
        });
        pay.excessProfitShare().ifPresent(this::excessProfit);
        pay.complianceBonus().ifPresent(this::complianceBonus);
        pay.noViolationBonus().ifPresent(this::noViolation);
        lines.heading(words.say("团队报表中的金额", "Money in team reports"));
        lines.item(words.say("可见", "Shown"), pay.managersSeePay() ? words.say("是", "yes") : words.say("否", "no"));
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

    private void commission(Pay.Commission commission) {
        lines.heading(words.name(commission.name()) + tracks(commission.tracks()));
        lines.item(words.say("基数", "Basis"), words.facts(commission.of()));
        commission.target().ifPresent(target -> lines.item(words.say("目标", "Target"), target(target)));
        String below = "";
        for (Pay.Tier tier : commission.tiers()) {
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
            lines.item(words.say("比率", "Rate"), part + " " + Words.percent(tier.rate()));
            below = limit;
        }
        commission
                .noTarget()
                .forEach((track, rule) -> lines.item(
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
        lines.item(words.say("利润", "Profit"), words.facts(share.revenue()) + " − " + words.facts(share.cost()));
        lines.item(
                words.say("分享", "Shared"),
                words.say(
                        "超出团队目标" + target(share.target()) + "部分的 " + Words.percent(share.share())
                                + "，按最终得分 × 在队工作日分给等级 " + share.leastGrade() + " 及以上、未否决、非待核的成员",
                        Words.percent(share.share()) + " of what exceeds the team's target " + target(share.target())
                                + ", by final score × working days among members with grade " + share.leastGrade()
                                + " or better, not vetoed, not held"));
    }

    private void complianceBonus(Pay.ComplianceBonus bonus) {
        lines.heading(words.name(bonus.name()) + words.say("（每年）", " (yearly)"));
        List<Curve.Point> points = bonus.curve() instanceof Curve.Linear linear ? linear.points() : List.of();
        String dimension = words.name(plan.dimensions().get(bonus.dimension()));
        lines.item(
                words.say("金额", "Amount"),
                words.say(
                        "月工资 × 团队年度" + dimension + "得分的系数，按工作日折算",
                        "monthly salary × factor of the team's yearly " + dimension + ", prorated by working days"));
        lines.item(
                words.say("系数", "Factor"),
                words.list(points.stream()
                        .map(point -> point.value().plain() + "→" + Words.percent(point.points()))
                        .toList()));
    }

    private void noViolation(Pay.NoViolationBonus bonus) {
        lines.heading(words.name(bonus.name()) + words.say("（每年）", " (yearly)"));
        String severities = words.coded("compliance_events", "severity", bonus.severities());
        lines.item(
                words.say("金额", "Amount"),
                words.say(
                        "团队全年没有属实的" + severities + "或否决事件：每人一个月工资，按工作日折算",
                        "one monthly salary to each member, prorated, where nobody of the team had a verified event of severity "
                                + severities + " or a veto in the year"));
    }
}
