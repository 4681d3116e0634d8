package dev.steelyard.engine.govern;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.calendar.WorkingDays;
import dev.steelyard.engine.calendar.WorkingDays.UnknownYear;
import dev.steelyard.engine.fact.Appeal;
import dev.steelyard.engine.fact.Calibration;
import dev.steelyard.engine.fact.Names;
import dev.steelyard.engine.fact.Registers;
import dev.steelyard.engine.fact.Row;
import dev.steelyard.engine.fact.Targets;
import dev.steelyard.engine.govern.TrailEntry.Kind;
import dev.steelyard.engine.govern.TrailEntry.Mark;
import dev.steelyard.engine.govern.TrailEntry.State;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.engine.score.ScoreBook;
import dev.steelyard.engine.unit.CodePoints;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The trail 决定留痕 of a period: every appeal and calibration that concerns it, whatever became of it. */
public final class Trail {

    private static final Comparator<TrailEntry> ORDER = Comparator.comparing(TrailEntry::state)
            .thenComparing(entry -> entry.nextDue().orElse(LocalDate.MAX))
            .thenComparing(TrailEntry::kind)
            .thenComparing(TrailEntry::id, CodePoints.ORDER);

    private final Plan plan;
    private final Registers registers;
    private final Names names;
    private final Period period;
    private final LocalDate asOf;
    private final LocalDate published;
    private final Deadlines deadlines;

    /**
     * @param asOf the day by which decisions are known and deadlines are over
     * @param published as-of of the period's first final revision, from which appeals are counted
     */
    public Trail(
            Plan plan, Registers registers, WorkingDays calendar, Period period, LocalDate asOf, LocalDate published) {
        this.plan = plan;
        this.registers = registers;
        this.names = Names.of(plan);
        this.period = period;
        this.asOf = asOf;
        this.published = published;
        this.deadlines = new Deadlines(calendar, plan);
    }

    /** The entries without what they changed: those that somebody must act on first, by their day. */
    public List<TrailEntry> entries() {
        List<TrailEntry> entries = new ArrayList<>();
        registers.rows("appeals").stream()
                .filter(this::concerns)
                .map(this::appeal)
                .forEach(entries::add);
        registers.rows("calibrations").stream()
                .filter(this::concerns)
                .map(this::calibration)
                .forEach(entries::add);
        entries.sort(ORDER);
        return List.copyOf(entries);
    }

    /** The same with what each changed in this result. */
    public List<TrailEntry> entries(ScoreBook book) {
        Changes changes = new Changes(registers, book);
        return entries().stream()
                .map(entry -> entry.state() != State.IN_FORCE
                        ? entry
                        : entry.kind() == Kind.APPEAL
                                ? entry.with(changes.of(entry))
                                : isRead(entry) ? entry : entry.unread())
                .toList();
    }

    /** Whether a calculation looked up the target that a calibration sets. */
    private boolean isRead(TrailEntry calibration) {
        return registers
                .targets()
                .isRead(new Targets.Key(
                        calibration.subjectType(),
                        calibration.subject(),
                        calibration.concerns(),
                        calibration.period().orElseThrow()));
    }

    /** A decision on the period, on one that it lies in (interim people, yearly targets), or on none in particular. */
    private boolean concerns(Row row) {
        Period named = row.period("period");
        return named == null
                || named.equals(period)
                || named.kind().compareTo(period.kind()) > 0 && named.days().contains(period.last());
    }

    private TrailEntry appeal(Row row) {
        Optional<Period> named = Optional.ofNullable(row.period("period"));
        Optional<LocalDate> submitted = Optional.ofNullable(row.day("submitted_at"));
        Optional<LocalDate> decided = Optional.ofNullable(row.day("decided_at"));
        // Another period was published on another day.
        Optional<LocalDate> submitBy =
                named.equals(Optional.of(period)) ? known(() -> deadlines.submitBy(published)) : Optional.empty();
        Optional<LocalDate> decideBy = submitted.flatMap(day -> known(() -> deadlines.decideBy(day)));
        boolean known = decided.filter(day -> !day.isAfter(asOf)).isPresent();
        String note = "upheld".equals(row.text("decision")) && known ? ineffective(row) : "";
        State state = !known
                ? State.PENDING
                : switch (row.textOrBlank("decision")) {
                    case "upheld" -> note.isEmpty() ? State.IN_FORCE : State.WITHOUT_EFFECT;
                    case "rejected" -> State.REJECTED;
                    default -> State.PENDING;
                };
        List<Mark> marks = new ArrayList<>();
        if (submitted.isPresent()
                && submitBy.filter(last -> submitted.get().isAfter(last)).isPresent()) {
            marks.add(Mark.LATE);
        }
        if (state == State.PENDING && decideBy.filter(asOf::isAfter).isPresent()) {
            marks.add(Mark.OVERDUE);
        }
        if (state != State.PENDING
                && decideBy.filter(last -> decided.get().isAfter(last)).isPresent()) {
            marks.add(Mark.DECIDED_LATE);
        }
        return new TrailEntry(
                Kind.APPEAL,
                row.text("appeal_id"),
                "employee",
                row.textOrBlank("employee_id"),
                row.textOrBlank("indicator"),
                named,
                submitted,
                submitBy,
                known ? decided : Optional.empty(),
                decideBy,
                known ? Optional.ofNullable(row.text("decided_by")).stream().toList() : List.of(),
                state,
                marks,
                known ? row.textOrBlank("effect") : "",
                known ? row.textOrBlank("decision_reason") : "",
                row.textOrBlank("claim"),
                row.textOrBlank("evidence"),
                note,
                row.source(),
                Optional.empty());
    }

