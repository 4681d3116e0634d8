package dev.steelyard.app.cli.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.logging.LogManager;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LogFileTest {

    private static final Logger OURS = LoggerFactory.getLogger(LogFileTest.class);

    private static final Logger LIBRARY = LoggerFactory.getLogger("org.example.Library");

    private static final String CANARY = "张三 12345.67";

    @TempDir
    private Path output;

    private Path logs() {
        return output.resolve("logs");
    }

    /** Without the time, which stands first. */
    private List<String> logged(LogFormat format, Level level, Runnable work) throws IOException {
        LogFile log = LogFile.start(output, "steelyard", format, level);
        try {
            work.run();
        } finally {
            log.close();
        }
        return Files.readAllLines(logs().resolve("steelyard.log"));
    }

    @Test
    void aLineSaysWhenHowGraveWhatAndOfWhichRun() throws IOException {
        List<String> lines = logged(LogFormat.TEXT, Level.INFO, () -> {
            MDC.put("run", "3fa8");
            OURS.atInfo().addKeyValue("phase", "measure").addKeyValue("ms", 12L).log("phase ended");
            MDC.remove("run");
            OURS.debug("not asked for");
            OURS.atWarn().addKeyValue("reason", "two words\nERROR forged").log("notice not sent");
        });
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0))
                .matches(
                        "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}[+-]\\d\\d:\\d\\d INFO  phase ended  run=3fa8  phase=measure  ms=12");
        assertThat(lines.get(1)).endsWith("WARN  notice not sent  reason=\"two words\\nERROR forged\"");
    }

    @Test
    void programsGetAnObjectALine() throws IOException {
        List<String> lines = logged(LogFormat.JSON, Level.DEBUG, () -> OURS.atDebug()
                .addKeyValue("ms", 12L)
                .log("phase begins"));
        JsonNode line = JsonMapper.shared().readTree(lines.get(0));
        assertThat(line.propertyNames()).containsExactly("time", "level", "message", "ms");
        assertThat(line.path("level").asString()).isEqualTo("debug");
        assertThat(line.path("ms").isIntegralNumber()).isTrue();
    }

    @Test
    void whatFailuresAndLibrariesSayIsNotRepeated() throws IOException {
        for (LogFormat format : LogFormat.values()) {
            List<String> lines = logged(format, Level.DEBUG, () -> {
                OURS.atError()
                        .setCause(new IllegalStateException(CANARY, new IllegalArgumentException(CANARY)))
                        .log("failed");
                LIBRARY.warn("cannot store {}", CANARY);
                LIBRARY.info("nobody asked");
                java.util.logging.Logger.getLogger("org.example.Driver").warning(CANARY);
            });
            assertThat(String.join("\n", lines))
                    .contains(
                            "IllegalStateException at app.cli.log.LogFileTest",
                            " caused by java.lang.IllegalArgumentException",
                            "org.example.Library",
                            "org.example.Driver")
                    .doesNotContain("张三", "12345", "nobody");
        }
    }

    /** Folders are called what people call them: a percent sign is no pattern. */
    @ParameterizedTest
    @ValueSource(strings = {"50%", "份额(%)", "100%d"})
    void aFolderMayBeCalledAnything(String name) throws Exception {
        output = output.resolve(name);
        aFullFileMakesRoomAndOnlyTheOwnerReadsAny();
    }

    @Test
    void aFullFileMakesRoomAndOnlyTheOwnerReadsAny() throws Exception {
        LogFile log = LogFile.start(output, "steelyard", LogFormat.TEXT, Level.INFO, 2_000);
        try {
            for (int i = 0; i < 2_000; i++) {
                OURS.atInfo().addKeyValue("number", i).log("a line");
            }
        } finally {
            log.close();
        }
        List<Path> files;
        try (Stream<Path> found = Files.list(logs())) {
            files = found.sorted().toList();
        }
        assertThat(files)
                .extracting(file -> file.getFileName().toString())
                .contains("steelyard.log", "steelyard.1.log", "steelyard.9.log")
                .hasSize(10);
        assertThat(Files.readString(logs().resolve("steelyard.log"))
                        + Files.readString(logs().resolve("steelyard.1.log")))
                .contains("number=1999");
        for (Path file : files) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(logs())))
                .isEqualTo("rwx------");
    }

    @Test
    void aLogThatCannotBeWrittenKeepsNothingFromBeingDone() throws IOException {
        Files.writeString(logs(), "a file where the folder should be");
        LogFile log = LogFile.start(output, "steelyard", LogFormat.TEXT, Level.INFO);
        OURS.info("nowhere");
        log.close();
        assertThat(logs()).hasContent("a file where the folder should be");
    }

    @Test
    void nothingIsLeftBehindThatPrintsToStderr() throws IOException {
        logged(LogFormat.TEXT, Level.INFO, () -> OURS.info("a line"));
        assertThat(OURS.isErrorEnabled()).isFalse();
        assertThat(LogManager.getLogManager().getLogger("").getHandlers())
                .noneMatch(handler -> handler instanceof java.util.logging.ConsoleHandler);
    }
}
