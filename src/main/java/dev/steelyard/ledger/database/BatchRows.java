package dev.steelyard.ledger.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/**
 * What the batch framework remembers of runs. It serves a run that goes on, and whoever looks up how the last ones went; what was
 * calculated and paid stands in the ledger's own tables. The framework itself never drops any of it.
 */
public final class BatchRows {

    private static final String EXECUTIONS =
            "select job_execution_id from batch_job_execution where job_instance_id = ?";

    private static final String STEPS =
            "select step_execution_id from batch_step_execution where job_execution_id in (" + EXECUTIONS + ")";

    /** Each after those that refer to it. */
    private static final List<String> DELETIONS = List.of(
            "delete from batch_step_execution_context where step_execution_id in (" + STEPS + ")",
            "delete from batch_step_execution where job_execution_id in (" + EXECUTIONS + ")",
            "delete from batch_job_execution_context where job_execution_id in (" + EXECUTIONS + ")",
            "delete from batch_job_execution_params where job_execution_id in (" + EXECUTIONS + ")",
            "delete from batch_job_execution where job_instance_id = ?",
            "delete from batch_job_instance where job_instance_id = ?");

    private final Sql sql;

    public BatchRows(DataSource source) {
        this.sql = new Sql(source);
    }

    /** The jobs of which something is remembered. */
    public List<String> jobs() {
        return sql.query("select distinct job_name from batch_job_instance order by job_name", row -> row.getString(1));
    }

    /**
     * Drops all but the newest runs of a job. One that was interrupted so many runs ago begins anew, and finds its files.
     *
     * @return how many runs were dropped
     */
    public int keepNewest(String job, int runs) {
        List<Long> old = sql
                .query(
                        "select job_instance_id from batch_job_instance where job_name = ? order by job_instance_id desc",
                        row -> row.getLong(1),
                        job)
                .stream()
                .skip(runs)
                .toList();
        old.forEach(instance -> sql.transaction(connection -> {
            for (String deletion : DELETIONS) {
                try (PreparedStatement statement = connection.prepareStatement(deletion)) {
                    statement.setLong(1, instance);
                    statement.executeUpdate();
                }
            }
        }));
        return old.size();
    }

    /** How many steps are remembered. */
    static long steps(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from batch_step_execution")) {
            row.next();
            return row.getLong(1);
        }
    }
}
