package dev.steelyard.input.planfile.yaml;

import dev.steelyard.engine.calendar.Days;
import dev.steelyard.engine.calendar.Window;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Points;
import dev.steelyard.input.planfile.mistake.PlanError;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * How one written word or number becomes a value.
 *
 * @param words the words that are known, where there are few
 * @param schema the same as a JSON schema
 */
public record Scalar(Reader reader, PlanError error, List<String> words, Map<String, Object> schema) {

    /** A text as a value; empty where it is none. */
    @FunctionalInterface
    public interface Reader {
        Optional<Object> read(String text);
    }

    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d{1,15}(\\.\\d{1,15})?%?");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,6}");
    private static final Pattern COUNT = Pattern.compile("\\d{1,12}");
    private static final Pattern AMOUNT = Pattern.compile("[-+]?\\d{1,15}(\\.\\d{1,15})?");
    private static final Pattern POINTS = Pattern.compile("-?\\d{1,6}(\\.\\d{1,2})?");
    private static final Pattern TIME = Pattern.compile("\\d\\d:\\d\\d");
    private static final List<String> YES = List.of("true", "yes");
    private static final List<String> NO = List.of("false", "no");
    private static final List<String> WINDOWS = List.of(
            "period",
            "previous_period",
            "same_period_last_year",
            "year_to_date",
            "year_before",
            "last_completed_quarter",
            "rolling_12_months",
            "previous_3_months",
            "to_date");

    private static final Map<Class<?>, Scalar> BY_TYPE = Map.ofEntries(
            Map.entry(String.class, of(Optional::of, PlanError.NOT_A_VALUE, "string", null)),
            Map.entry(Fraction.class, matching(NUMBER, Fraction::parse, PlanError.NOT_A_NUMBER)),
            Map.entry(BigDecimal.class, matching(AMOUNT, BigDecimal::new, PlanError.NOT_AN_AMOUNT)),
            Map.entry(Points.class, matching(POINTS, Points::parse, PlanError.NOT_POINTS)),
            Map.entry(int.class, matching(WHOLE, Integer::valueOf, PlanError.NOT_A_WHOLE_NUMBER)),
            Map.entry(Integer.class, matching(WHOLE, Integer::valueOf, PlanError.NOT_A_WHOLE_NUMBER)),
            Map.entry(Long.class, matching(COUNT, Long::valueOf, PlanError.NOT_A_WHOLE_NUMBER)),
            Map.entry(boolean.class, answer()),
            Map.entry(Boolean.class, answer()),
            Map.entry(LocalDate.class, of(Scalar::date, PlanError.NOT_A_DATE, "string", "^\\d{4}-\\d{2}-\\d{2}$")),
            Map.entry(LocalTime.class, of(Scalar::time, PlanError.NOT_A_TIME, "string", "^([01]\\d|2[0-3]):[0-5]\\d$")),
            Map.entry(
                    Days.class,
                    of(
                            Scalar::span,
                            PlanError.NOT_A_SPAN,
                            "string",
                            "^\\d{4}-\\d{2}-\\d{2}(\\.\\.\\d{4}-\\d{2}-\\d{2})?$")),
            Map.entry(ZoneId.class, of(Scalar::zone, PlanError.NOT_A_ZONE, "string", null)),
            Map.entry(Window.class, window()));

    /** How the type is written, where it is written as one word or number. */
    public static Optional<Scalar> find(Class<?> type) {
        return type.isEnum() ? Optional.of(enumeration(type)) : Optional.ofNullable(BY_TYPE.get(type));
    }

    public Optional<Object> read(String text) {
        return reader.read(text);
    }

    private static Scalar of(Reader reader, PlanError error, String type, String pattern) {
        return new Scalar(
                reader,
                error,
                List.of(),
                pattern == null ? Map.of("type", type) : Schemas.of("type", type, "pattern", pattern));
    }

    private static Scalar matching(Pattern pattern, Function<String, Object> reader, PlanError error) {
        return new Scalar(
                text -> Optional.of(text).filter(pattern.asMatchPredicate()).map(reader),
                error,
                List.of(),
                Schemas.of("type", List.of("number", "string"), "pattern", "^" + pattern.pattern() + "$"));
    }

    private static Scalar answer() {
        return new Scalar(Scalar::yesNo, PlanError.NOT_YES_NO, List.of(), Map.of("type", "boolean"));
    }

    private static Scalar enumeration(Class<?> type) {
        Map<String, Object> constants = new LinkedHashMap<>();
        Arrays.stream(type.getEnumConstants()).forEach(value -> constants.put(FileWords.word((Enum<?>) value), value));
        List<String> words = List.copyOf(constants.keySet());
        return new Scalar(
                text -> Optional.ofNullable(constants.get(text)), PlanError.NOT_A_CHOICE, words, Map.of("enum", words));
    }

    private static Scalar window() {
        List<Object> forms = List.of(
                Map.of("enum", WINDOWS),
                Schemas.of("type", "string", "pattern", "^(rolling|previous)_[1-9][0-9]?_months$"));
        return new Scalar(
                text -> Window.parse(text).map(window -> window),
                PlanError.NOT_A_WINDOW,
                WINDOWS,
                Map.of("anyOf", forms));
    }

    private static Optional<Object> yesNo(String text) {
        return YES.contains(text) ? Optional.of(true) : NO.contains(text) ? Optional.of(false) : Optional.empty();
    }

    private static Optional<Object> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Object> time(String text) {
        try {
            return Optional.of(text).filter(TIME.asMatchPredicate()).map(LocalTime::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Object> span(String text) {
        String[] ends = text.split("\\.\\.", 2);
        return date(ends[0]).flatMap(first -> date(ends[ends.length - 1])
                .map(last -> new Days((LocalDate) first, (LocalDate) last))
                .filter(days -> !days.isEmpty())
                .map(days -> days));
    }

    private static Optional<Object> zone(String text) {
        try {
            return Optional.of(ZoneId.of(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
