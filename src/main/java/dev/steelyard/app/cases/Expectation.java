package dev.steelyard.app.cases;

import dev.steelyard.input.planfile.mistake.PlanError;
import dev.steelyard.input.planfile.yaml.Binder;
import dev.steelyard.input.planfile.yaml.Form;
import dev.steelyard.input.planfile.yaml.Schemas;
import dev.steelyard.input.planfile.yaml.YamlTree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/**
 * What a case expects, in the words of the machine files; {@code none} is no value.
 *
 * @param scores column of {@code scores.csv} → text
 * @param indicators indicator → column of {@code indicators.csv} → text
 * @param payout all lines of {@code payout.csv}, in order, by the columns that matter
 * @param paid the sum of the payable lines
 * @param accruals everything accrued at a month's end, by component
 * @param suspensions all rows of {@code suspensions.csv}
 * @param decisions every appeal and calibration that concerns the person, those that wait first
 * @param alerts every alert of the person, the gravest first
 * @param breaches every breach of a suspension by the person
 * @param honours what the person is nominated for
 * @param careers the person's line among the careers; none where there is none
 * @param mentees those of the person, one by one
 * @param proposals every proposed target that would change the person's scores
 * @param splits the person's part of each line that is split, and its effect on commission
 * @param problems codes that must be among the run's problems
 * @param people employee → what is expected of them; all else is said of P1
 */
record Expectation(
        Map<String, String> scores,
        Map<String, Map<String, String>> indicators,
        Optional<List<Map<String, String>>> payout,
        Optional<String> paid,
        Optional<List<Map<String, String>>> accruals,
        Optional<List<Map<String, String>>> suspensions,
        Optional<List<Map<String, String>>> decisions,
        Optional<List<Map<String, String>>> alerts,
        Optional<List<Map<String, String>>> breaches,
        Optional<List<Map<String, String>>> honours,
        Optional<List<Map<String, String>>> careers,
        Optional<List<Map<String, String>>> mentees,
        Optional<List<Map<String, String>>> proposals,
        Optional<List<Map<String, String>>> splits,
        List<String> problems,
        Map<String, Expectation> people) {

    static final List<String> KEYS = List.of(
            "indicators",
            "payout",
            "paid",
            "accruals",
            "suspensions",
            "decisions",
            "alerts",
            "breaches",
            "honours",
            "careers",
            "mentees",
            "proposals",
            "splits",
            "problems",
            "people");

    /** Keys of the other components, and beside them the columns of {@code scores.csv}. */
    static final class ExpectationForm implements Form<Expectation> {

        @Override
        public Optional<Expectation> read(Node node, Binder binder) {
            if (!(node instanceof MappingNode)) {
                return binder.fail(PlanError.NOT_A_MAPPING, node);
            }
            Map<String, String> scores = new LinkedHashMap<>();
            boolean clear = true;
            for (NodeTuple entry : YamlTree.entries(node)) {
                if (!KEYS.contains(YamlTree.key(entry))) {
                    Optional<String> text = binder.read(String.class, entry.getValueNode());
                    text.ifPresent(written -> scores.put(YamlTree.key(entry), written));
                    clear &= text.isPresent();
                }
            }
            Optional<Expectation> parts = binder.record(
                            Expectation.class,
                            node,
                            YamlTree.keys(node),
                            (name, type, written) -> name.equals("scores")
                                    ? binder.fail(binder.mistake(PlanError.KEY_UNKNOWN, written)
                                            .with("key", name)
                                            .with("known", String.join(", ", KEYS)))
                                    : binder.value(type, written))
                    .map(Expectation.class::cast);
            return clear ? parts.map(read -> read.withScores(scores)) : Optional.empty();
        }

        @Override
        public Map<String, Object> schema(Schemas schemas) {
            return schemas.record(Expectation.class);
        }
    }

    private Expectation withScores(Map<String, String> written) {
        return new Expectation(
                written,
                indicators,
                payout,
                paid,
                accruals,
                suspensions,
                decisions,
                alerts,
                breaches,
                honours,
                careers,
                mentees,
                proposals,
                splits,
                problems,
                people);
    }
}
