package dev.steelyard.ledger.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;

/**
 * How it stands with a ledger, as it lies there: looked at, not mended. Opening a ledger brings tables up to date and puts up
 * triggers; who looks for what is wrong must come before that.
 *
 * @param database its name and version
 * @param version of the tables; blank where there are none yet
 * @param pending how many migrations the next run applies
 * @param isNewer whether a newer engine has been at work
 * @param faults tables that the database would let somebody change
 * @param newest when something was last recorded
 * @param interrupted runs that were stopped or killed, and which nobody goes on with now
 * @param triggers what is wrong with the triggers of schedulers that share the database
 * @param batchSteps how many steps the batch framework remembers
 * @param editions what was recorded as published
 */
public record LedgerCondition(
        String database,
        String version,
        int pending,
        boolean isNewer,
        List<GuardFault> faults,
        Optional<OffsetDateTime> newest,
        List<Interrupted> interrupted,
        List<Trigger> triggers,
        long batchSteps,
        List<RecordedEditions.Recorded> editions) {

    /** Whether its tables are those of this engine. */
    public boolean isUpToDate() {
        return !version.isEmpty() && pending == 0 && !isNewer;
    }

    /** A run that did not end. */
    public record Interrupted(String job, String period, String mode) {}

    /** A trigger that does not fire; {@code late} since when, empty where it is in error. */
    public record Trigger(String name, Optional<Instant> late) {}

    /** How late a trigger may be before nobody seems to be there to fire it. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    private static final String NEWEST =
            """
            select max(at) from (
                select max(recorded_at) as at from run
                union all select max(published_at) from run_publication
                union all select max(recorded_at) from period_decision) recorded
            """;

    private static final String INTERRUPTED =
            """
            select i.job_name,
                   max(case when p.parameter_name = 'period' then p.parameter_value end),
                   max(case when p.parameter_name = 'mode' then p.parameter_value end)
            from batch_job_execution e
            join batch_job_instance i on i.job_instance_id = e.job_instance_id
            left join batch_job_execution_params p on p.job_execution_id = e.job_execution_id
            where e.status in ('STARTING', 'STARTED', 'STOPPING', 'STOPPED')
              and not exists (select 1 from batch_job_execution later
                              where later.job_instance_id = e.job_instance_id and later.job_execution_id > e.job_execution_id)
            group by i.job_name, e.job_execution_id
            order by e.job_execution_id
            """;

    private static final String TRIGGERS =
            """
            select trigger_name, trigger_state, next_fire_time from qrtz_triggers
            where trigger_state = 'ERROR' or trigger_state in ('WAITING', 'ACQUIRED', 'BLOCKED') and next_fire_time < ?
            order by trigger_name
            """;

    /**
     * Looks at a ledger.
     *
     * @return empty where there is none yet
     * @throws LedgerInUse if another process works on the embedded ledger; of a PostgreSQL one can look meanwhile
     * @throws LedgerFailed if it cannot be reached or read; its words hold no password
     */
    public static Optional<LedgerCondition> of(Path folder, Optional<String> address, Instant now) throws IOException {
        DatabaseUrl url = DatabaseUrl.of(folder, address);
        if (url.file().isPresent() && !Files.exists(url.file().get())) {
            return Optional.empty();
        }
        try (Looking looking = Looking.at(url, folder);
                HikariDataSource source = new HikariDataSource(LedgerDatabase.looking(url))) {
            return Optional.of(looking.condition(source, now));
        } catch (SQLException e) {
            throw new LedgerFailed("the ledger cannot be read", url.clean(e));
        } catch (FlywayException e) {
            throw new LedgerFailed("the ledger cannot be read", url.clean(new SQLException(e.getMessage(), e)));
        }
    }

    /** Where it lies, as a person may see it. */
    public static String place(Path folder, Optional<String> address) {
        return DatabaseUrl.of(folder, address).shown();
    }

    /** Of the embedded ledger, whose file one process opens at a time, the lease; of a PostgreSQL nothing. */
    private record Looking(Optional<Lease> lease) implements AutoCloseable {

        static Looking at(DatabaseUrl url, Path folder) throws SQLException {
            if (!url.isPostgres()) {
                return new Looking(Optional.of(EmbeddedLease.look(url, folder)));
            }
            LedgerDatabase.silenceDriver();
            // A pool would only say that it waited in vain.
            DriverManager.getConnection(url.forDriver()).close();
            return new Looking(Optional.empty());
        }

        LedgerCondition condition(HikariDataSource source, Instant now) throws SQLException {
            MigrationInfoService migrations = LedgerDatabase.migrations(source).info();
            try (Connection connection = source.getConnection()) {
                connection.setReadOnly(true);
                List<String> tables = LedgerTables.of(connection);
                boolean isThere = tables.contains("period_decision");
                return new LedgerCondition(
                        connection.getMetaData().getDatabaseProductName() + " "
                                + connection
                                        .getMetaData()
                                        .getDatabaseProductVersion()
                                        .replaceFirst(" .*", ""),
                        Optional.ofNullable(migrations.current())
                                .map(MigrationInfo::getVersion)
                                .map(Object::toString)
                                .orElse(""),
                        migrations.pending().length,
                        Arrays.stream(migrations.applied())
                                .anyMatch(one -> one.getState().name().startsWith("FUTURE")),
                        AppendOnly.faults(connection),
                        isThere ? newest(connection) : Optional.empty(),
                        isThere && isFree(connection) ? interrupted(connection) : List.of(),
                        has(connection, "qrtz_triggers") ? triggers(connection, now) : List.of(),
                        isThere ? BatchRows.steps(connection) : 0,
                        isThere ? new RecordedEditions(source).all() : List.of());
            }
        }

        /** Whoever holds the ledger may be going on with what an earlier run began. */
        private boolean isFree(Connection connection) throws SQLException {
            return lease.isPresent() || PostgresLease.isFree(connection);
        }

        @Override
        public void close() {
            lease.ifPresent(Lease::close);
        }
    }

    private static boolean has(Connection connection, String table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select 1 from information_schema.tables where table_schema = current_schema and lower(table_name) = ?")) {
            statement.setString(1, table);
            try (ResultSet found = statement.executeQuery()) {
                return found.next();
            }
        }
    }

    private static Optional<OffsetDateTime> newest(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(NEWEST)) {
            row.next();
            return Optional.ofNullable(row.getObject(1, OffsetDateTime.class));
        }
    }

    private static List<Interrupted> interrupted(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(INTERRUPTED)) {
            List<Interrupted> interrupted = new ArrayList<>();
            while (rows.next()) {
                interrupted.add(new Interrupted(rows.getString(1), rows.getString(2), rows.getString(3)));
            }
            return interrupted;
        }
    }

    private static List<Trigger> triggers(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TRIGGERS)) {
            statement.setLong(1, now.minus(PATIENCE).toEpochMilli());
            try (ResultSet rows = statement.executeQuery()) {
                List<Trigger> triggers = new ArrayList<>();
                while (rows.next()) {
                    Instant due = Instant.ofEpochMilli(rows.getLong(3));
                    boolean isInError = rows.getString(2).equals("ERROR");
                    triggers.add(new Trigger(rows.getString(1), isInError ? Optional.empty() : Optional.of(due)));
                }
                return triggers;
            }
        }
    }
}
