package dev.steelyard.engine.insight.people;

import dev.steelyard.engine.calendar.Days;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.fact.Mentorship;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.unit.CodePoints;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The pairs of mentor and mentee 带教关系 that had begun by a period's end, by mentor. */
final class MentorPairs {

    /** Mentor → mentee → their pairs, each in code-point order of ids. */
    private final Map<String, Map<String, List<Mentorship>>> pairs = new TreeMap<>(CodePoints.ORDER);

    private final Registers registers;

    MentorPairs(Registers registers, Period period) {
        this.registers = registers;
        registers.mentorships().stream()
                .filter(pair -> pair.isBegunBy(period.last()))
                .forEach(pair -> pairs.computeIfAbsent(pair.mentorId(), id -> new TreeMap<>(CodePoints.ORDER))
                        .computeIfAbsent(pair.menteeId(), id -> new ArrayList<>())
                        .add(pair));
    }

    Map<String, Map<String, List<Mentorship>>> pairs() {
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
        return mentee.regularDate().filter(days::contains).isPresent();
    }
}
