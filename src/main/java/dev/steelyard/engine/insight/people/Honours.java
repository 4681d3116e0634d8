package dev.steelyard.engine.insight.people;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.calendar.Window;
import dev.steelyard.engine.insight.people.Nomination.Award;
import dev.steelyard.engine.insight.people.Nomination.ComplianceStar;
import dev.steelyard.engine.insight.people.Nomination.CustomerReputation;
import dev.steelyard.engine.insight.people.Nomination.InnovationBreakthrough;
import dev.steelyard.engine.measure.Demand;
import dev.steelyard.engine.measure.Measurements;
import dev.steelyard.engine.plan.Insight;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.plan.Rules;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.score.Population;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.score.RankedScorecard.Status;
import dev.steelyard.engine.score.ScoreBook;
import dev.steelyard.engine.unit.CodePoints;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Points;
import dev.steelyard.engine.verb.Measured;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Honours 荣誉 of a period (rules.md 6): ranked people, never vetoed, of the plan's grade or better. Managers are left
 * out, because their dimensions are means of other people's.
 *
 * @param nominations by award, then region, then the higher final, then employee id
 * @param open award → the regions in which nobody could be named; blank for an award of the whole company
 */
public record Honours(List<Nomination> nominations, Map<Award, List<String>> open) {

    /** Asks for what the honours of the plan look at; nothing where it has none. */
    public static void demand(Plan plan, Population population, Demand demand) {
        plan.insight().flatMap(Insight::honours).ifPresent(rule -> {
            rule.complianceStar().ifPresent(star -> plan.rules()
                    .compliance()
                    .enablement()
                    .forEach(enablement -> Readings.demand(
                            enablement.of(), plan.tracks().keySet(), List.of(Window.PERIOD), population, demand)));
            rule.customerReputation()
                    .ifPresent(star -> Readings.demand(plan.indicators().get(star.survey()), population, demand));
            rule.innovationBreakthrough().ifPresent(star -> {
                Readings.demand(plan.indicators().get(star.indicator()), population, demand);
                plan.rules()
                        .milestones()
                        .forEach(milestone -> Readings.demand(
                                milestone.of(),
                                milestone.tracks(),
                                List.of(Window.YEAR_BEFORE, Window.YEAR_TO_DATE),
                                population,
                                demand));
            });
        });
    }

    /** Empty where the plan has no honours. */
    public static Optional<Honours> of(Plan plan, Registers registers, Measurements measurements, ScoreBook book) {
        return plan.insight()
                .flatMap(Insight::honours)
                .map(rule -> new Jury(plan, rule, new Readings(plan, registers, measurements), book).honours());
    }

    /** How many share an award with this nomination, itself counted. */
    public long sharing(Nomination nomination) {
        return nominations.stream()
                .filter(other -> other.award() == nomination.award())
                .filter(other -> nomination.award() == Award.INNOVATION_BREAKTHROUGH
                        || region(other).equals(region(nomination)))
                .count();
    }

    private static String region(Nomination nomination) {
        return region(nomination.card());
    }

    private static String region(RankedScorecard card) {
        return card.participant().employee().region();
    }

    /** Compares the people who may be named. */
    private record Jury(Plan plan, Insight.Honours rule, Readings readings, List<RankedScorecard> people) {

        private static final Comparator<Nomination> FINAL =
                Comparator.comparing(one -> one.card().pooled().score().orElseThrow());

        Jury(Plan plan, Insight.Honours rule, Readings readings, ScoreBook book) {
            this(
                    plan,
                    rule,
                    readings,
                    book.cards().stream()
                            .filter(card -> card.status() == Status.RANKED
                                    && !card.participant().isManager())
                            .sorted(Comparator.comparing(
                                    card -> card.participant().id(), CodePoints.ORDER))
                            .filter(card -> !rule.excludeCapped()
                                    || card.card().compliance().gradeCap().isEmpty())
                            .toList());
        }

        Honours honours() {
            List<Nomination> nominations = new ArrayList<>();
            Map<Award, List<String>> open = new LinkedHashMap<>();
            rule.complianceStar()
                    .ifPresent(star -> inRegions(
                            Award.COMPLIANCE_STAR,
                            card -> complianceStar(star, card),
                            Comparator.comparing(ComplianceStar::dimension).thenComparing(ComplianceStar::enablement),
                            nominations,
                            open));
            rule.customerReputation()
                    .ifPresent(star -> inRegions(
                            Award.CUSTOMER_REPUTATION,
                            card -> customerReputation(star, card),
                            Comparator.comparing(CustomerReputation::dimension),
                            nominations,
                            open));
            rule.innovationBreakthrough().ifPresent(star -> {
                List<InnovationBreakthrough> best = best(
                        named(card -> innovationBreakthrough(star, card), people),
                        Comparator.comparing(InnovationBreakthrough::held)
                                .thenComparing(one -> one.conversion().orElse(Fraction.ZERO)));
                nominations.addAll(best);
                if (best.isEmpty()) {
                    open.put(Award.INNOVATION_BREAKTHROUGH, List.of());
                }
            });
            return new Honours(List.copyOf(nominations), open);
        }

