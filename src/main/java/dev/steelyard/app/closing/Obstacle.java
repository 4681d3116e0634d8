package dev.steelyard.app.closing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What stands in the way of a close.
 *
 * @param slots name, value, name, value, …: what the words about it need
 */
public record Obstacle(Kind kind, List<String> slots) {

    public enum Kind {
        /** There is no final revision: nothing, or a trial. */
        NO_REVISION,
        /** {@code period}: an earlier period of the job that is open. */
        EARLIER_OPEN,
        /** {@code role}: nobody of the role signed {@code revision}. */
        NOT_SIGNED,
        /** The {@code name} of whoever closes is that of several people: {@code ids}. */
        BY_SEVERAL,
        /** Who closes, {@code name}, is paid by the revision, or leads somebody who is. */
        BY_OWN,
        /** {@code appeal} of {@code person}: nobody decided it as of {@code asOf}. */
        APPEAL_PENDING,
        /** People may appeal until {@code until}. */
        WINDOW_OPEN,
        /** The newest revision rests on what is no longer so: run the period again. */
        RUN_AGAIN,
        /** {@code what} does not agree. */
        DIFFERS,
        /** {@code files} are no longer in the store. */
        PURGED;

        /** As {@code --json} writes it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Obstacle of(Kind kind, Object... slots) {
        return new Obstacle(kind, Arrays.stream(slots).map(String::valueOf).toList());
    }
}
