package dev.steelyard.engine.score;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.calendar.Scope;
import dev.steelyard.engine.people.Placed;
import dev.steelyard.engine.people.Presence;
import dev.steelyard.engine.people.Stay;
import dev.steelyard.engine.plan.Track;
import dev.steelyard.engine.register.Employee;
import java.util.List;

/**
 * A person who is scored 被考核人 in a run.
 *
 * @param placed where the person counts; {@code employee} is placed so
 * @param stay how much of the scope the person was there for
 * @param scope what the person is scored on
 * @param doubts why nobody can say for sure who the person is: held whatever else; empty where the roster is clear
 * @param unsure why nobody can say for sure where the person was: held whatever else; empty where that is clear
 * @param interim shown to date and neither ranked nor paid, because the track's cycle has not ended (rulings 4)
 */
public record Participant(
        Placed placed, Track track, Scope scope, Stay stay, List<Remark> doubts, List<Remark> unsure, boolean interim) {

    /** As placed: track, team and region are those by which the person is scored (rules.md 8.1). */
    public Employee employee() {
        return placed.employee();
    }

    /** How much of the scored days the person was there (rules.md 8.2 and 8.3). */
    public Presence presence() {
        return stay.presence();
    }

    /** The employee id. */
    public String id() {
        return employee().id();
    }

    /** Whether the track is scored more often than the period: the result is then a mean (rulings 1). */
    public boolean isMeanIn(Period period) {
        return isKnown() && track.cycle().compareTo(period.kind()) < 0;
    }

    /** Whether the roster says who the person is; who is not known is held, and a member of nothing (rulings 117). */
    public boolean isKnown() {
        return doubts.isEmpty();
    }

    /** Whether the track is one of managers: they stand on those whom they lead (ruling 37). */
    public boolean isManager() {
        return track.manager();
    }
}
