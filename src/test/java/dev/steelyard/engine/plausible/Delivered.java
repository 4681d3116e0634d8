package dev.steelyard.engine.plausible;

import dev.steelyard.engine.calendar.Month;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.calendar.WorkingDays;
import dev.steelyard.engine.dataset.Row;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.problem.SourceRef;
import dev.steelyard.engine.register.Registers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** A company of chance as it delivers: sixteen months up to 2026-09, to be spoilt or merely changed. */
final class Delivered {

    static final Period PERIOD = Period.month(2026, 9);
    static final int MONTH = Month.of(PERIOD.first());
    private static final int MONTHS = 16;
    private static final int TEAM = 6;

    final Map<String, List<Row>> rows = new TreeMap<>();
    final List<UnreadColumn> unread = new ArrayList<>();
    final Map<String, Long> lost = new HashMap<>();
    final Map<String, Integer> teamsBefore = new TreeMap<>();
    final Map<String, Long> deliveredBefore = new TreeMap<>();
    int peopleBefore;
    /** Months that are closed. */
    Set<Integer> closed = Set.of();

    final Map<String, Evidence.Gauged> gauged = new TreeMap<>();
    /** What the month before was run with. */
    Optional<Registers> former = Optional.empty();

    boolean ranked = true;
    LocalDate asOf = PERIOD.last().plusDays(12);
    /** As the last verdict saw them. */
    Registers registers;

    private final Map<String, Schema> schemas;
    final Random dice;

    Delivered(Map<String, Schema> schemas, long seed, int people) {
        this.schemas = schemas;
        this.dice = new Random(seed);
        int orders = 10 + dice.nextInt(20);
        for (int i = 0; i < people; i++) {
            person("E" + i, orders);
        }
        peopleBefore = people;
        row("compliance_events", "event_id", "V1", "event_date", LocalDate.of(2026, 3, 3));
        product("P1", "mature");
        row("customers", "customer_id", "C1");
    }

    void product(String id, String lifecycle) {
        row("products", "product_id", id, "lifecycle", lifecycle);
    }

    private void person(String id, int orders) {
        int number = Integer.parseInt(id.substring(1));
        String team = "团队" + (char) ('A' + number / TEAM);
        teamsBefore.merge(team, 1, Integer::sum);
        row("employees", "employee_id", id, "track", "mature", "team", team, "hire_date", LocalDate.of(2019, 1, 7));
        for (int month = MONTH - MONTHS + 1; month <= MONTH; month++) {
            month(id, month, orders);
        }
    }

    private void month(String id, int month, int orders) {
        long sold = 0;
        for (int i = 0; i < orders + dice.nextInt(3); i++) {
            long amount = 2000 + dice.nextInt(30_000);
            sold += amount;
            row(
                    "orders",
                    "order_line_id",
                    id + "-" + month + "-" + i,
                    "order_date",
                    day(month),
                    "employee_id",
                    id,
                    "customer_id",
                    "C1",
                    "product_id",
                    "P1",
                    "quantity",
                    BigDecimal.ONE,
                    "amount",
                    BigDecimal.valueOf(amount),
                    "cost",
                    BigDecimal.valueOf(amount * (20 + dice.nextInt(18)) / 100));
        }
        for (int i = 0; i < 8; i++) {
            row(
                    "visits",
                    "visit_id",
                    id + "-" + month + "-" + i,
                    "visited_at",
                    day(month).atTime(9, 0),
                    "employee_id",
                    id);
        }
        row(
                "targets",
                "subject_type",
                "employee",
                "subject",
                id,
                "indicator",
                "sales_amount",
                "period",
                Period.of(Period.Kind.MONTH, Month.first(month)),
                "target",
                BigDecimal.valueOf(sold * (70 + dice.nextInt(70)) / 100));
    }

    private LocalDate day(int month) {
        return Month.first(month).plusDays(dice.nextInt(Month.last(month).getDayOfMonth()));
    }

    void row(String dataset, Object... cells) {
        Schema schema = schemas.get(dataset);
        Row row = new Row(schema, new Object[schema.columns().size()], SourceRef.NONE);
        for (int i = 0; i < cells.length; i += 2) {
            row.values()[schema.indexOf((String) cells[i])] = cells[i + 1];
        }
        rows.computeIfAbsent(dataset, any -> new ArrayList<>()).add(row);
    }

    // ------------------------------------------------------------------ changes

    static boolean isNow(Row row) {
        LocalDate day = row.day(row.schema().dated().orElseThrow());
        return day != null && Month.of(day) == MONTH;
    }

    /** Keeps of a dataset the rows that meet it. */
    Delivered keep(String dataset, Predicate<Row> which) {
        rows.get(dataset).removeIf(which.negate());
        return this;
    }

    /** Changes the rows of the month. */
    Delivered change(String dataset, UnaryOperator<Row> how) {
        rows.get(dataset).replaceAll(row -> isNow(row) ? how.apply(row) : row);
        return this;
    }

