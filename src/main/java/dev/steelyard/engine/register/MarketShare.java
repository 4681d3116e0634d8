package dev.steelyard.engine.register;

import dev.steelyard.engine.calendar.Month;
import dev.steelyard.engine.fact.PublishedShare;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Market share 市场份额 as it was published, by region: late, by month, quarter or year (rulings 7). */
public final class MarketShare {

    /** Newest first; of those that end on one day the month's before the quarter's before the year's. */
    private static final Comparator<PublishedShare> NEWEST_FIRST = Comparator.comparing(PublishedShare::end)
            .reversed()
            .thenComparing(published -> published.period().kind());

    private final Map<String, List<PublishedShare>> byRegion = new HashMap<>();

    /** PublishedShare shares as fractions of 1, newest first in each region; a row with a blank share is none (ruling 7). */
    MarketShare(List<PublishedShare> shares) {
        shares.forEach(share -> byRegion.computeIfAbsent(share.region(), region -> new ArrayList<>())
                .add(share));
        byRegion.values().forEach(published -> published.sort(NEWEST_FIRST));
    }

    /** The regions that have a figure, by name. */
    public SortedSet<String> regions() {
        return new TreeSet<>(byRegion.keySet());
    }

    /**
     * The newest figure that ends on or before the day, and not more than so many calendar months before it; of two that end together the
     * shorter period's (ruling 7). Empty where the region has none.
     */
    public Optional<PublishedShare> newest(String region, LocalDate day, int maxAgeMonths) {
        return byRegion.getOrDefault(region, List.of()).stream()
                .filter(published -> !published.end().isAfter(day))
                .findFirst()
                .filter(published -> Month.of(day) - Month.of(published.end()) <= maxAgeMonths);
    }

    /** The newest figure that ends on an earlier day than this one, of any age (ruling 7); empty where there is none. */
    public Optional<PublishedShare> before(String region, PublishedShare newest) {
        return byRegion.getOrDefault(region, List.of()).stream()
                .filter(published -> published.end().isBefore(newest.end()))
                .findFirst();
    }
}
