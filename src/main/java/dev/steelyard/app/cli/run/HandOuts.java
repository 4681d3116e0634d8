package dev.steelyard.app.cli.run;

import dev.steelyard.app.cli.text.Exit;
import dev.steelyard.app.cli.text.Json;
import dev.steelyard.app.cli.verb.Verb;
import dev.steelyard.input.planfile.Job;
import dev.steelyard.output.handout.Given;
import dev.steelyard.output.handout.HandOut;
import dev.steelyard.output.handout.Passwords;
import dev.steelyard.output.handout.Reader;
import dev.steelyard.output.publish.HandOutList;
import dev.steelyard.output.publish.Manifest;
import dev.steelyard.output.publish.ReaderIndex;
import dev.steelyard.output.workbook.book.WorkbookPassword;
import dev.steelyard.output.workbook.team.TeamNames;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Hands a published edition out to whom its job names, and says who got nothing. */
public record HandOuts(Verb verb, Path edition, Manifest manifest, List<Given> given) {

    /** Hands out what was published, unless everybody has it already; empty where the job names nobody. */
    public static Optional<HandOuts> after(Verb verb, Job job, Path edition) throws IOException {
        return job.publish().isEmpty() || HandOutList.isComplete(edition)
                ? Optional.empty()
                : Optional.of(now(verb, job.publish().get(), edition));
    }

    /** Hands out, once more if need be. */
    static HandOuts now(Verb verb, Job.Publish publish, Path edition) throws IOException {
        Manifest manifest = Manifest.read(edition);
        Passwords passwords = new Passwords(
                verb.surroundings().environment(),
                publish.passwords().map(file -> verb.home().resolve(file)));
        HandOut handOut = new HandOut(edition, manifest, passwords, WorkbookPassword::write);
        ReaderIndex managers = ReaderIndex.of(edition, manifest);
        HandOutList.drop(edition);
        List<Given> given = new ArrayList<>();
        publish.to().forEach((name, reader) -> {
            Path folder = verb.home().resolve(reader.folder()).toAbsolutePath().normalize();
            List<String> files = matching(reader.files(), manifest);
            if (!reader.isOfManagers()) {
                given.add(handOut.to(new Reader(name, folder, folder, files, reader.group(), reader.encrypt())));
            } else if (!managers.isSound()) {
                given.add(Given.failed(
                        new Reader(name, folder, folder, files, reader.group(), reader.encrypt()),
                        managers.isPublished() ? Given.Reason.CHANGED : Given.Reason.NO_INDEX,
                        managers.isPublished() ? ReaderIndex.NAME : ""));
            } else {
                managers(name, reader, folder, files, managers.files()).forEach(one -> given.add(handOut.to(one)));
            }
        });
        HandOutList.write(
                edition, given.stream().flatMap(one -> lines(one).stream()).toList());
        return new HandOuts(verb, edition, manifest, List.copyOf(given));
    }

    private static List<HandOutList.Line> lines(Given given) {
        List<HandOutList.Line> lines = new ArrayList<>();
        given.files().forEach(file -> lines.add(line(given, file, "given")));
        given.keptBack().forEach(file -> lines.add(line(given, file, "kept_back")));
        if (given.failed().isPresent()) {
            lines.add(line(given, "", "failed"));
        }
        return lines;
    }

    private static HandOutList.Line line(Given given, String file, String state) {
        return new HandOutList.Line(
                given.reader(),
                given.folder(),
                file,
                state,
                given.failed().map(Given.Reason::code).orElse(""),
                given.detail());
    }

    /** Each manager, by id, with what is theirs and what all of them get. */
    private static List<Reader> managers(
            String name, Job.Reader reader, Path folder, List<String> files, Map<String, List<String>> managers) {
        Map<String, String> names = TeamNames.of(managers.keySet());
        List<Reader> readers = new ArrayList<>();
        managers.forEach((manager, own) -> {
            Set<String> all = new LinkedHashSet<>(own);
            all.addAll(files);
            readers.add(new Reader(
                    name + "/" + manager,
                    base(folder),
                    Path.of(folder.toString().replace(Job.Reader.MANAGER, names.get(manager))),
                    List.copyOf(all),
                    reader.group().map(group -> group.replace(Job.Reader.MANAGER, manager)),
                    reader.encrypt()));
        });
        return readers;
    }

    /** The part of the folder above that of a manager: it must be there. */
    private static Path base(Path folder) {
        Path base = folder;
        while (base.toString().contains(Job.Reader.MANAGER)) {
            base = base.getParent();
        }
        return base;
    }

    private static List<String> matching(List<String> patterns, Manifest manifest) {
        List<Pattern> all = patterns.stream()
                .map(pattern -> Pattern.compile("\\Q" + pattern.replace("*", "\\E.*\\Q") + "\\E"))
                .toList();
        return manifest.outputs().stream()
                .map(Manifest.Output::name)
                .filter(name ->
                        all.stream().anyMatch(pattern -> pattern.matcher(name).matches()))
                .toList();
    }

    /** Exit of the verb: 6 where somebody got nothing. */
    public int exit(int otherwise) {
        return failed().isEmpty() ? otherwise : Exit.RESOURCE_FAILED;
    }

    private List<Given> failed() {
        return given.stream().filter(one -> one.failed().isPresent()).toList();
    }

    /** How many got nothing, without saying who. */
    public Optional<String> missing() {
        return failed().isEmpty()
                ? Optional.empty()
                : Optional.of(verb.say(
                        "handout.missing",
                        "count",
                        failed().size(),
                        "list",
                        HandOutList.of(edition).getFileName()));
    }

    private String name() {
        return manifest.job() + "/" + manifest.period() + "/" + edition.getFileName();
    }

    /** What a person is told: how many got what, and each who got nothing with why and what to do. */
    public void tell() {
        int files = given.stream().mapToInt(one -> one.files().size()).sum();
        verb.print(verb.say(
                "handout.done",
                "readers",
                given.size() - failed().size(),
                "files",
                files,
                "list",
                Verb.shown(HandOutList.of(edition))));
        if (given.isEmpty()) {
            verb.print(verb.say("handout.nobody"));
        }
        for (Given one : failed()) {
            String key = "handout.because." + one.failed().orElseThrow().code();
            verb.surroundings()
                    .err()
                    .println(verb.session().err().bad(verb.say("handout.failed", "reader", one.reader()))
                            + verb.say(key, "folder", one.folder(), "detail", one.detail()));
        }
        if (!failed().isEmpty()) {
            verb.surroundings().err().println(verb.say("handout.again", "run", name()));
        }
    }

    public Json json() {
        return Json.of("list", HandOutList.of(edition).toString().replace('\\', '/'))
                .with(
                        "readers",
                        given.stream()
                                .map(one -> Json.of("reader", one.reader())
                                        .with("folder", one.folder().replace('\\', '/'))
                                        .with("files", one.files())
                                        .with("kept_back", one.keptBack())
                                        .with(
                                                "failed",
                                                one.failed()
                                                        .map(Given.Reason::code)
                                                        .orElse(""))
                                        .members())
                                .toList());
    }
}
