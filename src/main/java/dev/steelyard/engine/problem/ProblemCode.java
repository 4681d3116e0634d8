package dev.steelyard.engine.problem;

import static dev.steelyard.engine.problem.Severity.ERROR;
import static dev.steelyard.engine.problem.Severity.NOTE;
import static dev.steelyard.engine.problem.Severity.WARNING;

import java.util.EnumSet;
import java.util.Set;

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
    FILE_EMPTY(ERROR),
    FILE_DISGUISED(ERROR),
    FILE_NOT_PLAIN(ERROR),
    FILE_MISNAMED(WARNING),
    FILE_UNMATCHED(WARNING),
    FOLDER_OF_EXPORTS(WARNING),
    FOLDER_NOT_READ(WARNING),
    SHEET_IGNORED(WARNING),
    SHEET_WITHOUT_HEADER(WARNING),
    SHEET_HIDDEN(WARNING),
    SHEET_ROWS_HIDDEN(WARNING),
    ROWS_ALL_EXCLUDED(WARNING),
    HEADER_MISSING(ERROR),
    HEADER_DOUBLED(ERROR),
    HEADER_UNIT(ERROR),
    HEADER_CONVERTED(NOTE),
    FILE_DELIMITER(ERROR),
    ROWS_ABOVE_HEADER(WARNING),
    ROW_ABOVE_HEADER(ERROR),
    /** Another header stands among the rows: what follows it was read by the first. */
    ROW_HEADER_AGAIN(ERROR),
    COLUMN_COUNT(ERROR),
    CELL_BEYOND_HEADER(ERROR),
    RECORD_BROKEN(ERROR),
    /** The file ends within a row: whatever came after it was not received. */
    RECORD_CUT(ERROR),
    RECORD_SHIFTED(ERROR),
    LINE_OPEN(WARNING),
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
    CELL_NOT_CALCULATED(ERROR),
    CELL_TOO_LONG(ERROR),
    BLANK_FOR_UNREAD(WARNING),
    CELL_CONTROL(ERROR),
    CELL_GARBLED(ERROR),
    /** Nothing but question marks: a program could not write the characters. */
    CELL_QUESTION_MARKS(ERROR),
    CELL_FORMULA(ERROR),
    CELL_CUT(ERROR),
    CELL_SHARE_ABOVE_ONE(ERROR),
    CELL_PERCENT_UNFIT(ERROR),
    CELL_CURRENCY(ERROR),
    CELL_EXPECTED(WARNING),
    CELL_WANTED(WARNING),
    ROW_ORDER(ERROR),
    ROW_UNKNOWN_REFERENCE(ERROR),
    ROW_SPLIT(ERROR),
    SPLIT_OF_UNKNOWN_LINE(WARNING),
    ROW_UNASSIGNED(ERROR),
    ROW_ASSIGNED_TO_WHO_LEFT(ERROR),
    ROW_ASSIGNED_TO_SEVERAL(ERROR),
    HOLDER_LEFT(WARNING),
    HOLDERS_SEVERAL(NOTE),
    PRICE_EVENT_INCOMPLETE(ERROR),
    ROW_REFERENCE_REJECTED(ERROR),
    ROW_UNKNOWN_NAME(ERROR),
    NAME_UNKNOWN(ERROR),
    ROW_KEY_CONFLICT(ERROR),
    ROW_DUPLICATE(NOTE),
    ROW_KEY_ALIKE(WARNING),
    TOTAL_DIFFERS(WARNING),
    TARGET_MISSING(ERROR),
    TARGET_REDUCED_ALREADY(WARNING),
    INDICATOR_MISSING(ERROR),
    NO_DATA(ERROR),
    ROSTER_ROWS_DIFFER(ERROR),
    ROSTER_CELL_NEEDED(ERROR),
    STAY_UNKNOWN(ERROR),
    TRACK_BLANK(WARNING),
    PLACED_BY_ROSTER(WARNING),
    ASSIGNED_TO_NO_TRACK(WARNING),
    STAY_BLANK(WARNING),
    TEAM_BLANK(WARNING),
    ROSTER_BLANK(WARNING),
    TEAM_SCORE_MISSING(WARNING),
    EVENT_NOT_DATED(WARNING),
    EVENT_INCOMPLETE(ERROR),
    EVENT_BEFORE_ITSELF(ERROR),
    CALIBRATION_REFUSED(WARNING),
    ADJUSTMENT_REFUSED(WARNING),
    RETURN_NOT_TAKEN_BACK(NOTE),
    RETURN_OF_NOTHING(NOTE),
    RETURN_ON_HOLD(WARNING),
    APPEAL_INEFFECTIVE(WARNING),
    APPEAL_UNCLEAR(WARNING),
    APPEAL_INCOMPLETE(ERROR),
    APPEAL_LATE(WARNING),
    APPEAL_OVERDUE(WARNING),
    HELD_FOR_LOST(WARNING),
    PERIOD_NOT_CLOSED(WARNING),
    PERIOD_STALE(WARNING),
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
    CORRECTION_UNREADABLE(WARNING),
    /** What an export holds as a whole; which rule found it stands in {@link Problem#value}. */
    IMPLAUSIBLE(ERROR),
    UNLIKELY(WARNING),
    NOT_COMPARED(NOTE);

    /** What was delivered beside the rows that were read, or should have been, and was not read. */
    private static final Set<ProblemCode> PASSED_OVER = EnumSet.of(
            RECORD_CUT, ROW_HEADER_AGAIN, FILE_MISNAMED, FOLDER_OF_EXPORTS, SHEET_WITHOUT_HEADER, ROWS_ALL_EXCLUDED);

    /** A decision or an event that says nothing that can be followed, or contradicts itself, although its row was read. */
    private static final Set<ProblemCode> SAYING_NOTHING =
            EnumSet.of(NAME_UNKNOWN, EVENT_INCOMPLETE, EVENT_BEFORE_ITSELF, APPEAL_INCOMPLETE);

    private static final Set<String> REJECTING = Set.of("CELL", "COLUMN", "RECORD", "ROW");

    private final Severity severity;

    ProblemCode(Severity severity) {
        this.severity = severity;
    }

    /** How bad it is. */
    public Severity severity() {
        return severity;
    }

    /** Whether something that was delivered was not read as a whole: then a run ends so that somebody looks (exit 5). */
    public boolean isOfWholeFile() {
        boolean ofFile = name().startsWith("FILE_") || name().startsWith("HEADER_");
        return PASSED_OVER.contains(this) || severity == ERROR && ofFile;
    }

    /** Whether it is why a row was rejected; what concerns copies and corrections is not. */
    public boolean rejects() {
        String name = name();
        return severity == ERROR && REJECTING.contains(name.split("_")[0]);
    }

    /** Whether a decision or an event may be without effect for what its row says or lacks: as good as lost. */
    public boolean saysNothing() {
        return SAYING_NOTHING.contains(this);
    }

    /** The public code: {@code E-TARGET-MISSING}. */
    public String code() {
        return severity.name().charAt(0) + "-" + name().replace('_', '-');
    }
}
