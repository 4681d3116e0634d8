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
        String title = report.say("预警与要做的事", "Alerts and what to do");
        List<Count> counts = counts();
        if (counts.isEmpty()) {
            return Section.of("alerts", title, Node.of("p", report.say("本期没有预警。", "There are no alerts.")));
        }
        return Section.of(
                "alerts",
                title,
                new Table<>(
                                report.say(
                                        "各类预警的人数（含中期人员），最严重的在前",
                                        "People by kind of alert, interim ones included, the gravest first"),
                                List.of(
                                        Column.<Count>words(
                                                report.say("预警", "Alert"),
                                                count -> new Node.Words(
                                                        count.kind().word())),
                                        Column.<Count>number(
                                                report.say("人数", "People"), count -> Integer.toString(count.people())),
                                        Column.<Count>words(
                                                report.say("要做的事", "What to do"),
                                                count -> new Node.Words(
                                                        count.kind().todo()))),
                                counts)
                        .element(),
                Node.of(
                        "p",
                        report.say(
                                "具体人员与依据见各团队工作簿的「概览」；全公司见人力资源的排名工作簿。",
                                "Who, and on what evidence: the Overview of each team's workbook; of the whole company, HR's ranking"
                                        + " workbook.")));
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
                ? report.say(
                        "改去高潜力客户；该见的客户与话术见团队工作簿。",
                        "See customers of high potential instead: which ones, and talk tracks, stand in the team's workbook.")
                : words.remedy(alert);
    }
}
