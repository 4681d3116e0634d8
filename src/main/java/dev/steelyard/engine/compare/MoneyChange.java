package dev.steelyard.engine.compare;

import dev.steelyard.engine.compare.Cause.Kind;
import dev.steelyard.engine.explain.Vocabulary;
import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.engine.pay.PayoutLine.Component;
import dev.steelyard.engine.plan.Name;
import dev.steelyard.engine.plan.Pay;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why a person's payout is another, component by component, in parts that sum to the change. */
final class MoneyChange {

    private static final Fraction HALF = Fraction.ONE.over(Fraction.of(2));

    private final ComparedResults sides;
    private final RankedScorecard before;
    private final RankedScorecard after;
    private final ComparedStandings allThen;
    private final ComparedStandings allNow;
    private final List<PayoutLine> then;
    private final List<PayoutLine> now;
    private final List<MoneyPart> parts = new ArrayList<>();

    private MoneyChange(
            ComparedResults sides,
            RankedScorecard before,
            RankedScorecard after,
            ComparedStandings allThen,
            ComparedStandings allNow) {
        this.sides = sides;
        this.before = before;
        this.after = after;
        this.allThen = allThen;
        this.allNow = allNow;
        this.then = allThen.lines(before.participant().id());
        this.now = allNow.lines(after.participant().id());
    }

    /** Of somebody who is in both results. */
    static List<MoneyPart> of(
            ComparedResults sides,
            RankedScorecard before,
            RankedScorecard after,
            ComparedStandings then,
            ComparedStandings now) {
        return new MoneyChange(sides, before, after, then, now).parts();
    }

    private List<MoneyPart> parts() {
        for (Component component : Component.values()) {
            Money change = sum(now, component).minus(sum(then, component));
            if (change.signum() != 0) {
                component(component, change);
            }
        }
        return List.copyOf(parts);
    }

    private static List<PayoutLine> lines(List<PayoutLine> all, Component component) {
        return all.stream().filter(line -> line.component() == component).toList();
    }

    private static Money sum(List<PayoutLine> all, Component component) {
        return lines(all, component).stream().map(PayoutLine::amount).reduce(Money.ZERO, Money::plus);
    }

    private void component(Component component, Money change) {
        if (before.isPaid() != after.isPaid()) {
            add(status(), component, change, ComparedStandings.reasons(sides, before, after));
            return;
        }
        switch (component) {
            case COMMISSION -> commission(change);
            case GRADE_ADJUSTMENT -> gradeAdjustment(change);
            case VETO_FORFEIT -> add(
                    Cause.of(Kind.VETO, Said.of("explain.compliance.veto")),
                    component,
                    change,
                    ComparedStandings.reasons(sides, before, after));
            case EXCESS_PROFIT_SHARE -> add(
                    Cause.of(
                            Kind.POOL,
                            component.code(),
                            sides.ruleIfChanged(plan -> plan.pay().excessProfitShare(), "pay.excess_profit_share"),
                            named(component)),
                    component,
                    change,
                    List.of());
            case TEAM_POOL_CONTRIBUTION, TEAM_POOL_SHARE -> add(
                    Cause.of(
                            Kind.POOL,
                            component.code(),
                            sides.ruleIfChanged(
                                    plan -> List.of(
                                            plan.teamPool().share(),
                                            plan.teamPool().money()),
                                    "team_pool.money"),
                            named(component)),
                    component,
                    change,
                    List.of());
            case RETURN_REVERSAL -> add(
                    Cause.of(Kind.COMPONENT, component.code(), "", Said.of("compare.money.returned")),
                    component,
                    change,
                    returned());
            case RECOVERY_CARRIED -> add(
                    Cause.of(Kind.COMPONENT, component.code(), "", Said.of("compare.money.limit")),
                    component,
                    change,
                    List.of());
            case RECOVERY -> add(
                    Cause.of(Kind.COMPONENT, component.code(), "", Said.of("compare.money.balance")),
                    component,
                    change,
                    List.of());
            default -> add(
                    Cause.of(Kind.COMPONENT, component.code(), "", named(component)), component, change, List.of());
        }
    }

    /** Which returns take back what earlier periods paid, before and after. */
    private List<Said> returned() {
        Said was = allThen.returned(before.participant().id());
        Said is = allNow.returned(after.participant().id());
        return was.equals(is) ? List.of() : List.of(ShortFigures.change(was, is));
    }

    /** A component within a sentence. */
    private static Said named(Component component) {
        Name title = component.title();
        return Vocabulary.label(new Name(title.zh(), title.en().toLowerCase(Locale.ROOT)));
    }

