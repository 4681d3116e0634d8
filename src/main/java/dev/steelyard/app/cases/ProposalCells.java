package dev.steelyard.app.cases;

import dev.steelyard.engine.insight.committee.TargetProposal;
import dev.steelyard.engine.insight.committee.TargetProposal.Moved;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.engine.score.RankedScorecard;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What proposed targets would have changed, as cases write it: {@code final: 70.00 80.00} is before and after. */
final class ProposalCells {

    static final List<String> COLUMNS =
            List.of("employee_id", "decision_id", "lacks", "final", "individual", "grade", "status");

    private ProposalCells() {}

    static List<Map<String, String>> of(RunResult result) {
        return TargetProposal.of(
                        result.input().plan(),
                        result.input().registers(),
                        result.input().calendar(),
                        result.measurements(),
                        result.book(),
                        result.input().period())
                .stream()
                .flatMap(proposal -> proposal.moved().stream().map(moved -> of(proposal, moved)))
                .toList();
    }

    private static Map<String, String> of(TargetProposal proposal, Moved moved) {
        RankedScorecard before = moved.before();
        RankedScorecard after = moved.after();
        Map<String, String> cells = new HashMap<>();
        cells.put("employee_id", before.participant().id());
        cells.put("decision_id", proposal.proposal().decisionId());
        cells.put("lacks", proposal.lacks());
        cells.put("final", both(before.pooled().score(), after.pooled().score()));
        cells.put("individual", both(before.card().individual(), after.card().individual()));
        cells.put("grade", both(before.grade(), after.grade()));
        cells.put("status", before.status().code() + " " + after.status().code());
        return cells;
    }

    private static String both(Optional<?> before, Optional<?> after) {
        return before.map(Object::toString).orElse("none") + " "
                + after.map(Object::toString).orElse("none");
    }
}
