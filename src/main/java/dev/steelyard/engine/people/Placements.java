package dev.steelyard.engine.people;

import dev.steelyard.engine.calendar.Days;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.calendar.WorkingDays;
import dev.steelyard.engine.fact.Assignment;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.unit.Fraction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Where everybody counts, and how many days they were there (rules.md 8.1–8.3; rulings 91–100, 137, 138).
 *
 * @param calendar by which days are counted; a year that it does not hold is refused when it is asked for
 */
public record Placements(Plan plan, Registers registers, WorkingDays calendar) {

    private static final Fraction HALF = Fraction.ONE.over(Fraction.of(2));

    // ------------------------------------------------------------------ where

    /** The person where they count in a period (rulings 93); the track is blank where nothing they are assigned to is scored. */
    public Placed place(Employee person, Days period) {
        List<Assignment> all = registers.assignments(person.id());
        List<Assignment> touching = all.stream()
                .filter(assignment ->
                        !assignment.days().and(person.employed(period)).isEmpty())
                .toList();
        List<Assignment> tracked = touching.stream()
                .filter(assignment -> !assignment.track().isEmpty())
                .toList();
        if (tracked.isEmpty()) {
            return touching.isEmpty()
                    ? new Placed(person, Optional.empty(), all, person.track())
                    : new Placed(
                            person.placed(touching.get(touching.size() - 1)), Optional.empty(), all, person.track());
        }
        Assignment scored = tracked.size() == 1 ? tracked.get(0) : scored(person, period, tracked);
        return new Placed(person.placed(scored), Optional.of(scored), all, person.track());
    }

    /** Of the track with the most days that with the most days; the later of two with as many. */
    private Assignment scored(Employee person, Days period, List<Assignment> tracked) {
        Map<String, Integer> byTrack = new LinkedHashMap<>();
        for (Assignment assignment : tracked) {
            byTrack.merge(assignment.track(), days(person, period, assignment), Integer::sum);
        }
        int most = byTrack.values().stream().mapToInt(days -> days).max().orElseThrow();
        String track = "";
        for (Assignment assignment : tracked) {
            track = byTrack.get(assignment.track()) == most ? assignment.track() : track;
        }
        Assignment scored = null;
        for (Assignment assignment : tracked) {
            if (assignment.track().equals(track)
                    && (scored == null || days(person, period, assignment) >= days(person, period, scored))) {
                scored = assignment;
            }
        }
        return scored;
    }

    /** Working days employed in an assignment, leave not deducted. */
    public int days(Employee person, Days period, Assignment assignment) {
        return calendar.count(person.employed(period).and(assignment.days()));
    }

    /**
     * The stretches of days on which a person is on one of the tracks: by the assignment of the day; a day in none belongs to the
     * track that the person is scored on in its month (rulings 92).
     */
    public List<Days> on(Placed placed, Predicate<String> tracks, Days days) {
        return stretches(placed, days, day -> tracks.test(track(placed, day)));
    }

    /** The stretches of days on which a person belongs to a team; a day in no assignment to the one where they are placed (rulings 126). */
    public List<Days> in(Placed placed, String team, Days days) {
        return stretches(placed, days, day -> team(placed, day).equals(team));
    }

    /** The team to which a person belongs on a day (rulings 126). */
    public String team(Placed placed, LocalDate day) {
        return at(placed, day).map(Assignment::team).orElse(placed.employee().team());
    }

    /** The track by whose rules what happens on a day earns. */
    public String track(Placed placed, LocalDate day) {
        return at(placed, day)
                .or(() -> place(
                                placed.employee(),
                                Period.of(Period.Kind.MONTH, day).days())
                        .by())
                .map(Assignment::track)
                .orElse(placed.rosterTrack());
    }

    private static Optional<Assignment> at(Placed placed, LocalDate day) {
        return placed.assignments().stream()
                .filter(assignment -> assignment.days().contains(day))
                .findFirst();
    }

    private static List<Days> stretches(Placed placed, Days days, Predicate<LocalDate> which) {
        if (placed.assignments().isEmpty()) {
            return which.test(days.first()) ? List.of(days) : List.of();
        }
        List<Days> stretches = new ArrayList<>();
        LocalDate from = null;
        for (LocalDate day = days.first(); !day.isAfter(days.last()); day = day.plusDays(1)) {
            boolean counts = which.test(day);
            if (counts && from == null) {
                from = day;
            } else if (!counts && from != null) {
                stretches.add(new Days(from, day.minusDays(1)));
                from = null;
            }
        }
        if (from != null) {
            stretches.add(new Days(from, days.last()));
        }
        return List.copyOf(stretches);
    }

    /**
     * Working days employed in a team, less leave, but for kinds that exempt or are a right: annual, marriage, bereavement
     * (rulings 105). Halves count.
     */
    public Fraction daysIn(Placed placed, String team, Days days) {
        Employee person = placed.employee();
        Absences absences = absences(person);
        Set<String> shared = Set.copyOf(plan.absence().shared());
        Fraction sum = Fraction.ZERO;
        for (Days stretch : in(placed, team, days)) {
            Days employed = person.employed(days).and(stretch);
            for (LocalDate day = employed.first(); !day.isAfter(employed.last()); day = day.plusDays(1)) {
                if (calendar.isWorking(day)) {
                    sum = sum.plus(Fraction.ONE).minus(absences.awayFromTeam(day, shared));
                }
            }
        }
        return sum;
    }

