package dev.steelyard.app.schedule;

import dev.steelyard.input.planfile.JobFile;
import dev.steelyard.input.planfile.Setup;
import dev.steelyard.input.planfile.mistake.InvalidFile;
import dev.steelyard.input.planfile.mistake.Mistake;
import dev.steelyard.input.planfile.mistake.Place;
import dev.steelyard.input.planfile.mistake.PlanError;
import dev.steelyard.input.planfile.yaml.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The scheduled jobs as the files of {@code jobs/} have them, read again when one of them changes. */
public final class JobFolder {

    private final Path home;
    private String stamp = "";
    private List<Timetable> timetables = List.of();
    private Map<String, InvalidFile> broken = Map.of();

    /** @param home the folder that holds {@code jobs} */
    public JobFolder(Path home) {
        this.home = home;
    }

    /** Reads the files where one has changed; whether one has. */
    public boolean refresh() throws IOException {
        String now = stamp();
        if (now.equals(stamp)) {
            return false;
        }
        Map<String, Timetable> read = new LinkedHashMap<>();
        Map<String, InvalidFile> wrong = new LinkedHashMap<>();
        // A job before copies of it, which have longer names.
        for (String file : JobFile.names(jobs()).stream().sorted().toList()) {
            try {
                Timetable.of(Setup.read(JobFile.find(home, file), Optional.empty()))
                        .ifPresent(timetable -> add(timetable, read));
            } catch (InvalidFile e) {
                wrong.put(file, e);
            }
        }
        timetables = List.copyOf(read.values());
        broken = wrong;
        stamp = now;
        return true;
    }

    /** A copy of a job's file would run its periods a second time. */
    private static void add(Timetable timetable, Map<String, Timetable> read) {
        String job = timetable.job().job();
        Timetable first = read.putIfAbsent(job, timetable);
        if (first != null) {
            throw new InvalidFile(List.of(Mistake.of(
                            PlanError.NAME_TWICE,
                            Place.file(SourceText.name(timetable.setup().jobFile())))
                    .with("name", job)
                    .with("first", SourceText.name(first.setup().jobFile()))));
        }
    }

    List<Timetable> timetables() {
        return timetables;
    }

    /** The jobs that cannot be scheduled because a file of theirs is wrong. */
    public Map<String, InvalidFile> broken() {
        return broken;
    }

    /** The next times of all jobs, and where they end for want of a calendar or a plan. */
    public List<Coming> coming(Instant now, int limit) {
        return Coming.of(
                timetables.stream()
                        .map(timetable -> timetable.coming(now, limit))
                        .toList(),
                limit);
    }

    /** The next time of each job. */
    List<Coming> next(Instant now) {
        return Coming.of(
                timetables.stream().map(timetable -> timetable.coming(now, 1)).toList(), timetables.size());
    }

    /** All that the jobs are read from: names, sizes and times. */
    private String stamp() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(jobs())) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(file.toString(), Files.size(file) + " " + Files.getLastModifiedTime(file));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return files.toString();
    }

    private Path jobs() {
        return home.resolve("jobs");
    }
}
