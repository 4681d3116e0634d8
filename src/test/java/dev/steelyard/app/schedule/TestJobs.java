package dev.steelyard.app.schedule;

import dev.steelyard.engine.calendar.WorkingDays;
import dev.steelyard.input.planfile.JobFile;
import dev.steelyard.input.planfile.Setup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The jobs of the engine in a folder of a test's own, with other schedules and a plan that holds for long. */
public final class TestJobs {

    /** What stands beside a job's file is always the same, and long. */
    private static final Map<String, Setup> SETUPS = new ConcurrentHashMap<>();

    private final Path home;

    private TestJobs(Path home) {
        this.home = home;
    }

    /** A copy whose jobs have no schedule. */
    public static TestJobs in(Path home) throws IOException {
        Path from = Path.of("jobs");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(from.resolve("cases")) && !file.startsWith(from.resolve("schema")))
                    .toList()) {
                Path to = home.resolve("jobs").resolve(from.relativize(file).toString());
                Files.createDirectories(to.getParent());
                String text = Files.readString(file);
                if (file.getParent().equals(from)) {
                    text = text.replaceAll("(?ms)^(schedule|expects):.*?(?=^\\S|\\z)", "");
                }
                Files.writeString(to, text.replaceAll("(?m)^effective:.*$", "effective: {from: 2010-01-01}"));
            }
        }
        return new TestJobs(home);
    }

    public Path home() {
        return home;
    }

    Path file(String job) {
        return home.resolve("jobs").resolve(job + ".yaml");
    }

    /** With more lines in a job's file. */
    public TestJobs with(String job, String lines) throws IOException {
        Files.writeString(file(job), Files.readString(file(job)) + "\n" + lines + "\n");
        return this;
    }

    /** The timetable of a job by a calendar of its own. */
    Timetable timetable(String job, WorkingDays calendar) {
        Setup read = SETUPS.computeIfAbsent(job, name -> Setup.read(file(name), Optional.empty()));
        return Timetable.of(new Setup(
                        JobFile.read(file(job)),
                        read.plan(),
                        read.schemas(),
                        calendar,
                        read.jobFile(),
                        read.planFile(),
                        read.exportsFile(),
                        read.calendarFiles(),
                        read.vouchers()))
                .orElseThrow();
    }

    /** Years with a long holiday now and then, and make-up workdays on weekends. */
    static WorkingDays calendar(int first, int last) {
        Random dice = new Random(11);
        Set<LocalDate> off = new HashSet<>();
        Set<LocalDate> makeUp = new HashSet<>();
        for (LocalDate day = LocalDate.of(first, 1, 1); day.getYear() <= last; day = day.plusDays(1)) {
            if (day.getDayOfMonth() == 1 && day.getMonthValue() % 3 != 0) {
                for (int more = dice.nextInt(9); more >= 0; more--) {
                    off.add(day.plusDays(more));
                }
            }
            if (day.getDayOfWeek() == DayOfWeek.SATURDAY && dice.nextInt(6) == 0 && !off.contains(day)) {
                makeUp.add(day);
            }
        }
        return new WorkingDays(IntStream.rangeClosed(first, last).boxed().collect(Collectors.toSet()), off, makeUp);
    }

    /** The whole company of the command line's tests. */
    public static void copyInputs(Path to) {
        Path from = Path.of("src/test/resources/cli/company");
        try (Stream<Path> files = Files.list(from)) {
            Files.createDirectories(to);
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName().toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
