package dev.steelyard.app.cli.explain;

import dev.steelyard.engine.trace.Figure;
import dev.steelyard.engine.trace.Label;
import dev.steelyard.engine.trace.Step;
import dev.steelyard.output.publish.PublishedPerson;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The figures of a published folder without what they were made of: for when the store has lost it. */
record PublishedTree(PublishedPerson person) {

    private static final List<String> IDENTITY = List.of("employee_id", "name", "track", "team", "region", "reason");

    private static final Map<String, Label> LABELS = Map.ofEntries(
            Map.entry("final", new Label("最终得分", "final")),
            Map.entry("individual", new Label("个人得分", "individual")),
            Map.entry("team_score", new Label("团队得分", "team score")),
            Map.entry("bonus", new Label("加分", "bonus")),
            Map.entry("performance", new Label("业绩", "performance")),
            Map.entry("compliance", new Label("合规", "compliance")),
            Map.entry("customer", new Label("客户", "customer")),
            Map.entry("capability", new Label("团队能力", "capability")),
            Map.entry("grade", new Label("等级", "grade")),
            Map.entry("status", new Label("状态", "status")),
            Map.entry("rank", new Label("总排名", "rank")),
            Map.entry("rank_in_track", new Label("序列内排名", "rank in track")),
            Map.entry("rank_in_team", new Label("团队内排名", "rank in team")),
            Map.entry("rank_in_region", new Label("大区内排名", "rank in region")),
            Map.entry("value", new Label("数值", "value")),
            Map.entry("target", new Label("目标", "target")),
            Map.entry("points", new Label("得分", "points")),
            Map.entry("weight", new Label("权重", "weight")),
            Map.entry("rows", new Label("来源行数", "source rows")),
            Map.entry("note", new Label("说明", "note")));

    public Step of(Optional<String> indicator) {
        return indicator.map(id -> indicator(id, person.indicators().get(id))).orElseGet(this::whole);
    }

    private Step whole() {
        List<Step> parts = new ArrayList<>();
        person.scores().forEach((column, text) -> {
            if (!IDENTITY.contains(column)) {
                parts.add(Step.of(column, label(column), figure(text)));
            }
        });
        person.indicators().forEach((id, row) -> parts.add(indicator(id, row)));
        String id = person.scores().get("employee_id");
        return Step.of(
                        "person",
                        Label.of((person.scores().get("name") + " (" + id + ")").strip()),
                        Figure.word(Label.of(person.scores().get("status"))))
                .note(Label.of(person.scores().get("reason")))
                .above(parts);
    }

    private static Step indicator(String id, Map<String, String> row) {
        List<Step> parts = new ArrayList<>();
        row.forEach((column, text) -> {
            if (!text.isEmpty()
                    && !List.of("employee_id", "indicator", "points", "note").contains(column)) {
                parts.add(Step.of(column, label(column), figure(text)));
            }
        });
        return Step.of("indicator." + id, Label.of(id), figure(row.getOrDefault("points", "")))
                .note(Label.of(row.getOrDefault("note", "")))
                .above(parts);
    }

    private static Label label(String column) {
        return LABELS.getOrDefault(column, Label.of(column));
    }

    private static Figure figure(String text) {
        if (text.isEmpty()) {
            return Figure.MISSING;
        }
        return text.matches("-?\\d+(\\.\\d+)?") ? Figure.plain(new BigDecimal(text)) : Figure.word(Label.of(text));
    }
}
