package dev.steelyard.app.cli.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.RollingPolicyBase;
import ch.qos.logback.core.rolling.RolloverFailure;
import ch.qos.logback.core.rolling.TriggeringPolicyBase;
import dev.steelyard.ledger.store.PrivateFiles;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneId;
import java.util.Optional;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * {@code output/logs/steelyard.log}, of a worker a file of its machine, which takes what is logged until it is closed. A full file becomes {@code steelyard.1.log} and so
 * on; the oldest goes. A log that cannot be written keeps nothing from being done.
 */
public final class LogFile implements AutoCloseable {

    private static final String ENDING = ".log";

    /** Of each file. */
    private static final long BYTES = 10L << 20;

    /** Full files that are kept. */
    private static final int KEPT = 9;

    /** Never more than this of libraries: their talk is of their own affairs. */
    private static final Level OF_LIBRARIES = Level.WARN;

    private final LoggerContext context;
    private final Optional<PrivateAppender> appender;

    private LogFile(LoggerContext context, Optional<PrivateAppender> appender) {
        this.context = context;
        this.appender = appender;
    }

    /**
     * Begins to log into the folder {@code logs} of the outputs.
     *
     * @param name of the file, without its ending
     */
    public static LogFile start(Path output, String name, LogFormat format, Level level) {
        return start(output, name, format, level, BYTES);
    }

    static LogFile start(Path output, String name, LogFormat format, Level level, long bytes) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        try {
            Path folder = PrivateFiles.folder(output.resolve("logs"));
            PrivateAppender appender = appender(folder, name, format, bytes, context);
            Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
            root.setLevel(OF_LIBRARIES);
            root.addAppender(appender);
            context.getLogger("dev.steelyard").setLevel(level);
            // What the Java library and drivers say would go to stderr.
            SLF4JBridgeHandler.removeHandlersForRootLogger();
            SLF4JBridgeHandler.install();
            return new LogFile(context, Optional.of(appender));
        } catch (IOException e) {
            return new LogFile(context, Optional.empty());
        }
    }

    private static PrivateAppender appender(
            Path folder, String name, LogFormat format, long bytes, LoggerContext context) {
        PrivateAppender appender = new PrivateAppender();
        appender.setContext(context);
        appender.setFile(folder.resolve(name + ENDING).toString());
        LogLine line = new LogLine(format, ZoneId.systemDefault());
        line.setContext(context);
        line.start();
        appender.setEncoder(line);
        Numbered rolling = new Numbered(folder, name);
        rolling.setContext(context);
        rolling.setParent(appender);
        rolling.start();
        appender.setRollingPolicy(rolling);
        FullFile full = new FullFile(bytes);
        full.setContext(context);
        full.start();
        appender.setTriggeringPolicy(full);
        appender.start();
        return appender;
    }

    @Override
    public void close() {
        appender.ifPresent(one -> {
            Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
            root.detachAppender(one);
            root.setLevel(Level.OFF);
            context.getLogger("dev.steelyard").setLevel(null);
            one.stop();
        });
    }

    /** Moves full files on by one. Logback's own takes a path as a pattern, and a folder may be called {@code 50%}. */
    private static final class Numbered extends RollingPolicyBase {

        private final Path folder;
        private final String name;

        Numbered(Path folder, String name) {
            this.folder = folder;
            this.name = name;
        }

        private Path file(int number) {
            return folder.resolve(number == 0 ? name + ENDING : name + "." + number + ENDING);
        }

        @Override
        public void rollover() {
            try {
                for (int i = KEPT - 1; i >= 0; i--) {
                    if (Files.exists(file(i))) {
                        Files.move(file(i), file(i + 1), StandardCopyOption.REPLACE_EXISTING);
                    }
                }
            } catch (IOException e) {
                throw new RolloverFailure("a full log could not be moved", e);
            }
        }

        @Override
        public String getActiveFileName() {
            return getParentsRawFileProperty();
        }
    }

    /** Looks at every line: logback's own looks once a minute, and most processes here are gone by then. */
    private static final class FullFile extends TriggeringPolicyBase<ILoggingEvent> {
        private final long bytes;

        FullFile(long bytes) {
            this.bytes = bytes;
        }

        @Override
        public boolean isTriggeringEvent(File active, ILoggingEvent event) {
            return active.length() >= bytes;
        }
    }
}
