package dev.steelyard.engine.problem;

import static dev.steelyard.engine.problem.Severity.ERROR;
import static dev.steelyard.engine.problem.Severity.NOTE;
import static dev.steelyard.engine.problem.Severity.WARNING;

/**
 * The catalogue: every code of what can be wrong. Its sentence and its remedy stand in each language's bundle under
 * {@code problem.CODE} and {@code problem.CODE.fix}. Codes are public: people search for them, and tests hold the full text of each.
 */
public enum ProblemCode {
    FILE_MISSING(ERROR),
    FILE_UNREADABLE(ERROR),
    FILE_FORMAT(ERROR),
    FILE_ENCRYPTED(ERROR),
    FILE_DAMAGED(ERROR),
    FILE_ENCODING(ERROR),
    FILE_LIMIT(ERROR),
    SHEET_IGNORED(WARNING),
    FILE_UNMATCHED(WARNING),
    HEADER_MISSING(ERROR),
    HEADER_DOUBLED(ERROR),
    COLUMN_COUNT(ERROR),
    RECORD_BROKEN(ERROR),
    RECORD_TOO_LONG(ERROR),
    RECORD_TOO_BIG(ERROR),
    CELL_BLANK(ERROR),
    CELL_NOT_A_NUMBER(ERROR),
    CELL_NOT_A_PERCENT(ERROR),
    CELL_NOT_A_DATE(ERROR),
    CELL_NOT_A_DATE_TIME(ERROR),
    CELL_NOT_YES_NO(ERROR),
    CELL_NOT_A_PERIOD(ERROR),
    CELL_NOT_A_CHOICE(ERROR),
    CELL_OUT_OF_RANGE(ERROR),
    CELL_DAMAGED_ID(ERROR),
    CELL_MERGED_NUMBER(ERROR),
    CELL_ERROR(ERROR),
    CELL_TOO_LONG(ERROR),
    ROW_ORDER(ERROR),
    ROW_UNKNOWN_REFERENCE(ERROR),
    ROW_SPLIT(ERROR),
    ROW_UNASSIGNED(ERROR),
    ROW_ASSIGNED_TO_WHO_LEFT(ERROR),
    ROW_ASSIGNED_TO_SEVERAL(ERROR),
    PRICE_EVENT_INCOMPLETE(ERROR),
    ROW_KEY_CONFLICT(ERROR),
    ROW_DUPLICATE(NOTE),
    TOTAL_DIFFERS(WARNING),
    TARGET_MISSING(ERROR),
    INDICATOR_MISSING(ERROR),
    NO_DATA(ERROR),
    TEAM_SCORE_MISSING(WARNING),
    EVENT_NOT_DATED(WARNING),
    CALIBRATION_REFUSED(WARNING),
    APPEAL_INEFFECTIVE(WARNING),
    APPEAL_LATE(WARNING),
    APPEAL_OVERDUE(WARNING),
    HELD_FOR_LOST(WARNING),
    PERIOD_NOT_CLOSED(WARNING),
    NO_CLOSED_PERIOD(ERROR),
    SALARY_MISSING(ERROR),
    COMPLIANCE_BONUS_NONE(NOTE),
    COMPLIANCE_BONUS_UNKNOWN(WARNING),
    NO_VIOLATION_BONUS_LOST(NOTE),
    EXCESS_PROFIT_UNSHARED(WARNING),
    TEAM_POOL_EMPTY(NOTE),
    CALENDAR_YEAR_UNKNOWN(ERROR),
    DATASET_ABSENT(WARNING),
    FILE_TWICE(ERROR),
    ROW_CORRECTED(NOTE),
    CORRECTION_NEEDLESS(NOTE),
    CORRECTION_LOST(NOTE),
    CORRECTION_TWICE(WARNING),
    CORRECTION_UNREADABLE(WARNING);

    private final Severity severity;

    ProblemCode(Severity severity) {
        this.severity = severity;
    }

    public Severity severity() {
        return severity;
    }

    /** The public code: {@code E-TARGET-MISSING}. */
    public String code() {
        return severity.name().charAt(0) + "-" + name().replace('_', '-');
    }
}
