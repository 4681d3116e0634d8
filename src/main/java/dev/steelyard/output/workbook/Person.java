package dev.steelyard.output.workbook;

import dev.steelyard.engine.fact.Employee;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Datum;
import dev.steelyard.output.workbook.book.Format;
import dev.steelyard.output.workbook.book.Width;
import java.util.List;
import java.util.function.Function;

/** The columns that say who a row is about. */
public final class Person {

    private Person() {}

    public static <R> List<Column<R>> columns(Report report, Function<R, RankedScorecard> of) {
        return List.of(id(of), name(of), track(report, of), team(of), region(of));
    }

    public static <R> Column<R> team(Function<R, RankedScorecard> of) {
        return Column.text("team", "团队", "Team", row -> employee(of, row).team());
    }

    public static <R> Column<R> region(Function<R, RankedScorecard> of) {
        return Column.text("region", "大区", "Region", row -> employee(of, row).region());
    }

    public static <R> Column<R> track(Report report, Function<R, RankedScorecard> of) {
        return Column.of(
                "track",
                "序列",
                "Track",
                Width.fit(8, 18),
                Format.TEXT,
                row -> Datum.text(report.track(employee(of, row).track())));
    }

    public static <R> Column<R> id(Function<R, RankedScorecard> of) {
        return Column.text("employee_id", "工号", "Employee id", row -> of.apply(row)
                .participant()
                .id());
    }

    public static <R> Column<R> name(Function<R, RankedScorecard> of) {
        return Column.text("name", "姓名", "Name", row -> employee(of, row).name());
    }

    private static <R> Employee employee(Function<R, RankedScorecard> of, R row) {
        return of.apply(row).participant().employee();
    }
}
