package dev.steelyard.app.doctor;

import dev.steelyard.app.doctor.Diagnosis.Check;
import dev.steelyard.input.planfile.CalendarFile;
import dev.steelyard.input.planfile.JobFile;
import dev.steelyard.input.planfile.Setup;
import dev.steelyard.input.planfile.mistake.InvalidFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The jobs and the calendars that they name.
 *
 * @param broken job → what is wrong with its files
 */
record JobsLook(Installation installation, Map<String, Setup> readable, Map<String, InvalidFile> broken) {

    /** How far ahead the working days must be known, in months: a year's end and its deadlines. */
    private static final int AHEAD = 12;

    static JobsLook at(Installation installation) {
        Map<String, Setup> readable = new LinkedHashMap<>();
        Map<String, InvalidFile> broken = new LinkedHashMap<>();
        for (String name : JobFile.names(installation.home().resolve("jobs"))) {
            try {
                readable.put(name, Setup.read(JobFile.find(installation.home(), name), Optional.empty()));
            } catch (InvalidFile e) {
                broken.put(name, e);
            }
        }
        return new JobsLook(installation, readable, broken);
    }

    /** In which the plans count days. */
    Set<ZoneId> zones() {
        Set<ZoneId> zones = new TreeSet<>(Comparator.comparing(ZoneId::getId));
        readable.values().forEach(setup -> zones.add(setup.plan().zone()));
        return zones;
    }

    List<Diagnosis> findings() {
        if (readable.isEmpty() && broken.isEmpty()) {
            return List.of(Diagnosis.wrong(
                    Check.JOBS, "jobs-none", "folder", installation.home().resolve("jobs")));
        }
        List<Diagnosis> findings = new ArrayList<>();
        broken.forEach((job, invalid) -> findings.add(Diagnosis.wrong(
                Check.JOBS,
                "job-broken",
                "job",
                job,
                "count",
                invalid.mistakes().size(),
                "mistakes",
                invalid)));
        if (!readable.isEmpty()) {
            findings.add(Diagnosis.good(
                    Check.JOBS, "jobs", "count", readable.size(), "jobs", List.copyOf(readable.keySet())));
        }
        return findings;
    }

    /** Every year of the next months must be known by the calendars of every job that can be read. */
    List<Diagnosis> calendar() {
        Map<Path, Set<Integer>> missing = new TreeMap<>();
        LocalDate last = null;
        for (Setup setup : readable.values()) {
            LocalDate today =
                    installation.now().atZoneSameInstant(setup.plan().zone()).toLocalDate();
            LocalDate until = today.plusMonths(AHEAD);
            last = last == null || until.isAfter(last) ? until : last;
            for (int year = today.getYear(); year <= until.getYear(); year++) {
                if (!setup.workingDays().years().contains(year)) {
                    missing.computeIfAbsent(
                                    setup.jobFile().resolveSibling(setup.job().calendar()), folder -> new TreeSet<>())
                            .add(year);
                }
            }
        }
        if (last == null) {
            return List.of();
        }
        List<Diagnosis> findings = new ArrayList<>();
        int thisYear = installation.now().getYear();
        missing.forEach((folder, years) -> years.forEach(year -> findings.add(
                year <= thisYear
                        ? Diagnosis.wrong(Check.CALENDAR, "calendar-missing", "year", year, "file", file(folder, year))
                        : Diagnosis.look(Check.CALENDAR, "calendar-ends", "year", year, "file", file(folder, year)))));
        return findings.isEmpty() ? List.of(Diagnosis.good(Check.CALENDAR, "calendar", "until", last)) : findings;
    }

    private static Path file(Path folder, int year) {
        return CalendarFile.of(folder, year);
    }
}
