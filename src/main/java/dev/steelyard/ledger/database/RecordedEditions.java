package dev.steelyard.ledger.database;

import dev.steelyard.engine.calendar.Period;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** The manifests that the ledger recorded: of revisions and of closes. */
public final class RecordedEditions {

    private static final String MANIFESTS =
            """
            select folder, manifest_hash from run where job = ? and period = ?
            union all
            select folder, manifest_hash from period_edition where job = ? and period = ?
            """;

    private final Sql sql;

    public RecordedEditions(DataSource source) {
        this.sql = new Sql(source);
    }

    /**
     * An edition as it was recorded: of a revision, or of a close.
     *
     * @param folder relative to the output
     * @param closed whether it is what finance pays by
     */
    public record Recorded(
            String job,
            Period period,
            int revision,
            String runId,
            String manifestHash,
            String folder,
            boolean closed) {}

    /** Every edition, by job and period, revisions in their order and closes after them. */
    public List<Recorded> all() {
        return sql.query(
                """
                select job, period, revision, run_id, manifest_hash, folder, 0 as closed from run
                union all
                select e.job, e.period, d.revision, e.run_id, e.manifest_hash, e.folder, d.number from period_edition e
                join period_decision d on d.job = e.job and d.period = e.period and d.number = e.number
                order by job, period, closed, revision
                """,
                row -> new Recorded(
                        row.getString("job"),
                        Period.parse(row.getString("period")).orElseThrow(),
                        row.getInt("revision"),
                        row.getString("run_id"),
                        row.getString("manifest_hash"),
                        row.getString("folder"),
                        row.getInt("closed") > 0));
    }

    /** The name of the folder, such as {@code r1} or {@code closed-r1} → hash of its manifest; of one period of a job. */
    public Map<String, String> manifests(String job, Period period) {
        Map<String, String> manifests = new TreeMap<>();
        sql.query(
                MANIFESTS,
                row -> {
                    String folder = row.getString(1);
                    return manifests.put(folder.substring(folder.lastIndexOf('/') + 1), row.getString(2));
                },
                job,
                period.toString(),
                job,
                period.toString());
        return manifests;
    }
}
