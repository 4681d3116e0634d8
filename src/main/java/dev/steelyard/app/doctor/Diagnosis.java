package dev.steelyard.app.doctor;

import java.util.List;
import java.util.Locale;

/**
 * What one look found.
 *
 * @param check what was looked at
 * @param key names the words: {@code doctor.KEY}, and {@code doctor.KEY.fix} where something is to be done
 * @param slots name, value, name, value, …: what the words need
 */
public record Diagnosis(Check check, Mark mark, String key, List<Object> slots) {

    /** What is looked at, in the order in which it is told. */
    public enum Check {
        VERSIONS,
        CLOCK,
        DATABASE,
        PROOF,
        RUNS,
        TRIGGERS,
        CALENDAR,
        JOBS,
        DISK,
        PERMISSIONS,
        NOTICES;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How it stands. */
    public enum Mark {
        GOOD,
        /** Works for now; somebody should look at it. */
        LOOK,
        WRONG;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Diagnosis {
        slots = List.copyOf(slots);
    }

    static Diagnosis good(Check check, String key, Object... slots) {
        return new Diagnosis(check, Mark.GOOD, key, List.of(slots));
    }

    static Diagnosis look(Check check, String key, Object... slots) {
        return new Diagnosis(check, Mark.LOOK, key, List.of(slots));
    }

    static Diagnosis wrong(Check check, String key, Object... slots) {
        return new Diagnosis(check, Mark.WRONG, key, List.of(slots));
    }
}
