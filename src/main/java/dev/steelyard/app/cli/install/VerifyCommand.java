package dev.steelyard.app.cli.install;

import dev.steelyard.app.cli.failure.ProofText;
import dev.steelyard.app.cli.text.Exit;
import dev.steelyard.app.cli.text.Json;
import dev.steelyard.app.cli.text.Numbers;
import dev.steelyard.app.cli.text.Refusal;
import dev.steelyard.app.cli.text.Style;
import dev.steelyard.app.cli.verb.EngineVersion;
import dev.steelyard.app.cli.verb.FoundLedger;
import dev.steelyard.app.cli.verb.OpenLedger;
import dev.steelyard.app.cli.verb.Session;
import dev.steelyard.app.cli.verb.Verb;
import dev.steelyard.app.publication.Discrepancy;
import dev.steelyard.app.publication.LedgerProof;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.ledger.database.ChainHead;
import dev.steelyard.ledger.database.ChainLink;
import dev.steelyard.ledger.database.LedgerDatabase;
import dev.steelyard.ledger.database.LedgerFailed;
import dev.steelyard.ledger.database.LedgerInUse;
import dev.steelyard.ledger.database.LedgerOutdated;
import dev.steelyard.ledger.database.RecordedEditions;
import dev.steelyard.ledger.records.Ledger;
import dev.steelyard.output.publish.Manifest;
import dev.steelyard.output.publish.SealedEdition;
import dev.steelyard.output.publish.Verification;
import dev.steelyard.output.publish.Verification.Difference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Checks published folders against their manifests, the ledger, and a head of its chain that somebody wrote down. Only who was
 * compared with one of the last two is vouched for: a manifest can be made anew by whoever changes the files.
 */
@Command(name = "verify", versionProvider = EngineVersion.class)
public final class VerifyCommand extends Verb {

    @Parameters(paramLabel = "DIR")
    private Path folder;

    @Option(names = "--head", paramLabel = "HEAD")
    private String head;

    public VerifyCommand(Session session) {
        super(session);
    }

    /**
     * What the ledger knows.
     *
     * @param state {@code compared}, {@code in_use}, {@code none}, {@code trial}, {@code outdated} or {@code unreachable}
     * @param manifests name of the folder → hash of its manifest, of the period's editions
     * @param found what it says otherwise than was published
     * @param guards guards of its tables that are missing, changed, or were until it was last written
     */
    private record Recorded(
            String state,
            Optional<Map<String, String>> manifests,
            List<ChainLink> links,
            List<Discrepancy> found,
            List<String> guards) {

        static Recorded not(String why) {
            return new Recorded(why, Optional.empty(), List.of(), List.of(), List.of());
        }

        boolean isCompared() {
            return state.equals("compared");
        }

        ChainHead head() {
            return links.isEmpty()
                    ? ChainHead.NONE
                    : links.get(links.size() - 1).head();
        }
    }

    /**
     * Where a head stands that somebody wrote down.
     *
     * @param isFound whether what is here leads to it
     * @param entry which entry of the ledger it is of; blank where an edition leads to it without a ledger
     */
    private record Asked(String head, boolean isFound, String entry) {}

    @Override
    public Integer call() throws IOException {
        if (head != null && ChainHead.typed(head).isEmpty()) {
            throw Refusal.badInput("verify-head", "head", head);
        }
        List<Path> editions = editions();
        Recorded recorded = recorded(editions);
        Map<Path, Verification> checked = new LinkedHashMap<>();
        for (Path edition : editions) {
            checked.put(edition, readable(edition, () -> Verification.of(edition, recorded.manifests())));
        }
        Optional<Asked> asked = head == null ? Optional.empty() : Optional.of(asked(editions, recorded));
        boolean differs =
                checked.values().stream().anyMatch(one -> !one.differences().isEmpty())
                        || !recorded.found().isEmpty()
                        || asked.filter(one -> !one.isFound()).isPresent();
        boolean isVouched =
                recorded.isCompared() || asked.filter(Asked::isFound).isPresent();
        int exit = differs ? Exit.REFUSED : isVouched ? Exit.DONE : Exit.BEYOND_THRESHOLDS;
        if (json()) {
            print(json(checked, recorded, asked, exit));
        } else {
            text(checked, recorded, asked, exit);
        }
        return exit;
    }

