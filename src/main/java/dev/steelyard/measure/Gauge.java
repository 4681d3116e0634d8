package dev.steelyard.measure;

import dev.steelyard.calendar.Month;
import dev.steelyard.calendar.WorkingDays;
import dev.steelyard.fact.Column;
import dev.steelyard.fact.Employee;
import dev.steelyard.fact.Registers;
import dev.steelyard.fact.Row;
import dev.steelyard.fact.Schema;
import dev.steelyard.problem.Problem;
import dev.steelyard.problem.ProblemCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A dataset's demand, compiled: what to look at in each row, once. Shared between threads; each opens an {@link
 * Accumulator} of its own.
 */
public final class Gauge {

    /** One tally with its compiled conditions. */
    record Tap(Tally tally, int dateColumn, int[] columns, Matcher matcher, BitSet subjects, BitSet months) {}

    /** A date column and the months in which a row dated by it is used. */
    record Use(int dateColumn, BitSet months) {}

    private static final String ROSTER = "employees";

    private final Schema schema;
    private final Optional<Integer> subjectColumn;
    private final Optional<Integer> subjectType;
    private final int[] people;
    private final Map<String, Integer> subjects = new HashMap<>();
    private final List<Tap> taps = new ArrayList<>();
    private final List<Use> uses = new ArrayList<>();
    private final Joined joined;

    public Gauge(Schema schema, Demand demand, Registers registers, WorkingDays calendar) {
        this.schema = schema;
        this.subjectColumn = schema.subject().map(schema::indexOf);
        this.subjectType = schema.column("subject_type").map(Column::name).map(schema::indexOf);
        this.people = schema.columns().stream()
                .filter(column -> column.references().equals(Optional.of(ROSTER))
                        && !schema.dataset().equals(ROSTER))
                .mapToInt(column -> schema.indexOf(column.name()))
                .toArray();
        for (Employee employee : registers.roster().employees()) {
            subjects.put(employee.id(), employee.index());
        }
        this.joined = new Joined(schema, registers);
        demand.asks(schema.dataset())
                .forEach((tally, ask) -> taps.add(new Tap(
                        tally,
                        schema.indexOf(tally.date()),
                        tally.columns().stream().mapToInt(schema::indexOf).toArray(),
                        Matcher.of(tally.where(), joined, calendar),
                        ask.subjects,
                        ask.months)));
        demand.used(schema.dataset()).forEach((date, months) -> uses.add(new Use(schema.indexOf(date), months)));
    }

    public Schema schema() {
        return schema;
    }

    public Accumulator open() {
        return new Accumulator(this);
    }

    public List<Tally> tallies() {
        return taps.stream().map(Tap::tally).toList();
    }

    List<Tap> taps() {
        return taps;
    }

    List<Joined.Join> joins() {
        return joined.joins();
    }

    /** The person the row belongs to; −1 where the dataset is not by person. */
    int subject(Row row) {
        return subjectColumn
                .map(column -> subjects.getOrDefault(row.text(column), -1))
                .orElse(-1);
    }

    /**
     * Whether the row names people and things that are not there: the person always, products and customers where the
     * plan needs them (rulings 89). A blank reference names nobody.
     */
    public Optional<Problem> check(Row row) {
        for (int column : people) {
            String id = row.text(column);
            if (id != null && !subjects.containsKey(id)) {
                return Optional.of(unknown(row, column, ROSTER));
            }
        }
        if (subjectType.isPresent()
                && "employee".equals(row.text(subjectType.get()))
                && !subjects.containsKey(row.textOrBlank("subject"))) {
            return Optional.of(unknown(row, schema.indexOf("subject"), ROSTER));
        }
        for (Joined.Join join : joined.joins()) {
            String id = row.text(join.column());
            if (id != null && !join.rows().containsKey(id)) {
                return Optional.of(unknown(row, join.column(), join.register()));
            }
        }
        return Optional.empty();
    }

    private Problem unknown(Row row, int at, String register) {
        Column column = schema.columns().get(at);
        return Problem.of(
                        ProblemCode.ROW_UNKNOWN_REFERENCE,
                        row.source(),
                        column.name(),
                        row.text(at) == null ? "" : row.text(at))
                .with("target", register);
    }

    /**
     * Whether the row lies in a window of any measure, payout or report, whatever its conditions (design.md 4, Row
     * outcome). Rows of undated registers always do.
     */
    public boolean uses(Row row) {
        if (schema.date().isEmpty() && uses.isEmpty()) {
            return true;
        }
        for (Use use : uses) {
            LocalDate day = row.day(use.dateColumn());
            if (day != null && use.months().get(Month.of(day))) {
                return true;
            }
        }
        return false;
    }
}
