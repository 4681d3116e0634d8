package dev.steelyard.input.planfile;

import dev.steelyard.input.planfile.mistake.Mistakes;
import dev.steelyard.input.planfile.mistake.Place;
import dev.steelyard.input.planfile.yaml.YamlTree;
import java.nio.file.Path;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/** Where the rules of a plan stand in its file. */
public final class PlanPlaces {

    private final YamlTree tree;

    private PlanPlaces(YamlTree tree) {
        this.tree = tree;
    }

    /** @throws dev.steelyard.input.planfile.mistake.InvalidFile if it is no plain YAML */
    public static PlanPlaces of(Path file) {
        Mistakes mistakes = new Mistakes();
        Optional<PlanPlaces> places = YamlFiles.open(file, mistakes).map(binder -> new PlanPlaces(binder.tree()));
        mistakes.throwIfAny();
        return places.orElseThrow();
    }

    /**
     * The key that a path leads to, or the last one on the way that is there.
     *
     * @param path {@code indicators.nps.curve}; list positions from 0
     */
    public Place at(String path) {
        Node found = tree.root();
        Node shown = found;
        for (String step : path.split("\\.")) {
            Optional<NodeTuple> entry = YamlTree.entry(found, step);
            if (entry.isPresent()) {
                shown = entry.get().getKeyNode();
                found = entry.get().getValueNode();
            } else if (step.chars().allMatch(Character::isDigit)
                    && Integer.parseInt(step) < YamlTree.items(found).size()) {
                found = YamlTree.items(found).get(Integer.parseInt(step));
                shown = found;
            } else {
                return tree.place(shown);
            }
        }
        return tree.place(shown);
    }
}
