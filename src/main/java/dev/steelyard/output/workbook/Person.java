package dev.steelyard.output.workbook;

import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Width;
import java.util.List;
import java.util.function.Function;

/** The columns that say who a row is about. */
public final class Person {

    private Person() {}

    public static <R> List<Column<R>> columns(Report report, Function<R, RankedScorecard> of) {
        return List.of(id(report, of), name(report, of), track(report, of), team(report, of), region(report, of));
    }

    public static <R> Column<R> team(Report report, Function<R, RankedScorecard> of) {
        return Column.text(
                "team", report.say("word.team"), row -> employee(of, row).team());
    }

    public static <R> Column<R> region(Report report, Function<R, RankedScorecard> of) {
        return Column.text(
                "region", report.say("word.region"), row -> employee(of, row).region());
    }

    public static <R> Column<R> track(Report report, Function<R, RankedScorecard> of) {
        return Column.text(
                "track",
                report.say("word.track"),
                Width.fit(8, 18),
                row -> report.track(employee(of, row).track()));
    }

    public static <R> Column<R> id(Report report, Function<R, RankedScorecard> of) {
        return Column.text("employee_id", report.say("word.employeeId"), row -> of.apply(row)
                .participant()
                .id());
    }

    public static <R> Column<R> name(Report report, Function<R, RankedScorecard> of) {
        return Column.text(
                "name", report.say("word.name"), row -> employee(of, row).name());
    }

    private static <R> Employee employee(Function<R, RankedScorecard> of, R row) {
        return of.apply(row).participant().employee();
    }
}
