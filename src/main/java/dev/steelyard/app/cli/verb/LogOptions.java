package dev.steelyard.app.cli.verb;

import ch.qos.logback.classic.Level;
import dev.steelyard.app.cli.log.LogFormat;
import dev.steelyard.app.cli.text.Refusal;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Option;

/** How a verb that changes something is logged. */
public final class LogOptions {

    private static final String LEVEL = "STEELYARD_LOG_LEVEL";

    private static final Set<String> LEVELS = Set.of("error", "warn", "info", "debug");

    @Option(names = "--log-format", paramLabel = "text|json", defaultValue = "text")
    private LogFormat format;

    public LogFormat format() {
        return format;
    }

    public static Level level(Map<String, String> environment) {
        String level = environment.getOrDefault(LEVEL, "").strip().toLowerCase(Locale.ROOT);
        if (!level.isEmpty() && !LEVELS.contains(level)) {
            throw Refusal.badInput("log-level", "variable", LEVEL, "value", level);
        }
        return Level.toLevel(level, Level.INFO);
    }
}
