package dev.steelyard.engine.insight.team;

import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.score.Composition;
import dev.steelyard.engine.score.IndicatorScore;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.score.RankedScorecard.Status;
import dev.steelyard.engine.score.Remark;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Points;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What would reach the next grade 下一等级, calculated as the final itself is. */
public sealed interface NextGrade {

    /** There is none better. */
    record Best() implements NextGrade {}

    /** Deductions allow no better grade than this, whatever the points. */
    record Barred(String grade, Points deducted) implements NextGrade {}

    /**
     * So many points are missing.
     *
     * @param alone steps each of which would do by itself, that which asks for the fewest points first
     * @param together where none would do by itself: the fewest steps that would do together; all there are where even
     *     those do not
     * @param reached the final with the steps taken together, or with the first that does it alone; as it is without any
     */
    record Within(String grade, Points missing, List<Step> alone, List<Step> together, Points reached)
            implements NextGrade {
        public Within {
            alone = List.copyOf(alone);
            together = List.copyOf(together);
        }

        /** Whether one indicator alone, or all of them together, could lift the final to the next grade. */
        public boolean isReachable() {
            return !alone.isEmpty() || !together.isEmpty() && gained().isAtLeast(missing);
        }

        /** What the steps bring in points of the final. */
        public Points gained() {
            return alone.isEmpty()
                    ? together.stream().map(Step::gain).reduce(Points.ZERO, Points::plus)
                    : alone.get(0).gain();
        }
    }

    /**
     * One indicator raised.
     *
     * @param to the points that it must reach
     * @param value the value that earns them, rounded to what is asked at least; empty where no value can be named
     * @param gain what that brings in points of the final, on top of the steps before it
     */
    record Step(IndicatorScore indicator, Points to, Optional<BigDecimal> value, Points gain) {}

    /**
     * Empty for whoever is vetoed or held, or has no final: no points would help; and where points are means of earlier periods, of which no
     * indicator of this one could raise any.
     */
    static Optional<NextGrade> of(Plan plan, RankedScorecard card) {
        boolean open = card.status() == Status.RANKED
                || card.status() == Status.INTERIM && !card.card().isExempt();
        return card.pooled().score().filter(score -> open).flatMap(score -> {
            List<Plan.Grade> better = plan.grades().stream()
                    .filter(grade -> !score.isAtLeast(grade.from()))
                    .toList();
            Optional<String> cap = card.card().compliance().gradeCap();
            boolean barred = cap.filter(most -> better.isEmpty()
                            || !plan.atLeast(most, better.get(better.size() - 1).grade()))
                    .isPresent();
            if (barred && !(better.isEmpty() && plan.grades().get(0).grade().equals(cap.get()))) {
                return Optional.of(
                        new Barred(cap.get(), card.card().compliance().deducted()));
            }
            if (better.isEmpty()) {
                return Optional.of(new Best());
            }
            return card.card().indicators().isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Search(plan, card, better.get(better.size() - 1)).find());
        });
    }

    /** Tries what each indicator could bring. */
    final class Search {

        private static final Set<String> COUNTING = Set.of("count", "distinct");

        private final RankedScorecard card;
        private final Plan.Grade grade;
        private final Composition composition;
        private final Points score;

        private Search(Plan plan, RankedScorecard card, Plan.Grade grade) {
            this.card = card;
            this.grade = grade;
            this.composition = new Composition(plan);
            this.score = card.pooled().score().orElseThrow();
        }

        private NextGrade find() {
            Map<String, Points> most = new HashMap<>();
            card.card().indicators().stream()
                    .filter(Search::isOpen)
                    .forEach(one -> most.put(one.id(), by(one, Map.of()).apply(highest(one))));
            List<IndicatorScore> open = card.card().indicators().stream()
                    .filter(one -> most.containsKey(one.id()))
                    .sorted(Comparator.comparing((IndicatorScore one) -> most.get(one.id()))
                            .reversed())
                    .toList();
            List<Step> alone = open.stream()
                    .filter(one -> most.get(one.id()).isAtLeast(grade.from()))
                    .map(one -> least(one, by(one, Map.of())))
                    .sorted(Comparator.comparing(
                            step -> step.to().minus(step.indicator().points().orElseThrow())))
                    .toList();
            List<Step> together = new ArrayList<>();
            Map<String, Points> taken = new HashMap<>();
            Points reached = alone.isEmpty() ? score : grade.from();
            for (IndicatorScore one : alone.isEmpty() ? open : List.<IndicatorScore>of()) {
                UnaryOperator<Points> by = by(one, taken);
                boolean enough = by.apply(highest(one)).isAtLeast(grade.from());
                Step step = enough ? least(one, by) : step(one, highest(one), by);
                if (step.gain().hundredths() > 0) {
                    together.add(step);
                    taken.put(one.id(), step.to());
                    reached = by.apply(step.to());
                }
                if (enough) {
                    break;
                }
            }
            return new Within(grade.grade(), grade.from().minus(score), alone, together, reached);
        }

        /** Whether the person can raise it: scored, below its highest, not capped, and the person's own. */
        private static boolean isOpen(IndicatorScore one) {
            return LostPoints.isOwn(one)
                    && one.weight().signum() > 0
                    && one.points()
                            .filter(points -> !points.isAtLeast(highest(one)))
                            .isPresent()
                    && one.remarks().stream().noneMatch(remark -> remark.kind() == Remark.Kind.POINTS_CAP);
        }

        private static Points highest(IndicatorScore one) {
            return one.indicator().curve().orElseThrow().highest();
        }

        private UnaryOperator<Points> by(IndicatorScore one, Map<String, Points> taken) {
            return composition.finalBy(card.pooled(), taken, one);
        }

        /** The fewest points that reach the grade; halving, because the final never falls when an indicator rises. */
        private Step least(IndicatorScore one, UnaryOperator<Points> by) {
            long low = one.points().orElseThrow().hundredths();
            long high = highest(one).hundredths();
            while (high - low > 1) {
                long middle = (low + high) / 2;
                if (by.apply(new Points(middle)).isAtLeast(grade.from())) {
                    high = middle;
                } else {
                    low = middle;
                }
            }
            return step(one, new Points(high), by);
        }

        /** The step to these points, or to what the value named for them earns: the words then agree with the figures. */
        private static Step step(IndicatorScore one, Points enough, UnaryOperator<Points> by) {
            Optional<BigDecimal> value = value(one, enough);
            Points to = value.map(named -> one.indicator().curve().orElseThrow().pointsAt(Fraction.of(named)))
                    .map(enough::max)
                    .orElse(enough);
            return new Step(
                    one, to, value, by.apply(to).minus(by.apply(one.points().orElseThrow())));
        }

        /** As people read it: whole where it counts, else to two decimals, always enough. */
        private static Optional<BigDecimal> value(IndicatorScore one, Points to) {
            if (one.value().isEmpty()) {
                return Optional.empty();
            }
            Fraction now = one.value().get();
            return one.indicator().curve().orElseThrow().nearest(now, to).map(value -> {
                boolean counts = COUNTING.contains(one.indicator().measure().verb());
                int scale =
                        switch (one.indicator().unit()) {
                            case PERCENT -> 4;
                            case NUMBER, DAYS, POINTS -> counts ? 0 : 2;
                        };
                return value.rounded(scale, value.isAtLeast(now) ? RoundingMode.CEILING : RoundingMode.FLOOR);
            });
        }
    }
}
