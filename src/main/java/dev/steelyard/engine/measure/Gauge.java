package dev.steelyard.engine.measure;

import dev.steelyard.engine.calendar.Month;
import dev.steelyard.engine.calendar.WorkingDays;
import dev.steelyard.engine.dataset.DatasetColumn;
import dev.steelyard.engine.dataset.Losses;
import dev.steelyard.engine.dataset.Row;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.fact.TargetKey;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCause;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.register.PriceEvents;
import dev.steelyard.engine.register.Registers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A dataset's demand, compiled: what to look at in each row, once. Shared between threads; each opens an {@link
 * Accumulator} of its own.
 */
public final class Gauge {

    /**
     * One tally with its compiled conditions.
     *
     * @param firstMonth the first month that it is kept for
     * @param monthSpan how many months from there on
     * @param offset where its cells begin among a person's
     */
    record TallyColumns(
            Tally tally,
            int dateColumn,
            int[] columns,
            List<Joined.Group> by,
            List<Matcher> conditions,
            BitSet subjects,
            BitSet months,
            int firstMonth,
            int monthSpan,
            int offset) {

        boolean matches(Row row, Row[] named) {
            for (int i = 0; i < conditions.size(); i++) {
                if (!conditions.get(i).matches(row, named)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** A date column and the months in which a row dated by it is used. */
    record Use(int dateColumn, BitSet months) {}

    private static final String ROSTER = "employees";

    private final Schema schema;
    private final int subjectColumn;
    private final boolean named;
    private final int[] people;
    private final Map<String, Integer> subjects;
    private final List<TallyColumns> tallyColumns = new ArrayList<>();
    private final List<Use> uses = new ArrayList<>();
    private final Joined joined;
    private final Registers registers;
    private final Owners owners;
    private final Restated restated;
    private final Segments segments = new Segments();
    private final Losses losses;
    private int cellsPerPerson;

    /**
     * Compiles what is asked of one dataset.
     *
     * @throws WorkingDays.UnknownYear where a span of working days begins beyond the calendar
     */
    public Gauge(Schema schema, Demand demand, Registers registers, WorkingDays calendar) {
        this.schema = schema;
        this.subjectColumn = schema.subject().map(schema::indexOf).orElse(-1);
        this.named = TargetKey.areNamed(schema);
        this.people = schema.columns().stream()
                .filter(column -> column.references().equals(Optional.of(ROSTER))
                        && !schema.dataset().equals(ROSTER))
                .mapToInt(column -> schema.indexOf(column.name()))
                .toArray();
        this.subjects = registers.roster().numbers();
        registers.assignments().forEach((id, own) -> Optional.ofNullable(subjects.get(id))
                .ifPresent(subject -> segments.cut(
                        subject,
                        own.stream()
                                .flatMap(assignment -> Stream.of(
                                        assignment.days().first(),
                                        assignment.days().last().plusDays(1)))
                                .toList())));
        this.registers = registers;
        this.owners = new Owners(schema, registers, subjects);
        this.restated = new Restated(schema, registers);
        this.losses = registers.losses();
        this.joined = new Joined(schema, registers);
        demand.asks(schema.dataset()).forEach((tally, ask) -> addTally(tally, ask, calendar));
        demand.used(schema.dataset()).forEach((date, months) -> uses.add(new Use(schema.indexOf(date), months)));
    }

    private void addTally(Tally tally, Demand.Ask ask, WorkingDays calendar) {
        int firstMonth = Math.max(0, ask.months.nextSetBit(0));
        int monthSpan = Math.max(0, ask.months.length() - firstMonth);
        tallyColumns.add(new TallyColumns(
                tally,
                schema.indexOf(tally.date()),
                tally.columns().stream().mapToInt(this::column).toArray(),
                tally.by().stream().map(joined::group).toList(),
                // Groups are a report's: what they do not find never rejects a row.
                Matcher.of(tally.where(), tally.kind() == Tally.Kind.GROUPS ? joined::shown : joined::place, calendar),
                ask.subjects,
                ask.months,
                firstMonth,
                monthSpan,
                cellsPerPerson));
        cellsPerPerson += monthSpan;
    }

    /** The column's number; −1 where rows are counted. */
    private int column(String name) {
        return name.equals(Groups.ROWS) ? -1 : schema.indexOf(name);
    }

    int cellsPerPerson() {
        return cellsPerPerson;
    }

    Owners owners() {
        return owners;
    }

    Restated restated() {
        return restated;
    }

    Segments segments() {
        return segments;
    }

    /** The dataset that it measures. */
    public Schema schema() {
        return schema;
    }

    /** Cells to put rows into, while nobody listens to them. */
    public Accumulator open() {
        return open(RowListener.NONE);
    }

    /** An accumulator that tells of each row that it takes. */
    public Accumulator open(RowListener listener) {
        return new Accumulator(this, listener);
    }

    /** What it counts, in the order of the cells. */
    public List<Tally> tallies() {
        return tallyColumns.stream().map(TallyColumns::tally).toList();
    }

    List<TallyColumns> tallyColumns() {
        return tallyColumns;
    }

    /** How many people there are. */
    int people() {
        return subjects.size();
    }

    List<Joined.Join> joins() {
        return joined.joins();
    }

    /** The columns that name people. */
    int[] peopleColumns() {
        return people;
    }

    /** The column that names the person a row belongs to; −1 where none does. */
    int subjectColumn() {
        return subjectColumn;
    }

    /** The number of a person; null where there is none. */
    Integer subject(String id) {
        return subjects.get(id);
    }

    /** The columns that are read of what a join finds. */
    BitSet readOf(int join) {
        return joined.readOf(join);
    }

    /** Where rows may be used. */
    List<Use> uses() {
        return uses;
    }

    /** Whether rows can be measured by columns: not where a column tells what another one names. */
    public boolean takesBlocks() {
        return !named;
    }

    /** What cells depend on besides rows. */
    public Grounds grounds() {
        return Grounds.of(this, registers);
    }

    /** The ids of the people, by their numbers. */
    public List<String> ids() {
        return registers.roster().employees().stream().map(Employee::id).toList();
    }

    /** The roster's row of a person; null where their rows differ. */
    private Row ofRoster(int subject) {
        return registers
                .row(ROSTER, registers.roster().employees().get(subject).id())
                .orElse(null);
    }

    /** The person's number; empty where nobody has the id. */
    public Optional<Integer> number(String id) {
        return Optional.ofNullable(subjects.get(id));
    }

    /** Whether the row names people and things that are not there; see {@link Accumulator#check}; empty where all are. */
    public Optional<Problem> check(Row row) {
        if (schema.dataset().equals("splits")) {
            return registers.splits().refusal(row);
        }
        if (schema.dataset().equals("price_events")) {
            Optional<Problem> refusal = PriceEvents.refusal(row);
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return new Resolved(this).fill(row, this);
    }

    /** A row with the person it belongs to and the rows that it names; filled anew for each row, by one thread. */
    static final class Resolved {
        private Row row;
        private int subject;
        private boolean plain;
        private final Row[] named;
        private final Ids ids;
        private final List<LookUp<Integer>> people = new ArrayList<>();
        private final List<LookUp<Row>> joins = new ArrayList<>();
        private final int person;
        private final Gauge gauge;

        Resolved(Gauge gauge) {
            ids = new Ids(gauge.schema.columns().size());
            for (int column : gauge.people) {
                people.add(new LookUp<>(gauge.subjects, ids, column));
            }
            gauge.joined.joins().forEach(join -> joins.add(new LookUp<>(join.rows(), ids, join.column())));
            named = new Row[joins.size()];
            person = gauge.joined.joins().stream()
                    .map(Joined.Join::column)
                    .toList()
                    .indexOf(gauge.subjectColumn);
            this.gauge = gauge;
        }

        /** The numbers of the rows' own values. */
        Ids ids() {
            return ids;
        }

        boolean isOf(Row other) {
            return row == other;
        }

        /** Whether the row is the one person's whom it names, and nobody else's. */
        boolean isPlain() {
            return plain;
        }

        /** The person's number; −1 where the dataset is not by person or the row names nobody. */
        int subject() {
            return subject;
        }

        /** By join; null where the reference is blank. */
        Row[] named() {
            return named;
        }

        /** The same, of a row that is somebody's whom it does not name: its employee is that person. */
        Row[] namedOf(int owner) {
            if (person < 0 || owner == subject) {
                return named;
            }
            Row[] theirs = named.clone();
            theirs[person] = gauge.ofRoster(owner);
            return theirs;
        }

        Optional<Problem> fill(Row of, Gauge gauge) {
            row = of;
            subject = -1;
            for (int i = 0; i < gauge.people.length; i++) {
                int column = gauge.people[i];
                String id = of.text(column);
                Integer person = id == null ? null : people.get(i).of(of);
                if (id != null && person == null) {
                    return Optional.of(gauge.unknown(of, column, ROSTER));
                }
                if (column == gauge.subjectColumn && person != null) {
                    subject = person;
                }
            }
            plain = gauge.owners.isPlain(of);
            if (!plain) {
                Optional<Problem> problem = gauge.owners.problem(of, gauge.day(of));
                if (problem.isPresent()) {
                    return problem;
                }
            }
            if (gauge.named
                    && TargetKey.person(of)
                            .filter(id -> !gauge.subjects.containsKey(id))
                            .isPresent()) {
                return Optional.of(gauge.unknown(of, TargetKey.subjectColumn(gauge.schema), ROSTER));
            }
            for (int i = 0; i < named.length; i++) {
                Joined.Join join = gauge.joined.joins().get(i);
                String id = of.text(join.column());
                named[i] = id == null ? null : joins.get(i).of(of);
                if (id != null && named[i] == null && join.needed()) {
                    return Optional.of(gauge.unknown(of, join.column(), join.register()));
                }
            }
            return Optional.empty();
        }
    }

    /** The day of the row in a window that something reads; null where it is in none. */
    private LocalDate day(Row row) {
        for (Use use : uses) {
            LocalDate day = row.day(use.dateColumn());
            if (day != null && use.months().get(Month.of(day))) {
                return day;
            }
        }
        return null;
    }

    private Problem unknown(Row row, int at, String register) {
        DatasetColumn column = schema.columns().get(at);
        String id = row.text(at) == null ? "" : row.text(at);
        return losses.of(register, id)
                .map(cause -> ProblemCause.as(cause)
                        .behind(Problem.of(ProblemCode.ROW_REFERENCE_REJECTED, row.source(), column.name(), id)
                                .with("original", cause.where().toString())))
                .orElseGet(() -> Problem.of(ProblemCode.ROW_UNKNOWN_REFERENCE, row.source(), column.name(), id)
                        .with("target", register));
    }

    /**
     * Whether the row lies in a window of any measure, payout or report, whatever its conditions (architecture.md 4, Row
     * outcome). Rows of undated registers always do.
     */
    public boolean uses(Row row) {
        return usesAll() || day(row) != null;
    }

    boolean usesAll() {
        return schema.date().isEmpty() && uses.isEmpty();
    }
}
