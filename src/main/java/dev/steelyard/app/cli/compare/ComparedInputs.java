package dev.steelyard.app.cli.compare;

import dev.steelyard.app.cli.text.Json;
import dev.steelyard.app.cli.text.Texts;
import dev.steelyard.output.publish.Manifest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * An export that is not the same in two runs.
 *
 * @param before rows read; blank where the file was not there
 * @param after rows read; blank where it is not there any more
 */
record ComparedInputs(String dataset, String file, String before, String after) {

    /** Files that came, went, or have other bytes, by name. */
    public static List<ComparedInputs> of(Manifest before, Manifest after) {
        Map<String, Manifest.Input> then = byName(before);
        Map<String, Manifest.Input> now = byName(after);
        Set<String> names = new TreeSet<>(then.keySet());
        names.addAll(now.keySet());
        List<ComparedInputs> changed = new ArrayList<>();
        for (String name : names) {
            Manifest.Input was = then.get(name);
            Manifest.Input is = now.get(name);
            if (was == null || is == null || !was.sha256().equals(is.sha256())) {
                changed.add(new ComparedInputs(
                        (is == null ? was : is).dataset(), (is == null ? was : is).name(), rows(was), rows(is)));
            }
        }
        return changed;
    }

    private static Map<String, Manifest.Input> byName(Manifest manifest) {
        Map<String, Manifest.Input> byName = new LinkedHashMap<>();
        manifest.inputs().forEach(input -> byName.put(input.dataset() + "/" + input.name(), input));
        return byName;
    }

    private static String rows(Manifest.Input input) {
        return input == null ? "" : Long.toString(input.read());
    }

    String text(Texts texts) {
        String key =
                before.isEmpty() ? "compare.input.added" : after.isEmpty() ? "compare.input.removed" : "compare.input";
        return texts.say(key, "file", file, "before", before, "after", after);
    }

    public Map<String, Object> json() {
        return Json.of("dataset", dataset)
                .with("file", file)
                .with("rows_before", before.isEmpty() ? null : Long.valueOf(before))
                .with("rows_after", after.isEmpty() ? null : Long.valueOf(after))
                .members();
    }
}
