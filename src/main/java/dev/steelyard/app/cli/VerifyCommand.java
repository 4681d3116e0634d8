package dev.steelyard.app.cli;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.ledger.Ledger;
import dev.steelyard.ledger.LedgerDatabase;
import dev.steelyard.ledger.LedgerFailed;
import dev.steelyard.ledger.LedgerInUse;
import dev.steelyard.ledger.RecordedEditions;
import dev.steelyard.output.publish.Manifest;
import dev.steelyard.output.publish.Verification;
import dev.steelyard.output.publish.Verification.Difference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "verify", versionProvider = EngineVersion.class)
final class VerifyCommand extends Verb {

    @Parameters(paramLabel = "DIR")
    private Path folder;

    VerifyCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() throws IOException {
        Path edition = edition();
        Recorded recorded = recorded(edition);
        Verification checked = verification(edition, recorded.manifests());
        int exit = checked.differences().isEmpty() ? Exit.DONE : Exit.REFUSED;
        if (json()) {
            print(json(edition, checked, recorded, exit));
        } else {
            text(edition, checked, recorded);
        }
        return exit;
    }

    /** The folder as typed or below the outputs; of a period's folder the newest edition. */
    private Path edition() throws IOException {
        Path found = Stream.of(folder, output().resolve(folder))
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow(() -> Refusal.badInput("verify-no-folder", "folder", shown(folder)));
        Path latest = found.resolve("latest");
        Path edition = Files.isRegularFile(latest)
                ? found.resolve(Files.readString(latest).strip())
                : found;
        if (!Files.isRegularFile(edition.resolve(Manifest.NAME))) {
            throw Refusal.of(Exit.REFUSED, "verify-no-manifest", "folder", shown(edition));
        }
        return edition;
    }

    /**
     * What the ledger knows of the period's editions.
     *
     * @param state {@code compared}, {@code in_use}, {@code none} or {@code unreachable}
     * @param manifests name of the folder → hash of its manifest
     */
    private record Recorded(String state, Optional<Map<String, String>> manifests) {

        static Recorded not(String why) {
            return new Recorded(why, Optional.empty());
        }
    }

    private Recorded recorded(Path edition) throws IOException {
        if (!OpenLedger.exists(ledger(), db())) {
            return Recorded.not("none");
        }
        try (LedgerDatabase database = OpenLedger.of(ledger(), db())) {
            return recorded(edition, database);
        } catch (LedgerInUse e) {
            return Recorded.not("in_use");
        } catch (LedgerFailed e) {
            return Recorded.not("unreachable");
        }
    }

    /** A folder that lies elsewhere may be one of another company's: it counts only if the ledger knows its run. */
    private Recorded recorded(Path edition, LedgerDatabase database) throws IOException {
        Manifest manifest = readable(edition, () -> Manifest.read(edition));
        Optional<Period> period = Period.parse(manifest.period());
        boolean isOurs = edition.toAbsolutePath().normalize().startsWith(output())
                || new Ledger(database.source())
                        .revisions().stream().anyMatch(one -> one.runId().equals(manifest.run()));
        // Of a trial the ledger knows nothing.
        return isOurs && manifest.revision() > 0 && period.isPresent()
                ? new Recorded(
                        "compared",
                        Optional.of(new RecordedEditions(database.source()).manifests(manifest.job(), period.get())))
                : Recorded.not("none");
    }

    /** Reads something of a manifest. */
    @FunctionalInterface
    private interface Reading<T> {
        T read() throws IOException;
    }

    private Verification verification(Path edition, Optional<Map<String, String>> recorded) throws IOException {
        return readable(edition, () -> Verification.of(edition, recorded));
    }

    private static <T> T readable(Path edition, Reading<T> reading) throws IOException {
        try {
            return reading.read();
        } catch (IOException e) {
            if (e.getCause() instanceof IllegalArgumentException) {
                throw Refusal.of(Exit.REFUSED, "verify-manifest-damaged", "folder", shown(edition));
            }
            throw e;
        }
    }

    private void text(Path edition, Verification checked, Recorded recorded) {
        Manifest manifest = checked.manifest();
        boolean agrees = checked.differences().isEmpty();
        String line = say(
                agrees ? "verify.agrees" : "verify.differs",
                "folder",
                shown(edition),
                "files",
                Summary.count(manifest.outputs().size()),
                "count",
                Summary.count(checked.differences().size()));
        print(agrees ? session().out().good(line) : session().out().bad(line));
        checked.differences().forEach(one -> print("  " + text(one)));
        if (!agrees) {
            print(say("verify.fix"));
        } else if (manifest.revision() > 0) {
            print("  " + say("verify.chain." + (manifest.revision() > 1), "revision", manifest.revision()));
            print("  " + say("verify.ledger." + recorded.state()));
        }
    }

    private String text(Difference one) {
        return say(
                "verify." + one.kind().name().toLowerCase(Locale.ROOT),
                "name",
                one.name(),
                "expected",
                brief(one.expected()),
                "found",
                brief(one.found()));
    }

    /** A hash is told apart by its beginning. */
    private static String brief(String value) {
        return value.length() == 64 ? value.substring(0, 12) + "…" : value;
    }

    private Json json(Path edition, Verification checked, Recorded recorded, int exit) {
        return Json.of("outcome", checked.differences().isEmpty() ? "agrees" : "differs")
                .with("exit", exit)
                .with("folder", edition.toString().replace('\\', '/'))
                .with("run", checked.manifest().run())
                .with("files", checked.manifest().outputs().size())
                .with("ledger", recorded.state())
                .with(
                        "differences",
                        checked.differences().stream()
                                .map(one -> Json.of("kind", one.kind().name().toLowerCase(Locale.ROOT))
                                        .with("name", one.name())
                                        .with("expected", one.expected())
                                        .with("found", one.found())
                                        .members())
                                .toList());
    }
}
