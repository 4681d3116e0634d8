package dev.steelyard.engine.plausible;

import dev.steelyard.engine.dataset.DatasetColumn;
import dev.steelyard.engine.dataset.Row;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.fact.Assignment;
import dev.steelyard.engine.fact.Customer;
import dev.steelyard.engine.fact.PriceEvent;
import dev.steelyard.engine.fact.PublishedShare;
import dev.steelyard.engine.fact.TargetRow;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.unit.Fraction;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Rules about names that nothing answers to (rules.md 9: TEAM), and values that a list does not know (UNREAD). They only warn. */
final class NameRules {

    private NameRules() {}

    private static Set<String> teams(Evidence seen) {
        return places(seen, Employee::team, Assignment::team);
    }

    private static Set<String> regions(Evidence seen) {
        return places(seen, Employee::region, Assignment::region);
    }

    private static Set<String> places(
            Evidence seen, Function<Employee, String> ofPerson, Function<Assignment, String> ofAssignment) {
        Set<String> places = new TreeSet<>();
        seen.registers().roster().employees().stream().map(ofPerson).forEach(places::add);
        seen.registers().assignments().values().stream()
                .flatMap(List::stream)
                .map(ofAssignment)
                .forEach(places::add);
        return places;
    }

    /** Whoever leads a team or region that nobody is in has nobody of it. */
    static void leads(Evidence seen, Consumer<Finding> to) {
        Set<String> known = teams(seen);
        known.addAll(regions(seen));
        for (Employee employee : seen.employed()) {
            employee.leads().stream()
                    .filter(code -> !known.contains(code))
                    .findFirst()
                    .ifPresent(code -> to.accept(seen.last("employees")
                            .warning("TEAM.leads", 1)
                            .at("person", employee.id())
                            .with("team", code)));
        }
    }

    /** Ids of managers, nearly all of whom the roster has: of the others their row is missing. */
    static void managers(Evidence seen, Consumer<Finding> to) {
        Map<String, Long> unknown = new TreeMap<>();
        long known = 0;
        for (Employee employee : seen.employed()) {
            String manager = employee.managerId();
            if (manager.isEmpty()) {
                continue;
            }
            if (seen.registers().roster().nameOrId(manager).isPresent()) {
                known++;
            } else {
                unknown.merge(manager, 1L, Long::sum);
            }
        }
        long people = Ratios.total(unknown);
        if (people > 0 && known > people) {
            String first = unknown.keySet().iterator().next();
            to.accept(seen.last("employees")
                    .warning("TEAM.manager", people)
                    .at("first", first)
                    .with("people", people));
        }
    }

    /** A target of the period for a team or region that nobody is in: nobody has it. */
    static void targets(Evidence seen, Consumer<Finding> to) {
        Map<String, Set<String>> known = Map.of("team", teams(seen), "region", regions(seen));
        Map<String, Long> unknown = new TreeMap<>();
        for (TargetRow target : seen.registers().all(TargetRow.DATASET)) {
            Set<String> names = known.get(target.subjectType());
            boolean concerned = target.period().filter(seen::concerns).isPresent();
            if (concerned && names != null && !names.contains(target.subject())) {
                unknown.merge(target.subject(), 1L, Long::sum);
            }
        }
        unknown.forEach((team, rows) -> to.accept(seen.last("targets")
                .warning("TEAM.target", rows)
                .at("team", team)
                .with("rows", rows)));
    }

    /** A region of the roster that is spelt nearly as a larger one: its people have no market share. */
    static void spelt(Evidence seen, Consumer<Finding> to) {
        Map<String, Long> people = new TreeMap<>();
        for (Employee employee : seen.employed()) {
            if (!employee.region().isEmpty()) {
                people.merge(employee.region(), 1L, Long::sum);
            }
        }
        people.forEach((region, few) -> people.forEach((other, many) -> {
            if (few < many && isNearly(region, other) && few <= LEAST) {
                to.accept(seen.last("employees")
                        .warning("TEAM.region", few)
                        .at("region", region)
                        .with("other", other)
                        .with("people", few));
            }
        }));
    }

    private static boolean isNearly(String region, String other) {
        return region.startsWith(other) || other.startsWith(region) || PeopleRules.isNearly(region, other, false);
    }

    /** More people than these do not share a slip. */
    private static final int LEAST = 3;

