package dev.steelyard.output.workbook.hr;

import dev.steelyard.engine.register.Employee;
import dev.steelyard.output.workbook.Balances;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Width;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** 结转余额: what may still be taken from whom, before and after the run. Who has left owes it as a claim. */
final class BalanceTable {

    private final Report report;
    private final Balances balances;

    BalanceTable(Report report) {
        this.report = report;
        this.balances = new Balances(report);
    }

    /** Nothing where nobody owes anything. */
    Optional<Block<?>> block() {
        List<String> people = balances.people();
        return people.isEmpty()
                ? Optional.empty()
                : Optional.of(Block.of(report.say("sheet.balances"), columns(), people, "")
                        .intro(report.say("sheet.balances.intro")));
    }

    private Optional<Employee> person(String id) {
        return report.result().input().registers().roster().find(id);
    }

    private List<Column<String>> columns() {
        return List.of(
                Column.text("employee_id", report.say("word.employeeId"), id -> id),
                Column.text("name", report.say("word.name"), id -> person(id)
                        .map(Employee::name)
                        .orElse("")),
                Column.money("before", report.say("hr.balance.balanceBefore"), id -> balances.before(id)),
                Column.money("carried", report.say("hr.balance.carriedOver"), id -> balances.carried(id)),
                Column.money("recovered", report.say("hr.balance.recovered"), id -> balances.recovered(id)),
                Column.money("after", report.say("hr.balance.balance"), id -> balances.after(id)),
                Column.text("what", report.say("hr.balance.whatHappens"), Width.fit(8, 20), id -> what(id)));
    }

    private String what(String id) {
        if (balances.after(id).signum() <= 0) {
            return report.say("balance.settled");
        }
        Optional<Employee> person = person(id);
        if (person.isEmpty()) {
            return report.say("balance.gone");
        }
        Optional<LocalDate> left = person.flatMap(Employee::leaveDate)
                .filter(day -> !day.isAfter(report.identity().asOf()));
        return left.map(day -> report.say("balance.claim", "day", day)).orElseGet(() -> report.say("balance.later"));
    }
}
