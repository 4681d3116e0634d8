package dev.steelyard.input.planfile;

import dev.steelyard.engine.calendar.Days;
import dev.steelyard.engine.calendar.WorkingDays;
import dev.steelyard.engine.plan.Name;
import dev.steelyard.input.planfile.mistake.InvalidFile;
import dev.steelyard.input.planfile.mistake.Mistake;
import dev.steelyard.input.planfile.mistake.Mistakes;
import dev.steelyard.input.planfile.mistake.Place;
import dev.steelyard.input.planfile.mistake.PlanError;
import dev.steelyard.input.planfile.yaml.Binder;
import dev.steelyard.input.planfile.yaml.Bound;
import dev.steelyard.input.planfile.yaml.SourceText;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * The working days of one year as announced.
 *
 * @param source the notice that announced them
 */
public record CalendarFile(int year, Name source, List<Holiday> holidays) {

    /** A holiday: its days off, and the weekend days on which people work instead. */
    public record Holiday(Name name, List<Days> daysOff, List<LocalDate> makeUp) {}

    /**
     * The working days of all years in a folder, one {@code .yaml} file a year.
     *
     * @throws InvalidFile with everything that is wrong
     */
    public static WorkingDays read(Path folder) {
        Mistakes mistakes = new Mistakes();
        WorkingDays days = read(folder, mistakes);
        mistakes.throwIfAny();
        return days;
    }

    /** The file of a year, named as its neighbours are: {@code cn-2027.yaml} beside {@code cn-2026.yaml}. */
    public static Path of(Path folder, int year) {
        String own = Integer.toString(year);
        List<String> named = YamlFiles.in(folder).stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> name.matches(".*(?<![0-9])(19|20)[0-9]{2}(?![0-9]).*"))
                .sorted()
                .toList();
        return folder.resolve(
                named.isEmpty()
                        ? "cn-" + own + ".yaml"
                        : named.get(named.size() - 1).replaceFirst("(?<![0-9])(19|20)[0-9]{2}(?![0-9])", own));
    }

    /**
     * The working days of these files, wherever they lie.
     *
     * @throws InvalidFile with everything that is wrong
     */
    public static WorkingDays read(List<Path> files) {
        Mistakes mistakes = new Mistakes();
        WorkingDays days = read(files, mistakes);
        mistakes.throwIfAny();
        return days;
    }

    static WorkingDays read(Path folder, Mistakes mistakes) {
        List<Path> files = YamlFiles.in(folder);
        if (files.isEmpty()) {
            mistakes.add(Mistake.of(PlanError.CALENDAR_EMPTY, Place.file(SourceText.name(folder))));
        }
        return read(files, mistakes);
    }

    private static WorkingDays read(List<Path> files, Mistakes mistakes) {
        Reading reading = new Reading();
        for (Path file : files) {
            YamlFiles.open(file, mistakes).ifPresent(reading::add);
        }
        return new WorkingDays(reading.years.keySet(), reading.off.keySet(), reading.makeUp.keySet());
    }

    /** What was read so far, each day with the place that said it. */
    private static final class Reading {
        private final Map<Integer, Place> years = new HashMap<>();
        private final Map<LocalDate, Place> off = new HashMap<>();
        private final Map<LocalDate, Place> makeUp = new HashMap<>();

        void add(Binder binder) {
            binder.bind(CalendarFile.class).ifPresent(file -> {
                Bound<CalendarFile> whole = binder.all(CalendarFile.class).get(0);
                Place place = binder.tree().place(whole.at("year"));
                Place first = years.putIfAbsent(file.year(), place);
                if (first != null) {
                    binder.add(binder.mistake(PlanError.YEAR_TWICE, whole.at("year"))
                            .with("year", file.year())
                            .with("first", first));
                }
                for (Bound<Holiday> holiday : binder.all(Holiday.class)) {
                    add(file.year(), holiday, binder);
                }
            });
        }

        private void add(int year, Bound<Holiday> holiday, Binder binder) {
            List<Days> spans = holiday.value().daysOff();
            for (int i = 0; i < spans.size(); i++) {
                Set<LocalDate> days = new HashSet<>();
                for (LocalDate day = spans.get(i).first();
                        !day.isAfter(spans.get(i).last());
                        day = day.plusDays(1)) {
                    days.add(day);
                }
                Node node = holiday.at("days_off", i);
                days.stream().sorted().forEach(day -> add(year, day, off, makeUp, node, binder));
            }
            List<LocalDate> makeUpDays = holiday.value().makeUp();
            for (int i = 0; i < makeUpDays.size(); i++) {
                LocalDate day = makeUpDays.get(i);
                Node node = holiday.at("make_up", i);
                add(year, day, makeUp, off, node, binder);
                if (day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0) {
                    binder.add(binder.mistake(PlanError.DAY_NEEDLESS, node).with("day", day));
                }
            }
        }

        private static void add(
                int year,
                LocalDate day,
                Map<LocalDate, Place> into,
                Map<LocalDate, Place> opposite,
                Node node,
                Binder binder) {
            Place place = binder.tree().place(node);
            Place first = into.putIfAbsent(day, place);
            if (first != null) {
                binder.add(binder.mistake(PlanError.DAY_TWICE, node)
                        .with("day", day)
                        .with("first", first));
            }
            if (opposite.containsKey(day)) {
                binder.add(binder.mistake(PlanError.DAY_CONTRADICTS, node)
                        .with("day", day)
                        .with("first", opposite.get(day)));
            }
            if (day.getYear() != year) {
                binder.add(binder.mistake(PlanError.DAY_OUTSIDE, node)
                        .with("day", day)
                        .with("year", year));
            }
        }
    }
}
