package dev.steelyard.engine.plausible;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A month in parts that can be kept and added to another's.
 *
 * @param days the days of the month with rows, as bits: day 1 is bit 0
 * @param said the sum of what its rows say, the same in any order
 * @param sums column → sum
 * @param blanks column → blank cells
 * @param tops person → the greatest amount of a row of theirs, 0 where none is above
 * @param copies person → how often their rows say the same; under a blank those of rows that name nobody
 * @param sizes order of magnitude with two digits → rows whose amount has it
 * @param most column of numbers, or of days but for the dataset's own → the greatest, or the latest as days since 1970
 */
public record MonthParts(
        int month,
        long rows,
        long lost,
        long priced,
        long swapped,
        MonthProfile.Signs odd,
        int days,
        long said,
        Map<String, BigDecimal> sums,
        Map<String, Long> blanks,
        Map<String, BigDecimal> people,
        Map<String, BigDecimal> tops,
        Map<String, Copies> copies,
        Map<Integer, Long> sizes,
        Map<String, BigDecimal> most) {

    /** @param closely whether it is asked what single people's rows say */
    MonthProfile profile(boolean closely) {
        return new MonthProfile(
                rows,
                lost,
                sums,
                blanks,
                days,
                people.size(),
                people,
                greatest(),
                Sizes.median(sizes),
                priced,
                swapped,
                odd,
                closely ? repeats() : MonthProfile.Repeats.NONE,
                said,
                Sizes.spread(sizes),
                closely ? prints() : Map.of(),
                most);
    }

    private Map<String, MonthProfile.Print> prints() {
        String[] ids = copies.keySet().toArray(String[]::new);
        return new ByPerson<>(ids, i -> {
            Copies own = copies.get(ids[i]);
            return new MonthProfile.Print(own.rows(), own.differentButForDay(), own.undated());
        });
    }

    private Map<String, MonthProfile.Top> greatest() {
        String[] ids = tops.entrySet().stream()
                .filter(own -> own.getValue().signum() > 0)
                .map(Map.Entry::getKey)
                .toArray(String[]::new);
        return new ByPerson<>(
                ids,
                i -> new MonthProfile.Top(tops.get(ids[i]), copies.get(ids[i]).rows()));
    }

    private MonthProfile.Repeats repeats() {
        Map<String, MonthProfile.Repeated> repeated = new TreeMap<>();
        List<Copies> others = new ArrayList<>();
        copies.forEach((id, own) -> {
            if (own.times() > 1) {
                repeated.put(id, new MonthProfile.Repeated(own.rows(), own.times(), own.different()));
            } else {
                others.add(own);
            }
        });
        return new MonthProfile.Repeats(repeated, Copies.areOftenAlike(others));
    }
}
