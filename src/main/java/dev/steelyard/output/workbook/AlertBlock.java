package dev.steelyard.output.workbook;

import dev.steelyard.engine.fact.Employee;
import dev.steelyard.engine.insight.alert.Alert;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Datum;
import dev.steelyard.output.workbook.book.Format;
import dev.steelyard.output.workbook.book.Tone;
import dev.steelyard.output.workbook.book.Width;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Alerts on a page for a manager, those of a kind together: who and what was found, a line each; what to do where it is the same for
 * several once, behind the last of them; then the rule.
 */
public final class AlertBlock {

    /** @param first the alert's own line; else a sentence below it */
    private record Line(Alert alert, boolean first, String text) {}

    private AlertBlock() {}

    /** @param whenEmpty the sentence that says why there are none */
    public static Block<?> of(Report report, List<Alert> alerts, String whenEmpty) {
        AlertWords words = new AlertWords(report);
        Map<String, List<Alert>> kinds = new LinkedHashMap<>();
        alerts.forEach(alert -> kinds.computeIfAbsent(words.rule(alert), rule -> new ArrayList<>())
                .add(alert));
        List<Line> lines = new ArrayList<>();
        kinds.forEach((rule, same) -> {
            for (int i = 0; i < same.size(); i++) {
                Alert alert = same.get(i);
                lines.add(new Line(alert, true, words.text(alert)));
                boolean isToldBelow =
                        i + 1 < same.size() && words.remedy(same.get(i + 1)).equals(words.remedy(alert));
                if (!isToldBelow) {
                    lines.add(new Line(alert, false, "→ " + words.remedy(alert)));
                }
            }
            lines.add(new Line(same.get(0), false, report.say("book.alert.rule", "rule", rule)));
        });
        List<Column<Line>> columns = List.of(
                Column.of(
                        "name",
                        report.say("word.name"),
                        Width.fit(22, 34),
                        Format.TEXT,
                        line -> line.first() ? Datum.text(name(line.alert().employee())) : Datum.NONE),
                Column.<Line>of(
                                "alert",
                                report.say("word.alert"),
                                Width.fit(13, 15),
                                Format.WORD,
                                line -> line.first() ? Datum.text(words.kind(line.alert())) : Datum.NONE)
                        .toned(line -> line.first() ? words.tone(line.alert()) : Tone.PLAIN),
                Column.of(
                        "what",
                        report.say("book.alert.whatWhatDo"),
                        Width.fit(13, 15),
                        Format.TEXT,
                        line -> Datum.text(line.text())));
        return Block.of(report.say("word.alertsWhatDo"), columns, lines, whenEmpty);
    }

    /** Name and id. */
    public static String name(Employee person) {
        return (person.name() + " " + person.id()).strip();
    }
}
