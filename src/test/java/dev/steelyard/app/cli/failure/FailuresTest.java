package dev.steelyard.app.cli.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.app.cli.CommandRunner;
import dev.steelyard.app.cli.text.Exit;
import dev.steelyard.app.cli.verb.Session;
import dev.steelyard.app.cli.verb.Surroundings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What no script of commands can bring about. */
class FailuresTest {

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int tell(Throwable failure, Map<String, String> environment) {
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        Surroundings surroundings = new Surroundings(stream, stream, false, false, environment, CommandRunner.NOW);
        return new Failures(Session.of(surroundings)).tell(failure, Optional.empty());
    }

    private String text() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void bugSaysWhereAndKeepsValuesToItself() {
        int exit = tell(new IllegalStateException(new NullPointerException("E0105 张三 12000.00")), Map.of());
        assertThat(exit).isEqualTo(Exit.BUG);
        assertThat(text())
                .startsWith("错误：程序出现内部错误（不是您的操作造成的）：NullPointerException，位置 app.cli.failure.FailuresTest:")
                .contains("README.md")
                .doesNotContain("E0105", "\tat ");
    }

    @Test
    void bugShowsTheTraceToWhoAsksForIt() {
        int exit = tell(new NullPointerException("x"), Map.of("STEELYARD_DEBUG", "1", "STEELYARD_LANG", "en"));
        assertThat(exit).isEqualTo(Exit.BUG);
        assertThat(text())
                .startsWith(
                        "Error: a bug in Steelyard, not your doing: NullPointerException at app.cli.failure.FailuresTest:")
                .contains("\tat dev.steelyard.app.cli.failure.FailuresTest");
    }

    @Test
    void memoryThatRanOutInAnyThreadIsSaid() {
        int exit = tell(new IllegalStateException(new OutOfMemoryError("Java heap space")), Map.of());
        assertThat(exit).isEqualTo(Exit.RESOURCE_FAILED);
        assertThat(text()).startsWith("错误：内存不足（上限 ").contains("JAVA_OPTS=-Xmx2g");
    }

    @Test
    void diskThatIsFullIsSaid() {
        assertThat(tell(new IllegalStateException(new IOException("No space left on device")), Map.of()))
                .isEqualTo(Exit.RESOURCE_FAILED);
        assertThat(text()).startsWith("错误：读写失败：No space left on device\n");
    }

    /** The embedded database says so in a cause, PostgreSQL by a state. */
    @Test
    void diskOfTheLedgerThatIsFullIsSaid() {
        SQLException embedded = new SQLException("General error", "HY000", new IOException("No space left on device"));
        assertThat(tell(new IllegalStateException(embedded), Map.of())).isEqualTo(Exit.RESOURCE_FAILED);
        assertThat(text()).startsWith("错误：账本所在的磁盘已满");
        err.reset();
        assertThat(tell(new SQLException("could not extend file", "53100"), Map.of("STEELYARD_LANG", "en")))
                .isEqualTo(Exit.RESOURCE_FAILED);
        assertThat(text()).startsWith("Error: The disk of the ledger is full");
    }

    @Test
    void fileThatIsForbiddenIsNamed() {
        assertThat(tell(new AccessDeniedException("out/ledger"), Map.of("STEELYARD_LANG", "en")))
                .isEqualTo(Exit.RESOURCE_FAILED);
        assertThat(text()).startsWith("Error: a file or folder cannot be read or written: out/ledger (AccessDenied");
    }
}
