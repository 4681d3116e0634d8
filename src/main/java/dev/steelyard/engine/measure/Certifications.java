package dev.steelyard.engine.measure;

import dev.steelyard.engine.fact.Exam;
import dev.steelyard.engine.plan.Rules.Certification;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.register.Registers;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which products a person must be certified for, and which they passed (rulings 34). */
public final class Certifications {

    /**
     * A person's standing on a day.
     *
     * @param required products attempted since 1 January, and new products of the track
     * @param passed those of them that were passed on any day up to then
     * @param rows how many exam rows say so
     */
    public record Standing(SortedSet<String> required, SortedSet<String> passed, long rows) {}

    private final Certification rule;

    /** The products of the rule's stage of life that were launched, or will be → when. */
    private final Map<String, LocalDate> launches = new HashMap<>();

    private final Map<String, List<Exam>> exams;

    /** The exams of the rule's kind, oldest first. */
    public Certifications(Certification rule, Registers registers) {
        this.rule = rule;
        registers.products().stream()
                .filter(product -> rule.lifecycle().equals(product.lifecycle()))
                .forEach(
                        product -> product.launchDate().ifPresent(launch -> launches.put(product.productId(), launch)));
        this.exams = registers.exams().stream()
                .filter(exam -> exam.kind().equals(rule.kind()))
                .collect(Collectors.groupingBy(Exam::employeeId));
    }

    /** What the person must have passed by the day, and what of it is passed (ruling 34). */
    public Standing of(Employee person, LocalDate day) {
        LocalDate yearStart = day.withDayOfYear(1);
        SortedSet<String> required = new TreeSet<>(launched(person, day).keySet());
        List<Exam> known = exams(person, day);
        known.stream().filter(exam -> !exam.date().isBefore(yearStart)).forEach(exam -> required.add(exam.productId()));
        SortedSet<String> passed = new TreeSet<>();
        long rows = 0;
        for (Exam exam : known) {
            boolean passing = exam.passed() && required.contains(exam.productId());
            if (passing) {
                passed.add(exam.productId());
            }
            if (passing || !exam.date().isBefore(yearStart)) {
                rows++;
            }
        }
        return new Standing(required, passed, rows);
    }

    /** The person's certification exams up to the day, oldest first. */
    public List<Exam> exams(Employee person, LocalDate day) {
        return exams.getOrDefault(person.id(), List.of()).stream()
                .filter(exam -> !exam.date().isAfter(day))
                .toList();
    }

    /** New products that the person's track must be certified for on the day → the end of the days of grace. */
    public Map<String, LocalDate> launched(Employee person, LocalDate day) {
        Map<String, LocalDate> launched = new HashMap<>();
        if (rule.launchTracks().contains(person.track())) {
            LocalDate earliest = day.minusMonths(rule.launchedWithinMonths());
            LocalDate latest = day.minusDays(rule.graceDays());
            launches.forEach((product, launch) -> {
                if (!launch.isBefore(earliest) && !launch.isAfter(latest)) {
                    launched.put(product, launch.plusDays(rule.graceDays()));
                }
            });
        }
        return launched;
    }

    /** The tracks for which new products are required besides those that were attempted. */
    public Set<String> tracks() {
        return Set.copyOf(rule.tracks());
    }
}
