package dev.steelyard.ledger.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.steelyard.TestDatabase;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.govern.Decider;
import dev.steelyard.engine.govern.PeriodDecision;
import dev.steelyard.ledger.records.PeriodBook;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What is recorded is a link of the chain, on every database. */
@ParameterizedClass(name = "{0}")
@MethodSource("dev.steelyard.TestDatabase#all")
class LedgerChainTest {

    /** Tables of no entry: the chain itself, what is recorded after an entry, and what is about the ledger. */
    private static final Set<String> IN_NO_CHAIN =
            Set.of("ledger_link", "ledger_link_table", "ledger_guard_lost", "ledger_move", "run_publication");

    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-10-12T09:00:00+08:00");

    @Parameter
    TestDatabase database;

    @TempDir
    Path output;

    private LedgerDatabase open() throws IOException {
        return LedgerDatabase.open(output.resolve("ledger"), database.url(output));
    }

    private void execute(String... statements) throws SQLException {
        try (Connection client = DriverManager.getConnection(database.jdbc(output));
                Statement statement = client.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static PeriodDecision signature(int number) {
        return new PeriodDecision(
                "month-end",
                Period.parse("2026-09").orElseThrow(),
                number,
                PeriodDecision.Kind.SIGN,
                1,
                "hr",
                new Decider("A", "", ""),
                "",
                LocalDate.of(2026, 10, 12));
    }

    private static final String RUN =
            "insert into run (job, period, revision, run_id, as_of, plan, plan_hash, exports_hash, calendar_hash, engine,"
                    + " manifest_hash, folder, recorded_at) values ('month-end', '2026-09', 1, 'id', date '2026-10-12', 'p',"
                    + " '', '', '', '', 'h', 'f', timestamp with time zone '2026-10-12 09:00:00+08:00')";

    /** A new table must be keyed by job, period and revision or number, or be named above with the reason. */
    @Test
    void everyTableIsInTheChain() throws Exception {
        open().close();
        try (Connection client = DriverManager.getConnection(database.jdbc(output))) {
            EntryRows rows = new EntryRows(client);
            Set<String> chained = new TreeSet<>(rows.tables(ChainLink.Kind.REVISION));
            chained.addAll(rows.tables(ChainLink.Kind.DECISION));
            Set<String> all = new TreeSet<>(LedgerTables.of(client));
            all.removeAll(IN_NO_CHAIN);
            assertThat(chained).isEqualTo(all);
        }
    }

    @Test
    void anOldLedgerGetsItsChainWithItsNextEntry() throws Exception {
        open().close();
        // As an engine without a chain left it.
        execute(RUN);
        try (LedgerDatabase ledger = open()) {
            LedgerChain chain = new LedgerChain(ledger.source());
            assertThat(chain.links()).isEmpty();
            assertThat(chain.breaches()).isEmpty();
            ChainHead head = new PeriodBook(ledger.source()).record(signature(1), NOW);
            assertThat(chain.links()).extracting(ChainLink::adopted).containsExactly(true, false);
            assertThat(chain.head()).isEqualTo(head);
            assertThat(chain.breaches()).isEmpty();
        }
    }

    @Test
    void aHeadSaysNothingOfTheClockAndEverythingOfTheRest() throws Exception {
        open().close();
        execute(RUN);
        try (LedgerDatabase ledger = open()) {
            ChainHead head = new PeriodBook(ledger.source()).record(signature(1), NOW);
            assertThat(head.shown()).matches("[0-9a-f]{4}(-[0-9a-f]{4}){3}");
            assertThat(head.isShownAs(head.shown())).isTrue();
            assertThat(head.isShownAs(head.shown().replace('-', ' '))).isTrue();
            assertThat(head.isShownAs(head.shown().substring(0, 14))).isFalse();
        }
        Forger.forge(
                database.jdbc(output),
                false,
                List.of(
                        "update period_decision set recorded_at = timestamp with time zone '2027-01-01 00:00:00+00:00'"));
        try (LedgerDatabase ledger = open()) {
            assertThat(new LedgerChain(ledger.source()).breaches()).isEmpty();
        }
        Forger.forge(database.jdbc(output), false, List.of("update period_decision set by_name = 'B'"));
        try (LedgerDatabase ledger = open()) {
            assertThat(new LedgerChain(ledger.source()).breaches())
                    .extracting(LedgerChain.Breach::kind, LedgerChain.Breach::table)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(LedgerChain.Breach.Kind.ROWS, "period_decision"));
        }
    }

    @Test
    void anEntryThatTheDatabaseWritesOtherwiseIsNotRecorded() throws Exception {
        assumeTrue(database == TestDatabase.POSTGRES, "a trigger of PostgreSQL");
        open().close();
        execute(
                RUN,
                "create function otherwise() returns trigger language plpgsql as $$ begin new.by_name = 'X'; return new; end $$",
                "create trigger otherwise before insert on period_decision for each row execute function otherwise()");
        try (LedgerDatabase ledger = open()) {
            assertThat(ledger.guardFaults()).containsExactly(new GuardFault("period_decision", GuardFault.Found.OTHER));
            PeriodBook book = new PeriodBook(ledger.source());
            assertThatThrownBy(() -> book.record(signature(1), NOW))
                    .isInstanceOf(LedgerFailed.class)
                    .hasMessageContaining("does not hold what was written");
            assertThat(book.standings("month-end")).isEmpty();
        }
    }
}
