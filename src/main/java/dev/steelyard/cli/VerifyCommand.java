package dev.steelyard.cli;

import dev.steelyard.publish.Manifest;
import dev.steelyard.publish.Verification;
import dev.steelyard.publish.Verification.Difference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
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
        Verification checked = verification(edition);
        int exit = checked.differences().isEmpty() ? Exit.DONE : Exit.REFUSED;
        if (json()) {
            print(json(edition, checked, exit));
        } else {
            text(edition, checked);
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

    private Verification verification(Path edition) throws IOException {
        try {
            return Verification.of(edition);
        } catch (IOException e) {
            if (e.getCause() instanceof IllegalArgumentException) {
                throw Refusal.of(Exit.REFUSED, "verify-manifest-damaged", "folder", shown(edition));
            }
            throw e;
        }
    }

    private void text(Path edition, Verification checked) {
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

    private Json json(Path edition, Verification checked, int exit) {
        return Json.of("outcome", checked.differences().isEmpty() ? "agrees" : "differs")
                .with("exit", exit)
                .with("folder", edition.toString().replace('\\', '/'))
                .with("run", checked.manifest().run())
                .with("files", checked.manifest().outputs().size())
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
