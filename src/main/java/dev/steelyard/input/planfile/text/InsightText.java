package dev.steelyard.input.planfile.text;

import dev.steelyard.engine.plan.Insight;
import dev.steelyard.engine.plan.Name;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.unit.Points;
import dev.steelyard.input.planfile.yaml.Words;
import java.util.List;
import java.util.Map;

/** What managers, HR and the committee are shown besides scores, in words. */
record InsightText(Plan plan, Wording words, TextLines lines) {

    private static final String AT = "insight.";

    void write() {
        plan.insight().ifPresent(this::write);
    }

    private void write(Insight insight) {
        item("look_back", "回看", "Looks back", insight.lookBack() + " 个周期", insight.lookBack() + " periods");
        insight.lowPotential().ifPresent(this::lowPotential);
        insight.falling()
                .ifPresent(rule -> item(
                        "falling",
                        "下滑预警",
                        "Alert for a fall",
                        dimension(rule.dimension()) + "较上期低 " + points(rule.points()) + " 分及以上",
                        dimension(rule.dimension()) + " is " + points(rule.points())
                                + " points or more below the period before"));
        insight.interviews().ifPresent(this::interviews);
        insight.behaviour().ifPresent(this::behaviour);
        insight.honours().ifPresent(this::honours);
        insight.careers().ifPresent(this::careers);
        insight.sharing()
                .ifPresent(rule -> item(
                        "sharing",
                        "经验共享",
                        "Experience sharing",
                        "团队均分" + least(rule.dimensions()),
                        "teams whose means are " + least(rule.dimensions())));
        insight.peerFeedback()
                .ifPresent(rule -> item(
                        "peer_feedback",
                        "同事反馈",
                        "Peer feedback",
                        "满 " + rule.least() + " 条才显示文字",
                        "texts are shown from " + rule.least() + " answers up"));
        insight.committee()
                .ifPresent(rule -> item(
                        "committee",
                        "绩效委员会",
                        "Committee",
                        "标出 " + Words.percent(rule.atCap()) + " 及以上的人封顶或 " + Words.percent(rule.atZero())
                                + " 及以上的人为 0 分的指标",
                        "flags indicators with " + Words.percent(rule.atCap()) + " or more at the cap or "
                                + Words.percent(rule.atZero()) + " or more at zero"));
    }

    private void lowPotential(Insight.LowPotential rule) {
        String low = words.coded("customers", "potential", List.of(rule.potential()));
        String instead = words.coded("customers", "potential", List.of(rule.instead()));
        item(
                "low_potential",
                "低潜聚焦预警",
                "Alert for low potential",
                "至少 " + rule.visits() + " 次拜访且至少 " + Words.percent(rule.share()) + " 为" + low + "潜力客户；列出拜访最少的" + instead
                        + "潜力客户至多 " + rule.customers() + " 家",
                rule.visits() + " visits or more and " + Words.percent(rule.share()) + " or more of them to " + low
                        + "-potential customers; names up to " + rule.customers() + " " + instead
                        + "-potential customers that are visited least");
    }

    private void interviews(Insight.Interviews rule) {
        item(
                "interviews",
                "绩效面谈",
                "Interviews",
                "列出失分最多的 " + rule.gaps() + " 项；原因可选：" + names(rule.causes()),
                "the " + rule.gaps() + " gaps that cost the most points; causes: " + names(rule.causes()));
        // A name counts as changed in either language.
        for (int i = 0; i < rule.causes().size(); i++) {
            Name cause = rule.causes().get(i);
            lines.unprinted(AT + "interviews.causes." + i, words.say("面谈原因", "Cause"), cause.zh() + " / " + cause.en());
        }
    }

