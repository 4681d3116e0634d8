package dev.steelyard.input.planfile.check;

import dev.steelyard.engine.plan.Curve;
import dev.steelyard.engine.plan.Pay;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.plan.Rules;
import dev.steelyard.engine.plan.TeamPool;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Points;
import dev.steelyard.input.planfile.mistake.PlanError;
import dev.steelyard.input.planfile.yaml.Binder;
import dev.steelyard.input.planfile.yaml.Bound;
import dev.steelyard.input.planfile.yaml.YamlTree;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;

/** Grades, steps and dates must stand in order; shares lie between nothing and all. */
record OrderChecks(Binder binder, KnownNames lookup) {

    void run() {
        grades();
        binder.all(Plan.Effective.class).forEach(this::effective);
        currency();
        for (Bound<Rules.Milestone> milestone : binder.all(Rules.Milestone.class)) {
            List<Fraction> counts = milestone.value().steps().stream()
                    .map(step -> Fraction.of(step.count()))
                    .toList();
            rising(counts, milestone, "steps");
        }
        for (Bound<Rules.Compliance> compliance : binder.all(Rules.Compliance.class)) {
            List<Fraction> deductions = compliance.value().caps().stream()
                    .map(cap -> cap.deductions().exact())
                    .toList();
            rising(deductions, compliance, "caps");
        }
        for (Bound<TeamPool> pool : binder.all(TeamPool.class)) {
            share(pool.value().share(), pool.at("share"));
            if (pool.value().least().isAtLeast(pool.value().most())) {
                stepsOrder(pool.value().most().exact(), pool.value().least().exact(), pool.at("most"));
            }
        }
        for (Bound<TeamPool.Money> money : binder.all(TeamPool.Money.class)) {
            money.value().factor().ifPresent(curve -> factor(curve, money.at("factor")));
        }
        for (Bound<Pay.ComplianceBonus> bonus : binder.all(Pay.ComplianceBonus.class)) {
            factor(bonus.value().curve(), bonus.at("curve"));
        }
        for (Bound<Pay.ExcessProfitShare> excess : binder.all(Pay.ExcessProfitShare.class)) {
            share(excess.value().share(), excess.at("share"));
        }
    }

    private void grades() {
        Set<String> seen = new HashSet<>();
        Optional<Points> before = Optional.empty();
        List<Bound<Plan.Grade>> grades = binder.all(Plan.Grade.class);
        for (Bound<Plan.Grade> grade : grades) {
            Plan.Grade value = grade.value();
            if (!seen.add(value.grade())) {
                binder.add(
                        binder.mistake(PlanError.GRADE_TWICE, grade.at("grade")).with("grade", value.grade()));
            }
            if (before.filter(limit -> value.from().isAtLeast(limit)).isPresent()) {
                binder.add(binder.mistake(PlanError.GRADES_ORDER, grade.at("from"))
                        .with("grade", value.grade())
                        .with("value", value.from())
                        .with("before", before.get()));
            }
            before = Optional.of(value.from());
        }
        boolean complete = grades.size() == lookup.grades().size();
        if (complete && before.filter(last -> !last.equals(Points.ZERO)).isPresent()) {
            binder.add(binder.mistake(
                            PlanError.GRADES_END, grades.get(grades.size() - 1).at("from"))
                    .with("value", before.get()));
        }
    }

    private void effective(Bound<Plan.Effective> effective) {
        effective
                .value()
                .to()
                .filter(to -> to.isBefore(effective.value().from()))
                .ifPresent(to -> binder.add(binder.mistake(PlanError.DATES_ORDER, effective.at("to"))
                        .with("from", effective.value().from())
                        .with("to", to)));
    }

    private void currency() {
        Node node = lookup.at("currency");
        YamlTree.text(node)
                .filter(code -> Currency.getAvailableCurrencies().stream()
                        .noneMatch(currency -> currency.getCurrencyCode().equals(code)))
                .ifPresent(code -> binder.add(
                        binder.mistake(PlanError.NOT_A_CURRENCY, node).with("value", code)));
    }

    private void rising(List<Fraction> values, Bound<?> owner, String key) {
        for (int i = 1; i < values.size(); i++) {
            if (values.get(i - 1).isAtLeast(values.get(i))) {
                stepsOrder(values.get(i), values.get(i - 1), owner.at(key, i));
            }
        }
    }

    private void stepsOrder(Fraction value, Fraction before, Node node) {
        binder.add(binder.mistake(PlanError.STEPS_ORDER, node)
                .with("value", value.plain())
                .with("before", before.plain()));
    }

    /** Money is multiplied by a figure of its own, never by the score itself, and never becomes a debt. */
    private void factor(Curve curve, Node node) {
        if (curve instanceof Curve.AsPoints) {
            binder.add(binder.mistake(PlanError.KEY_MISSING, node).with("key", "linear / step"));
        }
        List<Curve.Point> points = curve instanceof Curve.Linear linear
                ? linear.points()
                : curve instanceof Curve.Step step ? step.points() : List.of();
        points.stream()
                .map(Curve.Point::points)
                .filter(factor -> factor.signum() < 0)
                .findFirst()
                .ifPresent(factor -> binder.add(binder.mistake(PlanError.OUT_OF_RANGE, node)
                        .with("value", factor.plain())
                        .with("range", "≥ 0")));
    }

    private void share(Fraction share, Node node) {
        if (share.signum() < 0 || Fraction.ONE.isBelow(share)) {
            binder.add(binder.mistake(PlanError.OUT_OF_RANGE, node)
                    .with("value", share.plain())
                    .with("range", "0%…100%"));
        }
    }
}
