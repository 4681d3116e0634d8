package dev.steelyard.engine.compare;

import dev.steelyard.engine.compare.Cause.Kind;
import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.engine.pay.PayoutLine.Component;
import dev.steelyard.engine.plan.Pay;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why a person's commission is another: what was sold, at which rates, towards which target, and what members earn. */
record CommissionChange(ComparedPay pay, MoneyParts parts) {

    private static final Fraction HALF = Fraction.ONE.over(Fraction.of(2));

    /** Adds the parts that the change of commission consists of. */
    void explain(Money change) {
        Money amountThen = ComparedPay.sum(own(pay.then()), Component.COMMISSION);
        Money amountNow = ComparedPay.sum(own(pay.now()), Component.COMMISSION);
        Money own = amountNow.minus(amountThen);
        membersPay(change.minus(own));
        ownSales(own, amountThen, amountNow);
    }

    /** What the person's own sales earn; the mean of a manager's members is of no rule of commission. */
    private static List<PayoutLine> own(List<PayoutLine> all) {
        return all.stream().filter(line -> !line.rule().isEmpty()).toList();
    }

    private void ownSales(Money change, Money amountThen, Money amountNow) {
        Fraction basisThen = basis(own(pay.then()));
        Fraction basisNow = basis(own(pay.now()));
        Cause rates = rates();
        boolean sameTerms = rates.rule().isEmpty()
                && targets(pay.sides().before(), pay.before())
                        .equals(targets(pay.sides().after(), pay.after()));
        Said basis = ShortFigures.change(ShortFigures.money(basisThen), ShortFigures.money(basisNow));
        if (sameTerms) {
            parts.add(sales(), Component.COMMISSION, change, sold(basis));
        } else if (basisThen.equals(basisNow)) {
            parts.add(terms(rates), Component.COMMISSION, change, termDetails());
        } else {
            Fraction rateThen = rate(amountThen, basisThen)
                    .or(() -> rate(amountNow, basisNow))
                    .orElse(Fraction.ZERO);
            Fraction rateNow = rate(amountNow, basisNow)
                    .or(() -> rate(amountThen, basisThen))
                    .orElse(Fraction.ZERO);
            Money bySales = Money.rounded(rateThen.plus(rateNow).times(HALF).times(basisNow.minus(basisThen)));
            parts.add(sales(), Component.COMMISSION, bySales, sold(basis));
            parts.add(terms(rates), Component.COMMISSION, change.minus(bySales), termDetails());
        }
    }

    /** What was sold, and the shared lines of which the person has another part pay.now(). */
    private List<Said> sold(Said basis) {
        Map<String, Fraction> was =
                pay.allThen().shares(pay.before().participant().id());
        Map<String, Fraction> is = pay.allNow().shares(pay.after().participant().id());
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
        parts.add(
                Cause.of(
                        Kind.MEMBERS_PAY,
                        "",
                        pay.sides().ruleIfChanged(plan -> plan.pay().managerCommission(), "pay.manager_commission"),
                        Said.of("compare.money.meanMembersCommission")),
                Component.COMMISSION,
                change,
                MembersPay.details(
                        pay.allThen().membersPay(pay.sides().before(), pay.before()),
                        pay.allNow().membersPay(pay.sides().after(), pay.after()),
                        new Membership(pay.sides(), pay.before(), pay.after()),
                        ShortFigures.change(mean(pay.then()), mean(pay.now())),
                        change));
    }

    private static Said mean(List<PayoutLine> all) {
        return ComparedPay.lines(all, Component.COMMISSION).stream()
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
        return ComparedPay.lines(all, Component.COMMISSION).stream()
                .map(PayoutLine::basis)
                .reduce(Fraction.ZERO, Fraction::plus);
    }

    private static Cause sales() {
        return Cause.of(Kind.SALES, Said.of("compare.money.amountSold"));
    }

    /** Which rule of commission changed for the person's track; a cause without a rule where none did. */
    private Cause rates() {
        return Cause.of(
                Kind.RATES,
                "",
                pay.sides().ruleIfChanged(this::commissions, "pay.commission"),
                Said.of("compare.money.commissionRates"));
    }

    /** Of the person's track, and of another on which they were for a part of the period. */
    private List<Pay.Commission> commissions(Plan plan) {
        return plan.pay().commission().stream()
                .filter(rule -> rule.tracks()
                                .contains(pay.after().participant().employee().track())
                        || Stream.concat(pay.then().stream(), pay.now().stream())
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
        Said rates = ShortFigures.change(tiers(pay.then()), tiers(pay.now()));
        Said targets = ShortFigures.change(
                shown(targets(pay.sides().before(), pay.before())),
                shown(targets(pay.sides().after(), pay.after())));
        List<Said> details = new ArrayList<>();
        details.add(Said.of("compare.money.tier", "rates", rates));
        if (!targets(pay.sides().before(), pay.before())
                .equals(targets(pay.sides().after(), pay.after()))) {
            details.add(Said.of("compare.money.target", "targets", targets));
            targets(pay.sides().after(), pay.after()).stream()
                    .map(Aim::cut)
                    .filter(cut -> !cut.isBlank())
                    .forEach(details::add);
        }
        return details;
    }

    private static String tiers(List<PayoutLine> all) {
        String tiers = ComparedPay.lines(all, Component.COMMISSION).stream()
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
}
