package dev.steelyard.engine.insight.people;

import dev.steelyard.engine.fact.Registers;
import dev.steelyard.engine.fact.Row;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.unit.CodePoints;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Something that helps with an indicator 资源包.
 *
 * @param contact whom to ask; blank where the export does not say
 */
public record Resource(String id, String name, String contact) {

    /** Indicator → its resources, by id. */
    public static Map<String, List<Resource>> of(Plan plan, Registers registers) {
        Map<String, List<Resource>> resources = new HashMap<>();
        for (Row row : registers.rows("resources")) {
            String indicator = row.textOrBlank("indicator");
            if (plan.indicators().containsKey(indicator)
                    && !row.textOrBlank("resource").isEmpty()) {
                resources
                        .computeIfAbsent(indicator, id -> new ArrayList<>())
                        .add(new Resource(
                                row.textOrBlank("resource_id"),
                                row.textOrBlank("resource"),
                                row.textOrBlank("contact")));
            }
        }
        resources.values().forEach(list -> list.sort(Comparator.comparing(Resource::id, CodePoints.ORDER)));
        return resources;
    }
}
