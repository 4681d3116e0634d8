package dev.steelyard.app.cases;

import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.input.planfile.mistake.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rows of one case: the company's, the file's, its own. What a row leaves out is filled from the company's defaults, a
 * key of its own is made up, and of rows with one key the innermost counts.
 */
final class CaseFacts {

    /** A row with all its cells. */
    record Filled(Map<String, String> cells, Place place) {}

    private static final String ROSTER = "employees";

    private final CompanyFile company;
    private final Map<String, Schema> schemas;
    private final String track;
    private final Map<String, Map<List<String>, List<Filled>>> rows = new LinkedHashMap<>();

    CaseFacts(CompanyFile company, Map<String, Schema> schemas, String track) {
        this.company = company;
        this.schemas = schemas;
        this.track = track;
        add(company.facts());
    }

    /** Adds a layer of rows over those that are there. */
    void add(Map<String, List<FactRow>> facts) {
        facts.forEach((dataset, layer) -> {
            Map<List<String>, List<Filled>> own = new LinkedHashMap<>();
            for (FactRow row : layer) {
                Filled filled = filled(schemas.get(dataset), row, own.size());
                own.computeIfAbsent(key(schemas.get(dataset), filled), key -> new ArrayList<>())
                        .add(filled);
            }
            rows.computeIfAbsent(dataset, name -> new LinkedHashMap<>()).putAll(own);
        });
    }

    private Filled filled(Schema schema, FactRow row, int number) {
        Map<String, String> cells = new LinkedHashMap<>();
        Optional.ofNullable(company.defaults().get(schema.dataset()))
                .ifPresent(defaults -> cells.putAll(defaults.cells()));
        if (schema.dataset().equals(ROSTER) && !track.isEmpty()) {
            cells.put("track", track);
        }
        cells.putAll(row.cells());
        for (String column : schema.key()) {
            if (!schema.columns().get(schema.indexOf(column)).optional()) {
                cells.putIfAbsent(column, row.place().line() + "-" + (number + 1));
            }
        }
        return new Filled(cells, row.place());
    }

    private static List<String> key(Schema schema, Filled row) {
        return schema.key().stream().map(row.cells()::get).toList();
    }

    List<Filled> of(String dataset) {
        return rows.getOrDefault(dataset, Map.of()).values().stream()
                .flatMap(List::stream)
                .toList();
    }
}
