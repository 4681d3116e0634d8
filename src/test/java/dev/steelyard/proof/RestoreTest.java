package dev.steelyard.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.steelyard.TestDatabase;
import dev.steelyard.app.cli.CommandRunner;
import dev.steelyard.app.closing.Closing;
import dev.steelyard.app.publication.Standstill;
import dev.steelyard.ledger.database.LedgerCopy;
import dev.steelyard.ledger.database.LedgerDatabase;
import dev.steelyard.ledger.database.LedgerMoved;
import dev.steelyard.ledger.database.RecordedEditions;
import dev.steelyard.ledger.records.Ledger;
import dev.steelyard.ledger.records.Publication;
import dev.steelyard.output.publish.EditionFolders;
import dev.steelyard.output.publish.EditionFolders.Disagreement;
import dev.steelyard.output.publish.EditionFolders.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ledger and folders come from different days, or one of them is gone: nothing is paid twice, and nothing is dead. */
class RestoreTest {

    private static final Path COMPANY = Path.of("src/test/resources/cli/company");

    @TempDir
    Path folder;

    private CloseLaunch september;
    private Path output;

    @BeforeEach
    void runSeptember() throws IOException {
        output = folder.resolve("output");
        september = launch("2026-09", "2026-10-12");
        september.run();
    }

    private CloseLaunch launch(String period, String asOf) {
        return new CloseLaunch(COMPANY, output, period, LocalDate.parse(asOf), TestDatabase.H2);
    }

    /** With another amount of one order. */
    private CloseLaunch corrected(String amount) throws IOException {
        Path inputs = folder.resolve("inputs-" + amount);
        if (!Files.exists(inputs)) {
            copy(COMPANY, inputs);
        }
        Path orders = inputs.resolve("orders.csv");
        Files.writeString(orders, Files.readString(orders).replace("12000.00", amount));
        return new CloseLaunch(inputs, output, "2026-09", LocalDate.parse("2026-10-12"), TestDatabase.H2);
    }

    private Path edition(String name) {
        return september.editions().resolve(name);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }

    private List<Disagreement> disagreements() throws IOException {
        try (LedgerDatabase ledger = september.open()) {
            return new EditionFolders(output).against(new RecordedEditions(ledger.source()).all());
        }
    }

