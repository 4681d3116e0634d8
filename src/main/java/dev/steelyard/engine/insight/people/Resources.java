package dev.steelyard.engine.insight.people;

import dev.steelyard.engine.fact.Resource;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.unit.CodePoints;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What helps with which indicator 资源包. */
public final class Resources {

    private Resources() {}

    /** Indicator → its resources, by id. */
    public static Map<String, List<Resource>> of(Plan plan, Registers registers) {
        return registers.all(Resource.DATASET).stream()
                .filter(one -> plan.indicators().containsKey(one.indicator())
                        && !one.resource().isEmpty())
                .sorted(Comparator.comparing(Resource::resourceId, CodePoints.ORDER))
                .collect(Collectors.groupingBy(Resource::indicator));
    }
}
