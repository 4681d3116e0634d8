package dev.steelyard.app.cli.explain;

import dev.steelyard.app.cli.text.Json;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.trace.Figure;
import dev.steelyard.engine.trace.SourceRow;
import dev.steelyard.engine.trace.Step;
import dev.steelyard.words.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An explanation for programs: keys and numbers are the same in every language, labels and notes in the one asked for. */
record ExplainJson(ExplainCommand.Told told, String language) {

    public Json json() {
        return Json.of("outcome", "explained")
                .with("exit", told.exit())
                .with("run", told.edition().name())
                .with("run_id", told.edition().manifest().run())
                .with("plan", told.edition().manifest().plan())
                .with("as_of", told.edition().manifest().asOf())
                .with("purged", told.purged())
                .with("differences", told.differences())
                .with("tree", step(told.tree()));
    }

    private Map<String, Object> step(Step step) {
        Json json = Json.of("key", step.key()).with("label", say(step.label()));
        if (step.figure() instanceof Figure.Number number) {
            json.with("value", number.number().toPlainString()).with("printed", number.in(Words.in("en")));
        } else {
            json.with("value", step.figure() instanceof Figure.Word word ? say(word.word()) : null);
        }
        step.formula().ifPresent(formula -> json.with("formula", step.wholeArithmetic(Words.in("en"))));
        if (!step.notes().isEmpty()) {
            json.with("notes", step.notes().stream().map(this::say).toList());
        }
        if (!step.rows().isEmpty()) {
            json.with("rows", step.rows().stream().map(this::row).toList());
        }
        if (!step.parts().isEmpty()) {
            json.with("parts", step.parts().stream().map(this::step).toList());
        }
        return json.members();
    }

    private String say(Said label) {
        return Words.in(language).say(label);
    }

    private Map<String, Object> row(SourceRow row) {
        Map<String, Object> cells = new LinkedHashMap<>();
        row.cells().forEach(cell -> cells.put(cell.column(), cell.value()));
        List<String> countsIn = row.countsIn().stream().map(this::say).toList();
        Json json = Json.of("dataset", row.dataset())
                .with("file", row.file())
                .with("sheet", row.sheet())
                .with("row", row.row())
                .with("cells", cells)
                .with("counts_in", countsIn);
        if (!row.correctedBy().isEmpty()) {
            json.with("corrected_by", row.correctedBy());
        }
        return json.members();
    }
}
