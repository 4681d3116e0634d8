package dev.steelyard.app.closing;

import dev.steelyard.app.calculation.EarlierRuns;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.ledger.records.Ledger;
import dev.steelyard.ledger.records.PeriodBook;
import dev.steelyard.ledger.records.Publication;
import dev.steelyard.output.publish.Manifest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * The newest final revision of a quarter or year that read shorter periods which have been revised since: run again, it would
 * read others.
 *
 * @param revised the shorter periods of which it would read another revision, or one where there was none
 */
public record StaleRun(Publication revision, List<Period> revised) {

    /**
     * Those of a job, by period.
     *
     * @param plan the job's; revisions made under another one are left alone
     * @param output where the revisions lie: their manifests say what they read
     */
    public static List<StaleRun> of(DataSource source, String job, Plan plan, Path output) {
        Ledger ledger = new Ledger(source);
        PeriodBook periods = new PeriodBook(source);
        Map<Period, Publication> newest = new TreeMap<>();
        for (Publication revision : ledger.revisions()) {
            if (revision.job().equals(job)
                    && revision.plan().equals(plan.plan())
                    && revision.period().kind() != Period.Kind.MONTH) {
                newest.put(revision.period(), revision);
            }
        }
        List<StaleRun> stale = new ArrayList<>();
        newest.forEach((period, revision) -> {
            List<Period> revised =
                    revised(EarlierRuns.parts(ledger, periods, plan, period), output.resolve(revision.folder()));
            if (!revised.isEmpty()) {
                stale.add(new StaleRun(revision, revised));
            }
        });
        return stale;
    }

    private static List<Period> revised(Map<Period, Publication> now, Path edition) {
        try {
            Map<String, String> then = Manifest.read(edition).earlier();
            return now.entrySet().stream()
                    .filter(part -> !part.getValue()
                            .runId()
                            .equals(then.get(part.getKey().toString())))
                    .map(Map.Entry::getKey)
                    .toList();
        } catch (IOException e) {
            // A folder that is gone or damaged is for verify to tell.
            return List.of();
        }
    }
}
