package dev.steelyard.output.page;

import dev.steelyard.engine.insight.alert.Alert;
import dev.steelyard.output.page.Node.Element;
import dev.steelyard.output.page.Table.Column;
import dev.steelyard.output.workbook.AlertWords;
import dev.steelyard.output.workbook.Report;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** 预警与要做的事: how many people, and what to do; whom, the managers' own workbooks say. */
final class AlertCounts {

    private record Kind(String word, String todo) {}

    private record Count(Kind kind, int people) {}

    private final Report report;
    private final AlertWords words;

    AlertCounts(Report report) {
        this.report = report;
        this.words = new AlertWords(report);
    }

    Element section() {
        String title = report.say("word.alertsWhatDo");
        List<Count> counts = counts();
        if (counts.isEmpty()) {
            return Section.of("alerts", title, Node.of("p", report.say("page.alertCounts.thereNoAlerts")));
        }
        return Section.of(
                "alerts",
                title,
                new Table<>(
                                report.say("page.alertCounts.peopleKindAlertInterim"),
                                List.of(
                                        Column.<Count>words(
                                                report.say("word.alert"),
                                                count -> new Node.Words(
                                                        count.kind().word())),
                                        Column.<Count>number(
                                                report.say("word.people"), count -> Integer.toString(count.people())),
                                        Column.<Count>words(
                                                report.say("page.alertCounts.whatDo"),
                                                count -> new Node.Words(
                                                        count.kind().todo()))),
                                counts)
                        .element(),
                Node.of("p", report.say("page.alertCounts.whoWhatEvidenceOverview")));
    }

    private List<Count> counts() {
        Map<Kind, Set<String>> people = new LinkedHashMap<>();
        for (Alert alert : report.result().alerts().of(report.cards())) {
            if (needsDoing(alert)) {
                people.computeIfAbsent(new Kind(words.kind(alert), todo(alert)), kind -> new TreeSet<>())
                        .add(alert.employee().id());
            }
        }
        return people.entrySet().stream()
                .map(entry -> new Count(entry.getKey(), entry.getValue().size()))
                .toList();
    }

    private static boolean needsDoing(Alert alert) {
        return !(alert instanceof Alert.Suspended suspended)
                || suspended.suspension().until().isEmpty();
    }

    /** The same for everybody: what concerns one person stands where that person's manager reads. */
    private String todo(Alert alert) {
        return alert instanceof Alert.LowPotential
                ? report.say("page.alertCounts.seeCustomersHighPotential")
                : words.remedy(alert);
    }
}
