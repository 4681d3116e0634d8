package dev.steelyard.app.cli.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.app.cli.CommandRunner;
import dev.steelyard.app.cli.Steelyard;
import dev.steelyard.app.cli.verb.Session;
import dev.steelyard.app.cli.verb.Verb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which verbs are logged, and what of them. */
class LoggedExecutionTest {

    @TempDir
    private Path work;

    private CommandRunner runner() {
        return new CommandRunner()
                .with("STEELYARD_OUTPUT", work.resolve("out").toString())
                .with("STEELYARD_INPUTS", "src/test/resources/cli/company");
    }

    private List<String> log() throws IOException {
        return Files.readAllLines(work.resolve("out/logs/steelyard.log"));
    }

    @Test
    void whoOnlyLooksLeavesNothing() {
        runner().run("status");
        runner().run("doctor");
        runner().run("plan", "show", "jobs/plans/reference-2026.yaml");
        runner().run("run", "--help");
        runner().run("run");
        assertThat(work).isEmptyDirectory();
    }

    /** The service's unit asks for it. */
    @Test
    void theSchedulerIsLoggedUnlessItOnlyShowsWhatComes() {
        assertThat(verb("schedule", "--log-format", "json").log()).isPresent();
        assertThat(verb("schedule", "--next", "3").log()).isEmpty();
    }

    private static Verb verb(String... arguments) {
        return Steelyard.command(Session.of(CommandRunner.silent()))
                .parseArgs(arguments)
                .subcommand()
                .commandSpec()
                .commandLine()
                .getCommand();
    }

    @Test
    void aRunIsLoggedFromItsBeginningToItsExitCode() throws IOException {
        CommandRunner.Ended ended = runner().run("run", "month-end", "--trial", "--quiet");
        assertThat(ended.exit()).isZero();
        assertThat(ended.err()).isEmpty();
        List<String> log = log();
        assertThat(log.get(0)).contains(" INFO  begins  verb=run  engine=");
        assertThat(log.get(log.size() - 1)).contains(" INFO  ended  verb=run  exit=0  ms=");
        assertThat(log)
                .filteredOn(line -> line.contains(" phase ended "))
                .allMatch(line ->
                        line.matches(".*  run=[0-9a-f]{12}  job=month-end  period=2026-09  phase=\\w+  ms=\\d+.*"))
                .hasSize(7);
        assertThat(log).noneMatch(line -> line.contains("DEBUG"));
    }

    @Test
    void aFailureIsLoggedByItsKindAndExitCode() throws IOException {
        runner().run("run", "no-such-job");
        assertThat(log()).anyMatch(line -> line.endsWith(" WARN  failed  error=invalid-file  exit=2"));
        assertThat(log()).anyMatch(line -> line.contains(" INFO  ended  verb=run  exit=2"));
    }

    @Test
    void aLevelThatDoesNotExistIsBadUsage() {
        CommandRunner.Ended ended = runner().with("STEELYARD_LOG_LEVEL", "loud")
                .with("STEELYARD_LANG", "en")
                .run("run", "month-end");
        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.err()).startsWith("Error: STEELYARD_LOG_LEVEL \"loud\" is not understood.");
        assertThat(work).isEmptyDirectory();
    }
}
