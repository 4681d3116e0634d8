package dev.steelyard.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.steelyard.app.cli.CommandRunner;
import dev.steelyard.app.schedule.TestJobs;
import dev.steelyard.proof.Launch.Death;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A hand-out that dies anywhere shows its reader a whole edition or none, and the same command ends it. */
class KilledHandOutTest {

    private static final String PERIOD = "month-end/2026-09";
    private static final String EDITION = PERIOD + "/r1";
    private static final List<String> FILES =
            List.of("payout-2026-09.xlsx", "payout-by-person.csv", "payout.csv", "teams/T01-2026-09.xlsx");

    @TempDir
    static Path work;

    private static String group;
    private static CommandRunner steelyard;

    @BeforeAll
    static void publish() throws IOException {
        assumeTrue(work.getFileSystem().supportedFileAttributeViews().contains("posix"));
        group = Files.readAttributes(work, PosixFileAttributes.class).group().getName();
        steelyard = new CommandRunner()
                .with("STEELYARD_OUTPUT", work.resolve("output").toString())
                .with("STEELYARD_HOME", work.toString());
        TestJobs.in(work).with("month-end", "");
        String inputs =
                Path.of("src/test/resources/cli/company").toAbsolutePath().toString();
        assertThat(steelyard
                        .run("run", "month-end", "--period", "2026-09", "--inputs", inputs, "--quiet")
                        .exit())
                .isIn(0, 5);
    }

    @ParameterizedTest(name = "{0} {1}, again: {2}")
    @CsvSource({
        "BEFORE_FILE, 3, false",
        "BEFORE_RENAME, 1, false",
        "AFTER_RENAME, 1, false",
        "BEFORE_FILE, 3, true",
        "BEFORE_RENAME, 1, true",
        "AFTER_RENAME, 1, true",
        "AFTER_RENAME, 2, true"
    })
    void nobodySeesHalfAnEditionAndTheSameCommandEndsIt(Death death, int at, boolean again) throws Exception {
        Path share = Files.createTempDirectory(work, "share");
        TestJobs.in(work)
                .with(
                        "month-end",
                        "publish: {to: {finance: {folder: %s, group: %s, files: [\"payout*\", \"teams/T01*\"]}}}\n"
                                .formatted(share, group));
        if (again) {
            assertThat(steelyard.run("publish", EDITION).exit()).isZero();
        }
        Process process =
                new HandOutLaunch(work.resolve("output").resolve(EDITION), share, group, FILES).start(death, at);
        assertThat(process.waitFor()).as("exit of the process that dies").isEqualTo(Launch.KILLED);
        for (Path seen : seenByTheGroup(share.resolve(PERIOD))) {
            assertThat(new Published(seen).everything().keySet())
                    .as("%s", seen)
                    .containsExactlyInAnyOrderElementsOf(FILES);
        }

        assertThat(steelyard.run("publish", EDITION).exit()).isZero();
        try (Stream<Path> left = Files.list(share.resolve(PERIOD))) {
            assertThat(left.map(one -> one.getFileName().toString())).containsExactly("r1");
        }
        Map<String, String> whole = new Published(work.resolve("output").resolve(EDITION)).everything();
        whole.keySet().retainAll(FILES);
        assertThat(new Published(share.resolve(EDITION)).everything()).isEqualTo(whole);
    }

    /** Whatever its name: who may list a folder sees the hidden ones too. */
    private static List<Path> seenByTheGroup(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> seen = all.toList();
            return seen.stream().filter(KilledHandOutTest::isOpen).toList();
        }
    }

    private static boolean isOpen(Path folder) {
        try {
            return Files.getPosixFilePermissions(folder).contains(PosixFilePermission.GROUP_EXECUTE);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
