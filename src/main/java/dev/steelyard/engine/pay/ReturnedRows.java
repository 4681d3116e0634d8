package dev.steelyard.engine.pay;

import dev.steelyard.engine.calendar.Days;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.measure.Demand;
import dev.steelyard.engine.measure.Groups;
import dev.steelyard.engine.measure.Measurements;
import dev.steelyard.engine.plan.Facts.Aggregate;
import dev.steelyard.engine.plan.Pay.Commission;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.plan.Where;
import dev.steelyard.engine.plan.Where.Operator;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.unit.Fraction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The rows of a period that take a sale back, and the rows that they take back (rules.md 8.5). Rows are streamed and not kept, so
 * it is asked twice: first for the returns, then for the originals that they name.
 */
record ReturnedRows(Plan plan, Registers registers, Period period) {

    private static final String ORIGINAL = "original_line_id";
    private static final String PRODUCT = "product_id";

    /**
     * A line.
     *
     * @param amounts roster number → the person's part of the amount
     */
    record Sale(LocalDate day, Map<Integer, Fraction> amounts) {

        Fraction amount() {
            return amounts.values().stream().reduce(Fraction.ZERO, Fraction::plus);
        }

        /** Roster number → the person's part of 1. */
        Map<Integer, Fraction> shares() {
            Map<Integer, Fraction> shares = new HashMap<>();
            amounts.forEach((person, part) -> shares.put(person, part.over(amount())));
            return shares;
        }
    }

    /**
     * A line that takes another one back.
     *
     * @param product what came back; blank where rows do not say it
     * @param original empty where there is no such line
     */
    record Return(String line, String originalLine, String product, Sale returned, Optional<Sale> original) {}

    /** Whether rows that earn by the rule can say what they take back. */
    private boolean isAbout(Commission rule) {
        Schema schema = registers.schema(rule.of().dataset());
        return registers.has(rule.of().dataset())
                && rule.of().aggregate() == Aggregate.SUM
                && rule.of().columns().size() == 1
                && schema.column(ORIGINAL).isPresent()
                && schema.date().isPresent()
                && schema.key().size() == 1;
    }

    private List<Commission> rules() {
        return plan.pay().commission().stream().filter(this::isAbout).toList();
    }

    private Groups returned(Commission rule) {
        Schema schema = registers.schema(rule.of().dataset());
        String amount = rule.of().columns().get(0);
        return new Groups(
                rule.of().dataset(),
                List.of(amount),
                List.of(
                        ORIGINAL,
                        schema.key().get(0),
                        schema.column(PRODUCT).isPresent() ? PRODUCT : ORIGINAL,
                        schema.date().orElseThrow()),
                Where.ALWAYS
                        .and(ORIGINAL, Operator.FILLED)
                        .and(amount, Operator.BELOW, "0")
                        .and(rule.of().where()));
    }

    private Groups originals(Commission rule, Set<String> lines) {
        Schema schema = registers.schema(rule.of().dataset());
        return new Groups(
                rule.of().dataset(),
                List.of(rule.of().columns().get(0)),
                List.of(schema.key().get(0), schema.date().orElseThrow()),
                Where.ALWAYS
                        .and(schema.key().get(0), Operator.ONE_OF, lines.toArray(String[]::new))
                        .and(rule.of().where()));
    }

    private List<Integer> everybody() {
        return registers.roster().employees().stream().map(Employee::index).toList();
    }

    /** Asks for the returns of the period. */
    void demand(Demand demand) {
        rules().forEach(rule -> demand.ask(returned(rule), everybody(), period.days()));
    }

    /** Asks for what the returns take back; empty where there is none. */
    Optional<Demand> originals(Measurements measurements) {
        Demand demand = new Demand(registers.schemas());
        boolean any = false;
        for (Commission rule : rules()) {
            Set<String> lines = lines(rule, measurements);
            if (!lines.isEmpty()) {
                demand.ask(originals(rule, lines), everybody(), reach());
                any = true;
            }
        }
        return any ? Optional.of(demand) : Optional.empty();
    }

    /** As far back as a return may take something back, and a month more: what is older is known to be. */
    private Days reach() {
        return new Days(
                period.first().minusMonths(plan.takenBack().withinMonths() + 1L).withDayOfMonth(1), period.last());
    }

    private Set<String> lines(Commission rule, Measurements measurements) {
        Set<String> lines = new TreeSet<>();
        if (measurements.has(returned(rule))) {
            measurements
                    .groups(returned(rule), everybody(), period.days())
                    .keySet()
                    .forEach(group -> lines.add(group.get(0)));
        }
        return lines;
    }

    /** Rule → the returns of what earns by it, by line. */
    Map<Commission, List<Return>> of(Measurements measurements) {
        Map<Commission, List<Return>> returns = new LinkedHashMap<>();
        for (Commission rule : rules()) {
            Set<String> lines = lines(rule, measurements);
            if (!lines.isEmpty()) {
                returns.put(rule, of(rule, lines, measurements));
            }
        }
        return returns;
    }

    private List<Return> of(Commission rule, Set<String> lines, Measurements measurements) {
        Groups asked = originals(rule, lines);
        Map<List<String>, Sale> originals = measurements.has(asked) ? sales(asked, reach(), measurements) : Map.of();
        Map<String, Sale> byLine = new TreeMap<>();
        originals.forEach((group, sale) -> byLine.put(group.get(0), sale));
        boolean named = registers.schema(rule.of().dataset()).column(PRODUCT).isPresent();
        List<Return> returns = new ArrayList<>();
        sales(returned(rule), period.days(), measurements)
                .forEach((group, sale) -> returns.add(new Return(
                        group.get(1),
                        group.get(0),
                        named ? group.get(2) : "",
                        sale,
                        Optional.ofNullable(byLine.get(group.get(0))))));
        return returns;
    }

    /** By group, in the order of its texts; the last of a group is the day. */
    private Map<List<String>, Sale> sales(Groups groups, Days days, Measurements measurements) {
        Map<String, List<String>> byText = new TreeMap<>();
        Map<List<String>, Sale> sales = new HashMap<>();
        measurements
                .groupsByPerson(groups, everybody(), days)
                .forEach((person, own) -> own.forEach((group, sums) -> sales.computeIfAbsent(group, key -> {
                            byText.put(String.join("\u001f", key), key);
                            return new Sale(Days.dayOf(key.get(key.size() - 1)), new TreeMap<>());
                        })
                        .amounts()
                        .merge(person, Fraction.of(sums.get(0)), Fraction::plus)));
        Map<List<String>, Sale> ordered = new LinkedHashMap<>();
        byText.values().forEach(group -> ordered.put(group, sales.get(group)));
        return ordered;
    }
}
