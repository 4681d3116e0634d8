package dev.steelyard.app.schedule;

import java.time.LocalDateTime;
import java.util.Optional;

/** Times at which something happens again and again, as a wall clock of the place shows them. */
interface WallTimes {

    /** The first one after that time; empty where there is none. */
    Optional<LocalDateTime> after(LocalDateTime time);
}
