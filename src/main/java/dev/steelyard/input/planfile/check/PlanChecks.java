package dev.steelyard.input.planfile.check;

import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.input.planfile.mistake.PlanError;
import dev.steelyard.input.planfile.yaml.Binder;
import java.util.List;
import java.util.Map;

/** What must fit together in a plan file, in whatever part of it could be read. */
public final class PlanChecks {

    private static final List<String> MUST_HAVE = List.of("dimensions", "tracks", "indicators", "grades");

    private final Binder binder;
    private final KnownNames lookup;

    public PlanChecks(Binder binder, Map<String, Schema> schemas) {
        this.binder = binder;
        this.lookup = new KnownNames(binder, schemas);
    }

    public void run() {
        for (String key : MUST_HAVE) {
            if (lookup.isEmpty(key)) {
                binder.add(binder.mistake(PlanError.KEY_MISSING, binder.tree().root())
                        .with("key", key));
            }
        }
        new NameChecks(binder, lookup).run();
        new FactsChecks(binder, lookup).run();
        new MeasureChecks(binder, lookup).run();
        new WeightChecks(binder, lookup).run();
        new OrderChecks(binder, lookup).run();
    }
}