    private String ineffective(Row row) {
        return registers.appeals().stream()
                .filter(appeal -> appeal.appealId().equals(row.text("appeal_id")))
                .findFirst()
                .map(appeal -> ineffective(plan, registers, appeal))
                .orElse("effect is blank");
    }

    /** Why an upheld appeal cannot change anything; blank where it can. */
    public static String ineffective(Plan plan, Registers registers, Appeal appeal) {
        if (appeal.effect() == Appeal.Effect.DISMISS_EVENT) {
            return registers.eventAsDelivered(appeal.subject()).isPresent() ? "" : "no event " + appeal.subject();
        }
        if (appeal.value().isEmpty()) {
            return "effect_value is blank";
        }
        if (appeal.period().isEmpty()) {
            return "period is blank";
        }
        return plan.indicators().containsKey(appeal.subject()) ? "" : "no indicator " + appeal.subject();
    }

    /** Decisions that concern the period, are to be followed, and name what is neither in the plan nor an event. */
    public List<Problem> unknownNames() {
        List<Problem> problems = new ArrayList<>();
        registers.rows("calibrations").stream()
                .filter(this::concerns)
                .forEach(row -> names.unknown(ProblemCode.NAME_UNKNOWN, row).ifPresent(problems::add));
        for (Row row : registers.rows("appeals")) {
            String named = row.textOrBlank("indicator");
            // Of an event that is not there it is said that the appeal has no effect.
            boolean isEvent = "dismiss_event".equals(row.text("effect"));
            boolean isUpheld = registers.appeals().stream()
                    .anyMatch(appeal -> appeal.appealId().equals(row.text("appeal_id")));
            boolean isSomething = registers.eventAsDelivered(named).isPresent()
                    || registers.schemas().values().stream()
                            .anyMatch(schema -> named.equals(schema.dataset()) || named.equals(schema.zh()));
            if (!isEvent && !isSomething && (isUpheld || concerns(row))) {
                names.unknown(isUpheld ? ProblemCode.NAME_UNKNOWN : ProblemCode.APPEAL_UNCLEAR, row)
                        .ifPresent(problems::add);
            }
        }
        return problems;
    }

    private TrailEntry calibration(Row row) {
        String id = row.text("decision_id");
        String named = row.textOrBlank("indicator");
        String lack = Calibration.refusal(row);
        String refusal = lack.isEmpty() && names.id(named).isEmpty() ? "no indicator " + named : lack;
        Optional<LocalDate> decided = Optional.ofNullable(row.day("decided_date"));
        State state = !refusal.isEmpty()
                ? State.REFUSED
                : decided.filter(day -> !day.isAfter(asOf)).isEmpty()
                        ? State.PENDING
                        : isNewest(id, row) ? State.IN_FORCE : State.SUPERSEDED;
        return new TrailEntry(
                Kind.CALIBRATION,
                id,
                row.textOrBlank("subject_type"),
                row.textOrBlank("subject"),
                row.textOrBlank("indicator"),
                Optional.ofNullable(row.period("period")),
                Optional.empty(),
                Optional.empty(),
                decided,
                Optional.empty(),
                Calibration.approvers(row),
                state,
                isAfterResults(row, decided) ? List.of(Mark.AFTER_RESULTS) : List.of(),
                "",
                row.textOrBlank("reason"),
                "",
                "",
                refusal,
                row.source(),
                state == State.IN_FORCE || state == State.SUPERSEDED
                        ? Changes.target(registers, id, row)
                        : Optional.empty());
    }

    /** Whether the period that it is about had been published before it was decided. */
    private boolean isAfterResults(Row row, Optional<LocalDate> decided) {
        return period.equals(row.period("period"))
                && decided.filter(published::isBefore).isPresent();
    }

    private boolean isNewest(String id, Row row) {
        return registers
                .targets()
                .standing(Targets.Key.of(row))
                .flatMap(Targets.Target::decision)
                .filter(id::equals)
                .isPresent();
    }

    private static Optional<LocalDate> known(Supplier<LocalDate> day) {
        try {
            return Optional.of(day.get());
        } catch (UnknownYear beyond) {
            return Optional.empty();
        }
    }
}
