package dev.steelyard.output.workbook.interview;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.calendar.Window;
import dev.steelyard.engine.fact.CalibrationRow;
import dev.steelyard.engine.fact.TargetKey;
import dev.steelyard.engine.fact.TargetRow;
import dev.steelyard.engine.pay.Commissions;
import dev.steelyard.engine.pay.Earned;
import dev.steelyard.engine.pay.Returns;
import dev.steelyard.engine.people.PersonalTarget;
import dev.steelyard.engine.plan.Pay.Commission;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.engine.score.IndicatorScore;
import dev.steelyard.engine.score.Participant;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.unit.CodePoints;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Points;
import dev.steelyard.output.workbook.Report;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a person was to reach in the period, and what they reached. */
final class Goals {

    private static final Points PAR = Points.of(100);

    /**
     * One target.
     *
     * @param target the indicator or the plan's name of the target
     * @param value as far as it was the person's to reach: cut by days, where it was
     * @param actual what was reached, in the target's unit; empty where no indicator measures it
     * @param attained actual ÷ target
     * @param calibrated whether the committee set it
     */
    record Goal(
            String target,
            Fraction value,
            Optional<Fraction> actual,
            Optional<Fraction> attained,
            Period period,
            boolean calibrated) {}

    private final Report report;

    private final Commissions earning;

    /** For the targets that ladders go by, which returns of earlier periods do not touch. */
    private final Commissions ladders;

    /** Indicator or target → its place in the plan. */
    private final Map<String, Integer> order = new HashMap<>();

    /** Employee id → the targets that the export or the committee names. */
    private final Map<String, List<TargetKey>> keys;

    Goals(Report report) {
        this.report = report;
        this.earning = report.result().commissions(report.result().returns());
        this.ladders = report.result().commissions(Returns.NONE);
        Stream.concat(report.plan().indicators().keySet().stream(), report.plan().targets().keySet().stream())
                .forEach(id -> order.putIfAbsent(id, order.size()));
        Registers registers = report.result().input().registers();
        this.keys = Stream.concat(
                        registers.all(TargetRow.DATASET).stream().map(TargetRow::key),
                        registers.all(CalibrationRow.DATASET).stream().map(CalibrationRow::key))
                .flatMap(Optional::stream)
                .filter(TargetKey::isPersonal)
                .distinct()
                .collect(Collectors.groupingBy(TargetKey::subject));
    }

    /** The person's targets of the period that they are scored on, in the plan's order of indicators, then others. */
    List<Goal> of(RankedScorecard card) {
        Participant person = card.participant();
        List<TargetKey> own = keys.getOrDefault(person.id(), List.of()).stream()
                .filter(key -> key.period().equals(person.scope().period()) && order.containsKey(key.indicator()))
                .sorted(Comparator.comparing(key -> order.get(key.indicator())))
                .toList();
        if (own.isEmpty()) {
            return List.of();
        }
        List<IndicatorScore> scores = card.card().indicators();
        List<Earned> earned = earning.earned(person);
        return own.stream()
                .flatMap(key -> goal(person, key, scores, earned).stream())
                .toList();
    }

    /** The person's targets of the period after, as far as they are known: nothing of them is reached yet. */
    List<Goal> next(RankedScorecard card) {
        Period next = card.participant().scope().period().next();
        return keys.getOrDefault(card.participant().id(), List.of()).stream()
                .filter(key -> key.period().equals(next))
                .flatMap(key -> report.result().input().registers().targets().find(key).stream()
                        .map(target -> new Goal(
                                key.indicator(),
                                target.value(),
                                Optional.empty(),
                                Optional.empty(),
                                next,
                                target.decision().isPresent())))
                .sorted(Comparator.comparing(Goal::target, CodePoints.ORDER))
                .toList();
    }

    private Optional<Goal> goal(Participant person, TargetKey key, List<IndicatorScore> scores, List<Earned> earned) {
        return report.result().input().registers().targets().find(key).map(target -> {
            Optional<IndicatorScore> score = scores.stream()
                    .filter(one -> one.measured().target().isPresent()
                            && one.indicator()
                                    .measure()
                                    .target()
                                    .orElse(one.id())
                                    .equals(key.indicator()))
                    .findFirst();
            Optional<Fraction> attained = score.flatMap(IndicatorScore::value);
            Optional<Fraction> sold = sold(person, key.indicator(), scores, earned);
            Fraction value = score.flatMap(one -> one.measured().target())
                    .or(() -> Optional.ofNullable(ladders.targets(person).get(key.indicator()))
                            .map(PersonalTarget::value))
                    .orElse(target.value());
            return new Goal(
                    key.indicator(),
                    value,
                    sold.or(() -> attained.map(share -> share.times(value))),
                    attained.or(() -> sold.map(amount -> amount.over(value))),
                    key.period(),
                    target.decision().isPresent());
        });
    }

    /**
     * Of a target that commission goes by: what was sold towards it. What returns take back of earlier periods is not in it
     * (rules.md 8.5); of whoever is paid later there is no ladder yet, and it is all that was sold to date.
     */
    private Optional<Fraction> sold(
            Participant person, String target, List<IndicatorScore> scores, List<Earned> earned) {
        RunResult result = report.result();
        Predicate<Commission> towards = commission -> commission.target().equals(Optional.of(target))
                && !scores.isEmpty()
                && result.input().registers().has(commission.of().dataset());
        return earned.stream()
                .filter(one -> towards.test(one.commission()))
                .findFirst()
                .map(Earned::amount)
                .or(() -> report.plan().pay().commission().stream()
                        .filter(commission -> towards.test(commission)
                                && commission
                                        .tracks()
                                        .contains(person.employee().track()))
                        .findFirst()
                        .map(commission -> result.measurements()
                                .figure(
                                        commission.of(),
                                        List.of(person.employee().index()),
                                        Window.PERIOD.days(person.scope()))));
    }

    /** The value that earns 100 points, or the most that there is; rounded to what is asked at least. */
    static Optional<BigDecimal> atPar(IndicatorScore score) {
        return score.indicator().curve().flatMap(curve -> score.value().flatMap(now -> curve.nearest(
                        now, PAR.min(curve.highest()))
                .map(value -> value.rounded(4, value.isAtLeast(now) ? RoundingMode.CEILING : RoundingMode.FLOOR))));
    }
}