    static Cause status() {
        return Cause.of(Kind.STATUS, Said.of("compare.money.changeStatus"));
    }

    private void add(Cause cause, Component component, Money amount, List<Said> details) {
        if (amount.signum() != 0) {
            parts.add(new MoneyPart(cause, component, amount, details));
        }
    }

    // ------------------------------------------------------------------ commission

    private void commission(Money change) {
        Money amountThen = sum(own(then), Component.COMMISSION);
        Money amountNow = sum(own(now), Component.COMMISSION);
        Money own = amountNow.minus(amountThen);
        membersPay(change.minus(own));
        ownSales(own, amountThen, amountNow);
    }

    /** What the person's own sales earn; the mean of a manager's members is of no rule of commission. */
    private static List<PayoutLine> own(List<PayoutLine> all) {
        return all.stream().filter(line -> !line.rule().isEmpty()).toList();
    }

    private void ownSales(Money change, Money amountThen, Money amountNow) {
        Fraction basisThen = basis(own(then));
        Fraction basisNow = basis(own(now));
        Cause rates = rates();
        boolean sameTerms =
                rates.rule().isEmpty() && targets(sides.before(), before).equals(targets(sides.after(), after));
        Said basis = ShortFigures.change(ShortFigures.money(basisThen), ShortFigures.money(basisNow));
        if (sameTerms) {
            add(sales(), Component.COMMISSION, change, sold(basis));
        } else if (basisThen.equals(basisNow)) {
            add(terms(rates), Component.COMMISSION, change, termDetails());
        } else {
            Fraction rateThen = rate(amountThen, basisThen)
                    .or(() -> rate(amountNow, basisNow))
                    .orElse(Fraction.ZERO);
            Fraction rateNow = rate(amountNow, basisNow)
                    .or(() -> rate(amountThen, basisThen))
                    .orElse(Fraction.ZERO);
            Money bySales = Money.rounded(rateThen.plus(rateNow).times(HALF).times(basisNow.minus(basisThen)));
            add(sales(), Component.COMMISSION, bySales, sold(basis));
            add(terms(rates), Component.COMMISSION, change.minus(bySales), termDetails());
        }
    }

    /** What was sold, and the shared lines of which the person has another part now. */
    private List<Said> sold(Said basis) {
        Map<String, Fraction> was = allThen.shares(before.participant().id());
        Map<String, Fraction> is = allNow.shares(after.participant().id());
        Set<String> lines = new TreeSet<>(was.keySet());
        lines.addAll(is.keySet());
        List<Said> details = new ArrayList<>(List.of(basis));
        lines.stream()
                .filter(line -> !Objects.equals(was.get(line), is.get(line)))
                .map(line -> Said.of(
                        "compare.money.share",
                        "line",
                        line,
                        "change",
                        ShortFigures.change(percent(was.get(line)), percent(is.get(line)))))
                .forEach(details::add);
        return details;
    }

    private static String percent(Fraction share) {
        return share == null ? "—" : ShortFigures.number(share.times(Fraction.of(100))) + "%";
    }

    private void membersPay(Money change) {
        add(
                Cause.of(
                        Kind.MEMBERS_PAY,
                        "",
                        sides.ruleIfChanged(plan -> plan.pay().managerCommission(), "pay.manager_commission"),
                        Said.of("compare.money.meanMembersCommission")),
                Component.COMMISSION,
                change,
                MembersPay.details(
                        allThen.membersPay(sides.before(), before),
                        allNow.membersPay(sides.after(), after),
                        new Membership(sides, before, after),
                        ShortFigures.change(mean(then), mean(now)),
                        change));
    }

    private static Said mean(List<PayoutLine> all) {
        return lines(all, Component.COMMISSION).stream()
                .filter(line -> line.rule().isEmpty())
                .findFirst()
                .map(line -> Said.of(
                        "compare.money.noteBasis", "note", line.note(), "basis", ShortFigures.money(line.basis())))
                .orElse(Said.of("word.none"));
    }

    private static Optional<Fraction> rate(Money amount, Fraction basis) {
        return basis.signum() == 0
                ? Optional.empty()
                : Optional.of(amount.exact().over(basis));
    }

    private static Fraction basis(List<PayoutLine> all) {
        return lines(all, Component.COMMISSION).stream().map(PayoutLine::basis).reduce(Fraction.ZERO, Fraction::plus);
    }

    private static Cause sales() {
        return Cause.of(Kind.SALES, Said.of("compare.money.amountSold"));
    }

    /** Which rule of commission changed for the person's track; a cause without a rule where none did. */
    private Cause rates() {
        return Cause.of(
                Kind.RATES,
                "",
                sides.ruleIfChanged(this::commissions, "pay.commission"),
                Said.of("compare.money.commissionRates"));
    }

