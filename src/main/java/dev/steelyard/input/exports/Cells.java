package dev.steelyard.input.exports;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.dataset.DatasetColumn;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.input.spelling.Dates;
import dev.steelyard.input.spelling.Fault;
import dev.steelyard.input.spelling.NumberReader;
import dev.steelyard.input.spelling.Periods;
import dev.steelyard.input.spelling.ShownNumber;
import dev.steelyard.input.spelling.Spelling;
import dev.steelyard.input.spelling.Spellings;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Turns one column's cells into values (rules.md 3, rulings 90). A raw cell is text as delivered, or what a sheet holds: a
 * {@link BigDecimal}, a {@link LocalDateTime}, a {@link Boolean}; null is an empty cell. What is no value of the column's
 * type is a {@link Fault}; nothing is guessed.
 *
 * <p>Not for several threads.
 */
final class Cells {

    /** What a spreadsheet cell holds at most. */
    static final int LONGEST = 32_767;

    private static final int SIGNIFICANT = 15;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Set<String> NOTHING = Set.of("-", "--", "—", "——", "n/a", "#n/a", "null");
    private static final Map<String, Boolean> YES_NO = Map.ofEntries(
            Map.entry("y", true),
            Map.entry("yes", true),
            Map.entry("是", true),
            Map.entry("true", true),
            Map.entry("1", true),
            Map.entry("n", false),
            Map.entry("no", false),
            Map.entry("否", false),
            Map.entry("false", false),
            Map.entry("0", false));

    private final DatasetColumn column;
    private final boolean id;
    private final boolean filled;
    private final NumberReader numbers;
    private final Dates dates;
    private final Map<String, String> choices = new HashMap<>();
    private final Range range;
    private final BigDecimal factor;
    private final boolean money;
    private final Optional<String> equal;

    private final Function<String, Object> reading;
    private final PlainCell plain;

    Cells(Schema schema, DatasetColumn column, BigDecimal factor, NumberReader numbers, Dates dates) {
        this.column = column;
        this.factor = factor.compareTo(BigDecimal.ONE) == 0 ? null : factor;
        this.money = column.type() == DatasetColumn.Type.AMOUNT
                || column.type() == DatasetColumn.Type.PERCENT && column.max().isEmpty();
        this.equal = column.rules().equal().filter(value -> !value.equals(Schema.CURRENCY));
        this.id = schema.key().contains(column.name()) || column.references().isPresent();
        // Of a key a part that may be left out may be blank too: customers assigned whatever the product line.
        this.filled = column.filled() || schema.key().contains(column.name()) && !column.optional();
        this.numbers = numbers;
        this.dates = dates;
        this.range = Range.of(column.min(), column.max());
        this.reading = reading();
        this.plain = PlainCell.of(this, schema, numbers, dates);
        column.choices().forEach((canonical, others) -> {
            others.forEach(other -> choices.putIfAbsent(Spelling.compact(other), canonical));
            choices.put(canonical, canonical);
            choices.put(Spelling.compact(canonical), canonical);
            others.forEach(other -> choices.putIfAbsent(other, canonical));
        });
    }

    /** The columns of a file whose numbers are what they are written as. */
    static List<Cells> of(Schema schema, ZoneId zone) {
        return of(schema, Header.of(schema, List.of()), zone);
    }

    static List<Cells> of(Schema schema, Header header, ZoneId zone) {
        NumberReader numbers = new NumberReader();
        Dates dates = new Dates(zone);
        List<Cells> cells = new ArrayList<>();
        for (int i = 0; i < header.factors().length; i++) {
            cells.add(new Cells(schema, schema.columns().get(i), header.factors()[i], numbers, dates));
        }
        return cells;
    }

    DatasetColumn column() {
        return column;
    }

    /** The numbers that the columns share: the last number read, for sums. */
    NumberReader numbers() {
        return numbers;
    }

    /** The value, null where the cell is blank, or a {@link Fault}. */
    Object value(Object delivered) {
        Object raw = delivered instanceof ShownNumber shown
                ? column.type().isNumeric() ? shown.number() : shown.text()
                : delivered;
        Object value;
        if (raw instanceof String text) {
            if (text.length() > LONGEST) {
                return CellFaults.tooLong(text, LONGEST);
            }
            String stripped = Spelling.strip(text);
            value = stripped.isEmpty() ? null : ofText(stripped);
        } else {
            value = raw == null || raw instanceof Fault ? raw : ofSheetCell(raw);
        }
        return value == null && filled ? Fault.of(ProblemCode.CELL_BLANK, raw == null ? "" : display(raw)) : value;
    }

