package dev.steelyard.app.cases;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.register.EarlierScorecard;
import dev.steelyard.engine.score.RankedScorecard.Status;
import dev.steelyard.engine.unit.Points;
import dev.steelyard.input.planfile.mistake.PlanError;
import dev.steelyard.input.planfile.yaml.Binder;
import dev.steelyard.input.planfile.yaml.Form;
import dev.steelyard.input.planfile.yaml.Schemas;
import dev.steelyard.input.planfile.yaml.YamlTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/**
 * What was published of a person in an earlier period, by the columns of {@code scores.csv}.
 *
 * @param figures dimension, bonus (0 where left out), individual (the final where left out), team_score, final
 * @param status ranked where left out
 * @param gradeCap the best grade that deductions allowed
 */
record EarlierRow(Map<String, Points> figures, Status status, Optional<String> gradeCap) {

    private static final String FINAL = "final";
    private static final String STATUS = "status";
    private static final String GRADE_CAP = "grade_cap";

    /** {@code {compliance: 92.50, final: 88, grade_cap: B}}. */
    static final class RowForm implements Form<EarlierRow> {

        @Override
        public Optional<EarlierRow> read(Node node, Binder binder) {
            if (!(node instanceof MappingNode)) {
                return binder.fail(PlanError.NOT_A_MAPPING, node);
            }
            Map<String, Points> figures = new HashMap<>();
            Optional<Status> status = Optional.of(Status.RANKED);
            Optional<String> cap = Optional.empty();
            boolean clear = true;
            for (NodeTuple entry : YamlTree.entries(node)) {
                String column = YamlTree.key(entry);
                if (column.equals(STATUS)) {
                    status = binder.read(Status.class, entry.getValueNode());
                    clear &= status.isPresent();
                } else if (column.equals(GRADE_CAP)) {
                    cap = binder.read(String.class, entry.getValueNode());
                    clear &= cap.isPresent();
                } else {
                    Optional<Points> points = binder.read(Points.class, entry.getValueNode());
                    points.ifPresent(read -> figures.put(column, read));
                    clear &= points.isPresent();
                }
            }
            if (!clear) {
                return Optional.empty();
            }
            EarlierRow row = new EarlierRow(Map.copyOf(figures), status.get(), cap);
            return row.isScored() && !figures.containsKey(FINAL)
                    ? binder.fail(binder.mistake(PlanError.KEY_MISSING, node).with("key", FINAL))
                    : Optional.of(row);
        }

        @Override
        public Map<String, Object> schema(Schemas schemas) {
            return Schemas.of("type", "object");
        }
    }

    static List<String> columns(Plan plan) {
        List<String> columns = new ArrayList<>(plan.dimensions().keySet());
        columns.addAll(List.of("bonus", "individual", "team_score", FINAL, STATUS, GRADE_CAP));
        return columns;
    }

    private boolean isScored() {
        return status == Status.RANKED || status == Status.VETOED;
    }

    private Optional<Points> figure(String column) {
        return Optional.ofNullable(figures.get(column));
    }

    private Optional<String> grade(Plan plan) {
        if (status == Status.VETOED) {
            return Optional.of(plan.rules().compliance().veto().grade());
        }
        return figure(FINAL)
                .map(score -> plan.gradeOf(score).grade())
                .map(grade -> gradeCap.map(cap -> plan.worse(grade, cap)).orElse(grade));
    }

    EarlierScorecard of(Period period, String employeeId, Plan plan) {
        Map<String, Points> dimensions = new HashMap<>();
        plan.dimensions().keySet().forEach(id -> figure(id).ifPresent(points -> dimensions.put(id, points)));
        return new EarlierScorecard(
                period,
                employeeId,
                isScored(),
                dimensions,
                figure("bonus").or(() -> Optional.of(Points.ZERO)),
                figure("individual").or(() -> figure(FINAL)),
                figure("team_score"),
                figure(FINAL),
                grade(plan),
                // As the ledger gives it back: the cap of an interim row holds for nothing else (rulings 127).
                gradeCap.filter(cap -> status != Status.INTERIM),
                status == Status.VETOED,
                status == Status.EXEMPT);
    }
}