    /** Of the person's track, and of another on which they were for a part of the period. */
    private List<Pay.Commission> commissions(Plan plan) {
        return plan.pay().commission().stream()
                .filter(rule ->
                        rule.tracks().contains(after.participant().employee().track())
                                || Stream.concat(then.stream(), now.stream())
                                        .anyMatch(line -> line.rule().equals(rule.id())))
                .toList();
    }

    private Cause terms(Cause rates) {
        return rates.isRule()
                ? rates
                : Cause.of(Kind.TARGET, Component.COMMISSION.code(), "", Said.of("compare.money.targetCommission"));
    }

    /** A target as it is compared: what of it was the person's, which decision set it and how it was cut, not where its row stands. */
    private record Aim(Fraction value, Optional<String> decision, Said cut) {}

    /** The person's targets that commission is tiered by. */
    private static List<Aim> targets(RunResult result, RankedScorecard card) {
        return result.ladders(card.participant()).values().stream()
                .map(target -> new Aim(target.value(), target.target().decision(), target.note()))
                .toList();
    }

    private List<Said> termDetails() {
        Said rates = ShortFigures.change(tiers(then), tiers(now));
        Said targets =
                ShortFigures.change(shown(targets(sides.before(), before)), shown(targets(sides.after(), after)));
        List<Said> details = new ArrayList<>();
        details.add(Said.of("compare.money.tier", "rates", rates));
        if (!targets(sides.before(), before).equals(targets(sides.after(), after))) {
            details.add(Said.of("compare.money.target", "targets", targets));
            targets(sides.after(), after).stream()
                    .map(Aim::cut)
                    .filter(cut -> !cut.isBlank())
                    .forEach(details::add);
        }
        return details;
    }

    private static String tiers(List<PayoutLine> all) {
        String tiers = lines(all, Component.COMMISSION).stream()
                .map(line -> ShortFigures.money(line.basis()) + "×"
                        + line.rate()
                                .map(rate -> ShortFigures.number(rate.times(Fraction.of(100))) + "%")
                                .orElse(""))
                .collect(Collectors.joining("+"));
        return tiers.isEmpty() ? "0" : tiers;
    }

    private static String shown(List<Aim> targets) {
        String shown = targets.stream()
                .map(one -> ShortFigures.number(one.value())
                        + one.decision().map(id -> " (" + id + ")").orElse(""))
                .collect(Collectors.joining("+"));
        return shown.isEmpty() ? "—" : shown;
    }

    // ------------------------------------------------------------------ grade

    /** Commission × (factor − 1): another commission, another grade, another factor. */
    private void gradeAdjustment(Money change) {
        Fraction earnedThen = earned(then);
        Fraction earnedNow = earned(now);
        Optional<String> gradeThen = before.grade();
        Optional<String> gradeNow = after.grade();
        Optional<Fraction> was = factor(sides.planBefore(), gradeThen);
        Optional<Fraction> wasNow = factor(sides.planBefore(), gradeNow);
        Optional<Fraction> isThen = factor(sides.planAfter(), gradeThen);
        Optional<Fraction> is = factor(sides.planAfter(), gradeNow);
        Money left = change;
        if (was.isPresent() && is.isPresent()) {
            Fraction middleFactor = was.get().plus(is.get()).times(HALF).minus(Fraction.ONE);
            Fraction middleEarned = earnedThen.plus(earnedNow).times(HALF);
            Money byEarned = Money.rounded(middleFactor.times(earnedNow.minus(earnedThen)));
            add(
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
                    add(factorRule(), Component.GRADE_ADJUSTMENT, factors, List.of(factors(was, is)));
                    left = left.minus(factors);
                }
            }
        }
        if (gradeThen.equals(gradeNow)) {
            add(Cause.SCORE_ROUNDING, Component.GRADE_ADJUSTMENT, left, List.of());
        } else {
            add(grade(), Component.GRADE_ADJUSTMENT, left, List.of(gradeDetail(), factors(was, is)));
        }
    }

    private static Fraction earned(List<PayoutLine> all) {
        return sum(all, Component.COMMISSION).exact().max(Fraction.ZERO);
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
        boolean byRule = !sides.agree(Plan::grades)
                && after.pooled()
                        .score()
                        .map(score -> sides.planBefore().gradeOf(score).grade())
                        .equals(before.grade());
        return Cause.of(Kind.GRADE, "", byRule ? "grades" : "", Said.of("compare.money.changeGrade"));
    }

    private Said gradeDetail() {
        return ShortFigures.change(before.grade().orElse("—"), after.grade().orElse("—"));
    }
}
