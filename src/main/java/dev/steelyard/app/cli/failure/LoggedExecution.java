package dev.steelyard.app.cli.failure;

import ch.qos.logback.classic.Level;
import dev.steelyard.app.cli.log.LogFile;
import dev.steelyard.app.cli.text.Refusal;
import dev.steelyard.app.cli.verb.EngineVersion;
import dev.steelyard.app.cli.verb.LogOptions;
import dev.steelyard.app.cli.verb.Session;
import dev.steelyard.app.cli.verb.Verb;
import java.util.List;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** Carries out a verb; one that changes something with the log open from its beginning to its exit code. */
public record LoggedExecution(Session session, LongSupplier nanos) implements IExecutionStrategy {

    private static final Logger LOG = LoggerFactory.getLogger(LoggedExecution.class);

    @Override
    public int execute(ParseResult parsed) {
        List<CommandLine> typed = parsed.asCommandLineList();
        CommandLine last = typed.get(typed.size() - 1);
        return last.getCommand() instanceof Verb verb
                        && verb.log().isPresent()
                        && !last.isUsageHelpRequested()
                        && !last.isVersionHelpRequested()
                ? logged(parsed, last, verb)
                : new RunLast().execute(parsed);
    }

    private int logged(ParseResult parsed, CommandLine command, Verb verb) {
        Level level;
        try {
            level = LogOptions.level(session.surroundings().environment());
        } catch (Refusal refusal) {
            throw new ExecutionException(command, refusal.key(), refusal);
        }
        LogFile log = LogFile.start(
                verb.output(), verb.logName(), verb.log().orElseThrow().format(), level);
        try {
            long begun = nanos.getAsLong();
            // Never what was typed behind it: there are names and reasons in it.
            String name = command.getCommandSpec().qualifiedName().replaceFirst("^\\S+ ", "");
            LOG.atInfo()
                    .addKeyValue("verb", name)
                    .addKeyValue("engine", EngineVersion.VERSION)
                    .addKeyValue("java", Runtime.version().feature())
                    .addKeyValue("pid", ProcessHandle.current().pid())
                    .log("begins");
            int exit = exit(parsed);
            LOG.atInfo()
                    .addKeyValue("verb", name)
                    .addKeyValue("exit", exit)
                    .addKeyValue("ms", (nanos.getAsLong() - begun) / 1_000_000)
                    .log("ended");
            return exit;
        } finally {
            log.close();
        }
    }

    /** A failure is told while the log is still open. */
    private int exit(ParseResult parsed) {
        try {
            return new RunLast().execute(parsed);
        } catch (CommandLine.ParameterException e) {
            throw e;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause) {
                return new Failures(session).handleExecutionException(cause, e.getCommandLine(), parsed);
            }
            throw e;
        }
    }
}
