package dev.steelyard.engine.people;

import dev.steelyard.engine.calendar.Days;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.calendar.WorkingDays;
import dev.steelyard.engine.fact.Assignment;
import dev.steelyard.engine.fact.Employee;
import dev.steelyard.engine.fact.Registers;
import dev.steelyard.engine.plan.Pay;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.unit.Fraction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Where everybody counts, and how many days they were there (rules.md 8.1–8.3; rulings 91–100, 137, 138). */
public final class Placements {

    private static final Fraction HALF = Fraction.ONE.over(Fraction.of(2));

    private final Plan plan;
    private final Registers registers;
    private final WorkingDays calendar;
    private final Set<String> ladderTracks;

    public Placements(Plan plan, Registers registers, WorkingDays calendar) {
        this.plan = plan;
        this.registers = registers;
        this.calendar = calendar;
        this.ladderTracks = plan.pay().commission().stream()
                .filter(rule -> rule.target().isPresent())
                .map(Pay.Commission::tracks)
                .flatMap(List::stream)
                .collect(Collectors.toSet());
    }

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
        return stretches(placed, days, day -> at(placed, day)
                .map(Assignment::team)
                .orElse(placed.employee().team())
                .equals(team));
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
        Set<String> kept = new HashSet<>(plan.absence().exempting());
        kept.addAll(plan.absence().shared());
        Absences absences = new Absences(
                registers.leaves(person.id()).stream()
                        .filter(leave -> !kept.contains(leave.kind()))
                        .toList(),
                Set.of());
        Fraction sum = Fraction.ZERO;
        for (Days stretch : in(placed, team, days)) {
            Count count = count(person.employed(days).and(stretch), day -> true, absences);
            sum = sum.plus(count.days()).minus(count.other());
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
        Count ladder = count(employed, day -> isOnLadder(placed, day), absences);
        boolean away = all.days.signum() > 0 && all.exempting.plus(all.other).compareTo(all.days) >= 0;
        boolean exempt = all.days.signum() > 0 && (away || all.exempting.isAtLeast(HALF.times(all.days)));
        int window = calendar.count(scope);
        return new Presence.Part(
                window,
                all.days,
                all.exempting.plus(all.other),
                own.left(exempt, all.days),
                ladder.left(exempt, all.days).max(HALF.times(Fraction.of(window))),
                exempt);
    }

    /** Whether what is sold on a day goes into a ladder; a day in no assignment is one of the track where the person is placed. */
    private boolean isOnLadder(Placed placed, LocalDate day) {
        return ladderTracks.contains(placed.assignments().stream()
                .filter(assignment -> assignment.days().contains(day))
                .map(Assignment::track)
                .findFirst()
                .orElse(placed.employee().track()));
    }

    /** Working days of some kind, and the leave on them. */
    private record Count(Fraction days, Fraction exempting, Fraction other) {

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
