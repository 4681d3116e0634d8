package dev.steelyard.planfile;

import dev.steelyard.plan.Facts.Aggregate;
import dev.steelyard.plan.Measure;
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
    public Map<String, Object> schema() {
        Map<String, Object> schema = Schemas.record(Measure.class);
        @SuppressWarnings("unchecked")
        Map<String, Object> properties = (Map<String, Object>) schema.get("properties");
        properties.put(
                "of",
                Map.of(
                        "anyOf",
                        List.of(Schemas.reference(dev.steelyard.plan.Facts.class), FactsForm.columnsOrDataset())));
        properties.put("verb", Map.of("enum", VerbWords.known()));
        properties.put("where", Schemas.reference(dev.steelyard.plan.Where.class));
        properties.put("date", Map.of("type", "string"));
        return schema;
    }
}
