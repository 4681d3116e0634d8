package dev.steelyard.engine.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a row of the roster 花名册 says of a person. */
record EmployeeRow(
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

    static final KnownDataset<EmployeeRow> DATASET = KnownDataset.of("employees", EmployeeRow.class);
}
