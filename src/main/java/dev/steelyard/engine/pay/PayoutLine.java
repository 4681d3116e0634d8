package dev.steelyard.engine.pay;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.plan.Pay.Commission;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One line of a payout. What was paid never changes: a correction is a further line.
 *
 * @param number the line's number within person and component, from 1
 * @param sourcePeriod the period that the line is earned in
 * @param basis what the rate is applied to, exact
 * @param rate the rate, as exact as it is printed; empty for a share of a pool
 * @param amount basis × rate, rounded half-up to 0.01; before tax
 * @param note the line in words; machine files print the English, the ledger keeps both
 * @param corrects what a true-up makes good; empty for every other component
 * @param heldBy ids of the alleged events for which the line is on hold
 * @param rule of a commission, and of what takes it back: {@link dev.steelyard.engine.plan.Pay.Commission#id}; else blank
 */
public record PayoutLine(
        Employee employee,
        Component component,
        int number,
        Period period,
        Period sourcePeriod,
        Fraction basis,
        Optional<Fraction> rate,
        Money amount,
        Status status,
        Said note,
        Optional<Correction> corrects,
        List<String> heldBy,
        String rule) {

    private static final int RATE_DECIMALS = 20;

    public PayoutLine {
        heldBy = List.copyOf(heldBy);
    }

    /**
     * Which line it is of all that a run pays.
     *
     * @param number the line's number within person and component, from 1
     */
    public record Key(Employee employee, Component component, int number, Period period) {}

    /**
     * What a true-up makes good.
     *
     * @param component of the source period
     * @param revision of the source period, whose sum is now paid
     */
    public record Correction(Component component, int revision) {}

    /** What is paid, in the order of a statement. */
    public enum Component {
        COMMISSION,
        GRADE_ADJUSTMENT,
        VETO_FORFEIT,
        TEAM_POOL_CONTRIBUTION,
        TEAM_POOL_SHARE,
        EXCESS_PROFIT_SHARE,
        COMPLIANCE_BONUS,
        NO_VIOLATION_BONUS,
        RETURN_REVERSAL,
        ADJUSTMENT,
        TRUE_UP,
        RECOVERY_CARRIED,
        RECOVERY;

        /** As machine files write it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** What people call it. */
        public Said title() {
            return Said.of("component", this);
        }

        /** The component that machine files write so. */
        public static Component of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** What becomes of the line. */
    public enum Status {
        PAY,
        ON_HOLD,
        CARRIED;

        /** As machine files write it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static PayoutLine pay(Key key, Fraction basis, Fraction rate, Said note) {
        return of(key, basis, Optional.of(rate), Money.rounded(basis.times(rate)), note);
    }

    private static PayoutLine of(Key key, Fraction basis, Optional<Fraction> rate, Money amount, Said note) {
        return new PayoutLine(
                key.employee(),
                key.component(),
                key.number(),
                key.period(),
                key.period(),
                basis,
                rate,
                amount,
                Status.PAY,
                note,
                Optional.empty(),
                List.of(),
                "");
    }

    /**
     * By a rate that may have no exact decimal, such as 123/248: it is then printed with {@value #RATE_DECIMALS} decimals, and
     * basis × printed rate still rounds to the amount.
     */
    static PayoutLine byQuotient(Key key, Fraction basis, Fraction rate, Said note) {
        return pay(key, basis, printable(basis, rate), note);
    }

    private static Fraction printable(Fraction basis, Fraction rate) {
        if (rate.isDecimal()) {
            return rate;
        }
        Fraction nearest = Fraction.of(rate.rounded(RATE_DECIMALS));
        boolean same = Money.rounded(basis.times(nearest)).equals(Money.rounded(basis.times(rate)));
        // Half a cent to the digit, and the decimal lies just below it.
        return same ? nearest : nearest.plus(Fraction.of(BigDecimal.ONE.movePointLeft(RATE_DECIMALS)));
    }

    /** A part of a pool: the pool is the basis, and there is no rate. */
    static PayoutLine share(Key key, Money pool, Money amount, Said note) {
        return of(key, pool.exact(), Optional.empty(), amount, note);
    }

    /** The same line as one of a commission rule. */
    PayoutLine by(Commission commission) {
        return with(sourcePeriod, status, note, heldBy, commission.id());
    }

    /** The same line of what another period earned. */
    PayoutLine of(Period source) {
        return with(source, status, note, heldBy, rule);
    }

    /** The same line with another fate. */
    public PayoutLine with(Status changed, List<String> events) {
        return with(sourcePeriod, changed, note, events, rule);
    }

    /** The same line in other words. */
    public PayoutLine saying(Said changed) {
        return with(sourcePeriod, status, changed, heldBy, rule);
    }

    private PayoutLine with(Period source, Status fate, Said words, List<String> events, String of) {
        return new PayoutLine(
                employee, component, number, period, source, basis, rate, amount, fate, words, corrects, events, of);
    }

    /** A true-up: the difference is the basis, the rate 1. */
    public static PayoutLine trueUp(Key key, Period sourcePeriod, Correction corrects, Money difference, Said note) {
        return new PayoutLine(
                key.employee(),
                key.component(),
                key.number(),
                key.period(),
                sourcePeriod,
                difference.exact(),
                Optional.of(Fraction.ONE),
                difference,
                Status.PAY,
                note,
                Optional.of(corrects),
                List.of(),
                "");
    }

    /** Whether a veto takes the line with it: what people decided on, and what is taken back, stands (rulings 112, 140). */
    public static boolean isForfeited(Component component) {
        return component != Component.ADJUSTMENT && component != Component.RETURN_REVERSAL && !isOfBalance(component);
    }

    /** Whether the line moves a person's balance: it is settled by the close and corrected by nothing but the balance itself. */
    public static boolean isOfBalance(Component component) {
        return component == Component.RECOVERY_CARRIED || component == Component.RECOVERY;
    }

    /** How pay is taxed: the year's two bonuses, which one run pays, as {@code annual_bonus}, all else as {@code wages} (ruling 118). */
    public String taxKind() {
        return component == Component.COMPLIANCE_BONUS || component == Component.NO_VIOLATION_BONUS
                ? "annual_bonus"
                : "wages";
    }

    /** The line's id: the same for the same run, whatever else is in it. */
    public String id(String job, int revision) {
        return job + "-" + period + "-r" + revision + "-" + employee.id() + "-" + component.code() + "-" + number;
    }
}
