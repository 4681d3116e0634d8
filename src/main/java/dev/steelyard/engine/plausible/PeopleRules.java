package dev.steelyard.engine.plausible;

import dev.steelyard.engine.calendar.Days;
import dev.steelyard.engine.calendar.Month;
import dev.steelyard.engine.plausible.Evidence.Compared;
import dev.steelyard.engine.plausible.Finding.Gravity;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.unit.Fraction;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Rules about people and teams (rules.md 9: HELD, ROSTER, ABSENT, LEFT, TEAM). */
final class PeopleRules {

    private static final String ROSTER = "employees";

    private PeopleRules() {}

    private static Finding finding(
            Evidence seen, String kind, Gravity gravity, String dataset, String place, long figure) {
        return new Finding(
                kind, gravity, dataset, Month.of(seen.period().last()), place, BigDecimal.valueOf(figure), Map.of());
    }

    static void held(Evidence seen, Consumer<Finding> to) {
        long expected = seen.standing().people() - seen.standing().excused();
        seen.rules()
                .held()
                .filter(rule -> seen.standing().placed() == 0 && expected >= rule.people())
                .ifPresent(rule -> to.accept(finding(seen, "HELD", Gravity.IMPLAUSIBLE, "", "", expected)
                        .with("people", expected)));
    }

    static void roster(Evidence seen, Consumer<Finding> to) {
        seen.rules().roster().ifPresent(rule -> {
            long now = seen.standing().people();
            int before = seen.earlier().people();
            if (before >= rule.people() && rule.share().times(fraction(before)).compareTo(fraction(now)) > 0) {
                to.accept(finding(seen, "ROSTER", Gravity.IMPLAUSIBLE, ROSTER, "", now)
                        .with("people", now)
                        .with("before", before));
            }
            Map<String, Set<String>> teams = teams(seen);
            seen.earlier().teams().forEach((team, people) -> {
                if (people >= rule.team() && !teams.containsKey(team)) {
                    to.accept(finding(seen, "ROSTER.team", Gravity.WARNING, ROSTER, team, people)
                            .with("team", team)
                            .with("people", people));
                }
            });
            if (seen.isOver()) {
                teams.forEach((team, members) -> {
                    if (members.size() >= rule.team()) {
                        silent(seen, team, members, to);
                    }
                });
            }
        });
    }

    private static Fraction fraction(long number) {
        return Fraction.of(number);
    }

    /** Team → who is in it and has not left before the period. */
    private static Map<String, Set<String>> teams(Evidence seen) {
        Map<String, Set<String>> teams = new TreeMap<>();
        for (Employee employee : seen.registers().roster().employees()) {
            if (!employee.team().isEmpty()
                    && !employee.employed(seen.period().days()).isEmpty()) {
                teams.computeIfAbsent(employee.team(), team -> new TreeSet<>()).add(employee.id());
            }
        }
        return teams;
    }

    /** A team without rows of a watched dataset of which each month before had some: a regional file may be missing. */
    private static void silent(Evidence seen, String team, Set<String> members, Consumer<Finding> to) {
        for (String dataset : seen.rules().watched()) {
            for (int month : seen.months()) {
                List<Compared> base = seen.base(dataset, month).stream()
                        .filter(one -> !one.profile().people().isEmpty())
                        .toList();
                boolean always =
                        seen.isComparable(base) && base.stream().allMatch(one -> hasRows(one.profile(), members));
                MonthProfile now = seen.of(dataset, month);
                if (always && now.rows() > 0 && !hasRows(now, members)) {
                    to.accept(finding(seen, "ROSTER.silent", Gravity.WARNING, dataset, team, members.size())
                            .with("team", team)
                            .with("people", members.size()));
                }
            }
        }
    }

    private static boolean hasRows(MonthProfile month, Set<String> members) {
        return members.stream().anyMatch(month.people()::containsKey);
    }

    /** Who has a target sells something: where many do not, a part of the export is missing in every month alike. */
    static void absent(Evidence seen, Consumer<Finding> to) {
        seen.rules().absent().filter(rule -> seen.isOver()).ifPresent(rule -> rule.sales()
                .forEach((indicator, dataset) -> {
                    for (int month : seen.months()) {
                        absent(seen, rule, indicator, dataset, month, to);
                    }
                }));
    }

