package dev.steelyard.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.steelyard.app.cli.text.Exit;
import dev.steelyard.app.schedule.TestJobs;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.poifs.crypt.CipherAlgorithm;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.HashAlgorithm;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Each reader gets theirs, and nothing else; who gets nothing is said, and the edition stays published. */
class HandOutTest {

    private static final String EDITION = "month-end/2026-09/r1";

    @TempDir
    Path work;

    private Path output;
    private Path share;
    private CommandRunner steelyard;

    @BeforeEach
    void begin() throws IOException {
        assumeTrue(work.getFileSystem().supportedFileAttributeViews().contains("posix"));
        output = work.resolve("output");
        share = Files.createDirectory(work.resolve("share"));
        for (String reader : List.of("finance", "hr", "managers")) {
            Files.createDirectory(share.resolve(reader));
        }
        steelyard = new CommandRunner()
                .with("STEELYARD_OUTPUT", output.toString())
                .with("STEELYARD_HOME", work.toString())
                .with("STEELYARD_LANG", "en");
    }

    private String group() throws IOException {
        return Files.readAttributes(work, PosixFileAttributes.class).group().getName();
    }

    private void job(String publish) throws IOException {
        TestJobs.in(work).with("month-end", publish.replace("$GROUP", group()).replace("$SHARE", share.toString()));
    }

    private CommandRunner.Ended run() {
        return steelyard.run(
                "run",
                "month-end",
                "--period",
                "2026-09",
                "--inputs",
                Path.of("src/test/resources/cli/company").toAbsolutePath().toString());
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(one -> one.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void eachReaderGetsTheirsByGroup() throws IOException {
        job(
                """
                publish:
                  to:
                    finance: {folder: $SHARE/finance, group: $GROUP, files: ["payout*", "accrual*"]}
                    hr: {folder: $SHARE/hr, group: $GROUP, files: ["ranking-*", "scores.csv"]}
                    managers: {folder: "$SHARE/managers/{manager}", group: $GROUP, files: []}
                """);
        CommandRunner.Ended ran = run();
        assertThat(ran.exit()).as(ran.err()).isIn(Exit.DONE, Exit.BEYOND_THRESHOLDS);

        assertThat(files(share.resolve("finance/" + EDITION)))
                .containsExactly(
                        "accrual-2026-09.xlsx",
                        "accrual.csv",
                        "payout-2026-09.xlsx",
                        "payout-by-person.csv",
                        "payout.csv");
        assertThat(files(share.resolve("hr/" + EDITION))).containsExactly("ranking-2026-09.xlsx", "scores.csv");
        try (Stream<Path> managers = Files.list(share.resolve("managers"))) {
            for (Path manager : managers.toList()) {
                assertThat(files(manager))
                        .isNotEmpty()
                        .allMatch(file ->
                                file.startsWith(EDITION + "/teams/") || file.startsWith(EDITION + "/interviews/"));
            }
        }
        Path payout = share.resolve("finance/" + EDITION + "/payout.csv");
        assertThat(payout).hasSameBinaryContentAs(output.resolve(EDITION).resolve("payout.csv"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(payout)))
                .isEqualTo("rw-r-----");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(share.resolve("finance/month-end"))))
                .isEqualTo("rwxr-x---");
        assertThat(output.resolve("month-end/2026-09/handed-out-r1.csv"))
                .content(StandardCharsets.UTF_8)
                .contains("finance,", ",payout.csv,given,,")
                .doesNotContain("failed");
        // The list lies beside the edition, which is what it was.
        assertThat(steelyard.run("verify", output.resolve(EDITION).toString()).exit())
                .isEqualTo(Exit.DONE);
        assertThat(steelyard.run("publish", EDITION).exit()).isEqualTo(Exit.DONE);
    }

