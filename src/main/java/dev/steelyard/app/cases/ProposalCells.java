package dev.steelyard.app.cases;

import dev.steelyard.engine.insight.committee.Moved;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.engine.run.Trials;
import dev.steelyard.engine.run.TriedDecision;
import dev.steelyard.engine.score.RankedScorecard;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What decisions that are not in force would have changed, as cases write it: {@code final: 70.00 80.00} is before and after, {@code pay} how much more. */
final class ProposalCells {

    static final List<String> COLUMNS =
            List.of("employee_id", "decision_id", "lacks", "final", "individual", "grade", "status", "pay");

    private ProposalCells() {}

    static List<Map<String, String>> of(RunResult result) {
        return Trials.of(result).stream()
                .flatMap(tried -> tried.effect().stream()
                        .flatMap(effect -> effect.moved().stream())
                        .map(moved -> of(tried, moved)))
                .toList();
    }

    private static Map<String, String> of(TriedDecision tried, Moved moved) {
        RankedScorecard before = moved.before();
        RankedScorecard after = moved.after();
        Map<String, String> cells = new HashMap<>();
        cells.put("employee_id", before.participant().id());
        cells.put("decision_id", tried.id());
        cells.put("lacks", tried instanceof TriedDecision.OfTarget target ? target.lacks() : "decision");
        cells.put("final", both(before.pooled().score(), after.pooled().score()));
        cells.put("individual", both(before.card().individual(), after.card().individual()));
        cells.put("grade", both(before.grade(), after.grade()));
        cells.put("status", before.status().code() + " " + after.status().code());
        cells.put("pay", moved.pay().toString());
        return cells;
    }

    private static String both(Optional<?> before, Optional<?> after) {
        return before.map(Object::toString).orElse("none") + " "
                + after.map(Object::toString).orElse("none");
    }
}
