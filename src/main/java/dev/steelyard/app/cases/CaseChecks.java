package dev.steelyard.app.cases;

import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.input.planfile.mistake.PlanError;
import dev.steelyard.input.planfile.yaml.Binder;
import dev.steelyard.input.planfile.yaml.Bound;
import dev.steelyard.input.planfile.yaml.FileWords;
import dev.steelyard.input.planfile.yaml.YamlTree;
import dev.steelyard.output.publish.Printed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/** What a file of cases names must be there: datasets, columns, tracks, indicators, problem codes. */
record CaseChecks(Binder binder, Plan plan, Map<String, Schema> schemas) {

    private static final List<String> CODES =
            Arrays.stream(ProblemCode.values()).map(ProblemCode::code).toList();

    void run() {
        binder.all(FactRow.class).forEach(this::check);
        binder.all(Expectation.class).forEach(this::checkExpectation);
        List<String> columns = EarlierRow.columns(plan);
        binder.all(EarlierRow.class).forEach(row -> binder.checkKeys(row.node(), columns));
        for (Bound<CaseFile> file : binder.all(CaseFile.class)) {
            file.value().track().ifPresent(track -> track(track, file.at("track")));
        }
        for (Bound<CaseFile.Case> one : binder.all(CaseFile.Case.class)) {
            one.value().track().ifPresent(track -> track(track, one.at("track")));
            List<String> absent = one.value().notDelivered();
            for (int i = 0; i < absent.size(); i++) {
                dataset(absent.get(i), one.at("not_delivered", i));
            }
        }
    }

    private void track(String track, Node node) {
        named(PlanError.TRACK_UNKNOWN, track, plan.tracks().keySet(), node);
    }

    private void check(Bound<FactRow> row) {
        if (dataset(row.key(), row.node())) {
            List<String> columns = new ArrayList<>();
            schemas.get(row.key()).columns().forEach(column -> columns.add(column.name()));
            for (NodeTuple entry : YamlTree.entries(row.node())) {
                String name = YamlTree.key(entry);
                if (!columns.contains(name)) {
                    binder.add(binder.mistake(PlanError.COLUMN_UNKNOWN, entry.getKeyNode())
                            .with("dataset", row.key())
                            .with("name", name)
                            .with("known", FileWords.list(columns))
                            .with("nearest", FileWords.nearest(name, columns)));
                }
            }
        }
    }

    private boolean dataset(String name, Node node) {
        return named(PlanError.DATASET_UNKNOWN, name, schemas.keySet(), node);
    }

    private void checkExpectation(Bound<Expectation> expected) {
        List<String> keys = new ArrayList<>(Expectation.KEYS);
        keys.addAll(Printed.scoreColumns(plan));
        binder.checkKeys(expected.node(), keys);
        for (NodeTuple entry : YamlTree.entries(expected.at("indicators"))) {
            if (expected.value().indicators().containsKey(YamlTree.key(entry))) {
                named(
                        PlanError.INDICATOR_UNKNOWN,
                        YamlTree.key(entry),
                        plan.indicators().keySet(),
                        entry.getKeyNode());
                binder.checkKeys(entry.getValueNode(), Printed.indicatorColumns());
            }
        }
        expected.value().payout().ifPresent(lines -> YamlTree.items(expected.at("payout"))
                .forEach(line -> binder.checkKeys(line, Printed.payoutColumns())));
        expected.value().accruals().ifPresent(rows -> YamlTree.items(expected.at("accruals"))
                .forEach(row -> binder.checkKeys(row, AccrualCells.COLUMNS)));
        expected.value().suspensions().ifPresent(rows -> YamlTree.items(expected.at("suspensions"))
                .forEach(row -> binder.checkKeys(row, Printed.suspensionColumns())));
        expected.value().decisions().ifPresent(rows -> YamlTree.items(expected.at("decisions"))
                .forEach(row -> binder.checkKeys(row, DecisionCells.COLUMNS)));
        expected.value().alerts().ifPresent(rows -> YamlTree.items(expected.at("alerts"))
                .forEach(row -> binder.checkKeys(row, AlertCells.COLUMNS)));
        expected.value().breaches().ifPresent(rows -> YamlTree.items(expected.at("breaches"))
                .forEach(row -> binder.checkKeys(row, AlertCells.BREACH_COLUMNS)));
        expected.value().honours().ifPresent(rows -> columns(expected, "honours", HonourCells.COLUMNS));
        expected.value().careers().ifPresent(rows -> columns(expected, "careers", CareerCells.COLUMNS));
        expected.value().mentees().ifPresent(rows -> columns(expected, "mentees", MenteeCells.columns(plan)));
        expected.value().splits().ifPresent(rows -> columns(expected, "splits", SplitCells.COLUMNS));
        expected.value().proposals().ifPresent(rows -> columns(expected, "proposals", ProposalCells.COLUMNS));
        List<String> problems = expected.value().problems();
        for (int i = 0; i < problems.size(); i++) {
            if (!CODES.contains(problems.get(i))) {
                binder.add(binder.mistake(PlanError.NOT_A_CHOICE, expected.at("problems", i))
                        .with("value", problems.get(i))
                        .with("known", FileWords.list(CODES))
                        .with("nearest", FileWords.nearest(problems.get(i), CODES)));
            }
        }
    }

    private void columns(Bound<Expectation> expected, String rows, List<String> known) {
        YamlTree.items(expected.at(rows)).forEach(row -> binder.checkKeys(row, known));
    }

    private boolean named(PlanError error, String name, Collection<String> known, Node node) {
        if (!known.contains(name)) {
            binder.add(binder.mistake(error, node)
                    .with("name", name)
                    .with("known", FileWords.list(known))
                    .with("nearest", FileWords.nearest(name, known)));
        }
        return known.contains(name);
    }
}
