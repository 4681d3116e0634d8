package dev.steelyard.ledger.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexProofTest {

    private static final int ROWS = 300;
    private static final int FLIPS = Boolean.getBoolean("proof.campaign") ? 20_000 : 1_500;

    @TempDir
    Path work;

    /** Bytes of a database's file change: where no index is said to be broken and all rows are there, each is found by its key. */
    @Test
    void whereNoIndexIsBrokenEveryRowIsFound() throws Exception {
        try (Connection connection = source("db").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table paid (employee_id varchar(20), period varchar(10), amount decimal(12, 2),"
                    + " primary key (employee_id, period))");
            statement.execute("create index paid_in on paid (period)");
            for (int i = 0; i < ROWS; i++) {
                statement.execute("insert into paid values ('E" + (1000 + i * 7 % ROWS) + "', '2026-0" + (1 + i % 9)
                        + "', " + i + ".25)");
            }
            statement.execute("shutdown compact");
        }
        byte[] whole = Files.readAllBytes(work.resolve("db.mv.db"));
        assertThat(new IndexProof(source("db")).broken()).isEmpty();
        Random random = new Random(7);
        int spared = 0;
        int broken = 0;
        for (int i = 0; i < FLIPS; i++) {
            byte[] flipped = whole.clone();
            int at = random.nextInt(whole.length);
            flipped[at] ^= (byte) (1 + random.nextInt(255));
            Files.write(work.resolve("flipped.mv.db"), flipped);
            DataSource source = source("flipped");
            if (rowsAreWhole(source)) {
                if (new IndexProof(source).broken().isEmpty()) {
                    assertThat(found(source)).as("byte %s", at).isEqualTo(ROWS);
                    spared++;
                } else {
                    broken++;
                }
            }
        }
        assertThat(spared).isPositive();
        assertThat(broken).isPositive();
    }

    private DataSource source(String name) {
        JdbcDataSource source = new JdbcDataSource();
        source.setUrl("jdbc:h2:file:" + work.resolve(name) + (name.equals("flipped") ? ";ACCESS_MODE_DATA=r" : ""));
        return source;
    }

    private static boolean rowsAreWhole(DataSource source) throws IOException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select count(*), sum(amount), sum(ascii(employee_id)) from paid a where"
                                + " amount >= 0 and length(employee_id) = 5 and length(period) = 7")) {
            rows.next();
            return rows.getInt(1) == ROWS;
        } catch (SQLException unreadable) {
            return false;
        }
    }

    /** How many are found by the key that the rows themselves have. */
    private static int found(DataSource source) throws SQLException {
        int found = 0;
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                PreparedStatement byKey =
                        connection.prepareStatement("select 1 from paid where employee_id = ? and period = ?");
                PreparedStatement byPeriod = connection.prepareStatement(
                        "select count(*) from paid where period = ? and employee_id || '' = ?");
                ResultSet rows = statement.executeQuery("select employee_id, period from paid")) {
            while (rows.next()) {
                byKey.setString(1, rows.getString(1));
                byKey.setString(2, rows.getString(2));
                byPeriod.setString(1, rows.getString(2));
                byPeriod.setString(2, rows.getString(1));
                try (ResultSet one = byKey.executeQuery();
                        ResultSet same = byPeriod.executeQuery()) {
                    same.next();
                    found += one.next() && same.getInt(1) == 1 ? 1 : 0;
                }
            }
        }
        return found;
    }
}
