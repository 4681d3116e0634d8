package dev.steelyard.engine.plausible;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.dataset.Row;
import dev.steelyard.engine.plausible.Finding.Gravity;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.unit.Fraction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Rules that hold rows of registers against the rows of the same key that the month before was run with (rules.md 9: SAME, GONE).
 * What rows say of a period that is still ahead may be planned anew; what is filled in later was blank before.
 */
final class FormerRules {

    private static final String ROSTER = "employees";

    /** Where somebody is, which assignments may say too. */
    private static final Set<String> PLACES = Set.of("track", "track_since");

    private FormerRules() {}

    /** The same row, then and now. */
    private record Pair(String key, Row then, Row now) {
        private Object then(String column) {
            return value(then, column);
        }

        private Object now(String column) {
            return value(now, column);
        }

        private static Object value(Row row, String column) {
            Object value = row.schema().column(column).isEmpty()
                    ? null
                    : row.value(row.schema().indexOf(column));
            return value instanceof BigDecimal number ? number.stripTrailingZeros() : value;
        }

        private boolean differs(String column) {
            return !Objects.equals(then(column), now(column));
        }
    }

    /** A column whose rows are told of where they are unlike those of the month before. */
    private record Watch(String kind, DatasetMonth last, String column, Predicate<Pair> unlike) {

        /** Whether it changes by itself, so that only many at once are told of. */
        boolean isMoving() {
            return kind.equals("SAME.many");
        }
    }

    static void same(Plausible.Same rule, Evidence seen, Consumer<Finding> to) {
        if (seen.former().isEmpty()) {
            return;
        }
        Map<String, List<Pair>> pairs = new HashMap<>();
        for (Watch watch : watches(rule, seen)) {
            look(rule, watch, pairs.computeIfAbsent(watch.last().dataset(), of -> pairs(seen, of)), to);
        }
    }

    private static List<Watch> watches(Plausible.Same rule, Evidence seen) {
        List<Watch> watches = new ArrayList<>();
        rule.kept()
                .forEach((dataset, columns) -> columns.forEach((column, because) -> watches.add(new Watch(
                        "SAME",
                        seen.last(dataset),
                        column,
                        pair -> isOther(seen, pair, column) && because.stream().noneMatch(pair::differs)))));
        rule.numbers().forEach((dataset, columns) -> {
            DatasetMonth last = seen.last(dataset);
            for (String column : columns) {
                watches.add(new Watch("SAME.number", last, column, pair -> isFar(rule, pair, column)));
                watches.add(new Watch("SAME.blank", last, column, pair -> isEmptied(pair, column)));
            }
        });
        rule.moving()
                .forEach((dataset, columns) -> columns.forEach(column ->
                        watches.add(new Watch("SAME.many", seen.last(dataset), column, pair -> pair.differs(column)))));
        return watches;
    }

    /** Whether what is kept has changed, and not as was to be expected. */
    private static boolean isOther(Evidence seen, Pair pair, String column) {
        return !isAhead(seen, pair.now())
                && pair.then(column) != null
                && !isPlanned(seen, pair, column)
                && pair.differs(column)
                && !isMoved(seen, pair, column);
    }

    /** A day that was ahead may be put off, but is not forgotten. */
    private static boolean isPlanned(Evidence seen, Pair pair, String column) {
        return pair.now(column) != null
                && pair.then(column) instanceof LocalDate day
                && !day.isBefore(seen.period().first());
    }

    /** Of whom assignments tell where they are, the roster need not. */
    private static boolean isMoved(Evidence seen, Pair pair, String column) {
        return pair.now().schema().dataset().equals(ROSTER)
                && PLACES.contains(column)
                && !seen.registers()
                        .assignments(pair.now().text(pair.now().schema().key().get(0)))
                        .isEmpty();
    }

    private static boolean isFar(Plausible.Same rule, Pair pair, String column) {
        if (pair.then(column) instanceof BigDecimal then && pair.now(column) instanceof BigDecimal now) {
            return then.signum() > 0 && now.signum() > 0 && rule.times().isBelow(Ratios.distance(Ratios.of(now, then)));
        }
        return false;
    }

    private static boolean isEmptied(Pair pair, String column) {
        return pair.then(column) != null && pair.now(column) == null;
    }

