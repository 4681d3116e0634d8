package dev.steelyard.engine.measure;

import dev.steelyard.engine.calendar.Month;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/** What somebody asked for, in words: for tests of whoever asks. */
public final class Asked {

    private Asked() {}

    /** {@code COUNT kind=training date 2026-09…2026-09 of 0,2}: what is counted, by which date, of which months, for whom. */
    public static Stream<String> of(Demand demand, String dataset) {
        return demand.asks(dataset).entrySet().stream()
                .map(one -> one.getKey().kind() + " "
                        + String.join("+", one.getKey().columns())
                        + " " + one.getKey().date() + " " + months(one.getValue().months) + " of "
                        + String.join(
                                ",",
                                one.getValue().subjects.stream()
                                        .mapToObj(String::valueOf)
                                        .toList()));
    }

    /** {@code verified_date 2026-09…2026-09}: the months in which rows count as used, by date column. */
    public static List<String> used(Demand demand, String dataset) {
        return demand.used(dataset).entrySet().stream()
                .map(one -> one.getKey() + " " + months(one.getValue()))
                .sorted()
                .toList();
    }

    private static String months(BitSet months) {
        return month(months.nextSetBit(0)) + "…" + month(months.length() - 1);
    }

    private static String month(int number) {
        return Month.first(number).toString().substring(0, 7);
    }
}