    /** The folder as typed or below the outputs, and the closes of its revision; of a period's folder the newest and all closes. */
    private List<Path> editions() throws IOException {
        Path found = Stream.of(folder, output().resolve(folder))
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow(() -> Refusal.badInput("verify-no-folder", "folder", shown(folder)));
        Path latest = found.resolve("latest");
        boolean isPeriod = Files.isRegularFile(latest);
        Path edition = isPeriod ? found.resolve(Files.readString(latest).strip()) : found;
        if (!Files.isRegularFile(edition.resolve(Manifest.NAME))) {
            throw Refusal.of(Exit.REFUSED, "verify-no-manifest", "folder", shown(edition));
        }
        List<Path> editions = new ArrayList<>(List.of(edition));
        String name = String.valueOf(edition.toAbsolutePath().getFileName());
        if (isPeriod || name.matches("r[0-9]+")) {
            String closes = isPeriod ? "closed-r[0-9]+(-[0-9]+)?" : "closed-" + name + "(-[0-9]+)?";
            try (Stream<Path> all = Files.list(isPeriod ? found : edition.resolveSibling(""))) {
                all.filter(one -> one.getFileName().toString().matches(closes))
                        .filter(one -> Files.isRegularFile(one.resolve(Manifest.NAME)))
                        .sorted()
                        .forEach(editions::add);
            }
        }
        return editions;
    }

    private Recorded recorded(List<Path> editions) throws IOException {
        Path edition = editions.get(0);
        Manifest manifest = readable(edition, () -> Manifest.read(edition));
        if (manifest.revision() == 0) {
            return Recorded.not("trial");
        }
        Optional<FoundLedger> ledger = FoundLedger.of(this, edition);
        if (ledger.isEmpty()) {
            return Recorded.not("none");
        }
        try (LedgerDatabase database =
                OpenLedger.toLook(this, ledger.get().ledger(), ledger.get().db())) {
            return recorded(editions, manifest, ledger.get(), database);
        } catch (LedgerInUse e) {
            return Recorded.not("in_use");
        } catch (LedgerOutdated e) {
            return Recorded.not("outdated");
        } catch (LedgerFailed e) {
            return Recorded.not("unreachable");
        }
    }

    /** A folder that lies elsewhere may be one of another company's: it counts only if the ledger knows its run. */
    private Recorded recorded(List<Path> editions, Manifest manifest, FoundLedger ledger, LedgerDatabase database)
            throws IOException {
        Optional<Period> period = Period.parse(manifest.period());
        boolean isOurs = ledger.isAbove()
                || new Ledger(database.source())
                        .revisions().stream().anyMatch(one -> one.runId().equals(manifest.run()));
        if (!isOurs || period.isEmpty()) {
            return Recorded.not("none");
        }
        LedgerProof proof = new LedgerProof(database.source(), ledger.output());
        List<String> guards = new ArrayList<>();
        database.guards()
                .forEach(fault -> guards.add(say("guard." + fault.found().code(), "table", fault.table())));
        database.guardsLost().forEach(lost -> guards.add(say("guard.lost", "lost", lost)));
        return new Recorded(
                "compared",
                Optional.of(new RecordedEditions(database.source()).manifests(manifest.job(), period.get())),
                proof.links(),
                // What is wrong with files of these editions is said of them.
                proof.everything().stream()
                        .filter(one -> one.what() != Discrepancy.What.FILE
                                || editions.stream()
                                        .map(each -> each.toAbsolutePath().normalize())
                                        .noneMatch(ledger.output().resolve(one.place())::equals))
                        .toList(),
                guards);
    }

    private Asked asked(List<Path> editions, Recorded recorded) throws IOException {
        Optional<ChainLink> link = recorded.links().stream()
                .filter(one -> one.head().isShownAs(head))
                .findFirst();
        if (link.isPresent()) {
            return new Asked(head, true, link.get().name());
        }
        if (!recorded.isCompared()) {
            for (Path edition : editions) {
                boolean leads = SealedEdition.of(edition)
                        .flatMap(SealedEdition::head)
                        .filter(one -> one.isShownAs(head))
                        .isPresent();
                if (leads) {
                    return new Asked(head, true, shown(edition));
                }
            }
        }
        return new Asked(head, false, "");
    }

    /** Reads something of a manifest. */
    @FunctionalInterface
    private interface Reading<T> {
        T read() throws IOException;
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

