package dev.steelyard.output.workbook.alerts;

import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.score.Participant;
import dev.steelyard.engine.score.Population;
import dev.steelyard.output.workbook.team.TeamNames;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who gets a file: a manager for the people whom they lead, or whoever looks after a team that nobody leads.
 *
 * @param file below the edition's folder, without period and ending
 * @param manager empty of a team without one
 * @param team the team; blank where a manager is named
 * @param people by employee id
 * @param owners ids of those whose actions are shown: the people, whoever of them has left, and the manager
 */
record Addressee(String file, Optional<Employee> manager, String team, List<Employee> people, Set<String> owners) {

    /**
     * Managers by id, then teams by code; whoever leads nobody gets nothing.
     *
     * @param asOf whoever has left by this day is not looked after any more
     */
    static List<Addressee> of(Population population, LocalDate asOf) {
        List<Participant> managers = population.participants().stream()
                .filter(Participant::isManager)
                .toList();
        Map<String, String> names =
                TeamNames.of(managers.stream().map(Participant::id).toList());
        List<Addressee> all = new ArrayList<>();
        Set<String> led = new HashSet<>();
        for (Participant manager : managers) {
            List<Employee> people = population.members(manager).stream()
                    .map(Participant::employee)
                    .toList();
            people.forEach(person -> led.add(person.id()));
            all.add(of("alerts/" + names.get(manager.id()), Optional.of(manager.employee()), "", people, asOf));
        }
        Map<String, String> teams = TeamNames.of(population.teams());
        for (String team : population.teams()) {
            List<Employee> people = population.participants().stream()
                    .filter(person -> !person.isManager())
                    .map(Participant::employee)
                    .filter(person -> person.team().equals(team) && !led.contains(person.id()))
                    .toList();
            all.add(of("alerts/teams/" + teams.get(team), Optional.empty(), team, people, asOf));
        }
        return all.stream().filter(one -> !one.people().isEmpty()).toList();
    }

    private static Addressee of(
            String file, Optional<Employee> manager, String team, List<Employee> people, LocalDate asOf) {
        Set<String> owners = Stream.concat(manager.stream(), people.stream())
                .map(Employee::id)
                .collect(Collectors.toUnmodifiableSet());
        return new Addressee(
                file,
                manager,
                team,
                people.stream().filter(person -> !person.hasLeftBy(asOf)).toList(),
                owners);
    }

    /** Whether the person's actions are shown. */
    boolean concerns(String employeeId) {
        return owners.contains(employeeId);
    }
}
