package dev.steelyard.engine.insight.people;

import dev.steelyard.engine.fact.Employee;
import dev.steelyard.engine.fact.Registers;
import dev.steelyard.engine.fact.Row;
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

    /** The register of pairs. */
    public static final String DATASET = "mentoring";

    /** @param kind business or compliance; blank where the export does not say */
    public record Pair(String kind, Employee mentor, Employee mentee, LocalDate since) {}

    /** Pairs that have begun by the day and have not ended before it, by begin, then kind. */
    public static Mentoring of(Registers registers, LocalDate day) {
        Map<String, List<Pair>> byMentee = new HashMap<>();
        Map<String, List<Pair>> byMentor = new HashMap<>();
        List<Pair> pairs = new ArrayList<>();
        for (Row row : registers.rows(DATASET)) {
            LocalDate since = row.day("start_date");
            LocalDate end = row.day("end_date");
            if (since == null || since.isAfter(day) || end != null && end.isBefore(day)) {
                continue;
            }
            registers.roster().find(row.textOrBlank("mentor_id")).ifPresent(mentor -> registers
                    .roster()
                    .find(row.textOrBlank("mentee_id"))
                    .ifPresent(mentee -> pairs.add(new Pair(row.textOrBlank("kind"), mentor, mentee, since))));
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