        private <N extends Nomination> void inRegions(
                Award award,
                Function<RankedScorecard, Optional<N>> named,
                Comparator<N> order,
                List<Nomination> nominations,
                Map<Award, List<String>> open) {
            Map<String, List<RankedScorecard>> regions = people.stream()
                    .collect(Collectors.groupingBy(
                            Honours::region, () -> new TreeMap<>(CodePoints.ORDER), Collectors.toList()));
            List<String> without = new ArrayList<>();
            regions.forEach((region, own) -> {
                List<N> best = best(named(named, own), order);
                nominations.addAll(best);
                if (best.isEmpty()) {
                    without.add(region);
                }
            });
            if (!without.isEmpty()) {
                open.put(award, List.copyOf(without));
            }
        }

        private <N extends Nomination> List<N> named(
                Function<RankedScorecard, Optional<N>> named, List<RankedScorecard> of) {
            return of.stream()
                    .filter(card -> card.grade()
                            .filter(grade -> plan.atLeast(grade, rule.grade()))
                            .isPresent())
                    .map(named)
                    .flatMap(Optional::stream)
                    .toList();
        }

        /** The higher final stands first. */
        private <N extends Nomination> List<N> best(List<N> all, Comparator<N> figures) {
            Comparator<N> order = rule.tiesByFinal() ? figures.thenComparing(FINAL) : figures;
            return all.stream()
                    .max(order)
                    .map(most -> all.stream()
                            .filter(one -> order.compare(one, most) == 0)
                            .sorted(FINAL.reversed())
                            .toList())
                    .orElse(List.of());
        }

        private Optional<ComplianceStar> complianceStar(Insight.ComplianceStar star, RankedScorecard card) {
            if (!card.card().compliance().deductions().isEmpty()) {
                return Optional.empty();
            }
            Fraction enablement = plan.rules().compliance().enablement().stream()
                    .map(enabled -> readings.figure(enabled.of(), card.participant(), Window.PERIOD)
                            .times(enabled.points().exact()))
                    .reduce(Fraction.ZERO, Fraction::plus);
            return points(card, star.dimension())
                    .map(points -> new ComplianceStar(card, points, Points.rounded(enablement)));
        }

        private Optional<CustomerReputation> customerReputation(Insight.CustomerReputation star, RankedScorecard card) {
            if (!plan.indicators()
                    .get(star.survey())
                    .concerns(card.participant().employee().track())) {
                return Optional.empty();
            }
            long answers =
                    readings.own(star.survey(), card.participant()).rows().orElse(0L);
            return points(card, star.dimension())
                    .filter(points -> answers >= star.answers())
                    .map(points -> new CustomerReputation(card, points, answers));
        }

        private Optional<InnovationBreakthrough> innovationBreakthrough(
                Insight.InnovationBreakthrough star, RankedScorecard card) {
            List<Integer> reached = new ArrayList<>();
            int held = 0;
            for (Rules.Milestone milestone : plan.rules().milestones()) {
                if (milestone.tracks().contains(card.participant().employee().track())) {
                    Fraction before = readings.figure(milestone.of(), card.participant(), Window.YEAR_BEFORE);
                    Fraction now = readings.figure(milestone.of(), card.participant(), Window.YEAR_TO_DATE);
                    for (Rules.Milestone.Step step : milestone.steps()) {
                        Fraction count = Fraction.of(step.count());
                        held += now.isAtLeast(count) ? 1 : 0;
                        if (now.isAtLeast(count) && before.isBelow(count)) {
                            reached.add(step.count());
                        }
                    }
                }
            }
            return reached.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new InnovationBreakthrough(card, List.copyOf(reached), held, conversion(star, card)));
        }

        private Optional<Fraction> conversion(Insight.InnovationBreakthrough star, RankedScorecard card) {
            return plan.indicators()
                            .get(star.indicator())
                            .concerns(card.participant().employee().track())
                    ? Optional.of(readings.own(star.indicator(), card.participant()))
                            .flatMap(Measured::value)
                    : Optional.empty();
        }

        private static Optional<Points> points(RankedScorecard card, String dimension) {
            return Optional.ofNullable(card.card().dimensions().get(dimension)).flatMap(found -> found.points());
        }
    }

    /** Whether tracks that reach milestones are ranked in periods of this kind; else they wait for their own. */
    public static boolean ranksInnovation(Plan plan, Period period) {
        return plan.rules().milestones().stream()
                .flatMap(milestone -> milestone.tracks().stream())
                .anyMatch(track -> plan.tracks().get(track).cycle().compareTo(period.kind()) <= 0);
    }
}
