package dev.steelyard.ledger;

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
                "jdbc:h2:file:/x/steelyard;AUTO_SERVER=TRUE",
                "jdbc:h2:file:/x/steelyard;a=b; auto_server = true ",
                "jdbc:mysql://db/steelyard",
                "postgresql://db/steelyard",
                ""
            })
    void whereTwoCouldEnterNoLedgerIsKept(String url) {
        assertThat(DatabaseUrl.isUsable(url)).isFalse();
    }

    @Test
    void anEmbeddedDatabaseWritesWhatItCommits() {
        assertThat(new DatabaseUrl("jdbc:h2:file:/x/y").forDriver())
                .isEqualTo("jdbc:h2:file:/x/y;WRITE_DELAY=0;TRACE_LEVEL_FILE=0;DB_CLOSE_ON_EXIT=FALSE");
        assertThat(new DatabaseUrl("jdbc:h2:file:/x/y;write_delay=5").forDriver())
                .isEqualTo("jdbc:h2:file:/x/y;write_delay=5;TRACE_LEVEL_FILE=0;DB_CLOSE_ON_EXIT=FALSE");
        assertThat(new DatabaseUrl("jdbc:h2:file:/x/y;A=B").file()).hasToString("Optional[/x/y.mv.db]");
    }
}
