package dev.steelyard.app.doctor;

import dev.steelyard.app.doctor.Diagnosis.Check;
import dev.steelyard.ledger.database.SharedDatabase;
import dev.steelyard.ledger.pieces.Crew;
import dev.steelyard.ledger.pieces.Pace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The workers that help runs on a shared ledger. */
record WorkersLook(Installation installation) {

    List<Diagnosis> findings() {
        Optional<SharedDatabase> found = SharedDatabase.of(installation.db(), "doctor", Pace.USUAL.silence());
        if (found.isEmpty()) {
            return List.of();
        }
        try (SharedDatabase shared = found.get()) {
            Crew crew = Crew.of(shared.source());
            List<Diagnosis> findings = new ArrayList<>();
            long well = 0;
            for (Crew.Worker one : crew.workers()) {
                Object[] slots = {
                    "host",
                    one.host(),
                    "pid",
                    one.pid(),
                    "seconds",
                    one.silent(),
                    "engine",
                    one.engine(),
                    "own",
                    installation.engine()
                };
                if (one.isSilent(Pace.USUAL)) {
                    findings.add(Diagnosis.look(Check.RUNS, "worker-silent", slots));
                } else if (!one.refusal().isEmpty()) {
                    findings.add(Diagnosis.look(Check.RUNS, "worker-refuses." + one.refusal(), slots));
                } else {
                    well++;
                }
            }
            if (well > 0) {
                findings.add(0, Diagnosis.good(Check.RUNS, "workers", "count", well));
            }
            return findings;
        }
    }
}
