package dev.steelyard.input.planfile.yaml;

import dev.steelyard.input.planfile.mistake.Mistake;
import dev.steelyard.input.planfile.mistake.Mistakes;
import dev.steelyard.input.planfile.mistake.PlanError;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Reads nodes as values by their types: a mapping as a record, component by component ({@code whenEmpty} is the key
 * {@code when_empty}), lists, mappings by name in file order, and single values. What may be left out is said by the type:
 * optionals, lists and maps, and what {@link Forms} gives a default.
 *
 * <p>Never stops at the first mistake: what cannot be read is left out and noted, everything else is read and kept for
 * the checks.
 */
public final class Binder {

    private final YamlTree tree;
    private final Mistakes mistakes;
    private final Forms forms;
    private final List<Bound<?>> bound = new ArrayList<>();
    private String key = "";

    public Binder(YamlTree tree, Mistakes mistakes, Forms forms) {
        this.tree = tree;
        this.mistakes = mistakes;
        this.forms = forms;
    }

    /** The whole file as a value, or empty where a part of it cannot be read. */
    public <T> Optional<T> bind(Class<T> type) {
        return value(type, tree.root()).map(type::cast);
    }

    /** Every value of the type that was read, wherever it stands. */
    @SuppressWarnings("unchecked")
    public <T> List<Bound<T>> all(Class<T> type) {
        return bound.stream()
                .filter(found -> type.isInstance(found.value()))
                .map(found -> (Bound<T>) found)
                .toList();
    }

    public Mistake mistake(PlanError code, Node node) {
        return Mistake.of(code, tree.place(node));
    }

    public void add(Mistake mistake) {
        mistakes.add(mistake);
    }

    public <T> Optional<T> fail(PlanError code, Node node) {
        return fail(mistake(code, node));
    }

    public <T> Optional<T> fail(Mistake mistake) {
        mistakes.add(mistake);
        return Optional.empty();
    }

    public YamlTree tree() {
        return tree;
    }

    public <T> Optional<T> read(Class<T> type, Node node) {
        return value(type, node).map(type::cast);
    }

    public Optional<Object> value(Type type, Node node) {
        Optional<Object> value = unnoted(type, node);
        value.filter(read -> !(read instanceof List || read instanceof Map || read instanceof Optional))
                .ifPresent(read -> note(read, node));
        return value;
    }

    /** Keeps a value for the checks. */
    public void note(Object value, Node node) {
        bound.add(new Bound<>(value, key, node));
    }

