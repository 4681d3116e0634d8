package dev.steelyard.app.doctor;

import dev.steelyard.app.doctor.Diagnosis.Check;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether the machine's clock can be right. */
record ClockLook(Installation installation) {

    /** What clocks of two machines may differ. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    /**
     * @param newest when something was last recorded, by whatever clock
     * @param zones those that the jobs' plans count days in
     */
    List<Diagnosis> findings(Optional<OffsetDateTime> newest, Collection<ZoneId> zones) {
        OffsetDateTime now = installation.now();
        if (newest.isPresent() && newest.get().isAfter(now.plus(TOLERANCE))) {
            return List.of(Diagnosis.wrong(Check.CLOCK, "clock-behind", "now", now, "newest", newest.get()));
        }
        String days = zones.stream()
                .map(zone -> zone + " " + now.atZoneSameInstant(zone).toLocalDate())
                .collect(Collectors.joining(", "));
        return List.of(Diagnosis.good(
                Check.CLOCK,
                days.isEmpty() ? "clock.no-plan" : "clock",
                "now",
                now,
                "zone",
                offset(now),
                "days",
                days));
    }

    /** {@code UTC+08:00}. */
    private static String offset(OffsetDateTime now) {
        return now.getOffset().getTotalSeconds() == 0 ? "UTC" : "UTC" + now.getOffset();
    }
}
