package dev.steelyard.engine.govern;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.problem.SourceRef;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Points;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An appeal 申诉 or a calibration 校准 as a revision saw it: who, when, why, what it changed, and whether it was in time
 * (rules.md 7).
 *
 * @param subjectType {@code employee}, {@code team} or {@code region}
 * @param concerns the indicator or the event
 * @param period that it names; empty where it names none
 * @param submitted the day of an appeal
 * @param submitBy the last day to appeal; empty where the period was not published here, or the calendar does not reach it
 * @param decided the day of the decision
 * @param decideBy the last day to decide; empty likewise
 * @param decidedBy who decided, or who approves
 * @param effect of an appeal as the register says it; blank for a calibration
 * @param note why it is refused or has no effect; else blank
 * @param source its row in the register
 * @param change what it changed in this revision
 */
public record TrailEntry(
        Kind kind,
        String id,
        String subjectType,
        String subject,
        String concerns,
        Optional<Period> period,
        Optional<LocalDate> submitted,
        Optional<LocalDate> submitBy,
        Optional<LocalDate> decided,
        Optional<LocalDate> decideBy,
        List<String> decidedBy,
        State state,
        List<Mark> marks,
        String effect,
        String reason,
        String claim,
        String evidence,
        String note,
        SourceRef source,
        Optional<Change> change) {

    public TrailEntry {
        decidedBy = List.copyOf(decidedBy);
        marks = List.copyOf(marks);
    }

    public enum Kind {
        APPEAL,
        CALIBRATION;

        /** As the ledger writes it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What became of it by the as-of day. Those that somebody must still act on come first. */
    public enum State {
        /** Not decided, or decided later. */
        PENDING,
        IN_FORCE,
        /** Upheld or decided, and nothing that it could change. */
        WITHOUT_EFFECT,
        /** A later decision on the same target holds. */
        SUPERSEDED,
        REJECTED,
        /** A calibration without reason, two approvers or a date. */
        REFUSED;

        /** As the ledger writes it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What was not in time. */
    public enum Mark {
        /** Submitted after the last day to appeal. */
        LATE,
        /** The last day to decide is over, and nobody did. */
        OVERDUE,
        /** Decided, after the last day to decide. */
        DECIDED_LATE,
        /** A target that was set when the results of its period were known. */
        AFTER_RESULTS;

        /** As the ledger writes it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Before and after, as machine files write them: numbers with six decimals, points with two, statuses as coded. */
    public sealed interface Change {

        /** Blank where there was nothing. */
        String from();

        /** After the decision; never blank. */
        String to();

        /** Of numbers; nothing before where there was none. */
        sealed interface Numeric extends Change {
            /** The value as it was, in the unit of what changes, exact; empty where there was none. */
            Optional<Fraction> before();

            /** The value as it is now, in the same unit, exact. */
            Fraction after();

            @Override
            default String from() {
                return before().map(TrailEntry::plain).orElse("");
            }

            @Override
            default String to() {
                return plain(after());
            }
        }

        /** The value of an indicator before its curve. */
        record Value(Optional<Fraction> before, Fraction after) implements Numeric {}

        /** The points of an indicator. */
        record Score(Points before, Points after) implements Change {
            @Override
            public String from() {
                return before.toString();
            }

            @Override
            public String to() {
                return after.toString();
            }
        }

        /** The status of an event, as the register codes it. */
        record Event(String before, String after) implements Change {
            @Override
            public String from() {
                return before;
            }

            @Override
            public String to() {
                return after;
            }
        }

        /** A target. */
        record Target(Optional<Fraction> before, Fraction after) implements Numeric {}
    }

    private static String plain(Fraction value) {
        return value.rounded(6).toPlainString();
    }

    TrailEntry with(Optional<Change> found) {
        return with(state, note, found);
    }

    /** Decided, and yet nothing reads it. */
    TrailEntry unread() {
        return with(State.WITHOUT_EFFECT, "read by no calculation", Optional.empty());
    }

    private TrailEntry with(State other, String why, Optional<Change> found) {
        return new TrailEntry(
                kind,
                id,
                subjectType,
                subject,
                concerns,
                period,
                submitted,
                submitBy,
                decided,
                decideBy,
                decidedBy,
                other,
                marks,
                effect,
                reason,
                claim,
                evidence,
                why,
                source,
                found);
    }

    /** The last day by which somebody must act; empty where nobody must. */
    public Optional<LocalDate> nextDue() {
        return state == State.PENDING ? decideBy : Optional.empty();
    }
}
