package dev.steelyard.engine.measure;

import dev.steelyard.engine.calendar.Month;
import dev.steelyard.engine.dataset.ByCode;
import dev.steelyard.engine.dataset.Lane;
import dev.steelyard.engine.dataset.RowBlock.Picks;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;

/**
 * The rows of a block that lie in given months and are of given people, and the place of each: its person and month as one number.
 * Found once for all tallies that ask for the same.
 */
final class Chosen {

    /**
     * What tallies may have in common.
     *
     * @param isOwn whether rows are of the person whom they name
     */
    record Wanted(int dateColumn, BitSet months, BitSet subjects, boolean isOwn) {
        static Wanted of(Gauge.TallyColumns tallied, boolean isOwn) {
            return new Wanted(tallied.dateColumn(), tallied.months(), tallied.subjects(), isOwn);
        }
    }

    private final Segments segments;
    private final Lane.Codes dates;
    private final Lane.Codes people;
    private final ByCode months;
    private final ByCode subjects;
    private final int firstMonth;
    private final int monthSpan;
    private final Picks rows = new Picks();

    /** By row of the block. */
    private int[] places = {};

    /** By place: the rows chosen so far. */
    private final int[] counts;

    Chosen(BlockTaker taker, Gauge gauge, Gauge.TallyColumns tallied, boolean isOwn) {
        this.segments = gauge.segments();
        this.dates = taker.codes(tallied.dateColumn());
        this.people = taker.codes(gauge.subjectColumn());
        this.firstMonth = tallied.firstMonth();
        this.monthSpan = tallied.monthSpan();
        this.counts = new int[gauge.people() * monthSpan];
        this.months = new ByCode(code -> {
            LocalDate day = taker.day(tallied.dateColumn(), code);
            return day != null && tallied.months().get(Month.of(day)) ? Month.of(day) : ByCode.NONE;
        });
        this.subjects = new ByCode(code -> {
            Integer subject = code == Lane.Codes.BLANK ? null : gauge.subject((String) people.of(code));
            return subject != null && (!isOwn || tallied.subjects().get(subject)) ? subject : ByCode.NONE;
        });
    }

    /** Looks through rows that are used. */
    void choose(Picks used) {
        rows.clear();
        int count = used.size();
        for (int i = 0; i < count; i++) {
            int row = used.get(i);
            int month = months.of(dates.code(row));
            int subject = month < 0 ? ByCode.NONE : subjects.of(people.code(row));
            if (subject >= 0) {
                rows.add(row);
                if (row >= places.length) {
                    places = Arrays.copyOf(places, Math.max(2 * places.length, row + 1));
                }
                int place = segments.areMonths(subject) ? subject * monthSpan + month - firstMonth : -1;
                places[row] = place;
                if (place >= 0) {
                    counts[place]++;
                }
            }
        }
    }

    Picks rows() {
        return rows;
    }

    /** The number of the row's person and month; below 0 where the person moves inside a month. */
    int place(int row) {
        return places[row];
    }

    /** How many rows of a place were chosen so far. */
    int rowsAt(int place) {
        return counts[place];
    }

    /** The row's person. */
    int subject(int row) {
        return subjects.of(people.code(row));
    }
}
