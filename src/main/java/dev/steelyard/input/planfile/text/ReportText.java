package dev.steelyard.input.planfile.text;

import dev.steelyard.engine.plan.Plan;
import java.util.ArrayList;
import java.util.List;

/** What reports read besides the measures, in words: no score or payment comes of it. */
record ReportText(Plan plan, Wording words, TextLines lines) {

    void write() {
        lines.section(words.say("报表（不影响得分与兑付）", "Reports (no score or payment comes of them)"));
        lines.item(
                "pay.managers_see_pay",
                words.say("团队报表中显示金额", "Money in team reports"),
                plan.pay().managersSeePay() ? words.say("是", "yes") : words.say("否", "no"));
        List<Plan.Report> reports = plan.reports();
        for (int i = 0; i < reports.size(); i++) {
            Plan.Report report = reports.get(i);
            List<String> windows = new ArrayList<>();
            report.windows().forEach(window -> windows.add(words.window(window)));
            lines.item(
                    "reports." + i,
                    words.say("另读", "Also read"),
                    words.dataset(report.dataset())
                            + words.say("：", ": ")
                            + words.list(windows)
                            + report.date()
                                    .map(date -> words.say(
                                            "，按" + words.column(report.dataset(), date),
                                            ", by " + words.column(report.dataset(), date)))
                                    .orElse(""));
        }
        plan.growthQuality()
                .ifPresent(growth -> lines.item(
                        "growth_quality",
                        words.say("增长质量", "Growth quality"),
                        words.say(
                                words.dataset(growth.dataset()) + "的"
                                        + words.column(growth.dataset(), growth.sales()) + "与其减去"
                                        + words.column(growth.dataset(), growth.cost()) + "的毛利，本期对去年同期，分"
                                        + by(growth),
                                growth.dataset() + "." + growth.sales() + " and its margin over " + growth.cost()
                                        + ", the period against the same last year, by " + by(growth))));
        new InsightText(plan, words, lines).write();
    }

    private String by(Plan.GrowthQuality growth) {
        return words.list(growth.by().stream()
                .map(column -> words.column(growth.dataset(), column))
                .toList());
    }
}