    /** Shares published of regions that nobody is in while some of the roster's have none. */
    static void shares(Evidence seen, Consumer<Finding> to) {
        Set<String> published = seen.registers().marketShare().regions();
        Set<String> known = regions(seen);
        Set<String> without = new TreeSet<>(known);
        without.remove("");
        without.removeAll(published);
        published.stream()
                .filter(region -> !known.contains(region) && isNew(seen, region))
                .forEach(region -> known.stream()
                        .filter(other -> !other.isEmpty() && isNearly(region, other))
                        .findFirst()
                        .or(() -> without.stream().findFirst())
                        .ifPresent(other -> to.accept(seen.last("market_share")
                                .warning("TEAM.share", 1)
                                .at("region", region)
                                .with("other", other))));
    }

    /** Shares published of what has not begun. */
    static void ahead(Plausible.Ahead rule, Evidence seen, Consumer<Finding> to) {
        // An earlier as-of day is a way to work.
        LocalDate farthest = seen.asOf().plusDays(rule.decided());
        long ahead = seen.registers().all(PublishedShare.DATASET).stream()
                .filter(share -> share.period().first().isAfter(farthest))
                .count();
        if (ahead > 0) {
            to.accept(seen.last("market_share").warning("DATES.share", ahead).with("rows", ahead));
        }
    }

    /** Price events of a product, or in a region, that nothing answers to: they restate nothing. Older ones than of a year may stay. */
    static void prices(Evidence seen, Consumer<Finding> to) {
        LocalDate since = seen.period().first().minusYears(1);
        Set<String> regions = new TreeSet<>();
        seen.registers().all(Customer.DATASET).forEach(customer -> regions.add(customer.region()));
        Map<String, String> unknown = new TreeMap<>();
        for (PriceEvent event : seen.registers().all(PriceEvent.DATASET)) {
            boolean knows = seen.registers().row("products", event.productId()).isPresent();
            boolean somewhere = event.region().isEmpty() || regions.contains(event.region());
            boolean counts = event.date().filter(date -> !date.isBefore(since)).isPresent();
            if (counts && !(knows && somewhere)) {
                unknown.put(event.eventId(), knows ? event.region() : event.productId());
            }
        }
        unknown.entrySet().stream()
                .findFirst()
                .ifPresent(first -> to.accept(seen.last("price_events")
                        .warning("TEAM.price", unknown.size())
                        .at("id", first.getKey())
                        .with("rows", unknown.size())
                        .with("name", first.getValue())));
    }

    private static boolean isNew(Evidence seen, String region) {
        return seen.registers()
                .marketShare()
                .newest(region, seen.period().last(), 3)
                .isPresent();
    }

    /** Values that a list of known ones does not have, many or one by one: they stay as they stand, and what asks for a listed one passes them over. */
    static void choices(Evidence seen, Consumer<Finding> to) {
        for (Schema schema : seen.registers().schemas().values()) {
            for (DatasetColumn column : schema.register() ? schema.columns() : List.<DatasetColumn>of()) {
                if (column.type() == DatasetColumn.Type.TEXT
                        && !column.choices().isEmpty()) {
                    choices(seen.last(schema.dataset()), column, to);
                }
            }
        }
    }

    private static void choices(DatasetMonth last, DatasetColumn column, Consumer<Finding> to) {
        Map<String, Long> unknown = new TreeMap<>();
        long filled = 0;
        for (Row row : last.seen().registers().rows(last.dataset())) {
            String value = row.textOrBlank(column.name());
            if (!value.isEmpty()) {
                filled++;
                if (!column.choices().containsKey(value)) {
                    unknown.merge(value, 1L, Long::sum);
                }
            }
        }
        long rows = Ratios.total(unknown);
        boolean many = rows > 0 && Ratios.share(rows, filled).isAtLeast(TENTH);
        boolean near = unknown.keySet().stream()
                .anyMatch(value -> column.choices().keySet().stream().anyMatch(listed -> isScrambled(value, listed)));
        // Where hardly a row has one it is a slip; one that comes again and again is the company's own.
        boolean slip = filled >= MANY && unknown.values().stream().anyMatch(count -> count <= 2);
        if (many || near || slip) {
            to.accept(last.warning("UNREAD.choice", rows)
                    .at("which", column.name())
                    .with("rows", rows)
                    .with("values", unknown.keySet().stream().limit(5).collect(Collectors.joining(", "))));
        }
    }

    private static final long MANY = 20;

    private static final Fraction TENTH = Fraction.ONE.over(Fraction.of(10));

    /** The same characters in another order: {@code A3} for {@code 3A}. */
    private static boolean isScrambled(String value, String listed) {
        return value.length() == listed.length()
                && value.toUpperCase(Locale.ROOT)
                        .chars()
                        .sorted()
                        .boxed()
                        .toList()
                        .equals(listed.chars().sorted().boxed().toList());
    }
}
