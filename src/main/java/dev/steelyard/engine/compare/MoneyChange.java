package dev.steelyard.engine.compare;

import dev.steelyard.engine.compare.Cause.Kind;
import dev.steelyard.engine.pay.PayoutLine.Component;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.unit.Money;
import java.util.List;

/** Why a person's payout is another, component by component, in parts that sum to the change. */
record MoneyChange(ComparedPay pay, MoneyParts parts) {

    /** Of somebody who is in both results. */
    static List<MoneyPart> of(ComparedPay pay) {
        MoneyChange change = new MoneyChange(pay, new MoneyParts());
        for (Component component : Component.values()) {
            Money moved = ComparedPay.sum(pay.now(), component).minus(ComparedPay.sum(pay.then(), component));
            if (moved.signum() != 0) {
                change.component(component, moved);
            }
        }
        return change.parts().all();
    }

    private void component(Component component, Money change) {
        if (pay.before().isPaid() != pay.after().isPaid()) {
            parts.add(status(), component, change, ComparedStandings.reasons(pay.sides(), pay.before(), pay.after()));
            return;
        }
        switch (component) {
            case COMMISSION -> new CommissionChange(pay, parts).explain(change);
            case GRADE_ADJUSTMENT -> new GradeFactorChange(pay, parts).explain(change);
            case VETO_FORFEIT -> parts.add(
                    Cause.of(Kind.VETO, Said.of("explain.compliance.veto")),
                    component,
                    change,
                    ComparedStandings.reasons(pay.sides(), pay.before(), pay.after()));
            case EXCESS_PROFIT_SHARE -> parts.add(
                    Cause.of(
                            Kind.POOL,
                            component.code(),
                            pay.sides()
                                    .ruleIfChanged(plan -> plan.pay().excessProfitShare(), "pay.excess_profit_share"),
                            named(component)),
                    component,
                    change,
                    List.of());
            case TEAM_POOL_CONTRIBUTION, TEAM_POOL_SHARE -> parts.add(
                    Cause.of(
                            Kind.POOL,
                            component.code(),
                            pay.sides()
                                    .ruleIfChanged(
                                            plan -> List.of(
                                                    plan.teamPool().share(),
                                                    plan.teamPool().money()),
                                            "team_pool.money"),
                            named(component)),
                    component,
                    change,
                    List.of());
            case RETURN_REVERSAL -> parts.add(
                    Cause.of(Kind.COMPONENT, component.code(), "", Said.of("compare.money.returned")),
                    component,
                    change,
                    returned());
            case RECOVERY_CARRIED -> parts.add(
                    Cause.of(Kind.COMPONENT, component.code(), "", Said.of("compare.money.limit")),
                    component,
                    change,
                    List.of());
            case RECOVERY -> parts.add(
                    Cause.of(Kind.COMPONENT, component.code(), "", Said.of("compare.money.balance")),
                    component,
                    change,
                    List.of());
            default -> parts.add(
                    Cause.of(Kind.COMPONENT, component.code(), "", named(component)), component, change, List.of());
        }
    }

    /** Which returns take back what earlier periods paid, pay.before() and pay.after(). */
    private List<Said> returned() {
        Said was = pay.allThen().returned(pay.before().participant().id());
        Said is = pay.allNow().returned(pay.after().participant().id());
        return was.equals(is) ? List.of() : List.of(ShortFigures.change(was, is));
    }

    /** A component within a sentence. */
    private static Said named(Component component) {
        return Said.of("component.inside", component);
    }

    static Cause status() {
        return Cause.of(Kind.STATUS, Said.of("compare.money.changeStatus"));
    }
}
