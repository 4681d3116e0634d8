package dev.steelyard.ledger;

import dev.steelyard.engine.calendar.Period;
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
