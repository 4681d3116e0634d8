package dev.steelyard.engine.insight.people;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.fact.Feedback;
import dev.steelyard.engine.plan.Insight;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.unit.CodePoints;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What colleagues said of one person in a period 同事反馈 (rules.md 6): counted, and told from so many answers up that nobody
 * can be guessed. Who said it is not in the export; when is left out too.
 *
 * @param kudos how many praised
 * @param suggestions how many suggested something
 * @param texts in code-point order, so that the order tells nothing; none below the plan's least number of answers
 */
public record PeerFeedback(Employee person, int kudos, int suggestions, List<Text> texts) {

    /**
     * @param kind as the register codes it
     * @param isKudos whether it praises
     */
    public record Text(String kind, boolean isKudos, String text) {}

    /** How many answers there are of either kind; texts show from the plan's least number on, so that nobody can be guessed. */
    public int answers() {
        return kudos + suggestions;
    }

    /** The most kudos first, then by id; none where the plan does not ask. */
    public static List<PeerFeedback> of(Plan plan, Registers registers, Period period) {
        return plan.insight()
                .flatMap(Insight::peerFeedback)
                .map(rule -> of(rule, registers, period))
                .orElse(List.of());
    }

    private static List<PeerFeedback> of(Insight.PeerFeedback rule, Registers registers, Period period) {
        Map<String, List<Feedback>> byPerson = new TreeMap<>(CodePoints.ORDER);
        registers.all(Feedback.DATASET).stream()
                .filter(one -> period.days().contains(one.date()))
                .forEach(one -> byPerson.computeIfAbsent(one.toEmployeeId(), id -> new ArrayList<>())
                        .add(one));
        List<PeerFeedback> people = new ArrayList<>();
        byPerson.forEach((id, all) -> registers
                .roster()
                .find(id)
                .ifPresent(person -> people.add(of(person, all, all.size() >= rule.least()))));
        people.sort(Comparator.comparing(PeerFeedback::kudos).reversed());
        return List.copyOf(people);
    }

    private static PeerFeedback of(Employee person, List<Feedback> all, boolean told) {
        int kudos = (int) all.stream().filter(Feedback::isKudos).count();
        List<Text> texts = all.stream()
                .filter(one -> told && !one.text().isBlank())
                .map(one -> new Text(one.kind(), one.isKudos(), one.text().strip()))
                .sorted(Comparator.comparing(Text::kind, CodePoints.ORDER).thenComparing(Text::text, CodePoints.ORDER))
                .toList();
        return new PeerFeedback(person, kudos, all.size() - kudos, texts);
    }
}
