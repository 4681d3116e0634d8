package dev.steelyard.app.cli.compare;

import dev.steelyard.app.cli.text.Json;
import dev.steelyard.engine.compare.Cause;
import dev.steelyard.engine.compare.Movement;
import dev.steelyard.engine.compare.Movements;
import dev.steelyard.engine.compare.Standing;
import dev.steelyard.engine.insight.people.NearEdge;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.unit.Money;
import dev.steelyard.engine.unit.Points;
import dev.steelyard.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Movements for programs: codes and plain numbers are the same in every language, texts in the one asked for. */
record MovementJson(String language) {

    /** Everything but the people. */
    void into(Json json, Movements movements) {
        json.with("summary", MovementTally.of(movements.all()).json())
                .with("payout", beside(movements.moneyBefore(), movements.moneyAfter()))
                .with(
                        "on_hold",
                        beside(movements.onHold().before(), movements.onHold().after()))
                .with(
                        "components",
                        movements.byComponent().stream()
                                .map(one -> beside(one.before(), one.after())
                                        .with("component", one.what().code())
                                        .members())
                                .toList())
                .with(
                        "grades",
                        movements.byGrade().stream()
                                .map(one -> Json.of("grade", one.what())
                                        .with("before", one.before())
                                        .with("after", one.after())
                                        .members())
                                .toList())
                .with(
                        "causes",
                        movements.byCause().stream()
                                .map(one -> cause(one.cause())
                                        .with("people", one.people())
                                        .with(
                                                "points",
                                                Points.rounded(one.points()).toString())
                                        .with("money", one.money().toString())
                                        .members())
                                .toList());
    }

    private static Json beside(Money before, Money after) {
        return Json.of("before", before.toString())
                .with("after", after.toString())
                .with("change", after.minus(before).toString());
    }

    private Json cause(Cause cause) {
        return Json.of("cause", cause.kind().code())
                .with("subject", cause.subject())
                .with("rule", cause.rule())
                .with("text", Words.in(language).say(cause.text()));
    }

    List<Map<String, Object>> people(List<Movement> moved) {
        return moved.stream().map(this::person).toList();
    }

    private Map<String, Object> person(Movement one) {
        return Json.of("employee_id", one.id())
                .with("name", one.name())
                .with("track", one.track())
                .with("team", one.team())
                .with("before", standing(one.before()))
                .with("after", standing(one.after()))
                .with("points", one.points().map(Points::toString).orElse(null))
                .with("places", one.places().orElse(null))
                .with("money", one.moneyChange().toString())
                .with(
                        "score_causes",
                        one.score().stream()
                                .map(part -> cause(part.cause())
                                        .with("points", part.points().toString())
                                        .with("details", details(part.details()))
                                        .members())
                                .toList())
                .with(
                        "money_causes",
                        one.money().stream()
                                .map(part -> cause(part.cause())
                                        .with("component", part.component().code())
                                        .with("amount", part.amount().toString())
                                        .with("details", details(part.details()))
                                        .members())
                                .toList())
                .members();
    }

    private List<String> details(List<Said> details) {
        return details.stream().map(Words.in(language)::say).toList();
    }

    private Object standing(Optional<Standing> standing) {
        return standing.map(one -> Json.of("status", one.status().code())
                        .with("final", one.score().map(Points::toString).orElse(null))
                        .with("rank", one.rank().orElse(null))
                        .with("grade", one.grade().orElse(null))
                        .with("payout", one.money().toString())
                        .with("on_hold", one.onHold().toString())
                        .with("reasons", details(one.reasons()))
                        .members())
                .orElse(null);
    }

    List<Map<String, Object>> near(List<NearEdge> near) {
        return near.stream()
                .map(one -> Json.of("employee_id", one.person().id())
                        .with("edge", one.kind().name().toLowerCase(Locale.ROOT))
                        .with("at", one.edge())
                        .with("now", one.now().rounded(2).toPlainString())
                        .with("missing", one.missing().rounded(2).toPlainString())
                        .members())
                .toList();
    }
}