    /** Reads the column's cells where they stand in bytes. */
    PlainCell plain() {
        return plain;
    }

    /** Whether a unit in the header multiplies the numbers. */
    boolean isScaled() {
        return factor != null;
    }

    /** Which numbers the column may hold. */
    Range range() {
        return range;
    }

    /** Whether a blank cell is nothing to speak of. */
    boolean mayBeBlank() {
        return !filled && !column.rules().expected();
    }

    /** How many spellings of the column are worth remembering. */
    int spellings() {
        return column.references().isPresent() ? Spellings.MANY : Spellings.FEW;
    }

    /** How text of the type is read: chosen once, so that what reads one column is not compiled with what reads the others. */
    private Function<String, Object> reading() {
        return switch (column.type()) {
            case TEXT -> this::text;
            case NUMBER, AMOUNT, PERCENT -> this::number;
            case DATE -> dates::day;
            case DATE_TIME -> dates::time;
            case YES_NO -> Cells::yesNo;
            case PERIOD -> this::period;
            case CHOICE -> this::choice;
            case LIST -> this::list;
        };
    }

    private Object ofText(String text) {
        Object value = reading.apply(text);
        if (value != null || column.type() == DatasetColumn.Type.LIST) {
            return value;
        }
        return NOTHING.contains(Spelling.compact(text)) ? null : CellFaults.of(column, text);
    }

    private Object ofSheetCell(Object raw) {
        boolean whole = raw instanceof BigDecimal number && number.scale() <= 0;
        switch (column.type()) {
            case TEXT, LIST, CHOICE:
                if (raw instanceof BigDecimal number && whole && number.precision() > SIGNIFICANT
                        || raw instanceof LocalDateTime && id) {
                    return Fault.of(ProblemCode.CELL_DAMAGED_ID, display(raw));
                }
                return ofText(display(raw));
            case NUMBER, AMOUNT, PERCENT:
                if (raw instanceof BigDecimal number) {
                    numbers.remember(number);
                    return checked(number, display(raw));
                }
                return CellFaults.of(column, display(raw));
            case DATE, DATE_TIME:
                if (raw instanceof LocalDateTime time && time.getYear() >= 1900) {
                    return column.type() == DatasetColumn.Type.DATE_TIME ? time : time.toLocalDate();
                }
                // A bare serial number is not a date: it may be anything. 20260901 is one.
                return whole ? ofText(display(raw)) : CellFaults.of(column, display(raw));
            default:
                return ofText(display(raw));
        }
    }

