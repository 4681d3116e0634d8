package dev.steelyard.app.cli.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.core.encoder.EncoderBase;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.event.KeyValuePair;
import tools.jackson.databind.json.JsonMapper;

/**
 * An event as a line: time, level, what, and named values, those of the run first. What a library says and what an exception says
 * may repeat a cell of an export: of the one only the logger is told, of the other only kinds and places in the code.
 */
final class LogLine extends EncoderBase<ILoggingEvent> {

    private static final String HOUSE = "dev.steelyard.";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT);

    /** The run's, in this order before all others. */
    private static final List<String> OF_RUN = List.of("run", "job", "period");

    private static final int FRAMES = 6;

    private static final int CAUSES = 5;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final LogFormat format;
    private final ZoneId zone;

    LogLine(LogFormat format, ZoneId zone) {
        this.format = format;
        this.zone = zone;
    }

    @Override
    public byte[] headerBytes() {
        return new byte[0];
    }

    @Override
    public byte[] footerBytes() {
        return new byte[0];
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        Map<String, Object> values = values(event);
        String line = format == LogFormat.JSON ? json(event, values) : text(event, values);
        return (line + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private String time(ILoggingEvent event) {
        return TIME.format(event.getInstant().atZone(zone));
    }

    private static boolean isOurs(ILoggingEvent event) {
        return event.getLoggerName().startsWith(HOUSE);
    }

    private static String message(ILoggingEvent event) {
        return isOurs(event) ? event.getMessage() : "a library reports";
    }

    private static Map<String, Object> values(ILoggingEvent event) {
        Map<String, Object> values = new LinkedHashMap<>();
        Map<String, String> context = event.getMDCPropertyMap();
        OF_RUN.stream().filter(context::containsKey).forEach(key -> values.put(key, context.get(key)));
        if (!isOurs(event)) {
            values.put("logger", event.getLoggerName());
        } else if (event.getKeyValuePairs() != null) {
            for (KeyValuePair pair : event.getKeyValuePairs()) {
                values.put(pair.key, pair.value instanceof Number ? pair.value : String.valueOf(pair.value));
            }
        }
        if (event.getThrowableProxy() != null) {
            values.put("exception", causes(event.getThrowableProxy()));
        }
        return values;
    }

    /** {@code IllegalStateException at batch.RunLauncher.run:12 < … caused by …}, without what they say. */
    private static String causes(IThrowableProxy failure) {
        StringBuilder text = new StringBuilder();
        int depth = 0;
        for (IThrowableProxy cause = failure; cause != null && depth < CAUSES; cause = cause.getCause()) {
            text.append(depth++ == 0 ? "" : " caused by ")
                    .append(cause.getClassName())
                    .append(frames(cause));
        }
        return text.toString();
    }

    private static String frames(IThrowableProxy cause) {
        String frames = Arrays.stream(cause.getStackTraceElementProxyArray())
                .map(StackTraceElementProxy::getStackTraceElement)
                .filter(frame -> frame.getClassName().startsWith(HOUSE))
                .limit(FRAMES)
                .map(frame -> frame.getClassName().substring(HOUSE.length()) + "." + frame.getMethodName() + ":"
                        + frame.getLineNumber())
                .collect(Collectors.joining(" < "));
        return frames.isEmpty() ? "" : " at " + frames;
    }

    private String text(ILoggingEvent event, Map<String, Object> values) {
        StringBuilder line = new StringBuilder(time(event))
                .append(' ')
                .append("%-5s".formatted(event.getLevel()))
                .append(' ')
                .append(message(event));
        values.forEach((key, value) -> line.append("  ").append(key).append('=').append(word(value.toString())));
        return line.toString();
    }

    /** In quotes where it could be taken for more than one word or line. */
    private static String word(String value) {
        return value.matches("[\\p{Alnum}._:/+-]+") ? value : JSON.writeValueAsString(value);
    }

    private String json(ILoggingEvent event, Map<String, Object> values) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("time", time(event));
        line.put("level", event.getLevel().toString().toLowerCase(Locale.ROOT));
        line.put("message", message(event));
        line.putAll(values);
        return JSON.writeValueAsString(line);
    }
}
