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
import java.util.Optional;
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
        return command(session).execute(arguments);
    }

    public static CommandLine command(Session session) {
        CommandLine command = new CommandLine(new RootCommand(session))
                .addSubcommand(new RunCommand(session))
                .addSubcommand(new ValidateCommand(session))
                .addSubcommand(new CommandLine(new PlanCommand(session))
                        .addSubcommand(new PlanCheckCommand(session))
                        .addSubcommand(new PlanShowCommand(session))
                        .addSubcommand(new PlanDiffCommand(session)))
                .addSubcommand(new SignCommand(session))
                .addSubcommand(new CloseCommand(session))
                .addSubcommand(new ReopenCommand(session))
                .addSubcommand(new StatusCommand(session))
                .addSubcommand(new RunsCommand(session))
                .addSubcommand(new ScheduleCommand(session))
                .addSubcommand(new WorkerCommand(session))
                .addSubcommand(new PublishCommand(session))
                .addSubcommand(new VerifyCommand(session))
                .addSubcommand(new DoctorCommand(session))
                .addSubcommand(
                        new CommandLine(new LedgerCommand(session)).addSubcommand(new LedgerCopyCommand(session)))
                .addSubcommand(new TemplateCommand(session))
                .addSubcommand(new ExplainCommand(session))
                .addSubcommand(new CompareCommand(session))
                .addSubcommand(new SimulateCommand(session));
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
