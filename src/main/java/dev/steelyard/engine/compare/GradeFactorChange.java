package dev.steelyard.engine.compare;

import dev.steelyard.engine.compare.Cause.Kind;
import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.engine.pay.PayoutLine.Component;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Money;
import java.util.List;
import java.util.Optional;

/** Why what a grade adds to commission is another. */
record GradeFactorChange(ComparedPay pay, MoneyParts parts) {

    private static final Fraction HALF = Fraction.ONE.over(Fraction.of(2));

    /** Commission × (factor − 1): another commission, another grade, another factor. */
    void explain(Money change) {
        Fraction earnedThen = earned(pay.then());
        Fraction earnedNow = earned(pay.now());
        Optional<String> gradeThen = pay.before().grade();
        Optional<String> gradeNow = pay.after().grade();
        Optional<Fraction> was = factor(pay.sides().planBefore(), gradeThen);
        Optional<Fraction> wasNow = factor(pay.sides().planBefore(), gradeNow);
        Optional<Fraction> isThen = factor(pay.sides().planAfter(), gradeThen);
        Optional<Fraction> is = factor(pay.sides().planAfter(), gradeNow);
        Money left = change;
        if (was.isPresent() && is.isPresent()) {
            Fraction middleFactor = was.get().plus(is.get()).times(HALF).minus(Fraction.ONE);
            Fraction middleEarned = earnedThen.plus(earnedNow).times(HALF);
            Money byEarned = Money.rounded(middleFactor.times(earnedNow.minus(earnedThen)));
            parts.add(
                    Cause.of(Kind.COMMISSION, Said.of("compare.money.gradeFactorAnotherCommission")),
                    Component.GRADE_ADJUSTMENT,
                    byEarned,
                    List.of(ShortFigures.change(ShortFigures.money(earnedThen), ShortFigures.money(earnedNow))));
            left = left.minus(byEarned);
            if (wasNow.isPresent() && isThen.isPresent()) {
                Fraction byFactor = isThen.get()
                        .minus(was.get())
                        .plus(is.get().minus(wasNow.get()))
                        .times(HALF);
                Money factors = gradeThen.equals(gradeNow) ? left : Money.rounded(byFactor.times(middleEarned));
                if (byFactor.signum() != 0) {
                    parts.add(factorRule(), Component.GRADE_ADJUSTMENT, factors, List.of(factors(was, is)));
                    left = left.minus(factors);
                }
            }
        }
        if (gradeThen.equals(gradeNow)) {
            parts.add(Cause.SCORE_ROUNDING, Component.GRADE_ADJUSTMENT, left, List.of());
        } else {
            parts.add(grade(), Component.GRADE_ADJUSTMENT, left, List.of(gradeDetail(), factors(was, is)));
        }
    }

    private static Fraction earned(List<PayoutLine> all) {
        return ComparedPay.sum(all, Component.COMMISSION).exact().max(Fraction.ZERO);
    }

    private static Optional<Fraction> factor(Plan plan, Optional<String> grade) {
        return grade.map(plan.pay().gradeFactors()::get);
    }

    private static Said factors(Optional<Fraction> was, Optional<Fraction> is) {
        Said change = ShortFigures.change(
                was.map(ShortFigures::number).orElse("—"),
                is.map(ShortFigures::number).orElse("—"));
        return Said.of("compare.money.factor", "change", change);
    }

    private Cause factorRule() {
        return Cause.of(Kind.GRADE_FACTOR, "", "pay.grade_factors", Said.of("compare.money.gradeFactors"));
    }

    /** A grade moves with the score, or because the plan draws the line elsewhere. */
    private Cause grade() {
        boolean byRule = !pay.sides().agree(Plan::grades)
                && pay.after()
                        .pooled()
                        .score()
                        .map(score -> pay.sides().planBefore().gradeOf(score).grade())
                        .equals(pay.before().grade());
        return Cause.of(Kind.GRADE, "", byRule ? "grades" : "", Said.of("compare.money.changeGrade"));
    }

    private Said gradeDetail() {
        return ShortFigures.change(
                pay.before().grade().orElse("—"), pay.after().grade().orElse("—"));
    }
}