    private List<String> editions() throws IOException {
        try (Stream<Path> entries = Files.list(september.editions())) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aLostClosedEditionIsPublishedAgainByClose() throws IOException {
        september.close();
        Map<String, String> closed = september.published("closed-r1").everything();
        delete(edition("closed-r1"));
        assertThat(disagreements())
                .containsExactly(new Disagreement(Kind.MISSING, "month-end/2026-09/closed-r1"))
                .allMatch(Disagreement::closed);
        assertThat(september.close()).isInstanceOf(Closing.Result.PublishedAgain.class);
        assertThat(september.published("closed-r1").everything()).isEqualTo(closed);
        assertThat(Files.getPosixFilePermissions(edition("closed-r1").resolve("payout.csv")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(edition("latest")).hasContent("r1\n");
        assertThat(disagreements()).isEmpty();
        assertThat(september.close()).isInstanceOf(Closing.Result.AlreadyClosed.class);
    }

    /** What somebody wrote over in place is had again too; what stood there is kept. */
    @Test
    void aClosedEditionThatWasReplacedIsMovedAside() throws IOException {
        september.close();
        Map<String, String> closed = september.published("closed-r1").everything();
        Files.writeString(edition("closed-r1").resolve("payout.csv"), "forged\n");
        Files.writeString(edition("closed-r1").resolve("manifest.json"), "{}\n");
        assertThat(september.close()).isInstanceOf(Closing.Result.PublishedAgain.class);
        assertThat(september.published("closed-r1").everything()).isEqualTo(closed);
        assertThat(editions())
                .filteredOn(name -> name.startsWith("closed-r1.aside-"))
                .singleElement()
                .satisfies(aside ->
                        assertThat(edition(aside).resolve("payout.csv")).hasContent("forged\n"));
    }

    @Test
    void aLostRevisionIsPublishedAgainByTheNextRun() throws IOException {
        Map<String, String> published = september.published("r1").everything();
        delete(edition("r1"));
        september.run();
        assertThat(september.published("r1").everything()).isEqualTo(published);
        assertThat(editions()).containsExactly("latest", "r1");
    }

    @Test
    void anEmptyLedgerBesideEditionsIsNotBegunWith() throws IOException {
        Map<String, String> published = september.published("r1").everything();
        delete(output.resolve("ledger"));
        theLostLedgerIsSaid();
        assertThatThrownBy(september::run).isInstanceOfSatisfying(Standstill.class, still -> assertThat(still.key())
                .isEqualTo("ledger-lost"));
        assertThatThrownBy(september::close).isInstanceOf(Standstill.class);
        assertThat(september.published("r1").everything()).isEqualTo(published);
        assertThat(editions()).containsExactly("latest", "r1");
        assertThat(disagreements()).containsExactly(new Disagreement(Kind.UNKNOWN, "month-end/2026-09/r1"));
        theLostLedgerIsSaid();
    }

    /** By who only looks, whether no ledger is there or an empty one. */
    private void theLostLedgerIsSaid() {
        CommandRunner steelyard =
                new CommandRunner().with("STEELYARD_OUTPUT", output.toString()).with("STEELYARD_LANG", "en");
        for (String verb : List.of("status", "runs", "doctor")) {
            assertThat(steelyard.run(verb).out())
                    .as(verb)
                    .containsPattern("1 (published )?edition")
                    .contains("the first month-end/2026-09/r1");
        }
        assertThat(steelyard.run("status", "--json").out()).contains("\"finding\" : \"unknown\"");
        assertThat(steelyard.run("doctor").exit()).isEqualTo(4);
    }

    /** The folders of today beside the ledger of yesterday, as docs/service.md copies them for PostgreSQL. */
    @Test
    void foldersThatAreNewerThanTheLedgerAreNoEnd() throws IOException {
        Path backup = folder.resolve("backup");
        copy(output.resolve("ledger"), backup);
        CloseLaunch later = corrected("13000.00");
        later.run();
        assertThat(editions()).containsExactly("latest", "r1", "r2");
        Map<String, String> second = later.published("r2").everything();
        delete(output.resolve("ledger"));
        copy(backup, output.resolve("ledger"));
        assertThat(disagreements()).containsExactly(new Disagreement(Kind.UNKNOWN, "month-end/2026-09/r2"));
        // The same again is the same edition, and counts as published.
        Path other = folder.resolve("other");
        Files.move(output.resolve("ledger"), other);
        copy(other, output.resolve("ledger"));
        corrected("13000.00").run();
        assertThat(editions()).containsExactly("latest", "r1", "r2");
        delete(output.resolve("ledger"));
        Files.move(other, output.resolve("ledger"));
        corrected("14000.00").run();
        assertThat(editions()).hasSize(4).contains("latest", "r1", "r2").anyMatch(name -> name.startsWith("r2.aside-"));
        Path aside = edition(editions().stream()
                .filter(name -> name.startsWith("r2.aside-"))
                .findFirst()
                .orElseThrow());
        assertThat(new Published(aside).everything()).isEqualTo(second);
        assertThat(edition("latest")).hasContent("r2\n");
        assertThat(disagreements()).isEmpty();
    }

    @Test
    void whatCannotBeHadAgainStopsItsOwnPeriodOnly() throws IOException {
        september.close();
        delete(edition("closed-r1"));
        delete(output.resolve("ledger").resolve("store"));
        assertThatThrownBy(september::close).isInstanceOfSatisfying(Standstill.class, still -> assertThat(still.key())
                .isEqualTo("edition-lost"));
        // With targets of October, so that not everybody is held.
        Path inputs = folder.resolve("inputs-october");
        copy(COMPANY, inputs);
        Path targets = inputs.resolve("targets.csv");
        Files.writeString(targets, Files.readString(targets).replace("2026-09", "2026-10"));
        new CloseLaunch(inputs, output, "2026-10", LocalDate.parse("2026-11-12"), TestDatabase.H2).run();
        assertThat(output.resolve("month-end/2026-10/r1")).isDirectory();
    }

    @Test
    void aLedgerThatMovedSaysWhere() throws IOException {
        Path there = folder.resolve("there");
        String url = "jdbc:h2:file:" + there.resolve("steelyard");
        try (LedgerDatabase from = september.open();
                LedgerDatabase to = LedgerDatabase.open(there, Optional.of(url))) {
            LedgerCopy.copy(from, to);
            // A kill came before the old one was marked: the same again.
            LedgerCopy.move(from, to, url);
        }
        assertThatThrownBy(september::run).isInstanceOfSatisfying(LedgerMoved.class, moved -> assertThat(moved.to())
                .isEqualTo(url));
        try (LedgerDatabase to = LedgerDatabase.open(there, Optional.of(url))) {
            assertThat(new Ledger(to.source()).revisions()).singleElement().matches(Publication::published);
        }
    }
}
