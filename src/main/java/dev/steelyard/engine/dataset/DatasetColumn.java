package dev.steelyard.engine.dataset;

import dev.steelyard.engine.plan.Name;
import dev.steelyard.engine.unit.Fraction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One column of a dataset.
 *
 * @param name the canonical English name, as code, plan and machine files write it
 * @param zh the Chinese name that reports print, accepted as header
 * @param aliases further accepted headers
 * @param optional whether the export may leave the column out altogether
 * @param filled whether a blank cell rejects the row
 * @param choices canonical value → the other spellings accepted, in the file's order; of a {@link Type#TEXT} the known
 *     spellings, any other text is kept as it stands
 * @param references the dataset whose key this column names, if any
 * @param min least value, included
 * @param max greatest value, included
 * @param rules what else a cell or a header of the column must meet
 */
public record DatasetColumn(
        String name,
        String zh,
        List<String> aliases,
        Type type,
        boolean optional,
        boolean filled,
        Map<String, List<String>> choices,
        Optional<String> references,
        Optional<Fraction> min,
        Optional<Fraction> max,
        Rules rules) {

    /**
     * What else a cell or a header of the column must meet.
     *
     * @param codes headers under which the code stands where a file has a column for the name beside it: a header of these, or
     *     the canonical one, goes before the column's other headers
     * @param expected whether a blank cell is a warning; the row counts
     * @param equal the one value that the plan allows; blank where it allows any
     * @param target of a target column the column that says what is aimed at, and which of its spellings mean a share
     */
    public record Rules(List<String> codes, boolean expected, Optional<String> equal, Optional<TargetOf> target) {
        public static final Rules NONE = new Rules(List.of(), false, Optional.empty(), Optional.empty());

        public Rules {
            codes = List.copyOf(codes);
        }
    }

    /**
     * A target is a share, at most 1 and perhaps written in percent, or money or a count, of which a percent sign makes no
     * sense (rulings 42, 120).
     *
     * @param column names what is aimed at
     * @param shares spellings of what is a share; empty as long as no plan is known
     */
    public record TargetOf(String column, Optional<Set<String>> shares) {}

    /** How a cell reads. The type of the value in a {@link Row} stands beside each. */
    public enum Type {
        /** {@link String}, stripped; an id keeps its leading zeros. */
        TEXT,
        /** {@link java.math.BigDecimal}, exact. */
        NUMBER,
        /** Money, a {@link java.math.BigDecimal}, exact: each export's sums are kept and must agree (rules.md 7.5). */
        AMOUNT,
        /** {@link java.math.BigDecimal} fraction: {@code 12.5%} and {@code 0.125} are both 0.125. */
        PERCENT,
        /** {@link java.time.LocalDate} in the company's time zone. */
        DATE,
        /** {@link java.time.LocalDateTime} in the company's time zone. */
        DATE_TIME,
        /** {@link Boolean}; blank is null, and counts as no (rulings 24). */
        YES_NO,
        /** {@link dev.steelyard.engine.calendar.Period}. */
        PERIOD,
        /** {@link String}: the canonical one of {@link DatasetColumn#choices}. */
        CHOICE,
        /** {@link List} of {@link String}, written with {@code ;} between (also {@code ；}, {@code ,}, {@code 、}). */
        LIST;

        /** Whether the value is a {@link java.math.BigDecimal}. */
        public boolean isNumeric() {
            return this == NUMBER || this == AMOUNT || this == PERCENT;
        }

        /** Whether the value says on which day something was, with a time or without. */
        public boolean isDay() {
            return this == DATE || this == DATE_TIME;
        }
    }

    /** Whether people are scored by its marks or shares: it has a greatest number, and every row has one. */
    public boolean isMark() {
        return type.isNumeric() && max.isPresent() && !optional;
    }

    /** A column that is read for the values that let a row count, and for nothing else. */
    static DatasetColumn filter(String name, List<String> values) {
        Map<String, List<String>> choices = new LinkedHashMap<>();
        values.forEach(value -> choices.put(value, List.of()));
        return new DatasetColumn(
                name,
                name,
                List.of(),
                Type.TEXT,
                true,
                false,
                choices,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Rules.NONE);
    }

    /** The accepted headers besides the canonical one and the Chinese one. */
    public List<String> otherHeaders() {
        return Stream.concat(aliases.stream(), rules.codes().stream()).toList();
    }

    /** The same column with other rules for its cells. */
    public DatasetColumn with(Rules other) {
        return new DatasetColumn(name, zh, aliases, type, optional, filled, choices, references, min, max, other);
    }

    public DatasetColumn {
        aliases = List.copyOf(aliases);
        if (choices.isEmpty() ? type == Type.CHOICE : type != Type.CHOICE && type != Type.TEXT) {
            throw new IllegalArgumentException("column " + name + ": choices go with type choice or text");
        }
    }

    /** What its header reads; its own name where it has no other. */
    public Name title() {
        return new Name(zh.isBlank() ? name : zh, name);
    }

    /** What people call a coded value: its first spelling; the value itself where it has none. */
    public Name choice(String value) {
        List<String> spellings = choices.getOrDefault(value, List.of());
        return new Name(spellings.isEmpty() ? value : spellings.get(0), value);
    }
}
