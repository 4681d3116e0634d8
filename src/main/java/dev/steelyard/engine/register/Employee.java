package dev.steelyard.engine.register;

import dev.steelyard.engine.calendar.Days;
import dev.steelyard.engine.dataset.Losses;
import dev.steelyard.engine.dataset.Row;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.fact.Assignment;
import dev.steelyard.engine.fact.EmployeeRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A roster row, or what several of one person agree on. Blank texts stand for what the roster leaves blank.
 *
 * @param index the person's number in this run: position in the roster sorted by id; −1 of whoever is not in it
 * @param leads team and region codes that a manager leads; empty where the roster leaves it blank
 * @param leaveDate the last day employed, included
 * @param doubt what of it cannot be relied on
 */
public record Employee(
        int index,
        String id,
        String name,
        String track,
        String team,
        String region,
        List<String> leads,
        Optional<LocalDate> hireDate,
        Optional<LocalDate> leaveDate,
        Optional<BigDecimal> monthlySalary,
        String costCenter,
        Row row,
        Doubt doubt) {

    /** @param rows of one person; what they agree on is read, the rest is blank */
    static Employee of(int index, List<Row> rows, Losses losses) {
        if (rows.size() == 1) {
            Set<String> unread = losses.cells().getOrDefault(rows.get(0).source(), Set.of());
            return of(index, rows.get(0), unread.isEmpty() ? Doubt.NONE : new Doubt(List.of(), unread));
        }
        List<Employee> readings =
                rows.stream().map(row -> of(index, List.of(row), losses)).toList();
        return of(index, Row.agreed(rows), new Doubt(readings, Set.of()));
    }

    private static Employee of(int index, Row row, Doubt doubt) {
        EmployeeRow said = EmployeeRow.DATASET.read(row).orElseThrow();
        return new Employee(
                index,
                said.employeeId(),
                said.name(),
                said.track(),
                said.team(),
                said.region(),
                said.leads(),
                said.hireDate(),
                said.leaveDate(),
                said.monthlySalary(),
                said.costCenter(),
                row,
                doubt);
    }

    /** Somebody whom the roster does not have any more, as an earlier payout names them. @param schema of the roster */
    public static Employee left(Schema schema, String id, String name, String team, String costCenter) {
        return of(-1, EmployeeRow.of(schema, id, name, team, costCenter), Doubt.NONE);
    }

    /** The person as each of the roster's rows has it: several where they differ. */
    public List<Employee> readings() {
        return doubt.differs() ? doubt.readings() : List.of(this);
    }

    /** The same person where an assignment places them: its track, team, region and leads. */
    public Employee placed(Assignment by) {
        return placed(by.track(), by.team(), by.region(), by.leads());
    }

    /** The same person as one of another team. */
    public Employee in(String other) {
        return other.equals(team) ? this : placed(track, other, region, leads);
    }

    private Employee placed(String onTrack, String inTeam, String inRegion, List<String> leading) {
        return new Employee(
                index,
                id,
                name,
                onTrack,
                inTeam,
                inRegion,
                leading,
                hireDate,
                leaveDate,
                monthlySalary,
                costCenter,
                row,
                doubt);
    }

    /** The day on which the person became a regular employee; empty where the roster does not say. */
    public Optional<LocalDate> regularDate() {
        return said().regularDate();
    }

    /** Who is named as manager; blank where nobody is. */
    public String managerId() {
        return said().managerId();
    }

    private EmployeeRow said() {
        return EmployeeRow.DATASET.read(row).orElseThrow();
    }

    /** A date of the roster row by the column that a plan names, such as {@code track_since}; empty where the cell is blank. */
    public Optional<LocalDate> date(String column) {
        return Optional.ofNullable(row.day(column));
    }

    /** Whether a day lies from the hire date to the leave date, both included. */
    public boolean isEmployedOn(LocalDate day) {
        return hireDate().filter(day::isBefore).isEmpty()
                && leaveDate().filter(day::isAfter).isEmpty();
    }

    /** Whether a day is the person's last, or comes after it. */
    public boolean hasLeftBy(LocalDate day) {
        return leaveDate().filter(left -> !left.isAfter(day)).isPresent();
    }

    /** The days of the span on which the person is employed; empty where there are none (rulings 8). */
    public Days employed(Days days) {
        LocalDate first = hireDate.filter(hired -> hired.isAfter(days.first())).orElse(days.first());
        LocalDate last = leaveDate.filter(left -> left.isBefore(days.last())).orElse(days.last());
        return new Days(first, last);
    }

    /** Joins after the span's first day or leaves before its last. */
    public boolean isPartOf(Days days) {
        return !employed(days).equals(days);
    }
}
