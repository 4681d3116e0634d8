package dev.steelyard.input.planfile.check;

import dev.steelyard.engine.dataset.DatasetColumn;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.plan.Facts;
import dev.steelyard.engine.plan.Indicator;
import dev.steelyard.engine.plan.Measure;
import dev.steelyard.engine.plan.Signature;
import dev.steelyard.input.planfile.form.VerbWords;
import dev.steelyard.input.planfile.mistake.PlanError;
import dev.steelyard.input.planfile.yaml.Binder;
import dev.steelyard.input.planfile.yaml.Bound;
import dev.steelyard.input.planfile.yaml.FileWords;
import dev.steelyard.input.planfile.yaml.YamlTree;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/** A measure must have what its verb needs, and nothing that the verb does not read. */
final class MeasureChecks {

    private static final Set<String> FACTS = Set.of("of", "numerator", "denominator");
    private static final Set<DatasetColumn.Type> DAYS =
            EnumSet.of(DatasetColumn.Type.DATE, DatasetColumn.Type.DATE_TIME);

    private final Binder binder;
    private final KnownNames lookup;
    private final FactsChecks facts;

    MeasureChecks(Binder binder, KnownNames lookup) {
        this.binder = binder;
        this.lookup = lookup;
        this.facts = new FactsChecks(binder, lookup);
    }

    void run() {
        binder.all(Measure.class).forEach(this::check);
        binder.all(Indicator.class).forEach(this::checkTracks);
    }

    private void check(Bound<Measure> measure) {
        String verb = measure.value().verb();
        Map<String, Signature> signatures = VerbWords.signatures();
        if (lookup.known(PlanError.VERB_UNKNOWN, verb, signatures.keySet(), measure.at("verb"))) {
            checkKeys(measure, signatures.get(verb));
            checkAggregate(measure);
        }
        checkWords(measure);
    }

    private void checkKeys(Bound<Measure> measure, Signature signature) {
        String verb = measure.value().verb();
        List<String> written = YamlTree.keys(measure.node());
        for (String need : new TreeSet<>(signature.needs())) {
            if (!written.contains(need)) {
                binder.add(binder.mistake(PlanError.VERB_NEEDS, measure.at("verb"))
                        .with("verb", verb)
                        .with("key", need)
                        .with("needs", FileWords.list(new TreeSet<>(signature.needs()))));
            }
        }
        List<String> known = known(verb, signature);
        for (NodeTuple entry : YamlTree.entries(measure.node())) {
            String key = YamlTree.key(entry);
            boolean component = Binder.names(Measure.class).contains(key) || key.equals("where") || key.equals("date");
            if (component && !known.contains(key)) {
                binder.add(binder.mistake(PlanError.VERB_TAKES_NOT, entry.getKeyNode())
                        .with("verb", verb)
                        .with("key", key)
                        .with("known", FileWords.list(known)));
            }
        }
    }

    private static List<String> known(String verb, Signature signature) {
        List<String> known = new ArrayList<>(List.of("verb"));
        known.addAll(new TreeSet<>(signature.needs()));
        known.addAll(new TreeSet<>(signature.takes()));
        if (!VerbWords.isOverCards(verb)) {
            known.add("window");
        }
        if (signature.needs().stream().anyMatch(FACTS::contains)) {
            known.addAll(List.of("where", "date"));
        }
        return known;
    }

    private void checkAggregate(Bound<Measure> measure) {
        VerbWords words = VerbWords.of(measure.value().verb());
        measure.value()
                .of()
                .map(Facts::aggregate)
                .filter(aggregate -> !words.aggregates().contains(aggregate))
                .ifPresent(aggregate -> binder.add(binder.mistake(PlanError.VERB_AGGREGATE, measure.at("of"))
                        .with("verb", measure.value().verb())
                        .with("aggregate", FileWords.word(aggregate))
                        .with(
                                "known",
                                FileWords.list(words.aggregates().stream()
                                        .map(FileWords::word)
                                        .toList()))));
    }

    private void checkWords(Bound<Measure> measure) {
        Measure value = measure.value();
        value.dimension().ifPresent(name -> lookup.dimension(name, measure.at("dimension")));
        value.target().ifPresent(name -> lookup.target(name, measure.at("target")));
        value.since().ifPresent(column -> lookup.rosterDate(column, measure.at("since")));
        Optional<Schema> schema = value.of().flatMap(of -> lookup.find(of.dataset()));
        if (schema.isEmpty()) {
            return;
        }
        value.having()
                .ifPresent(having ->
                        facts.check(having, schema.get(), column -> YamlTree.entry(measure.at("having"), column)));
        value.from().ifPresent(column -> lookup.column(schema.get(), column, DAYS, measure.at("from")));
        value.to().ifPresent(column -> lookup.column(schema.get(), column, DAYS, measure.at("to")));
    }

    /** What looks at the people whom a person leads is nothing for those who lead nobody. */
    private void checkTracks(Bound<Indicator> indicator) {
        Measure measure = indicator.value().measure();
        boolean overCards = VerbWords.isOverCards(measure.verb());
        if (!overCards && measure.over() != Measure.Over.MENTEES) {
            return;
        }
        for (String track : indicator.value().weight().keySet()) {
            if (lookup.names("tracks").contains(track) && !lookup.isManager(track)) {
                Node node = indicator.keyAt("weight", track);
                binder.add(binder.mistake(PlanError.VERB_FOR_MANAGERS, node)
                        .with("name", overCards ? measure.verb() : "over: mentees")
                        .with("track", track));
            }
        }
    }
}
