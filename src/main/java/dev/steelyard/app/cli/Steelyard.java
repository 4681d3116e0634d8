package dev.steelyard.app.cli;

import dev.steelyard.app.cli.compare.CompareCommand;
import dev.steelyard.app.cli.compare.SimulateCommand;
import dev.steelyard.app.cli.explain.ExplainCommand;
import dev.steelyard.app.cli.failure.Failures;
import dev.steelyard.app.cli.failure.LoggedExecution;
import dev.steelyard.app.cli.failure.UsageErrors;
import dev.steelyard.app.cli.install.DoctorCommand;
import dev.steelyard.app.cli.install.LedgerCommand;
import dev.steelyard.app.cli.install.LedgerCopyCommand;
import dev.steelyard.app.cli.install.VerifyCommand;
import dev.steelyard.app.cli.period.CloseCommand;
import dev.steelyard.app.cli.period.ReopenCommand;
import dev.steelyard.app.cli.period.RunsCommand;
import dev.steelyard.app.cli.period.SignCommand;
import dev.steelyard.app.cli.period.StatusCommand;
import dev.steelyard.app.cli.plan.PlanCheckCommand;
import dev.steelyard.app.cli.plan.PlanCommand;
import dev.steelyard.app.cli.plan.PlanDiffCommand;
import dev.steelyard.app.cli.plan.PlanShowCommand;
import dev.steelyard.app.cli.run.PublishCommand;
import dev.steelyard.app.cli.run.RunCommand;
import dev.steelyard.app.cli.run.TemplateCommand;
import dev.steelyard.app.cli.run.ValidateCommand;
import dev.steelyard.app.cli.schedule.ScheduleCommand;
import dev.steelyard.app.cli.verb.Environment;
import dev.steelyard.app.cli.verb.Session;
import dev.steelyard.app.cli.verb.Stopping;
import dev.steelyard.app.cli.verb.Surroundings;
import dev.steelyard.app.cli.worker.WorkerCommand;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine;

/** The command {@code steelyard} 杆秤. */
public final class Steelyard {

    private Steelyard() {}

    public static void main(String[] arguments) {
        Surroundings surroundings = Surroundings.ofProcess();
        Session session = Session.of(surroundings, arguments);
        // Memory may run out in any thread; a process that goes on without one of them hangs or, worse, seems to work.
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            if (failure instanceof OutOfMemoryError) {
                Runtime.getRuntime().halt(new Failures(session).tell(failure, Optional.empty()));
            }
        });
        Stopping stopping = surroundings.stopping();
        stopping.hearSignals(() -> {
            if (surroundings.errIsTerminal()) {
                // Below the bar.
                surroundings.err().println();
            }
            surroundings.err().println(session.texts().say("stopping"));
        });
        int exit;
        try {
            exit = execute(session, arguments);
        } catch (Throwable failure) {
            exit = new Failures(session).tell(failure, Optional.empty());
        }
        surroundings.out().flush();
        stopping.ended();
        // Where a signal came before, its own exit code counts.
        System.exit(exit);
    }

    /** Carries out a command line and returns its exit code. */
    static int execute(Session session, String... arguments) {
        Map<String, Supplier<CommandLine>> verbs = verbs(session);
        // To be read from its class a verb takes longer than most take to answer.
        List<String> asked = arguments.length > 0 && verbs.containsKey(arguments[0])
                ? List.of(arguments[0])
                : List.copyOf(verbs.keySet());
        return command(session, verbs, asked).execute(arguments);
    }

    /** The whole command, with all its verbs. */
    public static CommandLine command(Session session) {
        Map<String, Supplier<CommandLine>> verbs = verbs(session);
        return command(session, verbs, verbs.keySet());
    }

    /** Name → the verb, in the order in which help lists them. */
    private static Map<String, Supplier<CommandLine>> verbs(Session session) {
        Map<String, Supplier<CommandLine>> verbs = new LinkedHashMap<>();
        verbs.put("run", () -> new CommandLine(new RunCommand(session)));
        verbs.put("validate", () -> new CommandLine(new ValidateCommand(session)));
        verbs.put("plan", () -> new CommandLine(new PlanCommand(session))
                .addSubcommand(new PlanCheckCommand(session))
                .addSubcommand(new PlanShowCommand(session))
                .addSubcommand(new PlanDiffCommand(session)));
        verbs.put("sign", () -> new CommandLine(new SignCommand(session)));
        verbs.put("close", () -> new CommandLine(new CloseCommand(session)));
        verbs.put("reopen", () -> new CommandLine(new ReopenCommand(session)));
        verbs.put("status", () -> new CommandLine(new StatusCommand(session)));
        verbs.put("runs", () -> new CommandLine(new RunsCommand(session)));
        verbs.put("schedule", () -> new CommandLine(new ScheduleCommand(session)));
        verbs.put("worker", () -> new CommandLine(new WorkerCommand(session)));
        verbs.put("publish", () -> new CommandLine(new PublishCommand(session)));
        verbs.put("verify", () -> new CommandLine(new VerifyCommand(session)));
        verbs.put("doctor", () -> new CommandLine(new DoctorCommand(session)));
        verbs.put("ledger", () -> new CommandLine(new LedgerCommand(session))
                .addSubcommand(new LedgerCopyCommand(session)));
        verbs.put("template", () -> new CommandLine(new TemplateCommand(session)));
        verbs.put("explain", () -> new CommandLine(new ExplainCommand(session)));
        verbs.put("compare", () -> new CommandLine(new CompareCommand(session)));
        verbs.put("simulate", () -> new CommandLine(new SimulateCommand(session)));
        return verbs;
    }

    private static CommandLine command(
            Session session, Map<String, Supplier<CommandLine>> verbs, Collection<String> asked) {
        CommandLine command = new CommandLine(new RootCommand(session));
        asked.forEach(verb -> command.addSubcommand(verb, verbs.get(verb).get()));
        HelpLayout.of(command, session.texts()::say);
        Surroundings surroundings = session.surroundings();
        return command.setResourceBundle(session.texts().help())
                .setDefaultValueProvider(new Environment(surroundings.environment()))
                .setExecutionStrategy(new LoggedExecution(session, System::nanoTime))
                .setExecutionExceptionHandler(new Failures(session))
                .setParameterExceptionHandler(new UsageErrors(session))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setColorScheme(CommandLine.Help.defaultColorScheme(
                        session.out().on() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF))
                .setUsageHelpWidth(100)
                .setOut(new PrintWriter(surroundings.out(), true))
                .setErr(new PrintWriter(surroundings.err(), true));
    }
}
