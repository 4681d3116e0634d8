package dev.steelyard.planfile;

import dev.steelyard.fact.Schema;
import java.util.Map;

final class PlanChecks {
    PlanChecks(Binder binder, Map<String, Schema> schemas) {}

    void run() {}
}
