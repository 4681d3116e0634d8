package dev.steelyard.app.cli.explain;

import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.trace.Figure;
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

    private static final Map<String, Said> LABELS = Map.ofEntries(
            Map.entry("final", Said.of("explain.person.final")),
            Map.entry("individual", Said.of("explain.person.individual")),
            Map.entry("team_score", Said.of("explain.mean.teamScore")),
            Map.entry("bonus", Said.of("explain.bonus.bonus")),
            Map.entry("performance", Said.of("explain.publishedTree.performance")),
            Map.entry("compliance", Said.of("explain.publishedTree.compliance")),
            Map.entry("customer", Said.of("explain.publishedTree.customer")),
            Map.entry("capability", Said.of("explain.publishedTree.capability")),
            Map.entry("grade", Said.of("explain.grade.grade")),
            Map.entry("status", Said.of("explain.publishedTree.status")),
            Map.entry("rank", Said.of("explain.rank.rank")),
            Map.entry("rank_in_track", Said.of("word.rankTrack")),
            Map.entry("rank_in_team", Said.of("explain.rank.rankTeam")),
            Map.entry("rank_in_region", Said.of("word.rankRegion")),
            Map.entry("value", Said.of("explain.value.value")),
            Map.entry("target", Said.of("explain.commission.target")),
            Map.entry("points", Said.of("explain.publishedTree.points")),
            Map.entry("weight", Said.of("explain.publishedTree.weight")),
            Map.entry("rows", Said.of("explain.publishedTree.sourceRows")),
            Map.entry("note", Said.of("explain.publishedTree.note")));

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
                        Said.text((person.scores().get("name") + " (" + id + ")").strip()),
                        Figure.word(Said.text(person.scores().get("status"))))
                .note(Said.text(person.scores().get("reason")))
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
        return Step.of("indicator." + id, Said.text(id), figure(row.getOrDefault("points", "")))
                .note(Said.text(row.getOrDefault("note", "")))
                .above(parts);
    }

    private static Said label(String column) {
        return LABELS.getOrDefault(column, Said.text(column));
    }

    private static Figure figure(String text) {
        if (text.isEmpty()) {
            return Figure.MISSING;
        }
        return text.matches("-?\\d+(\\.\\d+)?") ? Figure.plain(new BigDecimal(text)) : Figure.word(Said.text(text));
    }
}
