package dev.steelyard.engine.verb;

import dev.steelyard.engine.plan.Facts;
import dev.steelyard.engine.plan.Measure;
import dev.steelyard.engine.plan.Signature;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.unit.Fraction;
import java.time.LocalDate;
import java.util.Set;

/**
 * {@code days_between}: the mean over the people of the calendar days from a roster date to the day that the facts give; a
 * person without one counts to the period's last day (rulings 39).
 */
final class DaysBetween implements RowVerb {

    @Override
    public Signature signature() {
        return new Signature(Set.of("of", "since"), Set.of("over", "attribution"));
    }

    @Override
    public Measured apply(String indicator, Measure measure, VerbEvidence evidence) {
        Facts of = Verbs.of(measure);
        long days = 0;
        long people = 0;
        for (Employee person : evidence.people()) {
            LocalDate since = person.date(measure.since().orElseThrow()).orElse(null);
            if (since == null) {
                continue;
            }
            LocalDate until = evidence.total(of, person, measure.window())
                    .value()
                    .map(day -> LocalDate.ofEpochDay(day.rounded(0).longValueExact()))
                    .orElse(evidence.scope().days().last());
            days += until.toEpochDay() - since.toEpochDay();
            people++;
        }
        long rows = evidence.total(of, measure.window()).rows();
        return people == 0
                ? Measured.missing(Measured.Gap.NO_DATA, rows)
                : Measured.of(Fraction.of(days).over(Fraction.of(people)), rows)
                        .part("days", Fraction.of(days))
                        .part("people", Fraction.of(people));
    }
}
