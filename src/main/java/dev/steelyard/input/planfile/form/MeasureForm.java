package dev.steelyard.input.planfile.form;

import dev.steelyard.engine.plan.Facts;
import dev.steelyard.engine.plan.Facts.Aggregate;
import dev.steelyard.engine.plan.Measure;
import dev.steelyard.engine.plan.Where;
import dev.steelyard.input.planfile.yaml.Binder;
import dev.steelyard.input.planfile.yaml.Form;
import dev.steelyard.input.planfile.yaml.Schemas;
import dev.steelyard.input.planfile.yaml.YamlTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Measures: {@code verb:} and what it works on. {@code where:} and {@code date:} beside the facts hold for all of them; where
 * the verb says the aggregate, {@code of:} names the columns alone.
 */
final class MeasureForm implements Form<Measure> {

    private static final List<String> BESIDE = List.of("where", "date");
    private static final List<String> FACTS = List.of("of", "numerator", "denominator");

    private final FactsForm facts = new FactsForm();

    @Override
    public Optional<Measure> read(Node node, Binder binder) {
        Optional<Aggregate> aggregate = YamlTree.child(node, "verb")
                .flatMap(YamlTree::text)
                .flatMap(verb -> VerbWords.of(verb).shortForm());
        FactsForm.Beside beside =
                new FactsForm.Beside(aggregate, YamlTree.child(node, "where"), YamlTree.child(node, "date"));
        return binder.record(
                        Measure.class,
                        node,
                        BESIDE,
                        (name, type, written) -> FACTS.contains(name)
                                ? facts.read(written, beside, binder).map(Optional::of)
                                : binder.value(type, written))
                .map(Measure.class::cast);
    }

    @Override
    public Map<String, Object> schema(Schemas schemas) {
        Map<String, Object> schema = schemas.record(Measure.class);
        Map<String, Object> properties = Schemas.of();
        ((Map<?, ?>) schema.get("properties")).forEach((key, property) -> properties.put((String) key, property));
        properties.put("verb", Schemas.of("enum", VerbWords.known()));
        properties.put(
                "of", Schemas.of("anyOf", List.of(Schemas.reference(Facts.class), FactsForm.columnsOrDataset())));
        properties.put("where", Schemas.reference(Where.class));
        properties.put("date", Schemas.of("type", "string"));
        schema.put("properties", properties);
        return schema;
    }
}
