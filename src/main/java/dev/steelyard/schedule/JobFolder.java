package dev.steelyard.schedule;

import dev.steelyard.planfile.JobFile;
import dev.steelyard.planfile.Setup;
import dev.steelyard.planfile.mistake.InvalidFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
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
        List<Timetable> read = new ArrayList<>();
        Map<String, InvalidFile> wrong = new LinkedHashMap<>();
        for (String job : JobFile.names(jobs())) {
            try {
                Timetable.of(Setup.read(JobFile.find(home, job), Optional.empty()))
                        .ifPresent(read::add);
            } catch (InvalidFile e) {
                wrong.put(job, e);
            }
        }
        timetables = List.copyOf(read);
        broken = wrong;
        stamp = now;
        return true;
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
