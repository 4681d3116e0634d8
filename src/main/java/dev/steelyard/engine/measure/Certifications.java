package dev.steelyard.engine.measure;

import dev.steelyard.engine.fact.Employee;
import dev.steelyard.engine.fact.Registers;
import dev.steelyard.engine.fact.Row;
import dev.steelyard.engine.plan.Rules.Certification;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

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
    private final List<Row> products;
    private final Map<String, List<Row>> exams = new HashMap<>();

    /** The exams of the rule's kind that name a product and a day, oldest first. */
    public Certifications(Certification rule, Registers registers) {
        this.rule = rule;
        this.products = registers.rows("products");
        for (Row exam : registers.rows("exams")) {
            if (rule.kind().equals(exam.text("kind")) && exam.text("product_id") != null && exam.day("date") != null) {
                exams.computeIfAbsent(exam.text("employee_id"), id -> new ArrayList<>())
                        .add(exam);
            }
        }
        exams.values().forEach(list -> list.sort(Comparator.comparing(exam -> exam.day("date"))));
    }

    /** What the person must have passed by the day, and what of it is passed (ruling 34). */
    public Standing of(Employee person, LocalDate day) {
        LocalDate yearStart = day.withDayOfYear(1);
        SortedSet<String> required = new TreeSet<>(launched(person, day).keySet());
        List<Row> known = exams(person, day);
        known.stream()
                .filter(exam -> !exam.day("date").isBefore(yearStart))
                .forEach(exam -> required.add(exam.text("product_id")));
        SortedSet<String> passed = new TreeSet<>();
        long rows = 0;
        for (Row exam : known) {
            boolean passing = exam.yes("passed") && required.contains(exam.text("product_id"));
            if (passing) {
                passed.add(exam.text("product_id"));
            }
            if (passing || !exam.day("date").isBefore(yearStart)) {
                rows++;
            }
        }
        return new Standing(required, passed, rows);
    }

    /** The person's certification exams up to the day, oldest first. */
    public List<Row> exams(Employee person, LocalDate day) {
        return exams.getOrDefault(person.id(), List.of()).stream()
                .filter(exam -> !exam.day("date").isAfter(day))
                .toList();
    }

    /** New products that the person's track must be certified for on the day → the end of the days of grace. */
    public Map<String, LocalDate> launched(Employee person, LocalDate day) {
        Map<String, LocalDate> launched = new HashMap<>();
        if (rule.launchTracks().contains(person.track())) {
            LocalDate earliest = day.minusMonths(rule.launchedWithinMonths());
            LocalDate latest = day.minusDays(rule.graceDays());
            for (Row product : products) {
                LocalDate launch = product.day("launch_date");
                if (rule.lifecycle().equals(product.text("lifecycle"))
                        && launch != null
                        && !launch.isBefore(earliest)
                        && !launch.isAfter(latest)) {
                    launched.put(product.text("product_id"), launch.plusDays(rule.graceDays()));
                }
            }
        }
        return launched;
    }

    /** The tracks for which new products are required besides those that were attempted. */
    public Set<String> tracks() {
        return Set.copyOf(rule.tracks());
    }
}
