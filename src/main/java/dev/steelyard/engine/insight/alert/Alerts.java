package dev.steelyard.engine.insight.alert;

import dev.steelyard.engine.plan.Insight;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.plan.Rules;
import dev.steelyard.engine.register.EarlierScorecard;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.score.ComplianceRecord;
import dev.steelyard.engine.score.IndicatorScore;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.score.Remark;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Points;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the alerts 预警 of a run, each by a rule of the plan. */
public final class Alerts {

    private final Plan plan;
    private final FieldWork field;
    private final Map<String, List<Suspension>> suspensions;
    private final Map<String, List<Breach>> breaches;
    private final Map<String, EarlierScorecard> before = new HashMap<>();

    /** @param before the scorecards of the period before; none where nothing was published of it */
    public Alerts(
            Plan plan,
            FieldWork field,
            List<Suspension> suspensions,
            List<Breach> breaches,
            List<EarlierScorecard> before) {
        this.plan = plan;
        this.field = field;
        this.suspensions = suspensions.stream()
                .collect(Collectors.groupingBy(one -> one.employee().id()));
        this.breaches = breaches.stream()
                .collect(Collectors.groupingBy(one -> one.employee().id()));
        before.forEach(card -> this.before.put(card.employeeId(), card));
    }

    /** The alerts of some people, the gravest kind first, then in the order of the people. */
    public List<Alert> of(List<RankedScorecard> cards) {
        List<Alert> alerts = new ArrayList<>();
        for (RankedScorecard card : cards) {
            Employee person = card.participant().employee();
            card.card().compliance().vetoes().forEach(event -> alerts.add(new Alert.Vetoed(person, event)));
            deductions(card).ifPresent(alerts::add);
            card.card().holds().forEach(hold -> alerts.add(new Alert.Missing(person, hold)));
            card.card().indicators().forEach(indicator -> indicator.remarks().stream()
                    .filter(remark -> remark.kind() == Remark.Kind.POINTS_CAP)
                    .forEach(remark -> pointsCapped(card, indicator, remark).ifPresent(alerts::add)));
            falling(card).ifPresent(alerts::add);
            addUnscored(person, alerts);
        }
        return sorted(alerts);
    }

    /** Those that rest on no score. */
    public List<Alert> unscored(List<Employee> people) {
        List<Alert> alerts = new ArrayList<>();
        people.forEach(person -> addUnscored(person, alerts));
        return sorted(alerts);
    }

    private static List<Alert> sorted(List<Alert> alerts) {
        alerts.sort(Comparator.comparing(Alert::kind));
        return List.copyOf(alerts);
    }

    private void addUnscored(Employee person, List<Alert> to) {
        Optional.ofNullable(breaches.get(person.id())).ifPresent(own -> to.add(new Alert.Breached(person, own)));
        lowPotential(person).ifPresent(to::add);
        suspensions.getOrDefault(person.id(), List.of()).forEach(one -> to.add(new Alert.Suspended(person, one)));
    }

    private Optional<Alert> pointsCapped(RankedScorecard card, IndicatorScore indicator, Remark remark) {
        return plan.rules().pointsCaps().stream()
                .filter(cap -> cap.id().equals(remark.details().get(0)))
                .findFirst()
                .map(cap -> new Alert.PointsCapped(
                        card.participant().employee(),
                        indicator,
                        remark,
                        cap,
                        Stream.concat(cap.when().stream(), cap.any().stream())
                                .map(Rules.Limit::indicator)
                                .distinct()
                                .flatMap(id -> card.card().indicators().stream()
                                        .filter(score -> score.id().equals(id)))
                                .toList()));
    }

    private Optional<Alert> lowPotential(Employee person) {
        FieldWork.Visits visits = field.visits(person);
        return plan.insight()
                .flatMap(Insight::lowPotential)
                .filter(rule -> visits.all() >= rule.visits()
                        && !Fraction.of(visits.low()).isBelow(rule.share().times(Fraction.of(visits.all()))))
                .map(rule -> new Alert.LowPotential(person, visits, field.toSee(person), field.talkTracks(person)));
    }

    private Optional<Alert> falling(RankedScorecard card) {
        return plan.insight().flatMap(Insight::falling).flatMap(rule -> {
            String dimension = rule.dimension();
            Optional<Points> now =
                    Optional.ofNullable(card.card().dimensions().get(dimension)).flatMap(score -> score.points());
            Optional<Points> earlier = Optional.ofNullable(
                            before.get(card.participant().id()))
                    .flatMap(one -> Optional.ofNullable(one.dimensions().get(dimension)));
            return now.isPresent()
                            && earlier.isPresent()
                            && earlier.get().minus(now.get()).isAtLeast(rule.points())
                    ? Optional.of(new Alert.Falling(card.participant().employee(), dimension, earlier.get(), now.get()))
                    : Optional.empty();
        });
    }

    /** A further event would cap the grade, or lower the cap; else the cap that holds. */
    private Optional<Alert> deductions(RankedScorecard card) {
        ComplianceRecord record = card.card().compliance();
        if (record.deducted().hundredths() <= 0 || record.isVetoed()) {
            return Optional.empty();
        }
        Employee person = card.participant().employee();
        Rules.Compliance rule = plan.rules().compliance();
        Optional<Map.Entry<String, Points>> lightest = rule.deductions().entrySet().stream()
                .filter(deduction -> deduction.getValue().hundredths() > 0)
                .min(Map.Entry.comparingByValue());
        Optional<Alert> near = lightest.flatMap(deduction -> rule.caps().stream()
                .filter(cap -> !record.deducted().isAtLeast(cap.deductions())
                        && record.deducted().plus(deduction.getValue()).isAtLeast(cap.deductions()))
                .max(Comparator.comparing(Rules.GradeCap::deductions))
                .map(cap -> new Alert.NearCap(person, record.deducted(), deduction.getKey(), cap.grade())));
        return near.or(() -> record.gradeCap().map(grade -> new Alert.GradeCapped(person, record.deducted(), grade)));
    }
}
