package dev.steelyard.engine.score;

import dev.steelyard.engine.calendar.Days;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.calendar.Scope;
import dev.steelyard.engine.calendar.WorkingDays;
import dev.steelyard.engine.fact.Mentorship;
import dev.steelyard.engine.people.Placed;
import dev.steelyard.engine.people.Placements;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.plan.Track;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.unit.CodePoints;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who is scored in a run, who leads whom, and which region a team belongs to (rulings 8, 37, 38, 43). */
public final class Population {

    private final Registers registers;
    private final Placements placements;
    private final Map<String, Participant> participants = new LinkedHashMap<>();

    /** Team → those of whom it is known that they belong to it, by id; and the same of a region. */
    private final Map<String, List<Participant>> byTeam;

    private final Map<String, List<Participant>> byRegion;
    private final Map<String, List<Participant>> members = new ConcurrentHashMap<>();

    /**
     * Everybody on the roster with a track of the plan, employed in the period. In a month's run the tracks that are
     * scored by the quarter are interim, over the quarter to date.
     */
    public Population(Plan plan, Registers registers, WorkingDays calendar, Period period) {
        this.registers = registers;
        this.placements = new Placements(plan, registers, calendar);
        Identity identity = new Identity(plan, period);
        for (Employee employee : registers.roster().employees()) {
            Placed placed = placements.place(employee, period.days());
            Optional<Track> track = identity.track(placed.employee());
            if (track.isPresent() && identity.isEmployed(employee)) {
                boolean interim = plan.tracks().containsKey(placed.employee().track())
                        && track.get().cycle().compareTo(period.kind()) > 0;
                Scope scope = interim ? Scope.quarterToDate(period) : Scope.of(period);
                participants.put(
                        employee.id(),
                        new Participant(
                                placed,
                                track.get(),
                                scope,
                                placements.stay(placed, scope.days()),
                                identity.holds(placed.employee()),
                                identity.stay(placed, scope.days(), registers.losses()),
                                interim));
            }
        }
        byTeam = known(person -> person.employee().team());
        byRegion = known(person -> person.employee().region());
    }

    private Map<String, List<Participant>> known(Function<Participant, String> unit) {
        return participants.values().stream().filter(Participant::isKnown).collect(Collectors.groupingBy(unit));
    }

    /** Where everybody was on which day. */
    public Placements placements() {
        return placements;
    }

    /** By employee id, in code-point order. */
    public List<Participant> participants() {
        return List.copyOf(participants.values());
    }

    /** The participant with the id; empty where nobody with it is scored. */
    public Optional<Participant> find(String employeeId) {
        return Optional.ofNullable(participants.get(employeeId));
    }

    /** The participants whom a manager leads: of the teams and regions in {@code leads}, else of the own team. */
    public List<Participant> members(Participant manager) {
        return participants.get(manager.id()) == manager
                ? members.computeIfAbsent(manager.id(), any -> led(manager))
                : led(manager);
    }

    private List<Participant> led(Participant manager) {
        List<String> leads = manager.employee().leads();
        Map<Integer, Participant> led = new TreeMap<>();
        for (String code : leads.isEmpty() ? List.of(manager.employee().team()) : leads) {
            Stream.of(byTeam, leads.isEmpty() ? Map.<String, List<Participant>>of() : byRegion)
                    .flatMap(units -> units.getOrDefault(code, List.of()).stream())
                    .filter(member -> !member.isManager())
                    .forEach(member -> led.put(member.employee().index(), member));
        }
        return List.copyOf(led.values());
    }

    /**
     * The mentees of the manager and of the people whom the manager leads: of pairs begun by the period's end, made
     * regular on one of the days given; each once, by id.
     */
    public List<Employee> mentees(Participant manager, Days regularIn) {
        Set<String> mentors = new TreeSet<>();
        mentors.add(manager.id());
        members(manager).forEach(member -> mentors.add(member.id()));
        Map<String, Employee> mentees = new TreeMap<>(CodePoints.ORDER);
        for (Mentorship pair : registers.mentorships()) {
            if (pair.isBegunBy(manager.scope().days().last()) && mentors.contains(pair.mentorId())) {
                registers
                        .roster()
                        .find(pair.menteeId())
                        .filter(mentee ->
                                mentee.regularDate().filter(regularIn::contains).isPresent())
                        .ifPresent(mentee -> mentees.put(mentee.id(), mentee));
            }
        }
        return List.copyOf(mentees.values());
    }

    /** Team codes of the participants, in code-point order. */
    public List<String> teams() {
        Set<String> teams = new TreeSet<>(CodePoints.ORDER);
        participants
                .values()
                .forEach(participant -> teams.add(participant.employee().team()));
        return List.copyOf(teams);
    }

    /** The region of the first manager with that team, else of most of its participants. */
    public String regionOf(String team) {
        List<Participant> people = byTeam.getOrDefault(team, List.of());
        if (people.isEmpty()) {
            return "";
        }
        Optional<Participant> manager =
                people.stream().filter(Participant::isManager).findFirst();
        if (manager.isPresent()) {
            return manager.get().employee().region();
        }
        Map<String, Integer> counts = new TreeMap<>(CodePoints.ORDER);
        people.forEach(person -> counts.merge(person.employee().region(), 1, Integer::sum));
        List<Map.Entry<String, Integer>> entries = new ArrayList<>(counts.entrySet());
        return Collections.max(
                        entries,
                        Comparator.comparingInt((Map.Entry<String, Integer> e) -> e.getValue())
                                .thenComparing(e -> e.getKey(), CodePoints.ORDER.reversed()))
                .getKey();
    }
}