    private void text(Map<Path, Verification> checked, Recorded recorded, Optional<Asked> asked, int exit) {
        checked.forEach((edition, verification) -> text(edition, verification, exit != Exit.DONE));
        Manifest manifest = checked.values().iterator().next().manifest();
        List<String> with = new ArrayList<>(List.of(say("verify.with.files")));
        if (recorded.isCompared()) {
            with.add(say(
                    "verify.with.ledger",
                    "count",
                    Numbers.count(recorded.links().size()),
                    "head",
                    recorded.head().shown()));
        }
        asked.filter(Asked::isFound).ifPresent(one -> with.add(say("verify.with.head")));
        if (exit != Exit.REFUSED && manifest.revision() > 0) {
            print("  " + say("verify.chain." + (manifest.revision() > 1), "revision", manifest.revision()));
        }
        print("  "
                + say(
                        with.size() == 1 ? "verify.with.only" : "verify.with",
                        "with",
                        String.join(say("sentence.comma"), with)));
        print("  " + say("verify.ledger." + (recorded.found().isEmpty() ? recorded.state() : "differs")));
        ProofText.lines(recorded.found(), session().texts()).forEach(line -> print("    " + line));
        if (recorded.links().stream().anyMatch(ChainLink::adopted)) {
            long adopted = recorded.links().stream().filter(ChainLink::adopted).count();
            print("  " + say("verify.adopted", "count", Numbers.count(adopted)));
        }
        recorded.guards().forEach(guard -> print("  " + session().out().bad(guard)));
        asked.ifPresent(one -> print("  "
                + (one.isFound()
                        ? say("verify.head.found", "head", one.head(), "entry", one.entry())
                        : session()
                                .out()
                                .bad(say(
                                        recorded.isCompared() ? "verify.head.unknown" : "verify.head.elsewhere",
                                        "head",
                                        one.head())))));
        if (exit == Exit.REFUSED) {
            print(say(
                    recorded.found().isEmpty() && asked.map(Asked::isFound).orElse(true)
                            ? "verify.fix"
                            : "verify.fix.ledger"));
        } else if (exit == Exit.BEYOND_THRESHOLDS) {
            print(say("verify.fix.files"));
        }
    }

    /** @param unproved whether all that can be said is that the files go together */
    private void text(Path edition, Verification checked, boolean unproved) {
        boolean agrees = checked.differences().isEmpty();
        String line = say(
                agrees ? unproved ? "verify.files" : "verify.agrees" : "verify.differs",
                "folder",
                shown(edition),
                "files",
                Numbers.count(checked.manifest().outputs().size()),
                "count",
                Numbers.count(checked.differences().size()));
        Style out = session().out();
        print(!agrees ? out.bad(line) : unproved ? out.warning(line) : out.good(line));
        checked.differences().forEach(one -> print("  " + text(one)));
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

    private Json json(Map<Path, Verification> checked, Recorded recorded, Optional<Asked> asked, int exit) {
        Path first = checked.keySet().iterator().next();
        List<Map<String, Object>> differences = new ArrayList<>();
        checked.forEach((edition, verification) -> verification.differences().stream()
                .map(one -> Json.of("kind", one.kind().name().toLowerCase(Locale.ROOT))
                        .with("name", one.name())
                        .with("expected", one.expected())
                        .with("found", one.found())
                        .members())
                .forEach(differences::add));
        differences.addAll(ProofText.json(recorded.found()));
        Json json = Json.of(
                        "outcome",
                        exit == Exit.DONE ? "agrees" : exit == Exit.BEYOND_THRESHOLDS ? "files_only" : "differs")
                .with("exit", exit)
                .with("folder", first.toString().replace('\\', '/'))
                .with(
                        "editions",
                        checked.keySet().stream()
                                .map(edition -> edition.getFileName().toString())
                                .toList())
                .with("run", checked.get(first).manifest().run())
                .with("files", checked.get(first).manifest().outputs().size())
                .with("ledger", recorded.state())
                .with("entries", recorded.links().size())
                .with("head", recorded.head().shown());
        asked.ifPresent(one -> json.with(
                "asked",
                Json.of("head", one.head()).with("found", one.isFound()).with("entry", one.entry())));
        return json.with("guards", recorded.guards()).with("differences", differences);
    }
}
