package dev.steelyard.app.cli.compare;

import dev.steelyard.app.cli.text.Json;
import dev.steelyard.app.cli.text.Style;
import dev.steelyard.app.cli.text.Texts;
import dev.steelyard.app.cli.verb.Verb;
import dev.steelyard.input.planfile.PlanPlaces;
import dev.steelyard.input.planfile.text.PlanChange;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Changes of a plan as people and programs are told. */
public record PlanChanges(List<PlanChange> changes, Optional<Sources> sources) {

    /** The two plan files, for the places of rules. */
    public record Sources(Path fileBefore, PlanPlaces before, Path fileAfter, PlanPlaces after) {
        public static Sources of(Path before, Path after) {
            return new Sources(before, PlanPlaces.of(before), after, PlanPlaces.of(after));
        }

        /** Where the rule stands; of one that is gone, where it stood. */
        String place(PlanChange change) {
            boolean gone = change.kind() == PlanChange.Kind.REMOVED;
            var place = (gone ? before : after).at(change.path());
            return Verb.shown(gone ? fileBefore : fileAfter) + ":" + place.line() + ":" + place.column();
        }
    }

    public List<String> lines(Texts texts, Style style) {
        List<String> lines = new ArrayList<>();
        for (PlanChange change : changes) {
            lines.add("  " + style.strong(change.place())
                    + sources.map(files -> "  " + style.faint(files.place(change)))
                            .orElse(""));
            String key = "plan.diff." + change.kind().code();
            lines.add("    " + texts.say(key, "before", change.before(), "after", change.after()));
        }
        return lines;
    }

    public List<Map<String, Object>> json() {
        return changes.stream()
                .map(change -> Json.of("change", change.kind().code())
                        .with("rule", change.path())
                        .with("place", change.place())
                        .with("file", sources.map(files -> files.place(change)).orElse(null))
                        .with("before", change.before())
                        .with("after", change.after())
                        .members())
                .toList();
    }
}