    private void behaviour(Insight.Behaviour rule) {
        String minutes = words.column(rule.dataset(), rule.effective());
        String by = words.column(rule.dataset(), rule.by());
        String at = words.column(rule.dataset(), rule.at());
        String indicators =
                words.list(rule.indicators().stream().map(this::indicator).toList());
        item(
                "behaviour",
                "行为热力图",
                "Behaviour heat map",
                words.dataset(rule.dataset()) + "的" + minutes + "按" + by + "、与"
                        + words.column(rule.dataset(), rule.minutes()) + "之比，次数按" + at + "的星期与小时；另列" + indicators,
                words.dataset(rule.dataset()) + ": " + minutes + " by " + by + " and of "
                        + words.column(rule.dataset(), rule.minutes()) + ", visits by weekday and hour of " + at
                        + "; beside them " + indicators);
    }

    private void honours(Insight.Honours rule) {
        item(
                "honours.grade",
                "荣誉",
                "Honours",
                "等级 " + rule.grade() + " 及以上且未被否决",
                "grade " + rule.grade() + " or better and not vetoed");
        rule.complianceStar()
                .ifPresent(star -> item(
                        "honours.compliance_star",
                        "合规之星",
                        "Compliance Star",
                        dimension(star.dimension()) + "最高且无扣分，其次赋能最多；每大区一名",
                        "the best " + dimension(star.dimension())
                                + " without a deduction, then the most enablement; one a region"));
        rule.customerReputation()
                .ifPresent(star -> item(
                        "honours.customer_reputation",
                        "客户口碑奖",
                        "Customer Reputation",
                        dimension(star.dimension()) + "最高，且" + indicator(star.survey()) + "至少 " + star.answers()
                                + " 份答卷；每大区一名",
                        "the best " + dimension(star.dimension()) + " with " + star.answers() + " answers or more of "
                                + indicator(star.survey()) + "; one a region"));
        rule.innovationBreakthrough()
                .ifPresent(star -> item(
                        "honours.innovation_breakthrough",
                        "创新突破奖",
                        "Innovation Breakthrough",
                        "里程碑最多，其次" + indicator(star.indicator()) + "最高；一名",
                        "the most milestones, then the best " + indicator(star.indicator()) + "; one"));
    }

    private void careers(Insight.Careers rule) {
        item(
                "careers",
                "双通道候选",
                "Careers",
                "最近 " + rule.periods() + " 个已关账周期等级 " + rule.grade() + " 及以上、" + dimension(rule.dimension()) + "不低于 "
                        + points(rule.points()) + " 分，且 " + rule.vetoFreeMonths() + " 个月内无一票否决",
                "the last " + rule.periods() + " closed periods at grade " + rule.grade() + " or better with "
                        + dimension(rule.dimension()) + " of " + points(rule.points()) + " or more, and no veto in "
                        + rule.vetoFreeMonths() + " months");
        rule.management().ifPresent(channel -> channel("careers.management", "管理通道", "Management channel", channel));
        rule.expert().ifPresent(channel -> channel("careers.expert", "专家通道", "Expert channel", channel));
    }

    private void channel(String path, String zh, String en, Insight.Careers.Channel channel) {
        String indicators =
                words.list(channel.indicators().stream().map(this::indicator).toList());
        item(
                path,
                zh,
                en,
                indicators + "各不低于 " + points(channel.points()) + " 分",
                points(channel.points()) + " points or more in each of " + indicators);
    }

    private void item(String path, String zhLabel, String enLabel, String zh, String en) {
        lines.item(AT + path, words.say(zhLabel, enLabel), words.say(zh, en));
    }

    private String dimension(String id) {
        return plan.dimensions().containsKey(id) ? words.name(plan.dimensions().get(id)) : id;
    }

    private String indicator(String id) {
        return plan.indicators().containsKey(id)
                ? words.name(plan.indicators().get(id).name())
                : id;
    }

    private static String points(Points points) {
        return points.exact().plain();
    }

    private String names(List<Name> names) {
        return words.list(names.stream().map(words::name).toList());
    }

    private String least(Map<String, Points> dimensions) {
        return words.list(dimensions.entrySet().stream()
                .map(one -> dimension(one.getKey()) + " ≥ " + points(one.getValue()))
                .toList());
    }
}
