package dev.steelyard.engine.plausible;

import dev.steelyard.engine.calendar.Days;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.dataset.DatasetColumn;
import dev.steelyard.engine.dataset.Row;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.fact.Leave;
import dev.steelyard.engine.register.Employee;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Rules about the days of decisions and events (rules.md 9, DATES): one by one, since each may pay or veto somebody. */
final class DecisionRules {

    private DecisionRules() {}

    /** Register of decisions → the column that says when it was decided. */
    private static final Map<String, String> DECIDED = new TreeMap<>(Map.of(
            "calibrations", "decided_date",
            "appeals", "decided_at",
            "adjustments", "decided_date",
            "compliance_events", "verified_date"));

    /** A decision of long after the as-of day, or one that is about a period far from its day: most often a wrong year. */
    static void days(Plausible.Ahead rule, Evidence seen, Consumer<Finding> to) {
        DECIDED.forEach((dataset, column) -> {
            for (Row row : seen.registers().rows(dataset)) {
                if (row.day(column) != null) {
                    day(rule, seen, row, row.day(column), to);
                }
            }
        });
    }

    private static void day(Plausible.Ahead rule, Evidence seen, Row row, LocalDate decided, Consumer<Finding> to) {
        Schema schema = row.schema();
        DatasetMonth at = seen.last(schema.dataset());
        String id = row.textOrBlank(schema.key().get(0));
        if (decided.isAfter(seen.asOf().plusDays(rule.decided()))) {
            to.accept(at.warning("DATES.decided", 1).at("id", id).with("decided", decided));
            return;
        }
        Optional<Period> about = schema.columns().stream()
                .filter(column -> column.type() == DatasetColumn.Type.PERIOD)
                .findFirst()
                .flatMap(column -> Optional.ofNullable(row.period(column.name())));
        about.filter(period -> rule.decided() < apart(period.days(), decided))
                .ifPresent(period -> to.accept(at.warning("DATES.period", 1)
                        .at("id", id)
                        .with("decided", decided)
                        .with("about", period)));
    }

    /** Days between a day and the nearest of the period's. */
    private static long apart(Days days, LocalDate day) {
        return Math.max(
                0, Math.max(ChronoUnit.DAYS.between(day, days.first()), ChronoUnit.DAYS.between(days.last(), day)));
    }

    /** A holiday, or sick days, of half a year: most often the year of one end is wrong. What exempts may last. */
    static void leaves(Plausible.Ahead rule, Evidence seen, Consumer<Finding> to) {
        seen.registers().leaves().values().stream()
                .flatMap(List::stream)
                .filter(leave -> SHORT.contains(leave.kind()) && isLong(leave, rule, seen))
                .forEach(leave -> to.accept(seen.last("leave")
                        .warning("DATES.leave", 1)
                        .at("id", leave.leaveId())
                        .with("first", leave.days().first())));
    }

    /** Kinds of leave that last for days or weeks. */
    private static final List<String> SHORT =
            List.of("annual", "marriage", "bereavement", "personal", "paternity", "prenatal");

    private static boolean isLong(Leave leave, Plausible.Ahead rule, Evidence seen) {
        Days days = leave.days();
        return !days.and(seen.period().days()).isEmpty()
                && rule.decided() < ChronoUnit.DAYS.between(days.first(), days.last());
    }

    /** Rows that lie alone in a month, few, and nothing in the months beside it: most often the year is wrong. */
    static void alone(Evidence seen, Consumer<Finding> to) {
        for (DatasetMonth at : seen.watchedMonths()) {
            for (DatasetMonth other : List.of(at.plus(-24), at.plus(-12), at.plus(12))) {
                long rows = other.now().rows();
                boolean alone = rows > 0
                        && other.plus(-1).now().rows() == 0
                        && other.plus(1).now().rows() == 0;
                if (alone && 2 * rows < at.plus(-1).now().rows()) {
                    to.accept(at.last()
                            .warning("DATES.alone", 1)
                            .with("rows", rows)
                            .with("other", other.period()));
                }
            }
        }
    }

    /** What was done of a row of the month, and when: long after the as-of day nothing was done yet. */
    static void later(Plausible.Ahead rule, DatasetMonth at, Consumer<Finding> to) {
        // An earlier as-of day is a way to work.
        LocalDate farthest = at.seen().asOf().plusDays(rule.decided());
        for (DatasetColumn column : at.schema().register() ? List.<DatasetColumn>of() : at.columns()) {
            if (column.type().isDay() && at.now().most().containsKey(column.name())) {
                LocalDate latest =
                        LocalDate.ofEpochDay(at.now().most(column.name()).longValueExact());
                if (latest.isAfter(farthest)) {
                    to.accept(at.last()
                            .warning("DATES.later", 1)
                            .at("which", column.name())
                            .with("latest", latest));
                }
            }
        }
    }

    /** Who leaves long after the as-of day: most often the year is wrong. */
    static void leaving(Plausible.Single rule, Evidence seen, Consumer<Finding> to) {
        LocalDate farthest = seen.asOf().plusDays(rule.ahead());
        List<Employee> leaving = seen.registers().roster().employees().stream()
                .filter(one -> one.leaveDate().filter(farthest::isBefore).isPresent())
                .sorted(Comparator.comparing(Employee::id))
                .toList();
        if (!leaving.isEmpty()) {
            to.accept(seen.last("employees")
                    .warning("SINGLE.leaving", 1)
                    .with("people", leaving.size())
                    .with("first", leaving.get(0).id())
                    .with("day", leaving.get(0).leaveDate().orElseThrow()));
        }
    }
}
