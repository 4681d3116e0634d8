package dev.steelyard.engine.plausible;

import dev.steelyard.engine.calendar.Days;
import dev.steelyard.engine.calendar.Month;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.dataset.DatasetColumn;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.plausible.Finding.Gravity;
import dev.steelyard.engine.unit.Fraction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A month of a dataset: what is delivered of it, what it is compared with, and what rules find in it.
 *
 * @param dataset blank where what is found is about none
 */
record DatasetMonth(Evidence seen, String dataset, int month) {

    /** A month that another is compared with, and what is known of it: of this delivery, else of the ledger. */
    record Compared(DatasetMonth at, MonthProfile profile) {

        /** Rows a working day. */
        Fraction rate() {
            int days = at.seen.calendar().count(at.days());
            return Fraction.of(profile.rows()).over(Fraction.of(Math.max(1, days)));
        }
    }

    /** What this delivery holds of it. */
    MonthProfile now() {
        return seen.profile(dataset).getOrDefault(month, MonthProfile.NONE);
    }

    /** What the ledger remembers of it. */
    MonthProfile remembered() {
        return seen.earlier().profiles().getOrDefault(dataset, Map.of()).getOrDefault(month, MonthProfile.NONE);
    }

    /** Where what is found of the whole dataset is said. */
    DatasetMonth last() {
        return seen.last(dataset);
    }

    /** What is known of it: what this delivery holds, else what the ledger remembers. */
    MonthProfile known() {
        return now().rows() > 0 ? now() : remembered();
    }

    /** The month so many months later, or before. */
    DatasetMonth plus(int months) {
        return new DatasetMonth(seen, dataset, month + months);
    }

    /** The months that it is compared with, whatever is known of them: the three before and that of a year ago. */
    List<DatasetMonth> before() {
        return Stream.of(-1, -2, -3, -12).map(this::plus).toList();
    }

    /** The three months before: without that of a year ago. */
    List<DatasetMonth> lately() {
        return before().subList(0, 3);
    }

    /** Those of the months before that have enough rows here, else in the ledger. */
    List<Compared> compared() {
        int enough = seen.rules().base().rows();
        List<Compared> compared = new ArrayList<>();
        for (DatasetMonth other : before()) {
            MonthProfile here = other.now();
            MonthProfile best = here.rows() >= enough ? here : other.remembered();
            if (best.rows() >= enough
                    && seen.calendar().years().contains(Month.first(other.month).getYear())) {
                compared.add(new Compared(other, best));
            }
        }
        return compared;
    }

    /** What is known of the months that it is compared with. */
    List<MonthProfile> base() {
        return compared().stream().map(Compared::profile).toList();
    }

    /** Whether there is enough to compare with. */
    boolean isComparable() {
        return seen.isEnough(compared());
    }

    /** The greatest share that a month of the base has; 0 where there is none. */
    Fraction most(Function<MonthProfile, Fraction> share) {
        return base().stream().map(share).reduce(Fraction.ZERO, Fraction::max);
    }

    Days days() {
        return new Days(Month.first(month), Month.last(month));
    }

    Period period() {
        return Period.of(Period.Kind.MONTH, Month.first(month));
    }

    Schema schema() {
        return seen.registers().schema(dataset);
    }

    List<DatasetColumn> columns() {
        return schema().columns();
    }

    /** Something that a person should look at. */
    Finding warning(String kind, Fraction figure) {
        return finding(Gravity.WARNING, kind, figure);
    }

    /** The same where what was found is a number of rows or people. */
    Finding warning(String kind, long figure) {
        return finding(Gravity.WARNING, kind, figure);
    }

    Finding finding(Gravity gravity, String kind, long figure) {
        return finding(gravity, kind, Fraction.of(figure));
    }

    Finding finding(Gravity gravity, String kind, Fraction figure) {
        return new Finding(kind, gravity, dataset, month, "", figure.rounded(6), Map.of());
    }
}
