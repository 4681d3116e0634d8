package dev.steelyard.engine.plausible;

import dev.steelyard.engine.calendar.Month;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.engine.problem.SourceRef;
import dev.steelyard.engine.said.Said;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Something that was delivered and can hardly be what was meant.
 *
 * @param kind the rule, and which of its sentences says it: {@code STALE}, {@code UNIT.targets}
 * @param dataset what it is about
 * @param month the month that was looked at
 * @param place a column, a person or a team, where it is about one; else blank
 * @param figure what was found, in the rule's own measure: an acceptance holds until it moves by more than a tenth
 * @param slots what its sentence needs
 */
public record Finding(
        String kind,
        Gravity gravity,
        String dataset,
        int month,
        String place,
        BigDecimal figure,
        Map<String, String> slots) {

    /** The rules about rows by which pay may be wrong even where they are few: somebody must look. */
    public static final Set<String> OF_PAY = Set.of("LOST", "TWICE", "SIGNS", "TOTALS", "ABSENT", "BLANK", "GONE");

    /** What is done about it. */
    public enum Gravity {
        /** No final revision is published until the files are mended or somebody accepts it. */
        IMPLAUSIBLE(ProblemCode.IMPLAUSIBLE),
        /** A person should look. */
        WARNING(ProblemCode.UNLIKELY),
        /** It is said. */
        NOTE(ProblemCode.NOT_COMPARED);

        private final ProblemCode code;

        Gravity(ProblemCode code) {
            this.code = code;
        }

        /** What is grave may not be published; of the rest people are warned. */
        static Gravity of(boolean isGrave) {
            return isGrave ? IMPLAUSIBLE : WARNING;
        }
    }

    public Finding {
        slots = Map.copyOf(slots);
        figure = figure.setScale(6, RoundingMode.HALF_UP);
    }

    /** The same about one column, person or team. */
    Finding at(String one) {
        return new Finding(kind, gravity, dataset, month, one, figure, slots);
    }

    /** The same about one that its sentence names. */
    Finding at(String slot, String one) {
        return at(one).with(slot, one);
    }

    /** The same with one more word for its sentence. */
    Finding with(String slot, Object value) {
        Map<String, String> more = new TreeMap<>(slots);
        more.put(slot, value.toString());
        return new Finding(kind, gravity, dataset, month, place, figure, more);
    }

    /** The code that people accept it by: {@code STALE}. */
    public String rule() {
        return kind.replaceFirst("\\..*", "");
    }

    /** The period of the month. */
    public Period period() {
        return Period.of(Period.Kind.MONTH, Month.first(month));
    }

    /** {@code STALE:orders}, as it is accepted. */
    public String name() {
        return dataset.isEmpty() ? rule() : rule() + ":" + dataset;
    }

    /** What was found, as a sentence. */
    public Said said() {
        Said said = Said.of("plausible." + kind).with("dataset", dataset).with("month", period());
        for (Map.Entry<String, String> slot : slots.entrySet()) {
            said = said.with(slot.getKey(), slot.getValue());
        }
        return said;
    }

    /** The finding among all other problems. */
    public Problem problem() {
        Problem problem = Problem.of(gravity.code, SourceRef.file(dataset, ""), "", rule())
                .with("sentence", "plausible." + kind)
                .with("month", period().toString())
                .with("name", name());
        for (Map.Entry<String, String> slot : slots.entrySet()) {
            problem = problem.with(slot.getKey(), slot.getValue());
        }
        return problem;
    }
}
