package dev.steelyard.engine.fact;

import dev.steelyard.engine.dataset.KnownDataset;
import dev.steelyard.engine.dataset.Row;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.problem.SourceRef;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a row of the roster 花名册 says of a person. */
public record EmployeeRow(
        String employeeId,
        String name,
        String track,
        String team,
        String region,
        List<String> leads,
        Optional<LocalDate> hireDate,
        Optional<LocalDate> leaveDate,
        Optional<LocalDate> regularDate,
        Optional<BigDecimal> monthlySalary,
        String costCenter,
        String managerId) {

    public static final KnownDataset<EmployeeRow> DATASET = KnownDataset.of("employees", EmployeeRow.class);

    /** Whose row it is. */
    public static String id(Row row) {
        return row.text("employee_id");
    }

    /** The row of somebody whom the roster does not have. */
    public static Row of(Schema roster, String id, String name, String team, String costCenter) {
        return new Row(roster, new Object[roster.columns().size()], SourceRef.NONE)
                .with("employee_id", id)
                .with("name", name)
                .with("team", team)
                .with("cost_center", costCenter);
    }
}