    private static void look(Plausible.Same rule, Watch watch, List<Pair> pairs, Consumer<Finding> to) {
        List<Pair> unlikely = pairs.stream().filter(watch.unlike()).toList();
        int rows = unlikely.size();
        Fraction share = Ratios.share(rows, pairs.size());
        boolean many = rows >= rule.rows();
        if (unlikely.isEmpty() || watch.isMoving() && !(many && share.isAtLeast(rule.warning()))) {
            return;
        }
        Pair first = unlikely.stream().min(Comparator.comparing(Pair::key)).orElseThrow();
        boolean grave = !watch.isMoving() && many && share.isAtLeast(rule.share());
        to.accept(watch.last()
                .finding(Gravity.of(grave), watch.kind(), rows)
                .at("which", watch.column())
                .with("rows", rows)
                .with("all", pairs.size())
                .with("first", first.key())
                .with("times", Ratios.plain(rule.times()))
                .with("was", said(first.then(watch.column())))
                .with("now", said(first.now(watch.column()))));
    }

    /** Whether the row is about a period, by its key, that is not over before the run's. */
    private static boolean isAhead(Evidence seen, Row row) {
        return row.schema().key().stream()
                .map(column -> row.value(row.schema().indexOf(column)))
                .anyMatch(value -> value instanceof Period period
                        && !period.last().isBefore(seen.period().first()));
    }

    /** Rows that were there and are not. */
    static void gone(Plausible.Went rule, Evidence seen, Consumer<Finding> to) {
        rule.until().forEach((dataset, until) -> gone(seen, dataset, row -> isOn(seen, row.day(until)), to));
        rule.lasting().forEach((dataset, on) -> gone(seen, dataset, row -> isLasting(seen, row.day(on)), to));
        rule.dated().forEach((dataset, on) -> gone(seen, dataset, row -> isReached(seen, row, on), to));
    }

    /** What was over before the period may go. */
    private static boolean isOn(Evidence seen, LocalDate until) {
        return until == null || !until.isBefore(seen.period().first());
    }

    /** What counts in the windows of a year, and in those of the year before. */
    private static boolean isLasting(Evidence seen, LocalDate on) {
        return on != null && !on.isBefore(seen.period().first().minusYears(1));
    }

    /** Of what has one day, what is older than all that is delivered now may go. */
    private static boolean isReached(Evidence seen, Row row, String on) {
        LocalDate day = row.day(on);
        return day != null
                && seen.registers().rows(row.schema().dataset()).stream()
                        .map(other -> other.day(on))
                        .anyMatch(other -> other != null && !other.isAfter(day));
    }

    private static void gone(Evidence seen, String dataset, Predicate<Row> isMissed, Consumer<Finding> to) {
        seen.former().filter(one -> isComparable(seen, one, dataset)).ifPresent(former -> {
            Set<String> keys = new HashSet<>();
            seen.registers().rows(dataset).forEach(row -> keys.add(key(row)));
            List<String> gone = former.rows(dataset).stream()
                    .filter(row -> !keys.contains(key(row)) && isMissed.test(row))
                    .map(FormerRules::key)
                    .sorted()
                    .toList();
            if (!gone.isEmpty()) {
                to.accept(seen.last(dataset)
                        .warning("GONE", gone.size())
                        .with("rows", gone.size())
                        .with("first", gone.get(0)));
            }
        });
    }

    private static boolean isComparable(Evidence seen, Registers former, String dataset) {
        return seen.has(dataset) && former.has(dataset) && seen.registers().schema(dataset) != null;
    }

    private static List<Pair> pairs(Evidence seen, String dataset) {
        Registers former =
                seen.former().filter(one -> isComparable(seen, one, dataset)).orElse(null);
        if (former == null) {
            return List.of();
        }
        Map<String, Row> then = new HashMap<>();
        former.rows(dataset).forEach(row -> then.put(key(row), row));
        List<Pair> pairs = new ArrayList<>();
        for (Row row : seen.registers().rows(dataset)) {
            String key = key(row);
            if (then.containsKey(key)) {
                pairs.add(new Pair(key, then.get(key), row));
            }
        }
        return pairs;
    }

    private static String key(Row row) {
        List<String> columns = row.schema().key();
        if (columns.size() == 1) {
            return said(row.value(row.schema().indexOf(columns.get(0))));
        }
        return columns.stream()
                .map(column -> said(row.value(row.schema().indexOf(column))))
                .collect(Collectors.joining(" "));
    }

    private static String said(Object value) {
        return value == null ? "–" : value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }
}
