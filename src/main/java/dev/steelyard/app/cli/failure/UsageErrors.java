package dev.steelyard.app.cli.failure;

import dev.steelyard.app.cli.text.Exit;
import dev.steelyard.app.cli.text.Json;
import dev.steelyard.app.cli.text.Texts;
import dev.steelyard.app.cli.verb.Session;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** A command line that cannot be understood: what is wrong with it, the nearest that can, and where help is. */
public final class UsageErrors implements CommandLine.IParameterExceptionHandler {

    private final Session session;
    private final Texts texts;

    public UsageErrors(Session session) {
        this.session = session;
        this.texts = session.texts();
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        String name = wrong.getCommandLine().getCommandSpec().qualifiedName();
        session.surroundings()
                .err()
                .println(session.err().bad(texts.say("failure")) + text(wrong) + "\n  "
                        + texts.say("usage.help", "command", name));
        if (List.of(arguments).contains("--json")) {
            session.surroundings()
                    .out()
                    .println(Json.of("outcome", "failed")
                            .with("exit", Exit.BAD_INPUT)
                            .with("error", "usage")
                            .with("message", text(wrong))
                            .text());
        }
        return Exit.BAD_INPUT;
    }

    private String text(ParameterException wrong) {
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            String argument = unmatched.getUnmatched().get(0);
            if (!wrong.getCommandLine().getSubcommands().isEmpty() && !argument.startsWith("-")) {
                return texts.say("usage.unknown.verb", "argument", argument, "verbs", verbs(wrong));
            }
            String nearest = String.join(texts.say("list.gap"), unmatched.getSuggestions());
            return nearest.isEmpty()
                    ? texts.say("usage.unknown", "argument", argument)
                    : texts.say("usage.unknown.nearest", "argument", argument, "nearest", nearest);
        }
        if (wrong instanceof MissingParameterException missing) {
            return texts.say(
                    "usage.missing",
                    "what",
                    missing.getMissing().stream().map(UsageErrors::name).collect(Collectors.joining(" ")));
        }
        if (wrong instanceof OverwrittenOptionException twice) {
            return texts.say("usage.twice", "option", name(twice.getOverwritten()));
        }
        if (wrong instanceof MissingVerb) {
            return texts.say("usage.no-verb", "verbs", verbs(wrong));
        }
        if (wrong.getArgSpec() != null && wrong.getValue() != null) {
            String expected = "usage.expected." + wrong.getArgSpec().type().getSimpleName();
            return texts.say(
                    "usage.value",
                    "option",
                    name(wrong.getArgSpec()),
                    "value",
                    wrong.getValue(),
                    "expected",
                    texts.has(expected) ? texts.say(expected) : "");
        }
        return wrong.getMessage();
    }

    private String verbs(ParameterException wrong) {
        return String.join(
                texts.say("list.gap"), wrong.getCommandLine().getSubcommands().keySet());
    }

    private static String name(ArgSpec argument) {
        return argument instanceof CommandLine.Model.OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    /** A command was typed without the verb that it needs. */
    public static final class MissingVerb extends ParameterException {
        private static final long serialVersionUID = 1L;

        public MissingVerb(CommandLine command) {
            super(command, "no verb");
        }
    }
}
