package dev.steelyard.ledger.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "jdbc:postgresql://db:5432/steelyard?user=u&password=s3cret jdbc:postgresql://db:5432/steelyard",
                "jdbc:postgresql://u:s3cret@db/steelyard jdbc:postgresql://db/steelyard",
                "jdbc:h2:file:/x/steelyard;USER=u;PASSWORD=s3cret jdbc:h2:file:/x/steelyard"
            })
    void isShownWithoutItsSecrets(String jdbc, String shown) {
        DatabaseUrl url = new DatabaseUrl(jdbc);
        assertThat(url.shown()).isEqualTo(shown);
        assertThat(url).hasToString(shown);
        assertThat(url.clean("cannot parse \"" + jdbc + "\" (" + jdbc.toLowerCase(java.util.Locale.ROOT) + ")"))
                .doesNotContain("s3cret");
        assertThat(url.clean("unknown host u:s3cret@db")).doesNotContain(jdbc.contains("u:s3cret") ? "s3cret" : "?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:tcp://db/steelyard",
                "jdbc:h2:mem:x",
                "jdbc:h2:file:",
                "jdbc:mysql://db/steelyard",
                "postgresql://db/steelyard",
                ""
            })
    void whereTwoCouldEnterNoLedgerIsKept(String url) {
        assertThat(DatabaseUrl.isUsable(url)).isFalse();
    }

    /** The address, and what of it is refused. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "jdbc:h2:file:/x/s;AUTO_SERVER=TRUE AUTO_SERVER",
                "jdbc:h2:file:/x/s;user=a;auto_server=true auto_server",
                "jdbc:h2:file:/x/s;INIT=RUNSCRIPT_FROM_'x' INIT",
                "jdbc:h2:file:/x/s;USER=a;INIT=create\\;drop …|INIT",
                "jdbc:h2:file:/x/s;TRACE_LEVEL_FILE=3;WRITE_DELAY=500 TRACE_LEVEL_FILE|WRITE_DELAY",
                "jdbc:h2:file:/x/s;CIPHER=AES;USER=a;USER=b CIPHER|USER",
                "jdbc:h2:file:/x/s;s3cret …",
                "jdbc:postgresql://h/d?user=a&socketFactory=x.Y&socketFactoryArg=z socketFactory|socketFactoryArg",
                "jdbc:postgresql://h/d?loggerLevel=TRACE&loggerFile=/tmp/x loggerLevel|loggerFile",
                "jdbc:postgresql://h/d?user=a&%73ocketFactory=x …",
                "jdbc:postgresql://h/d?options=-csession_replication_role=replica&USER=a options|USER"
            })
    void optionsThatNobodyAdmittedAreRefused(String url, String refused) {
        assertThat(DatabaseUrl.refused(url)).containsExactlyInAnyOrder(refused.split("\\|"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:file:/x/s",
                "jdbc:h2:file:/x/s;USER=a;password=b;CACHE_SIZE=65536;",
                "jdbc:postgresql://h:5432/d?user=a&password=b%26c&sslmode=verify-full&sslrootcert=/x",
                "jdbc:postgresql://a,b/d?targetServerType=primary&currentSchema=pay"
            })
    void optionsThatMakeAConnectionAreAdmitted(String url) {
        assertThat(DatabaseUrl.isUsable(url)).isTrue();
        assertThat(DatabaseUrl.refused(url)).isEmpty();
    }

    @Test
    void anEmbeddedDatabaseWritesWhatItCommits() {
        assertThat(new DatabaseUrl("jdbc:h2:file:/x/y").forDriver())
                .isEqualTo(
                        "jdbc:h2:file:/x/y;WRITE_DELAY=0;TRACE_LEVEL_FILE=0;DB_CLOSE_ON_EXIT=FALSE;MAX_COMPACT_TIME=50");
        assertThat(new DatabaseUrl("jdbc:h2:file:/x/y;max_compact_time=9").forDriver())
                .contains("max_compact_time=9")
                .doesNotContain("50");
        assertThat(new DatabaseUrl("jdbc:h2:file:/x/y;A=B").file()).hasToString("Optional[/x/y.mv.db]");
    }
}