    private static void absent(
            Evidence seen, Plausible.Absent rule, String indicator, String dataset, int month, Consumer<Finding> to) {
        MonthProfile now = seen.of(dataset, month);
        Set<String> expected = new TreeSet<>();
        for (Employee employee : seen.registers().roster().employees()) {
            if (UnitRules.target(seen, employee.id(), indicator, month).isPresent()) {
                expected.add(employee.id());
            }
        }
        Set<String> absent = new TreeSet<>(expected);
        absent.removeAll(now.people().keySet());
        Fraction share =
                expected.isEmpty() ? Fraction.ZERO : fraction(absent.size()).over(fraction(expected.size()));
        boolean delivered =
                now.rows() > 0 || seen.has(dataset) && !seen.required().contains(dataset);
        if (delivered && absent.size() >= rule.people() && share.isAtLeast(rule.warning())) {
            Gravity gravity = share.isAtLeast(rule.implausible()) ? Gravity.IMPLAUSIBLE : Gravity.WARNING;
            to.accept(new Finding(
                            "ABSENT", gravity, dataset, month, indicator, BigDecimal.valueOf(absent.size()), Map.of())
                    .with("people", expected.size())
                    .with("absent", absent.size())
                    .with("which", indicator)
                    .with("first", absent.iterator().next()));
        }
    }

    /** Sales of people who were not employed in the month: nobody is paid for them. */
    static void left(Evidence seen, Consumer<Finding> to) {
        seen.rules().left().ifPresent(rule -> {
            for (String dataset : rule.datasets()) {
                for (int month : seen.months()) {
                    Days days = new Days(Month.first(month), Month.last(month));
                    Set<String> people = new TreeSet<>();
                    for (Employee employee : seen.registers().roster().employees()) {
                        if (employee.employed(days).isEmpty()
                                && seen.of(dataset, month).people().containsKey(employee.id())) {
                            people.add(employee.id());
                        }
                    }
                    if (!people.isEmpty()) {
                        to.accept(new Finding(
                                        "LEFT",
                                        Gravity.WARNING,
                                        dataset,
                                        month,
                                        "",
                                        BigDecimal.valueOf(people.size()),
                                        Map.of())
                                .with("people", people.size())
                                .with("first", people.iterator().next()));
                    }
                }
            }
        });
    }

    static void team(Evidence seen, Consumer<Finding> to) {
        if (seen.rules().team().isEmpty()) {
            return;
        }
        Map<String, Set<String>> teams = teams(seen);
        teams.forEach((team, members) -> teams.keySet().stream()
                .filter(other -> !other.equals(team)
                        && isNewer(seen, team, members, other, teams.get(other))
                        && isNearly(team, other, !seen.earlier().teams().isEmpty()))
                .findFirst()
                .ifPresent(other -> to.accept(finding(seen, "TEAM", Gravity.WARNING, ROSTER, team, members.size())
                        .with("team", team)
                        .with("other", other))));
    }

    /** Whether the first is the one that came later: unknown to the last final run, else the smaller of the two. */
    private static boolean isNewer(Evidence seen, String team, Set<String> members, String other, Set<String> others) {
        Map<String, Integer> known = seen.earlier().teams();
        return known.isEmpty() ? members.size() < others.size() : !known.containsKey(team) && known.containsKey(other);
    }

    /** @param known whether it is known which of the two is new, so that one letter more or less says something */
    static boolean isNearly(String team, String other, boolean known) {
        String one = compact(team);
        String two = compact(other);
        return one.equals(two) || known && isOneEditApart(one, two);
    }

    private static String compact(String team) {
        return team.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
    }

    /** One character more, less or another; numbers that differ are no misspelling. */
    private static boolean isOneEditApart(String one, String two) {
        String longer = one.length() >= two.length() ? one : two;
        String shorter = longer.equals(one) ? two : one;
        int i = 0;
        while (i < shorter.length() && shorter.charAt(i) == longer.charAt(i)) {
            i++;
        }
        boolean number = i < longer.length()
                && Character.isDigit(longer.charAt(i))
                && (i >= shorter.length() || Character.isDigit(shorter.charAt(i)));
        return !number
                && (longer.length() == shorter.length()
                        ? i < longer.length() && longer.substring(i + 1).equals(shorter.substring(i + 1))
                        : longer.length() == shorter.length() + 1
                                && longer.substring(i + 1).equals(shorter.substring(i)));
    }
}