    /** What a person sees in the cell, near enough to find it again. */
    static String display(Object raw) {
        if (raw == null) {
            return "";
        }
        if (raw instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (raw instanceof LocalDateTime time) {
            boolean midnight = time.toLocalTime().toNanoOfDay() == 0;
            return midnight ? time.toLocalDate().toString() : time.toString().replace('T', ' ');
        }
        if (raw instanceof Boolean flag) {
            return flag ? "TRUE" : "FALSE";
        }
        if (raw instanceof ShownNumber shown) {
            return shown.text();
        }
        return raw instanceof Fault fault ? fault.text() : (String) raw;
    }

    /** Any text that can be right; of a known spelling the canonical one. */
    private Object text(String text) {
        Fault spoilt = CellFaults.spoilt(text);
        if (spoilt != null) {
            return spoilt;
        }
        // In a remark somebody may have written them.
        if (!column.optional() && text.length() > 1 && text.chars().allMatch(c -> c == '?')) {
            return Fault.of(ProblemCode.CELL_QUESTION_MARKS, text);
        }
        if (!choices.isEmpty()) {
            Object known = choice(text);
            Object value = known == null ? text : known;
            return equal.isEmpty() || equal.get().equals(value)
                    ? value
                    : new Fault(ProblemCode.CELL_CURRENCY, text, Map.of("currency", equal.get()));
        }
        return id ? IdText.read(text, NOTHING) : text;
    }

    /** What a total row states, or null. */
    BigDecimal stated(Object raw) {
        BigDecimal number = raw instanceof BigDecimal held ? held : null;
        if (raw instanceof String text && !Spelling.isBlank(text)) {
            number = numbers.read(Spelling.strip(text));
        }
        number = raw instanceof ShownNumber shown ? shown.number() : number;
        return number == null || factor == null ? number : number.multiply(factor);
    }

    private Object number(String text) {
        boolean percent = false;
        String digits = text;
        if (column.type() == DatasetColumn.Type.PERCENT) {
            percent = isPercent(text);
            digits = percent ? Spelling.strip(text.substring(0, text.length() - 1)) : text;
        }
        BigDecimal number = digits.isEmpty() ? null : numbers.read(digits);
        if (number == null || !money && text.indexOf('元') >= 0) {
            return null;
        }
        if (percent) {
            number = number.movePointLeft(2);
            numbers.remember(number);
        }
        return checked(number, text);
    }

    /** Whether the text is a number in percent. */
    static boolean isPercent(String text) {
        char last = text.isEmpty() ? ' ' : text.charAt(text.length() - 1);
        return last == '%' || last == '％' || last == '﹪';
    }

    private Object checked(BigDecimal read, String text) {
        BigDecimal number = read;
        if (factor != null) {
            number = number.multiply(factor);
            numbers.remember(number);
        }
        if (column.type() == DatasetColumn.Type.PERCENT && isShareMistyped(number)) {
            return Fault.of(ProblemCode.CELL_SHARE_ABOVE_ONE, text);
        }
        if (!range.holds(number)) {
            return new Fault(ProblemCode.CELL_OUT_OF_RANGE, text, Map.of("range", range.shown()));
        }
        return number;
    }

    /** A share above 1, where 1 is the most, that is one if percent is meant. */
    private boolean isShareMistyped(BigDecimal number) {
        return range.max() != null
                && range.max().compareTo(BigDecimal.ONE) == 0
                && number.compareTo(range.max()) > 0
                && number.compareTo(HUNDRED) <= 0;
    }

    /** A target as what it is a target of demands (rulings 42, 120); a {@link Fault} where it is no such target. */
    Object asTarget(Object value, Object raw, boolean share, String of) {
        if (share && value instanceof BigDecimal number && number.compareTo(BigDecimal.ONE) > 0) {
            return Fault.of(ProblemCode.CELL_SHARE_ABOVE_ONE, display(raw));
        }
        return !share && raw instanceof String text && isPercent(Spelling.strip(text))
                ? new Fault(ProblemCode.CELL_PERCENT_UNFIT, text, Map.of("target", of))
                : value;
    }

    private static Object yesNo(String text) {
        Boolean exact = YES_NO.get(text);
        return exact != null ? exact : YES_NO.get(Spelling.compact(text));
    }

    private Object choice(String text) {
        String exact = choices.get(text);
        return exact != null ? exact : choices.get(Spelling.compact(text));
    }

    /** A period in any of its notations; a month that a spreadsheet made a date of is still that month. */
    private Object period(String text) {
        Period period = Periods.read(Spelling.withoutBlanks(Spelling.halfWidth(text)));
        if (period != null) {
            return period;
        }
        LocalDate day = dates.day(text);
        return day != null && day.getDayOfMonth() == 1 ? Period.of(Period.Kind.MONTH, day) : null;
    }

    private Object list(String text) {
        Fault spoilt = CellFaults.spoilt(text);
        if (spoilt != null) {
            return spoilt;
        }
        List<String> items = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || ";；,，、\n".indexOf(text.charAt(i)) >= 0) {
                String item = Spelling.strip(text.substring(start, i));
                start = i + 1;
                if (!item.isEmpty()) {
                    items.add(id ? Spelling.halfWidth(item) : item);
                }
            }
        }
        boolean nothing = items.isEmpty() || items.size() == 1 && NOTHING.contains(Spelling.compact(text));
        return nothing ? null : List.copyOf(items);
    }

    /** Whether total rows state a sum of the column. */
    boolean isSummed() {
        return column.type().isNumeric() && column.type() != DatasetColumn.Type.PERCENT;
    }

    /** Whether the last cell of an open last line must not count: money may be cut in the middle, and a day of one digit. */
    boolean isCut(Object value, Object raw) {
        boolean shortDay = value instanceof LocalDate && raw instanceof String text && text.length() < 10;
        return money && !(value instanceof Fault) || shortDay;
    }

    /** Whether a value of the column reads as another where its end is cut off. */
    boolean canBeCut() {
        return column.type().isNumeric() || id;
    }

    /** Whether any text will do. */
    boolean isText() {
        return column.type() == DatasetColumn.Type.TEXT || column.type() == DatasetColumn.Type.LIST;
    }

    /** Whether the column holds money. */
    boolean isAmount() {
        return column.type() == DatasetColumn.Type.AMOUNT;
    }

    /** Whether a merged cell of the column stands for all its rows; a merged number may be their sum. */
    boolean isGroup() {
        return !column.type().isNumeric();
    }
}
