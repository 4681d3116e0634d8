package dev.steelyard.output.workbook.hr;

import dev.steelyard.engine.insight.alert.Alert;
import dev.steelyard.output.workbook.AlertWords;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
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

    Sheet.Table<?> sheet() {
        Block<Alert> block = Block.of(
                        report.ofPeriod("hr.alert.alerts"),
                        columns(),
                        report.result().alerts().of(report.cards()),
                        report.say("hr.alert.noAlerts"))
                .intro(report.say("hr.alert.managersSeeThoseTheir"));
        return new Sheet.Table<>(report.say("hr.alert.alerts2"), 3, block);
    }

    private List<Column<Alert>> columns() {
        return List.of(
                Column.text("team", report.say("word.team"), alert -> alert.employee()
                        .team()),
                Column.text("employee_id", report.say("hr.alert.employee"), alert -> alert.employee()
                        .id()),
                Column.text("name", report.say("word.name"), alert -> alert.employee()
                        .name()),
                Column.<Alert>word("alert", report.say("word.alert"), Width.fit(12, 18), alert -> words.kind(alert))
                        .toned(words::tone),
                text("evidence", report.say("hr.alert.whatFound"), 80, words::text),
                text("next", report.say("hr.alert.whatDo"), 200, words::remedy).onScreen(),
                text("rule", report.say("hr.alert.rule"), 60, words::rule));
    }

    private static Column<Alert> text(String id, String title, int width, Function<Alert, String> of) {
        return Column.text(id, title, Width.wrap(width), alert -> of.apply(alert));
    }
}
