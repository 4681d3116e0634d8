package dev.steelyard.input.planfile.mistake;

/**
 * The catalogue of what can be wrong with a plan, job, exports or calendar file. What is wrong, what was expected and how to mend
 * it stand in the bundles as {@code mistake.CODE}, {@code .expected} and {@code .fix}, with slots that the {@link Mistake} fills.
 * Codes are public: people search for them, and a test holds the full text of each.
 */
public enum PlanError {
    // The file
    FILE_MISSING,
    FILE_UNREADABLE,
    FILE_TOO_BIG,
    FILE_NOT_UTF8,
    FILE_EMPTY,
    JOB_UNKNOWN,
    JOBS_NONE,

    // YAML
    YAML_SYNTAX,
    YAML_TAB,
    WIDE_SIGN,
    YAML_NOT_PLAIN,
    YAML_SECOND_DOCUMENT,
    YAML_TOO_DEEP,
    KEY_NOT_A_WORD,
    KEY_TWICE,

    // Keys and values
    KEY_UNKNOWN,
    KEY_MISSING,
    VALUE_MISSING,
    NOT_A_MAPPING,
    NOT_A_LIST,
    NOT_A_VALUE,
    NOT_A_NUMBER,
    NOT_A_WHOLE_NUMBER,
    NOT_POINTS,
    NOT_YES_NO,
    NOT_A_DATE,
    NOT_A_TIME,
    NOT_A_SPAN,
    NOT_A_PERIOD,
    NOT_AN_AMOUNT,
    NOT_AN_ID,
    NOT_A_ZONE,
    NOT_A_WINDOW,
    NOT_A_CURRENCY,
    NOT_A_CHOICE,
    REFUSED,
    OUT_OF_RANGE,

    // Names that must exist
    DATASET_UNKNOWN,
    COLUMN_UNKNOWN,
    COLUMN_TYPE,
    REFERENCE_UNKNOWN,
    CHOICE_UNKNOWN,
    TRACK_UNKNOWN,
    TRACK_UNLISTED,
    DIMENSION_UNKNOWN,
    INDICATOR_UNKNOWN,
    TARGET_UNKNOWN,
    GRADE_UNKNOWN,
    VERB_UNKNOWN,

    // Measures and facts
    VERB_NEEDS,
    VERB_TAKES_NOT,
    VERB_FOR_MANAGERS,
    FACTS_UNCLEAR,
    FACTS_TWO_DATASETS,
    FACTS_NO_DATE,
    FACTS_NO_PERSON,
    AGGREGATE_UNFIT,
    VERB_AGGREGATE,
    CERTIFICATION_MISSING,
    CONDITION_UNCLEAR,

    // Numbers that must fit together
    WEIGHTS_SUM,
    INDICATOR_WEIGHTS_SUM,
    DIMENSION_WITHOUT_INDICATOR,
    CURVE_SHORT,
    CURVE_POINT,
    CURVE_ORDER,
    TIER_ORDER,
    TIER_END,
    TIERS_NEED_TARGET,
    GRADES_ORDER,
    GRADES_END,
    GRADE_TWICE,
    GRADE_WITHOUT_FACTOR,
    STEPS_ORDER,
    DATES_ORDER,

    // Exports
    COLUMN_NEEDED,
    NAME_TWICE,

    // The calendar
    DAY_TWICE,
    DAY_CONTRADICTS,
    DAY_OUTSIDE,
    DAY_NEEDLESS,
    YEAR_TWICE,
    CALENDAR_EMPTY,

    // The schedule
    SCHEDULE_UNCLEAR,
    NOT_A_CRON,
    EXPECTED_TWICE,

    // Vouchers
    VOUCHER_COMPONENT_TWICE,
    PLACEHOLDER_UNKNOWN,
    VOUCHER_COLUMN_UNCLEAR,
    VOUCHER_COLUMN_MISSING,

    // Who is told
    SECRET_IN_FILE,
    NOT_AN_ADDRESS;

    /** The public code: {@code E-PLAN-KEY-UNKNOWN}. */
    public String code() {
        return "E-PLAN-" + name().replace('_', '-');
    }
}
