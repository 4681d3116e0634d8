package dev.steelyard.engine;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.calendar.WorkingDays;
import dev.steelyard.engine.dataset.PlanNames;
import dev.steelyard.engine.dataset.Row;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.SourceRef;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.score.Population;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Points;
import dev.steelyard.input.exports.RowSink;
import dev.steelyard.input.exports.SingleRow;
import dev.steelyard.input.planfile.CalendarFile;
import dev.steelyard.input.planfile.ExportsFile;
import dev.steelyard.input.planfile.PlanFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What rules are tried out on: the reference plan, the calendar, and facts of which one is written in a line. */
public final class Given {

    public static final Map<String, Schema> SCHEMAS = ExportsFile.read(Path.of("jobs/exports.yaml"));
    public static final Plan PLAN = PlanFile.read(Path.of("jobs/plans/reference-2026.yaml"), SCHEMAS);
    public static final WorkingDays CALENDAR = CalendarFile.read(Path.of("jobs/calendar"));
    public static final Period SEPTEMBER = Period.month(2026, 9);
    public static final LocalDate AS_OF = LocalDate.of(2026, 10, 12);

    private Given() {}

    /** Registers of these facts, by the usual day. */
    public static Registers facts(String lines) {
        return facts(lines, AS_OF);
    }

    /**
     * Registers of facts, a row a line: {@code employees: employee_id=E1 track=mature team=T1}. Values have no spaces; a column that is
     * not named is blank.
     */
    public static Registers facts(String lines, LocalDate asOf) {
        Map<String, List<Row>> rows = rows(lines);
        return new Registers(SCHEMAS, rows.keySet(), rows, asOf);
    }

    /** The same rows, by dataset. */
    public static Map<String, List<Row>> rows(String lines) {
        Map<String, List<Row>> rows = new LinkedHashMap<>();
        int number = 1;
        for (String line : lines.lines().map(String::strip).toList()) {
            if (!line.isEmpty()) {
                String dataset = line.substring(0, line.indexOf(':'));
                rows.computeIfAbsent(dataset, any -> new ArrayList<>())
                        .add(row(dataset, line.substring(line.indexOf(':') + 1).strip(), number++));
            }
        }
        return rows;
    }

    /** One row of a dataset: {@code employee_id=E1 amount=100}. */
    public static Row row(String dataset, String cells) {
        return row(dataset, cells, 1);
    }

    private static Row row(String dataset, String cells, int number) {
        Map<String, String> texts = new LinkedHashMap<>();
        Arrays.stream(cells.split("\\s+")).forEach(cell -> {
            int at = cell.indexOf('=');
            texts.put(cell.substring(0, at), cell.substring(at + 1));
        });
        List<Row> read = new ArrayList<>();
        SourceRef where = new SourceRef(dataset, dataset + ".csv", "", number);
        SingleRow.read(SCHEMAS.get(dataset), texts, where, PLAN.zone(), new RowSink() {
            @Override
            public void row(long record, Row row) {
                read.add(PlanNames.of(PLAN).canonical(row));
            }

            @Override
            public void rejected(long record, List<Problem> problems, List<String> delivered) {
                throw new IllegalArgumentException(dataset + " " + cells + ": " + problems);
            }
        });
        return read.get(0);
    }

    /** Who of these facts is scored in the period. */
    public static Population people(Registers registers, Period period) {
        return new Population(PLAN, registers, CALENDAR, period);
    }

    public static Points points(String text) {
        return Points.parse(text);
    }

    /** Nothing where the cell of a table is blank. */
    public static Optional<Points> perhaps(String text) {
        return text == null || text.isBlank() ? Optional.empty() : Optional.of(Points.parse(text));
    }

    public static Fraction number(String text) {
        return Fraction.parse(text);
    }

    /** {@code 2026-09-01}; nothing where it is blank. */
    public static LocalDate day(String text) {
        return text == null || text.isBlank() ? null : LocalDate.parse(text);
    }

    public static Period period(String text) {
        return Period.parse(text).orElseThrow();
    }
}
