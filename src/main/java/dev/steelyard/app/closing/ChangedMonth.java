package dev.steelyard.app.closing;

import dev.steelyard.app.calculation.RunRequest;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.input.intake.FileFindings;
import dev.steelyard.ledger.records.Ledger;
import dev.steelyard.ledger.records.PastRun;
import dev.steelyard.ledger.records.Publication;
import dev.steelyard.ledger.store.ContentStore;
import dev.steelyard.output.publish.Manifest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * A closed month whose facts have changed, as the newest run of a job found it, and that nobody has calculated again since
 * (rules.md 8.11).
 *
 * @param seenBy the revision whose inputs held other facts
 * @param month as a period is written
 * @param dataset whose rows are others
 */
public record ChangedMonth(Publication seenBy, String month, String dataset) {

    /** @param output where the revisions lie: their manifests name what they found */
    public static List<ChangedMonth> of(DataSource source, Path output) throws IOException {
        List<PastRun> runs = new Ledger(source).history();
        Map<String, PastRun> newest = new TreeMap<>();
        runs.forEach(run -> newest.put(run.publication().job(), run));
        ContentStore store = new ContentStore(RunRequest.ledgerFolder(output).resolve("store"));
        List<ChangedMonth> changed = new ArrayList<>();
        for (PastRun run : newest.values()) {
            Publication revision = run.publication();
            for (Problem found : found(output.resolve(revision.folder()), store)) {
                String month = found.slots().get("month");
                ChangedMonth one =
                        new ChangedMonth(revision, month, found.where().dataset());
                if (runs.stream().noneMatch(later -> takesIn(later, month, run)) && !changed.contains(one)) {
                    changed.add(one);
                }
            }
        }
        return changed;
    }

    private static boolean takesIn(PastRun later, String month, PastRun seen) {
        return later.publication().period().toString().equals(month)
                && !later.recordedAt().isBefore(seen.recordedAt())
                && !later.publication().asOf().isBefore(seen.publication().asOf());
    }

    private static List<Problem> found(Path edition, ContentStore store) throws IOException {
        String hash;
        try {
            hash = Manifest.read(edition).findings();
        } catch (IOException e) {
            // A folder that is gone or damaged is for verify to tell.
            return List.of();
        }
        Optional<Path> kept = hash.isEmpty() ? Optional.empty() : store.find(hash);
        if (kept.isEmpty()) {
            return List.of();
        }
        try (InputStream in = Files.newInputStream(kept.get())) {
            return FileFindings.read(in).stream()
                    .filter(problem -> problem.code() == ProblemCode.UNLIKELY
                            && problem.slots().getOrDefault("sentence", "").startsWith("plausible.CHANGED"))
                    .toList();
        }
    }
}
