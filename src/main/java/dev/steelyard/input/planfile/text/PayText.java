package dev.steelyard.input.planfile.text;

import dev.steelyard.engine.plan.Name;
import dev.steelyard.engine.plan.Pay;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.words.PlanWords;
import java.util.ArrayList;
import java.util.List;

/** What is paid, and what reports read, in words. */
record PayText(Plan plan, PlanWords words, TextLines lines) {

    void write() {
        Pay pay = plan.pay();
        lines.section(words.say("plan.pay.payBeforeTax"));
        for (int i = 0; i < pay.commission().size(); i++) {
            commission("pay.commission." + i, pay.commission().get(i));
        }
        if (!pay.gradeFactors().isEmpty()) {
            lines.heading(words.say("plan.pay.gradeAdjustment"));
            List<String> factors = new ArrayList<>();
            pay.gradeFactors().forEach((grade, factor) -> factors.add(grade + " " + factor.plain()));
            lines.item(
                    "pay.grade_factors",
                    words.say("plan.pay.commissionTimesFactor1"),
                    words.say("plan.pay.noneWhereCommissionNot", "list", words.list(factors)));
        }
        pay.managerCommission().ifPresent(manager -> {
            lines.heading(words.name(manager.name()) + tracks(manager.tracks()));
            named("pay.manager_commission.name", manager.name());
            lines.item(
                    "pay.manager_commission",
                    words.say("word.amount"),
                    words.say("plan.pay.meanMembersCommissionBefore"));
            lines.unprinted("pay.manager_commission.tracks", words.say("word.tracks"), tracks(manager.tracks()));
        });
        pay.excessProfitShare().ifPresent(this::excessProfit);
        pay.complianceBonus().ifPresent(this::complianceBonus);
        pay.noViolationBonus().ifPresent(this::noViolation);
        lines.heading(words.say("word.veto"));
        lines.item("", words.say("plan.pay.forfeit"), words.say("plan.pay.allPeriodsCommissionAdjustment"));
    }

    private String tracks(List<String> tracks) {
        return words.say(
                "word.list",
                "list",
                words.list(tracks.stream()
                        .map(track -> plan.tracks().containsKey(track)
                                ? words.name(plan.tracks().get(track).name())
                                : track)
                        .toList()));
    }

    private String target(String id) {
        Name name = plan.targets().get(id);
        return words.say("plan.pay.what", "what", (name == null ? id : words.name(name)));
    }

    private void commission(String path, Pay.Commission commission) {
        lines.heading(words.name(commission.name()) + tracks(commission.tracks()));
        named(path + ".name", commission.name());
        lines.unprinted(path + ".tracks", words.say("word.tracks"), tracks(commission.tracks()));
        lines.item(path + ".of", words.say("word.basis"), words.facts(commission.of()));
        commission.target().ifPresent(target -> lines.item(path + ".target", words.say("word.target"), target(target)));
        String below = "";
        for (int i = 0; i < commission.tiers().size(); i++) {
            Pay.Tier tier = commission.tiers().get(i);
            String limit = tier.upTo().map(Fraction::percent).orElse("");
            String part = commission.tiers().size() == 1
                    ? words.say("plan.pay.everything")
                    : tier.upTo().isEmpty()
                            ? words.say("plan.pay.partAboveTarget", "below", below)
                            : (below.isEmpty()
                                    ? words.say("plan.pay.upTarget", "limit", limit)
                                    : words.say("plan.pay.partFromTarget", "below", below, "limit", limit));
            lines.item(
                    path + ".tiers." + i,
                    words.say("plan.pay.rate"),
                    part + " " + tier.rate().percent());
            below = limit;
        }
        lines.item("", words.say("plan.pay.below0"), words.say("plan.pay.takenBackFirstRate"));
        commission
                .noTarget()
                .forEach((track, rule) -> lines.item(
                        path + ".no_target." + track,
                        words.say("plan.pay.noTarget"),
                        words.say(
                                "plan.pay.whatValue",
                                "what",
                                (plan.tracks().containsKey(track)
                                        ? words.name(plan.tracks().get(track).name())
                                        : track),
                                "value",
                                words.say(Said.of("plan.pay.commission", rule)))));
    }

    private void excessProfit(Pay.ExcessProfitShare share) {
        lines.heading(words.say("plan.pay.quarterly", "name", words.name(share.name())));
        named("pay.excess_profit_share.name", share.name());
        lines.item(
                "pay.excess_profit_share.revenue",
                words.say("plan.pay.profit"),
                words.facts(share.revenue()) + " − " + words.facts(share.cost()));
        lines.item("pay.excess_profit_share.target", words.say("word.target"), target(share.target()));
        lines.item(
                "pay.excess_profit_share.share",
                words.say("plan.pay.shared"),
                words.say(
                        "plan.pay.teamsProfitAboveTarget",
                        "percent",
                        share.share().percent()));
        lines.item(
                "pay.excess_profit_share.least_grade",
                words.say("plan.pay.among"),
                words.say("plan.pay.membersGradeBetterNot", "leastGrade", share.leastGrade()));
    }

    private void complianceBonus(Pay.ComplianceBonus bonus) {
        lines.heading(words.say("plan.pay.yearly", "name", words.name(bonus.name())));
        named("pay.compliance_bonus.name", bonus.name());
        String dimension = words.name(plan.dimensions().get(bonus.dimension()));
        lines.item(
                "pay.compliance_bonus.dimension",
                words.say("word.amount"),
                words.say("plan.pay.monthlySalaryTimesFactor", "dimension", dimension));
        lines.item(
                "pay.compliance_bonus.curve", words.say("plan.pay.factor"), new CurveText(words).shares(bonus.curve()));
    }

    private void noViolation(Pay.NoViolationBonus bonus) {
        lines.heading(words.say("plan.pay.yearly", "name", words.name(bonus.name())));
        named("pay.no_violation_bonus.name", bonus.name());
        String severities = words.coded("compliance_events", "severity", bonus.severities());
        lines.item(
                "pay.no_violation_bonus",
                words.say("word.amount"),
                words.say("plan.pay.oneMonthlySalaryEach", "severities", severities));
    }

    /** A name counts as changed in either language. */
    private void named(String path, Name name) {
        lines.unprinted(path, words.say("plan.pay.name"), name.zh() + " / " + name.en());
    }
}