    private Optional<Object> unnoted(Type type, Node node) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            if (generic.getRawType() == Optional.class) {
                return value(arguments[0], node).map(Optional::of);
            }
            return generic.getRawType() == List.class
                    ? list(arguments[0], node).map(items -> (Object) items)
                    : map(arguments[1], node);
        }
        Class<?> raw = (Class<?>) type;
        if (YamlTree.isNothing(node)) {
            return fail(mistake(PlanError.VALUE_MISSING, node).with("key", key));
        }
        Optional<Form<?>> form = forms.of(raw);
        if (form.isPresent()) {
            return form.get().read(node, this).map(read -> (Object) read);
        }
        Optional<Scalar> scalar = Scalar.find(raw);
        return scalar.isPresent() ? scalar(scalar.get(), node) : record(raw, node);
    }

    private Optional<Object> scalar(Scalar scalar, Node node) {
        if (!(node instanceof ScalarNode written)) {
            return fail(PlanError.NOT_A_VALUE, node);
        }
        String text = written.getValue();
        return scalar.read(text)
                .or(() -> fail(mistake(scalar.error(), node)
                        .with("value", text)
                        .with("known", FileWords.list(scalar.words()))
                        .with("nearest", FileWords.nearest(text, scalar.words()))));
    }

    private Optional<List<Object>> list(Type type, Node node) {
        if (YamlTree.isNothing(node)) {
            return fail(mistake(PlanError.VALUE_MISSING, node).with("key", key));
        }
        if (!(node instanceof SequenceNode)) {
            return fail(PlanError.NOT_A_LIST, node);
        }
        List<Object> items = new ArrayList<>();
        for (Node item : YamlTree.items(node)) {
            value(type, item).ifPresent(items::add);
        }
        return items.size() == YamlTree.items(node).size() ? Optional.of(List.copyOf(items)) : Optional.empty();
    }

    private Optional<Object> map(Type type, Node node) {
        if (!isMapping(node)) {
            return Optional.empty();
        }
        Map<String, Object> values = new LinkedHashMap<>();
        String outer = key;
        for (NodeTuple entry : YamlTree.entries(node)) {
            key = YamlTree.key(entry);
            value(type, entry.getValueNode()).ifPresent(value -> values.put(YamlTree.key(entry), value));
        }
        key = outer;
        return values.size() == YamlTree.entries(node).size()
                ? Optional.of(Collections.unmodifiableMap(values))
                : Optional.empty();
    }

    private boolean isMapping(Node node) {
        if (YamlTree.isNothing(node)) {
            add(mistake(PlanError.VALUE_MISSING, node).with("key", key));
            return false;
        }
        if (!(node instanceof MappingNode)) {
            add(mistake(PlanError.NOT_A_MAPPING, node));
            return false;
        }
        return true;
    }

    /** How one component of a record is read, where its type alone does not say it. */
    @FunctionalInterface
    public interface ComponentReader {
        Optional<Object> read(String name, Type type, Node node);
    }

    /** A record from the entries of a mapping. */
    public Optional<Object> record(Class<?> type, Node node) {
        return record(type, node, List.of(), (name, component, written) -> value(component, written));
    }

    /** The same, with further keys allowed and components read in a way of their own. */
    public Optional<Object> record(Class<?> type, Node node, List<String> furtherKeys, ComponentReader reader) {
        if (!isMapping(node)) {
            return Optional.empty();
        }
        Shape shape = Shape.of(type);
        List<String> known = new ArrayList<>(shape.keys());
        known.addAll(furtherKeys);
        checkKeys(node, known);
        Object[] values = new Object[shape.keys().size()];
        String outer = key;
        boolean complete = true;
        for (int i = 0; i < values.length; i++) {
            Type component = shape.types().get(i);
            String name = shape.keys().get(i);
            Optional<Node> written = YamlTree.child(node, name);
            key = name;
            Optional<Object> value = written.isPresent()
                    ? reader.read(name, component, written.get())
                    : forms.absent(component)
                            .or(() -> fail(mistake(PlanError.KEY_MISSING, node).with("key", name)));
            key = outer;
            complete &= value.isPresent();
            values[i] = value.orElse(null);
        }
        return complete && isAdmitted(type, shape.keys(), values, node)
                ? construct(shape, values, node)
                : Optional.empty();
    }

    private boolean isAdmitted(Class<?> type, List<String> names, Object[] values, Node node) {
        Map<String, Object> named = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            named.put(names.get(i), values[i]);
        }
        return forms.guard(type).map(guard -> guard.admits(named, node, this)).orElse(true);
    }

    /** The keys of a record's components. */
    public static List<String> names(Class<?> type) {
        return Shape.of(type).keys();
    }

    /** Notes every key that is not one of these. */
    public void checkKeys(Node node, List<String> known) {
        for (NodeTuple entry : YamlTree.entries(node)) {
            String word = YamlTree.key(entry);
            if (WideSigns.isIn(word)) {
                add(WideSigns.mistake(word, tree.place(entry.getKeyNode())));
            } else if (!known.contains(word)) {
                add(mistake(PlanError.KEY_UNKNOWN, entry.getKeyNode())
                        .with("key", word)
                        .with("known", FileWords.list(known))
                        .with("nearest", FileWords.nearest(word, known)));
            }
        }
    }

    private Optional<Object> construct(Shape shape, Object[] values, Node node) {
        try {
            return Optional.of(shape.constructor().newInstance(values));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refusal) {
                return fail(mistake(PlanError.REFUSED, node).with("reason", refusal.getMessage()));
            }
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
