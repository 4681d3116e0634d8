package dev.steelyard.input.planfile.check;

import dev.steelyard.engine.dataset.DatasetColumn;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.plan.Facts;
import dev.steelyard.engine.plan.Facts.Aggregate;
import dev.steelyard.engine.plan.Where;
import dev.steelyard.engine.plan.Where.Condition;
import dev.steelyard.engine.plan.Where.Operator;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.input.planfile.form.FactsForm;
import dev.steelyard.input.planfile.mistake.PlanError;
import dev.steelyard.input.planfile.yaml.Binder;
import dev.steelyard.input.planfile.yaml.FileWords;
import dev.steelyard.input.planfile.yaml.Scalar;
import dev.steelyard.input.planfile.yaml.YamlTree;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/** Facts and conditions must name datasets and columns that exist, of a type that fits. */
record FactsChecks(Binder binder, KnownNames lookup) {

    private static final String MARKET_SHARE = "market_share";
    private static final String EXAMS = "exams";
    private static final Set<Aggregate> PUBLISHED = EnumSet.of(Aggregate.LATEST, Aggregate.PRIOR);
    private static final Set<Aggregate> CERTIFIED = EnumSet.of(Aggregate.REQUIRED, Aggregate.PASSED);

    void run() {
        binder.all(FactsForm.Located.class).forEach(located -> check(located.value()));
    }

    private void check(FactsForm.Located located) {
        Facts facts = located.facts();
        Optional<Schema> schema = lookup.dataset(facts.dataset(), located.columns());
        if (schema.isEmpty()) {
            return;
        }
        checkAggregate(located, schema.get());
        checkColumns(located, schema.get());
        facts.date().ifPresent(date -> lookup.column(schema.get(), date, KnownNames.DATED, located.date()));
        check(facts.where(), schema.get(), located::condition);
    }

    private void checkAggregate(FactsForm.Located located, Schema schema) {
        Facts facts = located.facts();
        Set<Aggregate> fit = fit(schema);
        if (!fit.contains(facts.aggregate())) {
            binder.add(binder.mistake(PlanError.AGGREGATE_UNFIT, located.columns())
                    .with("aggregate", FileWords.word(facts.aggregate()))
                    .with("dataset", schema.dataset())
                    .with(
                            "known",
                            FileWords.list(fit.stream().map(FileWords::word).toList())));
        } else if (CERTIFIED.contains(facts.aggregate())) {
            if (YamlTree.child(lookup.at("rules"), "certification").isEmpty()) {
                binder.add(binder.mistake(PlanError.CERTIFICATION_MISSING, located.columns())
                        .with("aggregate", FileWords.word(facts.aggregate())));
            }
        } else if (!schema.dataset().equals(MARKET_SHARE)) {
            lookup.personal(schema, located.columns());
            lookup.dated(schema, facts.date(), located.columns());
        }
    }

    private static Set<Aggregate> fit(Schema schema) {
        if (schema.dataset().equals(MARKET_SHARE)) {
            return PUBLISHED;
        }
        Set<Aggregate> fit = EnumSet.allOf(Aggregate.class);
        fit.remove(Aggregate.PRIOR);
        if (!schema.dataset().equals(EXAMS)) {
            fit.removeAll(CERTIFIED);
        }
        return fit;
    }

    private void checkColumns(FactsForm.Located located, Schema schema) {
        List<String> columns = located.facts().columns();
        Set<DatasetColumn.Type> types =
                switch (located.facts().aggregate()) {
                    case SUM, AVERAGE -> KnownNames.NUMERIC;
                    case DAYS -> EnumSet.of(DatasetColumn.Type.DATE, DatasetColumn.Type.DATE_TIME);
                    case MIN, MAX, LATEST, PRIOR -> EnumSet.of(
                            DatasetColumn.Type.DATE,
                            DatasetColumn.Type.DATE_TIME,
                            DatasetColumn.Type.NUMBER,
                            DatasetColumn.Type.AMOUNT,
                            DatasetColumn.Type.PERCENT);
                    default -> KnownNames.ANY;
                };
        List<Node> items = YamlTree.items(located.columns());
        for (int i = 0; i < columns.size(); i++) {
            lookup.column(schema, columns.get(i), types, items.isEmpty() ? located.columns() : items.get(i));
        }
        if (located.facts().aggregate() == Aggregate.DAYS && columns.size() != 2) {
            binder.add(binder.mistake(PlanError.OUT_OF_RANGE, located.columns())
                    .with("value", columns.size())
                    .with("range", "2"));
        }
    }

    /** Checks conditions on rows of the dataset; {@code entries} gives the entry that says a column's condition. */
    void check(Where where, Schema schema, Function<String, Optional<NodeTuple>> entries) {
        for (Condition condition : where.conditions()) {
            NodeTuple entry = entries.apply(condition.column()).orElseThrow();
            boolean compared = condition.operator() != Operator.ONE_OF && condition.operator() != Operator.FILLED;
            Set<DatasetColumn.Type> types = EnumSet.copyOf(KnownNames.ANY);
            if (compared) {
                types.retainAll(EnumSet.of(
                        DatasetColumn.Type.NUMBER,
                        DatasetColumn.Type.AMOUNT,
                        DatasetColumn.Type.PERCENT,
                        DatasetColumn.Type.DATE,
                        DatasetColumn.Type.DATE_TIME));
            }
            lookup.column(schema, condition.column(), types, entry.getKeyNode()).ifPresent(column -> condition
                    .operands()
                    .forEach(operand -> checkOperand(column, operand, compared, schema, entry.getValueNode())));
        }
    }

    private void checkOperand(DatasetColumn column, String operand, boolean compared, Schema schema, Node node) {
        switch (column.type()) {
            case NUMBER, AMOUNT, PERCENT -> {
                if (Scalar.find(Fraction.class)
                        .flatMap(number -> number.read(operand))
                        .isEmpty()) {
                    binder.add(binder.mistake(PlanError.NOT_A_NUMBER, node).with("value", operand));
                }
            }
            case DATE, DATE_TIME -> {
                if (compared && !operand.isEmpty() && !Character.isDigit(operand.charAt(0))) {
                    lookup.column(schema, operand, KnownNames.DATED, node);
                } else if (Scalar.find(LocalDate.class)
                        .flatMap(date -> date.read(operand))
                        .isEmpty()) {
                    binder.add(binder.mistake(PlanError.NOT_A_DATE, node).with("value", operand));
                }
            }
            case YES_NO -> {
                if (!List.of("yes", "no").contains(operand)) {
                    binder.add(binder.mistake(PlanError.NOT_YES_NO, node).with("value", operand));
                }
            }
            default -> lookup.choice(column, operand, node);
        }
    }
}
