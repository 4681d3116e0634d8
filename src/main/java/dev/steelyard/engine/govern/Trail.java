package dev.steelyard.engine.govern;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.calendar.WorkingDays;
import dev.steelyard.engine.calendar.WorkingDays.UnknownYear;
import dev.steelyard.engine.dataset.PlanNames;
import dev.steelyard.engine.fact.AppealRow;
import dev.steelyard.engine.fact.CalibrationRow;
import dev.steelyard.engine.fact.TargetKey;
import dev.steelyard.engine.govern.TrailEntry.Kind;
import dev.steelyard.engine.govern.TrailEntry.Mark;
import dev.steelyard.engine.govern.TrailEntry.State;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.engine.register.Appeal;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.register.Targets;
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
    private final PlanNames names;
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
        this.names = PlanNames.of(plan);
        this.period = period;
        this.asOf = asOf;
        this.published = published;
        this.deadlines = new Deadlines(calendar, plan);
    }

    /** The entries without what they changed: those that somebody must act on first, by their day. */
    public List<TrailEntry> entries() {
        List<TrailEntry> entries = new ArrayList<>();
        registers.all(AppealRow.DATASET).stream()
                .filter(appeal -> concerns(appeal.period()))
                .map(this::appeal)
                .forEach(entries::add);
        registers.all(CalibrationRow.DATASET).stream()
                .filter(decision -> concerns(decision.period()))
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
                .isRead(new TargetKey(
                        calibration.subjectType(),
                        calibration.subject(),
                        calibration.concerns(),
                        calibration.period().orElseThrow()));
    }

    /** A decision on the period, on one that it lies in (interim people, yearly targets), or on none in particular. */
    private boolean concerns(Optional<Period> named) {
        return named.filter(one -> !one.equals(period)
                        && (one.kind().compareTo(period.kind()) <= 0
                                || !one.days().contains(period.last())))
                .isEmpty();
    }

    private TrailEntry appeal(AppealRow appeal) {
        Optional<Period> named = appeal.period();
        Optional<LocalDate> submitted = appeal.submittedAt();
        Optional<LocalDate> decided = appeal.decided();
        // Another period was published on another day.
        Optional<LocalDate> submitBy =
                named.equals(Optional.of(period)) ? known(() -> deadlines.submitBy(published)) : Optional.empty();
        Optional<LocalDate> decideBy = submitted.flatMap(day -> known(() -> deadlines.decideBy(day)));
        boolean known = appeal.isKnownBy(asOf);
        String note = appeal.isUpheld() && known ? ineffective(appeal) : "";
        State state = !known || !appeal.isUpheld() && !appeal.isRejected()
                ? State.PENDING
                : appeal.isRejected() ? State.REJECTED : note.isEmpty() ? State.IN_FORCE : State.WITHOUT_EFFECT;
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
                appeal.appealId(),
                "employee",
                appeal.employeeId(),
                appeal.indicator(),
                named,
                submitted,
                submitBy,
                known ? decided : Optional.empty(),
                decideBy,
                known && !appeal.decidedBy().isEmpty() ? List.of(appeal.decidedBy()) : List.of(),
                state,
                marks,
                known ? appeal.effect() : "",
                known ? appeal.decisionReason() : "",
                appeal.claim(),
                appeal.evidence(),
                note,
                appeal.row().source(),
                Optional.empty());
    }

    private String ineffective(AppealRow upheld) {
        return registers.appeals().stream()
                .filter(appeal -> appeal.appealId().equals(upheld.appealId()))
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
        registers.all(CalibrationRow.DATASET).stream()
                .filter(decision -> concerns(decision.period()))
                .forEach(decision ->
                        names.unknown(ProblemCode.NAME_UNKNOWN, decision.row()).ifPresent(problems::add));
        for (AppealRow appeal : registers.all(AppealRow.DATASET)) {
            String named = appeal.indicator();
            // Of an event that is not there it is said that the appeal has no effect.
            boolean isUpheld = registers.appeals().stream()
                    .anyMatch(inForce -> inForce.appealId().equals(appeal.appealId()));
            boolean isSomething = registers.eventAsDelivered(named).isPresent()
                    || registers.schemas().values().stream()
                            .anyMatch(schema -> named.equals(schema.dataset()) || named.equals(schema.zh()));
            if (!appeal.isOfEvent() && !isSomething && (isUpheld || concerns(appeal.period()))) {
                names.unknown(isUpheld ? ProblemCode.NAME_UNKNOWN : ProblemCode.APPEAL_UNCLEAR, appeal.row())
                        .ifPresent(problems::add);
            }
        }
        return problems;
    }

    private TrailEntry calibration(CalibrationRow decision) {
        String id = decision.decisionId();
        String named = decision.indicator();
        String lack = decision.refusal();
        String refusal = lack.isEmpty() && names.id(named).isEmpty() ? "no indicator " + named : lack;
        Optional<LocalDate> decided = decision.decidedDate();
        State state = !refusal.isEmpty()
                ? State.REFUSED
                : decided.filter(day -> !day.isAfter(asOf)).isEmpty()
                        ? State.PENDING
                        : isNewest(decision) ? State.IN_FORCE : State.SUPERSEDED;
        return new TrailEntry(
                Kind.CALIBRATION,
                id,
                decision.subjectType(),
                decision.subject(),
                named,
                decision.period(),
                Optional.empty(),
                Optional.empty(),
                decided,
                Optional.empty(),
                decision.approvers(),
                state,
                isAfterResults(decision) ? List.of(Mark.AFTER_RESULTS) : List.of(),
                "",
                decision.reason(),
                "",
                "",
                refusal,
                decision.row().source(),
                state == State.IN_FORCE || state == State.SUPERSEDED
                        ? Changes.target(registers, id, decision.key().orElseThrow())
                        : Optional.empty());
    }

    /** Whether the period that it is about had been published before it was decided. */
    private boolean isAfterResults(CalibrationRow decision) {
        return decision.period().filter(period::equals).isPresent()
                && decision.decidedDate().filter(published::isBefore).isPresent();
    }

    private boolean isNewest(CalibrationRow decision) {
        return decision.key()
                .flatMap(registers.targets()::standing)
                .flatMap(Targets.Target::decision)
                .filter(decision.decisionId()::equals)
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
