package dev.steelyard.engine.insight.people;

import dev.steelyard.engine.fact.Mentorship;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.register.Registers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who mentors whom on a day 导师带教.
 *
 * @param byMentee mentee id → pairs
 * @param byMentor mentor id → pairs
 */
public record Mentoring(Map<String, List<Pair>> byMentee, Map<String, List<Pair>> byMentor) {

    /** @param kind business or compliance; blank where the export does not say */
    public record Pair(String kind, Employee mentor, Employee mentee, LocalDate since) {}

    /** Pairs that have begun by the day and have not ended before it, by begin, then kind. */
    public static Mentoring of(Registers registers, LocalDate day) {
        Map<String, List<Pair>> byMentee = new HashMap<>();
        Map<String, List<Pair>> byMentor = new HashMap<>();
        List<Pair> pairs = new ArrayList<>();
        for (Mentorship one : registers.mentorships()) {
            if (one.isBegunBy(day) && one.lastsUntil(day)) {
                registers.roster().find(one.mentorId()).ifPresent(mentor -> registers
                        .roster()
                        .find(one.menteeId())
                        .ifPresent(mentee -> pairs.add(new Pair(one.kind(), mentor, mentee, one.startDate()))));
            }
        }
        pairs.sort(Comparator.comparing(Pair::since)
                .thenComparing(Pair::kind)
                .thenComparing(pair -> pair.mentor().index())
                .thenComparing(pair -> pair.mentee().index()));
        for (Pair pair : pairs) {
            byMentee.computeIfAbsent(pair.mentee().id(), id -> new ArrayList<>())
                    .add(pair);
            byMentor.computeIfAbsent(pair.mentor().id(), id -> new ArrayList<>())
                    .add(pair);
        }
        return new Mentoring(byMentee, byMentor);
    }

    /** The pairs in which the person is taught; none where there is none. */
    public List<Pair> mentorsOf(String employeeId) {
        return byMentee.getOrDefault(employeeId, List.of());
    }

    /** The pairs in which the person teaches; none where there is none. */
    public List<Pair> menteesOf(String employeeId) {
        return byMentor.getOrDefault(employeeId, List.of());
    }
}