    /** So large a share of the month's rows of the dataset; above 1 there are others like them. */
    Delivered share(String dataset, int percent) {
        List<Row> all = rows.get(dataset);
        List<Row> now = all.stream().filter(Delivered::isNow).toList();
        all.removeAll(now);
        // Spread over all people: whoever sells less in a month sells something.
        for (int i = 0; i < now.size(); i++) {
            for (int more = (i + 1) * percent / 100 - i * percent / 100; more > 0; more--) {
                all.add(more == 1 ? now.get(i) : times(now.get(i), "amount", "1." + (10 + dice.nextInt(80))));
            }
        }
        return this;
    }

    /** The month's rows of those people come again so many times under other keys. */
    Delivered again(String dataset, int times, Predicate<Row> whose) {
        List<Row> now = rows.get(dataset).stream()
                .filter(Delivered::isNow)
                .filter(whose)
                .toList();
        String key = schemas.get(dataset).key().get(0);
        for (int i = 1; i < times; i++) {
            for (Row row : now) {
                rows.get(dataset).add(row.with(key, "again-" + i + "-" + row.text(key)));
            }
        }
        return this;
    }

    /** The rows of so many months ago come again in later months, dated and numbered anew. */
    Delivered anew(String dataset, int months, List<Integer> again, Predicate<Row> whose) {
        String key = schemas.get(dataset).key().get(0);
        String date = schemas.get(dataset).dated().orElseThrow();
        List<Row> all = rows.get(dataset);
        List<Row> before = all.stream()
                .filter(row -> Month.of(row.day(date)) == MONTH - months && whose.test(row))
                .toList();
        for (int later : again) {
            int month = MONTH - later;
            all.removeIf(row -> Month.of(row.day(date)) == month && whose.test(row));
            before.forEach(row -> all.add(row.with(key, "anew-" + month + row.text(key))
                    .with(
                            date,
                            row.value(schemas.get(dataset).indexOf(date)) instanceof LocalDate
                                    ? day(month)
                                    : day(month).atTime(10, 0))));
        }
        return this;
    }

    /** One order of another day. */
    void dated(String day) {
        Row like = rows.get("orders").get(0);
        rows.get("orders").add(like.with("order_line_id", day).with("order_date", LocalDate.parse(day)));
    }

    /** For each person a row of the month that is the sum of those of theirs that are chosen. */
    Delivered subtotals(Predicate<Row> of) {
        List<String> people = rows.get("orders").stream()
                .map(row -> row.text("employee_id"))
                .distinct()
                .toList();
        people.forEach(
                person -> total(person, of.and(row -> row.text("employee_id").equals(person))));
        return this;
    }

    /** A row of that person and the month that is the sum of the rows that are chosen. */
    Delivered total(String person, Predicate<Row> of) {
        List<Row> orders = rows.get("orders");
        List<Row> chosen = orders.stream().filter(of).toList();
        if (!chosen.isEmpty()) {
            Row like = orders.stream()
                    .filter(row -> isNow(row) && row.text("employee_id").equals(person))
                    .findFirst()
                    .orElseThrow();
            BigDecimal sum = chosen.stream().map(row -> row.number("amount")).reduce(BigDecimal.ZERO, BigDecimal::add);
            orders.add(like.with("order_line_id", "小计" + person).with("amount", sum));
        }
        return this;
    }

    Delivered hire(int people) {
        int before = peopleBefore;
        Map<String, Integer> teams = new TreeMap<>(teamsBefore);
        for (int i = 0; i < people; i++) {
            person("E" + (before + i), 15);
        }
        teamsBefore.clear();
        teamsBefore.putAll(teams);
        return this;
    }

    /** Everything but people and targets is of the month alone. */
    Delivered firstMonth() {
        List.of("orders", "visits", "targets").forEach(dataset -> keep(dataset, Delivered::isNow));
        peopleBefore = 0;
        teamsBefore.clear();
        return this;
    }

    /** Every row of the dataset is rejected. */
    Delivered lose(String dataset) {
        lost.put(dataset, (long) rows.get(dataset).size());
        rows.get(dataset).clear();
        return this;
    }

    static Row times(Row row, String column, String factor) {
        return row.with(column, row.number(column).multiply(new BigDecimal(factor)));
    }

    // ------------------------------------------------------------------ the verdict

    Verdict verdict(Plausible rules, Set<String> required, WorkingDays calendar) {
        Map<String, Map<Integer, MonthProfile>> profiles = new TreeMap<>();
        rows.forEach((dataset, all) -> {
            Profile profile = new Profile(schemas.get(dataset));
            all.forEach(profile::add);
            for (long i = 0; i < lost.getOrDefault(dataset, 0L); i++) {
                profile.lose((LocalDate) null);
            }
            profiles.put(dataset, profile.months());
        });
        Map<String, List<Row>> registers = new HashMap<>(rows);
        registers.keySet().removeIf(dataset -> !schemas.get(dataset).register());
        Registers known = new Registers(schemas, rows.keySet(), registers, asOf);
        this.registers = known;
        long people = known.roster().size();
        return Verdict.of(
                new Evidence(
                        rules,
                        required,
                        PERIOD,
                        asOf,
                        calendar,
                        profiles,
                        new Earlier(
                                Map.of(),
                                Map.of(),
                                peopleBefore,
                                teamsBefore,
                                deliveredBefore,
                                closed,
                                List.of(),
                                Map.of()),
                        known,
                        new Evidence.Standing(people, ranked ? people : 0, 0),
                        unread,
                        gauged,
                        former),
                List.of());
    }
}
