package dev.steelyard.engine.plan;

import dev.steelyard.engine.calendar.Days;
import dev.steelyard.engine.calendar.Window;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Points;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A whole plan. The order of tracks, dimensions, indicators and grades is the plan file's, and the reports'.
 *
 * @param plan the plan's id
 * @param effective first and last day on which the plan holds; the last may be left open
 * @param zone the company's time zone: days of date-times (rulings 17) and the default period
 * @param currency ISO 4217 code of every amount
 * @param dimensions id → name, in the order of the score columns
 * @param targets names of targets that are not indicators ({@code sales_amount}) → name
 * @param leave which absences exempt; {@link Leave#USUAL} where left out
 * @param proration how targets are cut for whoever was there for a part; {@link Proration#USUAL} where left out
 * @param adjustments the kinds of manual adjustments, id → name; where there are none nothing is adjusted by hand
 * @param returns how long returns take back what was paid; {@link Returns#USUAL} where left out
 * @param recovery how much may be taken from somebody in a month; without a limit where left out
 */
public record Plan(
        String plan,
        Name name,
        Effective effective,
        ZoneId zone,
        String currency,
        Map<String, Name> dimensions,
        Map<String, Track> tracks,
        Map<String, Indicator> indicators,
        Map<String, Name> targets,
        Rules rules,
        TeamPool teamPool,
        List<Grade> grades,
        Pay pay,
        List<Report> reports,
        Optional<GrowthQuality> growthQuality,
        Optional<Appeals> appeals,
        Optional<Insight> insight,
        Optional<Leave> leave,
        Optional<Proration> proration,
        Map<String, Name> adjustments,
        Optional<Returns> returns,
        Optional<Recovery> recovery) {

    /** The names of everything that has a target: targets, and indicators that are measured against one of their own. */
    public List<Name> targeted() {
        return Stream.concat(
                        targets.values().stream(),
                        indicators.values().stream()
                                .filter(one -> one.measure().verb().equals("attainment")
                                        && one.measure().target().isEmpty())
                                .map(Indicator::name))
                .toList();
    }

    /** Every name of the targets that are a share of a market, at most 1 (rulings 42, 120): id, zh, en. */
    public Set<String> shareTargets() {
        Name name = targets.get(teamPool.target());
        return name == null
                ? Set.of(teamPool.target())
                : Set.copyOf(new HashSet<>(List.of(teamPool.target(), name.zh(), name.en())));
    }

    /** The days on which the plan holds. */
    public record Effective(LocalDate from, Optional<LocalDate> to) {
        /** Whether the plan holds on all of these days. */
        public boolean covers(Days days) {
            return !days.first().isBefore(from)
                    && to.map(end -> !days.last().isAfter(end)).orElse(true);
        }
    }

    /** A grade 等级 and the least printed final that earns it. Best first; the last one has {@code from: 0}. */
    public record Grade(String grade, Points from) {}

    /** Datasets that reports read besides the measures, and over which windows: they count as used. */
    public record Report(String dataset, Optional<String> date, List<Window> windows) {}

    /**
     * Growth quality 增长质量: volume beside profit, in the period and the same period last year.
     *
     * @param sales the column that is summed as sales
     * @param cost the column that is summed as cost; margin is sales − cost
     * @param by the columns that sales are told apart by, also those of what a row names: {@code customer.kind}
     */
    public record GrowthQuality(String dataset, String sales, String cost, List<String> by) {
        public GrowthQuality {
            by = List.copyOf(by);
        }
    }

    /**
     * How long an appeal may take (rules.md 7), in working days.
     *
     * @param submitWithin working days after publication to appeal; the day of publication does not count
     * @param decideWithin working days after submission to decide; the day of submission does not count
     */
    public record Appeals(int submitWithin, int decideWithin) {
        /** Where a plan says nothing. */
        public static final Appeals USUAL = new Appeals(3, 5);

        public Appeals {
            if (submitWithin < 1 || decideWithin < 1) {
                throw new IllegalArgumentException("an appeal needs at least one working day");
            }
        }
    }

    /**
     * Absence 请假 (rules.md 8.2).
     *
     * @param exempting the kinds of leave that exempt whoever is away for half of the days employed
     * @param shared further kinds that take no day from a person's part of a team's excess profit (rulings 105)
     */
    public record Leave(List<String> exempting, List<String> shared) {
        /** Where a plan says nothing. */
        public static final Leave USUAL = new Leave(
                List.of("maternity", "prenatal", "paternity", "parental", "work_injury"),
                List.of("annual", "marriage", "bereavement"));

        public Leave {
            exempting = List.copyOf(exempting);
            shared = List.copyOf(shared);
        }
    }

    /**
     * Targets of part periods 折算 (rules.md 8.3).
     *
     * @param targets whether a target whose row does not say is cut by available days
     * @param ramp what a newcomer's target is multiplied by in the month of hire and those that follow
     */
    public record Proration(boolean targets, List<Fraction> ramp) {
        /** Where a plan says nothing. */
        public static final Proration USUAL = new Proration(true, List.of());

        public Proration {
            ramp = List.copyOf(ramp);
        }
    }

    public Plan {
        dimensions = InOrder.copy(dimensions);
        tracks = InOrder.copy(tracks);
        indicators = InOrder.copy(indicators);
        targets = InOrder.copy(targets);
        grades = List.copyOf(grades);
        reports = List.copyOf(reports);
        adjustments = InOrder.copy(adjustments);
    }

    /**
     * Returns of what an earlier period paid 退货冲回 (rules.md 8.5).
     *
     * @param withinMonths an original older than this is not taken back (rulings 134, 141)
     */
    public record Returns(int withinMonths) {
        /** Where a plan says nothing. */
        public static final Returns USUAL = new Returns(12);

        public Returns {
            if (withinMonths < 0) {
                throw new IllegalArgumentException("returns within less than no month");
            }
        }
    }

    /**
     * How much may be taken from somebody in a month 扣回限额 (rules.md 8.8).
     *
     * @param most of the month's salary and what the runs pay
     * @param floor region → what must be left, as a minimum wage; not tested where a region has none
     * @param settled the kind of a manual adjustment that says a balance was settled outside of pay
     */
    public record Recovery(Fraction most, Map<String, Fraction> floor, Optional<Name> settled) {
        /** By which a row may name {@code settled} in any language. */
        public static final String SETTLED = "settled";

        public Recovery {
            floor = InOrder.copy(floor);
            if (most.signum() < 0 || Fraction.ONE.isBelow(most)) {
                throw new IllegalArgumentException("at most all of it may be taken");
            }
        }
    }

    /** The kinds of amounts that people decide on, with that which settles a balance. */
    public Map<String, Name> decided() {
        Map<String, Name> kinds = new LinkedHashMap<>(adjustments);
        recovery.flatMap(Recovery::settled).ifPresent(name -> kinds.put(Recovery.SETTLED, name));
        return kinds;
    }

    /** How returns are taken back; as usual where the plan does not say (ruling 134). */
    public Returns takenBack() {
        return returns.orElse(Returns.USUAL);
    }

    /** Which leave exempts, and from which part of the days on; as usual where the plan does not say (ruling 98). */
    public Leave absence() {
        return leave.orElse(Leave.USUAL);
    }

    /** How targets of a part of a period are cut; as usual where the plan does not say (ruling 101). */
    public Proration prorated() {
        return proration.orElse(Proration.USUAL);
    }

    /** How many earlier periods reports look back at. */
    public int lookBack() {
        return insight.map(Insight::lookBack).orElse(Insight.LEAST_LOOK_BACK);
    }

    /** The grade that a printed final earns, before caps (rulings 56). */
    public Grade gradeOf(Points score) {
        return grades.stream()
                .filter(grade -> score.isAtLeast(grade.from()))
                .findFirst()
                .orElseGet(() -> grades.get(grades.size() - 1));
    }

    /** The worse of two grades: a cap lowers and never raises. */
    public String worse(String one, String other) {
        return rankOf(one) >= rankOf(other) ? one : other;
    }

    /** Whether {@code grade} is {@code least} or better. */
    public boolean atLeast(String grade, String least) {
        return rankOf(grade) <= rankOf(least);
    }

    private int rankOf(String grade) {
        for (int i = 0; i < grades.size(); i++) {
            if (grades.get(i).grade().equals(grade)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no grade " + grade);
    }
}
