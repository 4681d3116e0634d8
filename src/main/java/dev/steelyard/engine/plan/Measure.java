package dev.steelyard.engine.plan;

import dev.steelyard.engine.calendar.Window;
import dev.steelyard.engine.unit.Fraction;
import java.util.Optional;

/**
 * How a value is got from facts: a verb of the closed set and what it works on (rules.md 4.1). Which components
 * a verb needs is said by the verb itself; the plan reader checks it.
 *
 * @param verb the verb's name
 * @param of the facts that the verb reads
 * @param numerator of a {@code ratio}
 * @param denominator of a {@code ratio}
 * @param having of a {@code share}: which of the rows count in the numerator
 * @param against of a {@code growth}: the window of the base
 * @param window which months are read
 * @param over whose rows
 * @param target of an {@code attainment}: the target's name; the indicator's own id where left out
 * @param since of {@code days_between}: the person's roster date that the days run from
 * @param from of {@code within}: the column that starts the clock
 * @param to of {@code within}: the column that stops it
 * @param workingDays of {@code within}: how many working days are in time
 * @param months of {@code repeat}: how many months before the period are the base
 * @param atLeast fewer answers than this are missing
 * @param atMost a greater value is cut to this
 * @param dimension of {@code team_mean}: the members' dimension
 * @param attribution whose rows they are; of whom they name where left out
 * @param prices of a {@code growth}: in which prices its amounts are; as sold where left out
 */
public record Measure(
        String verb,
        Optional<Facts> of,
        Optional<Facts> numerator,
        Optional<Facts> denominator,
        Optional<Where> having,
        Optional<Window> against,
        Window window,
        Over over,
        Optional<String> target,
        Optional<String> since,
        Optional<String> from,
        Optional<String> to,
        Optional<Integer> workingDays,
        Optional<Integer> months,
        Optional<Integer> atLeast,
        Optional<Fraction> atMost,
        Optional<String> dimension,
        Optional<Attribution> attribution,
        Optional<Prices> prices) {

    /** Whose rows a measure takes. */
    public enum Attribution {
        /** Of whom the row names, or its split. */
        SOLD,
        /** Of customers who are assigned to the person on the period's last day, whoever sold (rules.md 8.6). */
        ASSIGNED
    }

    /** In which prices amounts are. */
    public enum Prices {
        /** Those of the row. */
        SOLD,
        /** Those of the period's last day (rules.md 8.9). */
        RESTATED
    }

    /** Whose rows it takes, and at which prices (rules.md 8.6 and 8.9). */
    public Facts.Basis basis() {
        return new Facts.Basis(
                attribution.equals(Optional.of(Attribution.ASSIGNED)), prices.equals(Optional.of(Prices.RESTATED)));
    }

    /** Whose rows a measure reads. */
    public enum Over {
        /** The participant's own. */
        SELF,
        /** Those of everyone on the roster with the participant's team. */
        TEAM,
        /** The participant's region: its own rows where the dataset is by region, else everyone's of the region. */
        REGION,
        /** The mentees of the mentors whom a manager leads, made regular in the window (rulings 38). */
        MENTEES
    }
}