    // ------------------------------------------------------------------ for how long

    /** What is to be known of a person's days in a scope. */
    public Stay stay(Placed placed, Days scope) {
        return new Stay(presence(placed, scope), window -> isComparable(placed.employee(), window));
    }

    /** How much of a scope the person was there for, counted on the track where they are placed. */
    public Presence presence(Placed placed, Days scope) {
        Employee person = placed.employee();
        List<Assignment> elsewhere = placed.assignments().stream()
                .filter(assignment -> !assignment.track().equals(person.track()))
                .filter(assignment -> !assignment.days().and(scope).isEmpty())
                .toList();
        Absences absences = absences(person);
        if (elsewhere.isEmpty() && !person.isPartOf(scope) && !absences.touch(scope)) {
            return Presence.whole(scope);
        }
        Predicate<LocalDate> onTrack = day ->
                elsewhere.stream().noneMatch(assignment -> assignment.days().contains(day));
        return new Presence(without(scope, elsewhere), Optional.of(part(placed, scope, onTrack, absences)));
    }

    private Absences absences(Employee person) {
        return new Absences(
                registers.leaves(person.id()), Set.copyOf(plan.absence().exempting()));
    }

    private Presence.Part part(Placed placed, Days scope, Predicate<LocalDate> onTrack, Absences absences) {
        Days employed = placed.employee().employed(scope);
        Count all = count(employed, day -> true, absences);
        Count own = count(employed, onTrack, absences);
        return new Presence.Part(
                calendar.count(scope),
                all.days,
                all.exempting.plus(all.other),
                own.left(all.exempts(), all.days),
                all.exempts());
    }

    /**
     * The days of a scope that a sales target is the person's to reach in: those on which what they sell goes into its ladder, less
     * leave; at least W ÷ 2 (rulings 95).
     *
     * @param earning the days of the scope that are paid by the ladder
     */
    public DaysOf onLadder(Placed placed, Days scope, List<Days> earning) {
        Employee person = placed.employee();
        Absences absences = absences(person);
        int window = calendar.count(scope);
        if (earning.equals(List.of(scope)) && !person.isPartOf(scope) && !absences.touch(scope)) {
            return new DaysOf(Fraction.of(window), window, Fraction.ZERO);
        }
        Count all = count(person.employed(scope), day -> true, absences);
        Count ladder =
                count(person.employed(scope), day -> earning.stream().anyMatch(days -> days.contains(day)), absences);
        Fraction own = ladder.left(all.exempts(), all.days);
        Fraction least = HALF.times(Fraction.of(window));
        return new DaysOf(own.max(least), window, all.exempting.plus(all.other), own.isBelow(least));
    }

    /** Working days of some kind, and the leave on them. */
    private record Count(Fraction days, Fraction exempting, Fraction other) {

        /** Half or more of the days gone for leave that exempts, or all of them for any (rulings 98). */
        boolean exempts() {
            return days.signum() > 0
                    && (exempting.isAtLeast(HALF.times(days))
                            || exempting.plus(other).isAtLeast(days));
        }

        /** Leave that does not exempt takes at most half of the days employed from whoever is judged (rulings 98, 138). */
        Fraction left(boolean exempt, Fraction employed) {
            Fraction taken = exempt ? other : other.min(HALF.times(employed));
            return days.minus(exempting).minus(taken).max(Fraction.ZERO);
        }
    }

    private Count count(Days employed, Predicate<LocalDate> which, Absences absences) {
        Fraction days = Fraction.ZERO;
        Fraction exempting = Fraction.ZERO;
        Fraction other = Fraction.ZERO;
        for (LocalDate day = employed.first(); !day.isAfter(employed.last()); day = day.plusDays(1)) {
            if (calendar.isWorking(day) && which.test(day)) {
                days = days.plus(Fraction.ONE);
                Fraction away = absences.on(day);
                if (absences.isExempting(day)) {
                    exempting = exempting.plus(away);
                } else {
                    other = other.plus(away);
                }
            }
        }
        return new Count(days, exempting, other);
    }

    /** Whether the person was there for at least half of a window that something is compared with (rulings 103, 137). */
    private boolean isComparable(Employee person, Days window) {
        Absences absences = absences(person);
        if (!person.isPartOf(window) && !absences.touch(window)) {
            return true;
        }
        Count all = count(person.employed(window), day -> true, absences);
        boolean exempt = all.exempting.isAtLeast(HALF.times(all.days))
                || all.exempting.plus(all.other).compareTo(all.days) >= 0;
        return all.left(exempt, all.days).isAtLeast(HALF.times(Fraction.of(calendar.count(window))));
    }

    /** The days of a scope that lie in none of the assignments. */
    private static List<Days> without(Days scope, List<Assignment> assignments) {
        List<Days> left = new ArrayList<>();
        LocalDate from = scope.first();
        for (Assignment assignment : assignments) {
            Days taken = assignment.days().and(scope);
            if (from.isBefore(taken.first())) {
                left.add(new Days(from, taken.first().minusDays(1)));
            }
            from = taken.last().plusDays(1).isAfter(from) ? taken.last().plusDays(1) : from;
        }
        if (!from.isAfter(scope.last())) {
            left.add(new Days(from, scope.last()));
        }
        return left;
    }
}
