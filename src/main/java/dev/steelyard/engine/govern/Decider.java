package dev.steelyard.engine.govern;

/**
 * Who decides about a period (ruling 135).
 *
 * @param name as the roster has it where it is somebody on it, else as it was written; blank where nobody was named
 * @param employeeId of the roster; blank where the name is on none
 * @param account of the machine on which it was typed
 */
public record Decider(String name, String employeeId, String account) {

    /** Nobody was named. */
    public static Decider unnamed(String account) {
        return new Decider("", "", account);
    }

    /** Whether somebody was named at all. */
    public boolean isNamed() {
        return !name.isEmpty();
    }

    /** Whether the name is somebody's on the roster: only then can deciding about oneself be told (ruling 135). */
    public boolean isOnRoster() {
        return !employeeId.isEmpty();
    }
}
