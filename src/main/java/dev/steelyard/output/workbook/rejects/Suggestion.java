package dev.steelyard.output.workbook.rejects;

import dev.steelyard.engine.dataset.DatasetColumn;
import dev.steelyard.engine.dataset.Row;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.register.Registers;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What was probably meant, where one thing is likely: only ever asked, never applied. */
final class Suggestion {

    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+|[0-9]{1,3}(,[0-9]{3})+)(\\.[0-9]+)?");

    /** Commas every two digits before the last three, as in India: one reading is left. */
    private static final Pattern GROUPED = Pattern.compile("[+-]?[0-9]{1,2}(,[0-9]{2})+,[0-9]{3}(\\.[0-9]+)?");

    private static final Pattern UNIT = Pattern.compile("([+-]?[0-9]{1,9}(?:\\.[0-9]{1,8})?)([万亿])元?");
    private static final Pattern DAY =
            Pattern.compile("([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})(\\s+[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?)?");
    private static final Pattern SERIAL = Pattern.compile("4[0-9]{4}");
    private static final Set<String> YES = Set.of("√", "✓", "✔", "有", "对", "T", "t", "是的", "已", "OK", "ok");
    private static final Set<String> NO = Set.of("×", "✗", "✘", "无", "没有", "错", "F", "f", "不是", "未", "不");

    private final Registers registers;
    private final Map<String, Nearest> ids = new HashMap<>();

    Suggestion(Registers registers) {
        this.registers = registers;
    }

    Optional<String> of(Problem problem) {
        return likely(problem).filter(likely -> !likely.equals(problem.value().strip()));
    }

    private Optional<String> likely(Problem problem) {
        String value = problem.value();
        Optional<DatasetColumn> column = Optional.ofNullable(
                        registers.schemas().get(problem.where().dataset()))
                .flatMap(schema -> schema.column(problem.column()));
        if (column.isEmpty() || value.isBlank()) {
            return Optional.empty();
        }
        return switch (problem.code()) {
            case CELL_NOT_A_NUMBER -> number(value);
            case CELL_NOT_A_PERCENT -> share(value);
            case CELL_NOT_A_DATE, CELL_NOT_A_DATE_TIME -> day(value);
            case CELL_NOT_YES_NO -> YES.contains(value.strip())
                    ? Optional.of("是")
                    : NO.contains(value.strip()) ? Optional.of("否") : Optional.empty();
            case CELL_NOT_A_CHOICE -> Nearest.ofChoices(column.get().choices()).to(value);
            case CELL_SHARE_ABOVE_ONE -> percent(value);
            case CELL_GARBLED -> Optional.ofNullable(problem.slots().get("meant"));
            case ROW_UNKNOWN_REFERENCE -> column.get().references().flatMap(target -> ids.computeIfAbsent(
                            target, this::nearest)
                    .to(value));
            default -> Optional.empty();
        };
    }

    /** A letter O for a nought, an l or I for a one; 万 and 亿 are what they say. Of any other unit nobody knows. */
    private static Optional<String> number(String text) {
        String digits = text.strip()
                .replaceAll("[OoＯ〇]", "0")
                .replaceAll("[lI|]", "1")
                .replace("，", ",")
                .replace("。", ".")
                .replace(" ", "");
        if (NUMBER.matcher(digits).matches()) {
            return Optional.of(digits);
        }
        if (GROUPED.matcher(digits).matches()) {
            return Optional.of(digits.replace(",", ""));
        }
        Matcher unit = UNIT.matcher(digits);
        return unit.matches()
                ? Optional.of(new BigDecimal(unit.group(1))
                        .movePointRight(unit.group(2).equals("万") ? 4 : 8)
                        .stripTrailingZeros()
                        .toPlainString())
                : Optional.empty();
    }

    private static Optional<String> share(String text) {
        boolean percent = text.contains("%") || text.contains("％");
        return number(text.replace("%", "").replace("％", "")).map(plain -> percent ? plain + "%" : plain);
    }

    /** 12.5 in a column of shares is 12.5%. */
    private static Optional<String> percent(String text) {
        String plain = text.strip();
        if (!NUMBER.matcher(plain).matches()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(plain.replace(",", ""));
        return number.compareTo(BigDecimal.ONE) > 0 && number.compareTo(BigDecimal.valueOf(100)) <= 0
                ? Optional.of(plain + "%")
                : Optional.empty();
    }

    /** Day and month before the year, where only one order is a date; the serial number of a spreadsheet. Two digits are no year. */
    private static Optional<String> day(String text) {
        if (SERIAL.matcher(text.strip()).matches()) {
            return Optional.of(LocalDate.of(1899, 12, 30)
                    .plusDays(Integer.parseInt(text.strip()))
                    .toString());
        }
        Matcher parts = DAY.matcher(text.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        int first = Integer.parseInt(parts.group(1));
        int second = Integer.parseInt(parts.group(2));
        int third = Integer.parseInt(parts.group(3));
        Set<LocalDate> days = new LinkedHashSet<>();
        add(days, third, second, first);
        add(days, third, first, second);
        String time = parts.group(4) == null ? "" : " " + parts.group(4).strip();
        return days.size() == 1 ? Optional.of(days.iterator().next() + time) : Optional.empty();
    }

    private static void add(Set<LocalDate> days, int year, int month, int day) {
        try {
            days.add(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            // no such day
        }
    }

    private Nearest nearest(String register) {
        Schema schema = registers.schema(register);
        String key = schema.key().get(0);
        List<DatasetColumn> names = schema.columns().stream()
                .filter(column -> column.name().equals("name") || column.name().endsWith("_name"))
                .toList();
        Map<String, Set<String>> known = new HashMap<>();
        for (Row row : registers.rows(register)) {
            String id = row.text(key);
            known.computeIfAbsent(id, spelling -> new LinkedHashSet<>()).add(id);
            for (DatasetColumn column : names) {
                String name = row.textOrBlank(column.name());
                if (!name.isEmpty()) {
                    known.computeIfAbsent(name, spelling -> new LinkedHashSet<>())
                            .add(id);
                }
            }
        }
        return Nearest.ofIds(known);
    }
}
