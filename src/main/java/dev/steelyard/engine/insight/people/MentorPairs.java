package dev.steelyard.engine.insight.people;

import dev.steelyard.engine.calendar.Days;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.fact.Employee;
import dev.steelyard.engine.fact.Registers;
import dev.steelyard.engine.fact.Row;
import dev.steelyard.engine.unit.CodePoints;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The pairs of mentor and mentee 带教关系 that had begun by a period's end, by mentor. */
final class MentorPairs {

    /** Mentor → mentee → their pairs, each in code-point order of ids. */
    private final Map<String, Map<String, List<Row>>> pairs = new TreeMap<>(CodePoints.ORDER);

    private final Registers registers;

    MentorPairs(Registers registers, Period period) {
        this.registers = registers;
        registers.rows(Mentoring.DATASET).stream()
                .filter(pair -> pair.day("start_date") != null
                        && !pair.day("start_date").isAfter(period.last()))
                .sorted(Comparator.comparing((Row pair) -> pair.day("start_date"))
                        .thenComparing(pair -> pair.text("pair_id"), CodePoints.ORDER))
                .forEach(pair -> pairs.computeIfAbsent(
                                pair.textOrBlank("mentor_id"), id -> new TreeMap<>(CodePoints.ORDER))
                        .computeIfAbsent(pair.textOrBlank("mentee_id"), id -> new ArrayList<>())
                        .add(pair));
    }

    /** Roster numbers of everybody who has or had a mentor. */
    static List<Integer> mentees(Registers registers) {
        return registers.rows(Mentoring.DATASET).stream()
                .map(pair -> registers.roster().find(pair.textOrBlank("mentee_id")))
                .flatMap(Optional::stream)
                .map(Employee::index)
                .distinct()
                .toList();
    }

    Map<String, Map<String, List<Row>>> pairs() {
        return pairs;
    }

    /** The person's own mentees made regular on one of these days, each once, by id. */
    List<Employee> counted(String mentor, Days regular) {
        return pairs.getOrDefault(mentor, Map.of()).keySet().stream()
                .map(mentee -> registers.roster().find(mentee))
                .flatMap(Optional::stream)
                .filter(mentee -> isRegularIn(mentee, regular))
                .toList();
    }

    static boolean isRegularIn(Employee mentee, Days days) {
        return mentee.date("regular_date").filter(days::contains).isPresent();
    }
}