    @Test
    void whoGetsNothingIsSaidAndTheEditionStays() throws IOException {
        job(
                """
                publish:
                  passwords: passwords
                  to:
                    away: {folder: $SHARE/not-mounted, group: $GROUP, files: ["payout*"]}
                    nobody: {folder: $SHARE/hr, group: no-such-group-4711, files: ["payout*"]}
                    silent: {folder: $SHARE/hr, encrypt: true, files: ["ranking-*"]}
                    finance: {folder: $SHARE/finance, encrypt: true, files: ["payout*"]}
                """);
        Files.writeString(work.resolve("passwords"), "finance=Gehe1m 钥匙\\n");
        CommandRunner.Ended ran = run();
        assertThat(ran.exit()).as(ran.err()).isEqualTo(Exit.RESOURCE_FAILED);
        assertThat(ran.err())
                .contains("away got nothing", "nobody got nothing", "silent got nothing", "finance got nothing")
                .contains("chmod 600", "no-such-group-4711", "steelyard publish " + EDITION)
                .doesNotContain("Gehe1m");
        assertThat(output.resolve(EDITION).resolve("manifest.json")).exists();
        assertThat(files(share)).isEmpty();
        assertThat(output.resolve("month-end/2026-09/handed-out-r1.csv"))
                .content(StandardCharsets.UTF_8)
                .contains(",failed,away,", ",failed,group_unknown,", ",failed,passwords_open,")
                .doesNotContain("Gehe1m");

        Files.setPosixFilePermissions(work.resolve("passwords"), PosixFilePermissions.fromString("rw-------"));
        CommandRunner.Ended again =
                steelyard.with("STEELYARD_PASSWORD_SILENT", "s").run("publish", EDITION, "--json");
        assertThat(again.exit()).isEqualTo(Exit.RESOURCE_FAILED);
        assertThat(files(share.resolve("finance/" + EDITION))).containsExactly("payout-2026-09.xlsx");
        assertThat(files(share.resolve("hr/" + EDITION))).containsExactly("ranking-2026-09.xlsx");
        assertThat(output.resolve("month-end/2026-09/handed-out-r1.csv"))
                .content(StandardCharsets.UTF_8)
                .contains(",payout.csv,kept_back,", ",payout-2026-09.xlsx,given,");
    }

    @Test
    void aWorkbookUnderAPasswordIsAes256AndOpensWithNothingElse() throws IOException, GeneralSecurityException {
        job(
                """
                publish:
                  to:
                    finance: {folder: $SHARE/finance, encrypt: true, files: ["payout*"]}
                """);
        steelyard.with("STEELYARD_PASSWORD_FINANCE", "Gehe1m");
        run();
        try (InputStream in = Files.newInputStream(share.resolve("finance/" + EDITION + "/payout-2026-09.xlsx"));
                POIFSFileSystem container = new POIFSFileSystem(in)) {
            EncryptionInfo info = new EncryptionInfo(container);
            assertThat(info.getHeader().getCipherAlgorithm()).isEqualTo(CipherAlgorithm.aes256);
            assertThat(info.getHeader().getHashAlgorithm()).isEqualTo(HashAlgorithm.sha512);
            assertThat(info.getVerifier().getHashAlgorithm()).isEqualTo(HashAlgorithm.sha512);
            Decryptor decryptor = info.getDecryptor();
            assertThat(decryptor.verifyPassword("Gehe1n")).isFalse();
            assertThat(decryptor.verifyPassword("Gehe1m")).isTrue();
            try (XSSFWorkbook book = new XSSFWorkbook(decryptor.getDataStream(container))) {
                assertThat(book.getNumberOfSheets()).isPositive();
            }
        }
    }

    @Test
    void aPublishedFileThatWasChangedReachesNobody() throws IOException {
        job(
                """
                publish:
                  to:
                    finance: {folder: $SHARE/finance, group: $GROUP, files: ["payout*"]}
                """);
        run();
        Path payout = output.resolve(EDITION).resolve("payout.csv");
        Files.writeString(payout, Files.readString(payout).replaceFirst(",pay,", ",on_hold,"));
        CommandRunner.Ended again = steelyard.run("publish", EDITION);
        assertThat(again.exit()).isEqualTo(Exit.RESOURCE_FAILED);
        assertThat(again.err()).contains("payout.csv is not what the manifest says");
        assertThat(share.resolve("finance/" + EDITION + "/payout.csv"))
                .content()
                .isNotEqualTo(Files.readString(payout));
        assertThat(names(share.resolve("finance/month-end/2026-09")))
                .as("what was staged")
                .containsExactly("r1");
    }

    /** Which files are whose is what was published, too: nobody gets another team's because of an edited list. */
    @Test
    void whoseTheFilesAreIsWhatWasPublished() throws IOException {
        job(
                """
                publish:
                  to:
                    managers: {folder: "$SHARE/managers/{manager}", group: $GROUP, files: []}
                """);
        run();
        Path index = output.resolve(EDITION).resolve("managers.csv");
        Files.writeString(index, Files.readString(index) + "E9,payout.csv\n");
        CommandRunner.Ended again = steelyard.run("publish", EDITION);
        assertThat(again.exit()).isEqualTo(Exit.RESOURCE_FAILED);
        assertThat(again.err()).contains("managers got nothing", "managers.csv is not what the manifest says");
        assertThat(files(share)).noneMatch(file -> file.endsWith("payout.csv"));
    }

