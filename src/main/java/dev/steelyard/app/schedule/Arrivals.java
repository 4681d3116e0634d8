package dev.steelyard.app.schedule;

import dev.steelyard.input.exports.InputFolder;
import dev.steelyard.input.planfile.Job;
import dev.steelyard.input.planfile.Setup;
import dev.steelyard.ledger.store.FileNames;
import dev.steelyard.output.notice.Awaited;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Looks whether the exports of a run are there and whole. A file counts as still being written while it changed between two
 * looks, is younger than the quiet time, or is open in a spreadsheet program.
 */
final class Arrivals {

    /**
     * What of a file tells whether it is still being written.
     *
     * @param bytes −1 where it is gone meanwhile
     */
    private record Trace(long bytes, Instant modified) {}

    private final Duration quiet;
    private final Map<Path, Trace> seen = new HashMap<>();

    /** @param quiet how long a file must not have changed */
    Arrivals(Duration quiet) {
        this.quiet = quiet;
    }

    /** What a run finds in the folder now. */
    Readiness look(Due due, Path folder, Instant now) throws IOException {
        Setup setup = due.timetable().setup();
        Map<String, List<Path>> files = Files.isDirectory(folder)
                ? InputFolder.of(
                                folder,
                                setup.schemas().values(),
                                setup.job().inputs().files())
                        .files()
                : Map.of();
        Map<String, Trace> traces = new TreeMap<>();
        List<String> growing = new ArrayList<>();
        for (Map.Entry<String, List<Path>> dataset : new TreeMap<>(files).entrySet()) {
            for (Path file : dataset.getValue()) {
                Trace trace = trace(file);
                traces.put(FileNames.of(file), trace);
                if (isGrowing(file, trace, now) && !growing.contains(dataset.getKey())) {
                    growing.add(dataset.getKey());
                }
            }
        }
        return new Readiness(awaited(due, files, growing), traces.toString());
    }

    private List<Readiness.Wanted> awaited(Due due, Map<String, List<Path>> files, List<String> growing) {
        List<Readiness.Wanted> awaited = new ArrayList<>();
        Timetable timetable = due.timetable();
        for (Job.Expected expected : timetable.job().expects()) {
            String dataset = expected.dataset();
            if (!files.containsKey(dataset) || growing.contains(dataset)) {
                awaited.add(new Readiness.Wanted(
                        dataset,
                        expected.owner(),
                        timetable.deadline(due, expected),
                        files.containsKey(dataset) ? Awaited.State.GROWING : Awaited.State.MISSING));
            }
        }
        // Whatever else is in the folder is read too: half a file would be half a truth.
        growing.stream()
                .filter(dataset ->
                        awaited.stream().noneMatch(one -> one.dataset().equals(dataset)))
                .forEach(dataset ->
                        awaited.add(new Readiness.Wanted(dataset, "", Optional.empty(), Awaited.State.GROWING)));
        return awaited;
    }

    private boolean isGrowing(Path file, Trace trace, Instant now) {
        Trace before = seen.put(file, trace);
        // A file server's clock may be ahead: there only the next look tells.
        boolean isOfLater = trace.modified().isAfter(now);
        boolean isYoung = !isOfLater && trace.modified().plus(quiet).isAfter(now);
        return isYoung || isOpen(file) || (before == null ? isOfLater : !before.equals(trace));
    }

    /** What Excel, WPS and LibreOffice leave beside a workbook while somebody has it open. */
    private static boolean isOpen(Path file) {
        String name = FileNames.of(file);
        return Files.exists(FileNames.resolve(file.getParent(), "~$" + name))
                || Files.exists(FileNames.resolve(file.getParent(), ".~lock." + name + "#"));
    }

    private static Trace trace(Path file) throws IOException {
        try {
            return new Trace(Files.size(file), Files.getLastModifiedTime(file).toInstant());
        } catch (NoSuchFileException e) {
            // Gone since the folder was listed: the next look finds out.
            return new Trace(-1, Instant.EPOCH);
        }
    }
}
