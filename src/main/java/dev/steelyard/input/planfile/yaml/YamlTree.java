package dev.steelyard.input.planfile.yaml;

import dev.steelyard.input.planfile.mistake.Mistake;
import dev.steelyard.input.planfile.mistake.Mistakes;
import dev.steelyard.input.planfile.mistake.Place;
import dev.steelyard.input.planfile.mistake.PlanError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/**
 * The tree of nodes of one file: plain YAML only (no anchors, aliases or tags, one document), each node with its place. A key
 * that stands twice is a mistake of the file, and its tree has both.
 */
public final class YamlTree {

    private static final int MAX_DEPTH = 40;

    private final SourceText source;
    private final Node root;

    private YamlTree(SourceText source, Node root) {
        this.source = source;
        this.root = root;
    }

    /** The tree, or empty where the text is not one; the mistakes then say why. */
    public static Optional<YamlTree> of(SourceText source, Mistakes mistakes) {
        int before = mistakes.count();
        LoadSettings settings = settings(source);
        try {
            List<Event> events = new ArrayList<>();
            new Parse(settings).parseString(source.text()).forEach(events::add);
            checkEvents(events, source, mistakes);
            if (mistakes.count() > before) {
                return Optional.empty();
            }
            Optional<Node> root = new Composer(settings, new Replay(events)).getSingleNode();
            if (root.isEmpty()) {
                mistakes.add(Mistake.of(PlanError.FILE_EMPTY, Place.file(source.file())));
                return Optional.empty();
            }
            YamlTree tree = new YamlTree(source, root.get());
            return tree.hasWordsAsKeys(root.get(), mistakes) ? Optional.of(tree) : Optional.empty();
        } catch (MarkedYamlEngineException e) {
            List<Mistake> wide = WideSigns.in(source);
            wide.forEach(mistakes::add);
            if (!wide.isEmpty()) {
                // With narrow signs in their stead the other mistakes are found in the same go.
                return WideSigns.narrowed(source, wide)
                        .filter(YamlTree::isParsed)
                        .flatMap(narrow -> of(narrow, mistakes));
            }
            mistakes.add(Mistake.of(PlanError.YAML_SYNTAX, source.place(e.getProblemMark(), Optional.empty()))
                    .with("problem", e.getProblem()));
        } catch (YamlEngineException e) {
            mistakes.add(Mistake.of(PlanError.YAML_SYNTAX, Place.file(source.file()))
                    .with("problem", e.getMessage().lines().findFirst().orElse("")));
        }
        return Optional.empty();
    }

    /** Whether the text is YAML at all. */
    private static boolean isParsed(SourceText source) {
        try {
            new Parse(settings(source)).parseString(source.text()).forEach(event -> {});
            return true;
        } catch (YamlEngineException e) {
            return false;
        }
    }

    private static LoadSettings settings(SourceText source) {
        return LoadSettings.builder()
                .setLabel(source.file())
                .setSchema(new FailsafeSchema())
                .setAllowNonScalarKeys(true)
                .setCodePointLimit(SourceText.MAX_BYTES)
                .build();
    }

    private static void checkEvents(Iterable<Event> events, SourceText source, Mistakes mistakes) {
        int depth = 0;
        int documents = 0;
        for (Event event : events) {
            if (event instanceof DocumentStartEvent && ++documents > 1) {
                mistakes.add(Mistake.of(PlanError.YAML_SECOND_DOCUMENT, place(event, source)));
                return;
            }
            if (event instanceof CollectionEndEvent) {
                depth--;
            }
            if (event instanceof CollectionStartEvent && ++depth > MAX_DEPTH) {
                mistakes.add(Mistake.of(PlanError.YAML_TOO_DEEP, place(event, source))
                        .with("limit", MAX_DEPTH));
                return;
            }
            if (isFancy(event)) {
                mistakes.add(Mistake.of(PlanError.YAML_NOT_PLAIN, place(event, source)));
            }
        }
    }

    private static Place place(Event event, SourceText source) {
        return source.place(event.getStartMark(), event.getEndMark());
    }

    private static boolean isFancy(Event event) {
        return event instanceof AliasEvent
                || event instanceof NodeEvent node && node.getAnchor().isPresent()
                || event instanceof ScalarEvent scalar && scalar.getTag().isPresent()
                || event instanceof CollectionStartEvent collection
                        && collection.getTag().isPresent();
    }

    /** Whether the file can be read on; a key that stands twice is noted, and does not hide what else is wrong. */
    private boolean hasWordsAsKeys(Node node, Mistakes mistakes) {
        boolean words = true;
        Map<String, Node> seen = new HashMap<>();
        for (NodeTuple entry : entries(node)) {
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                mistakes.add(Mistake.of(PlanError.KEY_NOT_A_WORD, place(entry.getKeyNode())));
                words = false;
                continue;
            }
            Node first = seen.putIfAbsent(key.getValue(), key);
            if (first != null) {
                mistakes.add(Mistake.of(PlanError.KEY_TWICE, place(key))
                        .with("key", key.getValue())
                        .with("line", place(first).line()));
            }
            words &= hasWordsAsKeys(entry.getValueNode(), mistakes);
        }
        for (Node item : items(node)) {
            words &= hasWordsAsKeys(item, mistakes);
        }
        return words;
    }

    public Node root() {
        return root;
    }

    public String file() {
        return source.file();
    }

    public Place place(Node node) {
        return source.place(node.getStartMark(), node.getEndMark());
    }

    /** The entries of a mapping; none where the node is no mapping. */
    public static List<NodeTuple> entries(Node node) {
        return node instanceof MappingNode mapping ? mapping.getValue() : List.of();
    }

    public static List<Node> items(Node node) {
        return node instanceof SequenceNode sequence ? sequence.getValue() : List.of();
    }

    public static String key(NodeTuple entry) {
        return ((ScalarNode) entry.getKeyNode()).getValue();
    }

    public static List<String> keys(Node node) {
        return entries(node).stream().map(YamlTree::key).toList();
    }

    public static Optional<NodeTuple> entry(Node node, String key) {
        return entries(node).stream().filter(entry -> key(entry).equals(key)).findFirst();
    }

    public static Optional<Node> child(Node node, String key) {
        return entry(node, key).map(NodeTuple::getValueNode);
    }

    /** The text of a scalar; empty where the node is no scalar or nothing is written. */
    public static Optional<String> text(Node node) {
        return node instanceof ScalarNode scalar && !isNothing(scalar)
                ? Optional.of(scalar.getValue())
                : Optional.empty();
    }

    /** Nothing, {@code ~} or {@code null}: a key without a value. */
    public static boolean isNothing(Node node) {
        return node instanceof ScalarNode scalar
                && scalar.isPlain()
                && List.of("", "~", "null").contains(scalar.getValue());
    }

    /** The texts of a scalar, or of a list of scalars. */
    public static List<String> texts(Node node) {
        List<String> texts = new ArrayList<>();
        text(node).ifPresent(texts::add);
        items(node).forEach(item -> text(item).ifPresent(texts::add));
        return texts;
    }
}