    /** As somebody would who made the manifest anew along with a file. */
    @Test
    void whatTheLedgerDidNotRecordReachesNobody() throws IOException {
        job(
                """
                publish:
                  to:
                    finance: {folder: $SHARE/finance, group: $GROUP, files: ["payout*"]}
                """);
        run();
        Path manifest = output.resolve(EDITION).resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest) + " ");
        CommandRunner.Ended again = steelyard.run("publish", EDITION);
        assertThat(again.exit()).isEqualTo(Exit.REFUSED);
        assertThat(again.err()).contains("is not what the ledger recorded");
    }

    @Test
    void managersOfAnEditionThatDoesNotKnowThemAreSaidToHaveGotNothing() throws IOException {
        job("");
        run();
        job(
                """
                publish:
                  to:
                    finance: {folder: $SHARE/finance, group: $GROUP, files: ["payout*"]}
                    managers: {folder: "$SHARE/managers/{manager}", group: $GROUP, files: []}
                """);
        CommandRunner.Ended told = steelyard.run("publish", EDITION);
        assertThat(told.exit()).isEqualTo(Exit.RESOURCE_FAILED);
        assertThat(told.err()).contains("managers got nothing", "run the period again");
        assertThat(output.resolve("month-end/2026-09/handed-out-r1.csv"))
                .content(StandardCharsets.UTF_8)
                .contains("managers,", ",failed,no_index,");
    }

    /** Killed between the two renames of a repeat, where the reader has the earlier one under another name only. */
    @Test
    void whoseRepeatWasKilledAndThenFailsHasTheEarlierOneAgain() throws IOException {
        job(
                """
                publish:
                  to:
                    finance: {folder: $SHARE/finance, group: $GROUP, files: ["payout*"]}
                """);
        run();
        Path period = share.resolve("finance/month-end/2026-09");
        Files.move(period.resolve("r1"), period.resolve(".r1.old"));
        Path payout = output.resolve(EDITION).resolve("payout.csv");
        Files.writeString(payout, Files.readString(payout).replaceFirst(",pay,", ",on_hold,"));
        assertThat(steelyard.run("publish", EDITION).exit()).isEqualTo(Exit.RESOURCE_FAILED);
        assertThat(names(period)).containsExactly("r1");
        assertThat(files(period.resolve("r1"))).hasSize(3);
    }

    /** It waits for the second reader's password, which comes through a pipe, and is killed meanwhile. */
    @Test
    @Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void whileAnEditionIsHandedOutNoListSaysThatItWas() throws Exception {
        job(
                """
                publish:
                  passwords: passwords
                  to:
                    hr: {folder: $SHARE/hr, group: $GROUP, files: ["ranking-*"]}
                    finance: {folder: $SHARE/finance, encrypt: true, files: ["payout*"]}
                """);
        steelyard.with("STEELYARD_PASSWORD_FINANCE", "Gehe1m");
        run();
        Path list = output.resolve("month-end/2026-09/handed-out-r1.csv");
        String whole = Files.readString(list);
        assertThat(new ProcessBuilder(
                                "mkfifo", "-m", "600", work.resolve("passwords").toString())
                        .start()
                        .waitFor())
                .isZero();
        ProcessBuilder command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Steelyard.class.getName(),
                "publish",
                EDITION,
                "--output",
                output.toString(),
                "--home",
                work.toString());
        command.environment().remove("STEELYARD_PASSWORD_FINANCE");
        Process process = command.inheritIO().start();
        try (OutputStream pipe = Files.newOutputStream(work.resolve("passwords"))) {
            // Opened only once the other end reads.
            process.destroyForcibly();
            assertThat(process.waitFor()).isNotZero();
            assertThat(pipe).isNotNull();
        }
        assertThat(list).doesNotExist();
        Files.delete(work.resolve("passwords"));
        assertThat(run().exit()).isIn(Exit.DONE, Exit.BEYOND_THRESHOLDS);
        assertThat(list).content().isEqualTo(whole);
    }

    @Test
    void aJobThatNamesNobodyHandsOutNothing() throws IOException {
        job("");
        run();
        CommandRunner.Ended told = steelyard.run("publish", EDITION);
        assertThat(told.exit()).isEqualTo(Exit.BAD_INPUT);
        assertThat(output.resolve(EDITION).resolve("managers.csv")).doesNotExist();
        assertThat(steelyard.run("publish", "month-end/2026-09/r7").exit()).isEqualTo(Exit.BAD_INPUT);
    }
}
