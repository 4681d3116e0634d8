package dev.steelyard.output.workbook.hr;

import dev.steelyard.engine.insight.alert.Alert;
import dev.steelyard.output.workbook.AlertWords;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Datum;
import dev.steelyard.output.workbook.book.Format;
import dev.steelyard.output.workbook.book.Sheet;
import dev.steelyard.output.workbook.book.Width;
import java.util.List;
import java.util.function.Function;

/** 预警: every alert of the company, each with evidence, next step and rule; the gravest first. */
final class AlertTable {

    private final Report report;
    private final AlertWords words;

    AlertTable(Report report) {
        this.report = report;
        this.words = new AlertWords(report);
    }

    Sheet sheet() {
        Block<Alert> block = Block.of(
                        report.say("预警 ", "Alerts ") + report.identity().period(),
                        columns(),
                        report.result().alerts().of(report.cards()),
                        report.say("没有预警。", "No alerts."))
                .intro(report.say(
                        "各团队经理在团队工作簿的概览中看到自己团队的预警。",
                        "Managers see those of their team on the overview of their team's workbook."));
        return new Sheet.Table<>(report.say("预警", "Alerts"), 3, block);
    }

    private List<Column<Alert>> columns() {
        return List.of(
                Column.text("team", "团队", "Team", alert -> alert.employee().team()),
                Column.text("employee_id", "工号", "Employee", alert -> alert.employee()
                        .id()),
                Column.text("name", "姓名", "Name", alert -> alert.employee().name()),
                Column.<Alert>of(
                                "alert",
                                "预警",
                                "Alert",
                                Width.fit(12, 18),
                                Format.WORD,
                                alert -> Datum.text(words.kind(alert)))
                        .toned(words::tone),
                text("evidence", "情况", "What was found", 50, words::text),
                text("next", "下一步", "What to do", 54, words::remedy),
                text("rule", "规则", "Rule", 34, words::rule));
    }

    private static Column<Alert> text(String id, String zh, String en, int width, Function<Alert, String> of) {
        return Column.of(id, zh, en, Width.wrap(width), Format.TEXT, alert -> Datum.text(of.apply(alert)));
    }
}
