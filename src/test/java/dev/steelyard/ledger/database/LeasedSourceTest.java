package dev.steelyard.ledger.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;

class LeasedSourceTest {

    /** As a pool that waited in vain says it, the first time it is asked. */
    private static final class InVain extends HikariDataSource {

        private final SQLException cause;
        private int asked;

        InVain(SQLException cause) {
            this.cause = cause;
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (asked++ == 0) {
                throw new SQLTransientConnectionException("timed out", "08001", cause);
            }
            return DriverManager.getConnection("jdbc:h2:mem:");
        }
    }

    @Test
    void aDatabaseThatIsAwayIsNotWaitedForTwice() {
        InVain pool = new InVain(new SQLException("refused"));
        LeasedSource source = new LeasedSource(pool, Lease.NONE);
        assertThatThrownBy(source::getConnection).hasMessage("timed out");
        assertThatThrownBy(source::getConnection).hasMessage("the ledger is away");
        assertThat(pool.asked).isEqualTo(1);
    }

    @Test
    void aPoolThatHadNoneLeftIsAskedAgain() throws SQLException {
        InVain pool = new InVain(null);
        LeasedSource source = new LeasedSource(pool, Lease.NONE);
        assertThatThrownBy(source::getConnection).hasMessage("timed out");
        try (Connection again = source.getConnection()) {
            assertThat(again.isValid(1)).isTrue();
        }
    }
}
