package dev.steelyard.engine.plausible;

import dev.steelyard.engine.plausible.Finding.Gravity;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.unit.Fraction;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Rules about people and teams (rules.md 9: HELD, POINTS, ROSTER, ABSENT, LEFT, TEAM). */
final class PeopleRules {

    private static final String ROSTER = "employees";

    private PeopleRules() {}

    static void held(Plausible.Least rule, Evidence seen, Consumer<Finding> to) {
        long expected = seen.standing().people() - seen.standing().excused();
        if (seen.standing().placed() == 0 && expected >= rule.people()) {
            to.accept(
                    seen.last("").finding(Gravity.IMPLAUSIBLE, "HELD", expected).with("people", expected));
        }
    }

    /** Where hardly anybody who has rows has a point, a column that says yes or no is blank or turned round, more likely than that all of them failed. */
    static void points(Plausible.Most rule, Evidence seen, Consumer<Finding> to) {
        new TreeMap<>(seen.gauged()).forEach((indicator, gauged) -> {
            long people = gauged.counted();
            if (people >= rule.people()
                    && Ratios.share(gauged.pointless(), people).isAtLeast(rule.share())) {
                to.accept(seen.last("")
                        .warning("POINTS", gauged.pointless())
                        .at("which", indicator)
                        .with("pointless", gauged.pointless())
                        .with("people", people));
            }
        });
    }

    static void roster(Plausible.Gone rule, Evidence seen, Consumer<Finding> to) {
        DatasetMonth roster = seen.last(ROSTER);
        long now = seen.standing().people();
        int before = seen.earlier().people();
        if (before >= rule.people() && Fraction.of(now).isBelow(rule.share().times(Fraction.of(before)))) {
            to.accept(roster.finding(Gravity.IMPLAUSIBLE, "ROSTER", now)
                    .with("people", now)
                    .with("before", before));
        }
        Map<String, Set<String>> teams = teams(seen);
        seen.earlier().teams().forEach((team, people) -> {
            if (people >= rule.team() && !teams.containsKey(team)) {
                to.accept(roster.warning("ROSTER.team", people).at("team", team).with("people", people));
            }
        });
    }

    /** Team → who is in it and has not left before the period. */
    private static Map<String, Set<String>> teams(Evidence seen) {
        Map<String, Set<String>> teams = new TreeMap<>();
        for (Employee employee : seen.employed()) {
            if (!employee.team().isEmpty()) {
                teams.computeIfAbsent(employee.team(), team -> new TreeSet<>()).add(employee.id());
            }
        }
        return teams;
    }

    /** A team without rows of a watched dataset of which each month before had some: a regional file may be missing. */
    static void silent(Plausible.Gone rule, Evidence seen, Consumer<Finding> to) {
        teams(seen).forEach((team, members) -> {
            for (String dataset : members.size() >= rule.team() ? seen.rules().watched() : List.<String>of()) {
                for (DatasetMonth at : seen.months(dataset)) {
                    if (isSilent(at, members)) {
                        to.accept(at.last()
                                .warning("ROSTER.silent", members.size())
                                .at("team", team)
                                .with("people", members.size()));
                    }
                }
            }
        });
    }

    private static boolean isSilent(DatasetMonth at, Set<String> members) {
        List<MonthProfile> base =
                at.base().stream().filter(one -> !one.people().isEmpty()).toList();
        return at.now().rows() > 0
                && !hasRows(at.now(), members)
                && at.seen().isEnough(base)
                && base.stream().allMatch(one -> hasRows(one, members));
    }

    private static boolean hasRows(MonthProfile month, Set<String> members) {
        return members.stream().anyMatch(month.people()::containsKey);
    }

    /** Who has a target sells something: where many do not, a part of the export is missing in every month alike. */
    static void absent(Plausible.Absent rule, Evidence seen, Consumer<Finding> to) {
        rule.sales()
                .forEach((indicator, dataset) -> seen.months(dataset).forEach(at -> absent(rule, at, indicator, to)));
    }

    private static void absent(Plausible.Absent rule, DatasetMonth at, String indicator, Consumer<Finding> to) {
        Evidence seen = at.seen();
        Set<String> expected = new TreeSet<>();
        for (Employee employee : seen.registers().roster().employees()) {
            if (seen.target(employee.id(), indicator, at.month()).isPresent()) {
                expected.add(employee.id());
            }
        }
        Set<String> absent = new TreeSet<>(expected);
        absent.removeAll(at.now().people().keySet());
        Fraction share = Ratios.share(absent.size(), expected.size());
        boolean delivered = at.now().rows() > 0
                || seen.has(at.dataset()) && !seen.required().contains(at.dataset());
        if (delivered && absent.size() >= rule.people() && share.isAtLeast(rule.warning())) {
            to.accept(at.finding(Gravity.of(share.isAtLeast(rule.implausible())), "ABSENT", absent.size())
                    .at("which", indicator)
                    .with("people", expected.size())
                    .with("absent", absent.size())
                    .with("first", absent.iterator().next()));
        }
    }

    /** Sales of people who were not employed in the month: nobody is paid for them. */
    static void left(Plausible.Left rule, Evidence seen, Consumer<Finding> to) {
        rule.datasets().stream()
                .flatMap(dataset -> seen.months(dataset).stream())
                .forEach(at -> left(at, to));
    }

    private static void left(DatasetMonth at, Consumer<Finding> to) {
        Set<String> people = new TreeSet<>();
        for (Employee employee : at.seen().registers().roster().employees()) {
            if (employee.employed(at.days()).isEmpty() && at.now().people().containsKey(employee.id())) {
                people.add(employee.id());
            }
        }
        if (!people.isEmpty()) {
            to.accept(at.warning("LEFT", people.size())
                    .with("people", people.size())
                    .with("first", people.iterator().next()));
        }
    }

    static void team(Evidence seen, Consumer<Finding> to) {
        Map<String, Set<String>> teams = teams(seen);
        teams.forEach((team, members) -> teams.keySet().stream()
                .filter(other -> !other.equals(team)
                        && isNewer(seen, team, members, other, teams.get(other))
                        && isNearly(team, other, !seen.earlier().teams().isEmpty()))
                .findFirst()
                .ifPresent(other -> to.accept(seen.last(ROSTER)
                        .warning("TEAM", members.size())
                        .at("team", team)
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

    /** Without what says that it is a team or a region: 华东区 is 华东. */
    private static String compact(String team) {
        String compact = team.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
        String bare = compact.replaceFirst("(团队|小组|大区|地区|队|组|部|区)$", "");
        return bare.isEmpty() ? compact : bare;
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
