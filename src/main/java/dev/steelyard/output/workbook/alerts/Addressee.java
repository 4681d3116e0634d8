package dev.steelyard.output.workbook.alerts;

import dev.steelyard.engine.fact.Employee;
import dev.steelyard.engine.score.Participant;
import dev.steelyard.engine.score.Population;
import dev.steelyard.output.workbook.team.TeamNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who gets a file: a manager for the people whom they lead, or whoever looks after a team that nobody leads.
 *
 * @param file below the edition's folder, without period and ending
 * @param manager empty of a team without one
 * @param team the team; blank where a manager is named
 * @param people by employee id
 */
record Addressee(String file, Optional<Employee> manager, String team, List<Employee> people) {

    /** Managers by id, then teams by code; whoever leads nobody gets nothing. */
    static List<Addressee> of(Population population) {
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
            if (!people.isEmpty()) {
                all.add(new Addressee(
                        "alerts/" + names.get(manager.id()), Optional.of(manager.employee()), "", people));
            }
        }
        Map<String, String> teams = TeamNames.of(population.teams());
        for (String team : population.teams()) {
            List<Employee> people = population.participants().stream()
                    .filter(person -> !person.isManager())
                    .map(Participant::employee)
                    .filter(person -> person.team().equals(team) && !led.contains(person.id()))
                    .toList();
            if (!people.isEmpty()) {
                all.add(new Addressee("alerts/teams/" + teams.get(team), Optional.empty(), team, people));
            }
        }
        return List.copyOf(all);
    }

    /** Whose actions are shown: the people's, and the manager's own. */
    boolean concerns(String employeeId) {
        return manager.filter(own -> own.id().equals(employeeId)).isPresent()
                || people.stream().anyMatch(person -> person.id().equals(employeeId));
    }
}
