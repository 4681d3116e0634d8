package dev.steelyard.input.planfile.text;

import dev.steelyard.engine.plan.Plan;
import dev.steelyard.words.PlanWords;
import java.util.ArrayList;
import java.util.List;

/** What reports read besides the measures, in words: no score or payment comes of it. */
record ReportText(Plan plan, PlanWords words, TextLines lines) {

    void write() {
        lines.section(words.say("plan.report.reportsNoScorePayment"));
        lines.item(
                "pay.managers_see_pay",
                words.say("plan.report.moneyTeamReports"),
                plan.pay().managersSeePay() ? words.say("word.yes") : words.say("word.no"));
        List<Plan.Report> reports = plan.reports();
        for (int i = 0; i < reports.size(); i++) {
            Plan.Report report = reports.get(i);
            List<String> windows = new ArrayList<>();
            report.windows().forEach(window -> windows.add(words.window(window)));
            lines.item(
                    "reports." + i,
                    words.say("plan.report.alsoRead"),
                    words.say(
                            "plan.report.datasetListMap",
                            "dataset",
                            words.dataset(report.dataset()),
                            "list",
                            words.list(windows),
                            "map",
                            report.date()
                                    .map(date ->
                                            words.say("plan.report.by", "column", words.column(report.dataset(), date)))
                                    .orElse("")));
        }
        plan.growthQuality()
                .ifPresent(growth -> lines.item(
                        "growth_quality",
                        words.say("word.growthQuality"),
                        words.say(
                                "plan.report.marginOverPeriodAgainst",
                                "dataset",
                                words.dataset(growth.dataset()),
                                "sales",
                                words.column(growth.dataset(), growth.sales()),
                                "cost",
                                words.column(growth.dataset(), growth.cost()),
                                "by",
                                by(growth))));
        new InsightText(plan, words, lines).write();
    }

    private String by(Plan.GrowthQuality growth) {
        return words.list(growth.by().stream()
                .map(column -> words.column(growth.dataset(), column))
                .toList());
    }
}
