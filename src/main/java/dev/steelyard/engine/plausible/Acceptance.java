package dev.steelyard.engine.plausible;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.said.Said;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Somebody says by name that an implausible finding is right. It holds for code, dataset and month in every job and revision
 * until its figure moves by more than a tenth.
 *
 * @param wish what was asked for
 * @param dataset what the finding is about
 * @param place the column, person or team, where the finding is about one
 * @param figure as it was when it was accepted
 * @param employeeId whom the roster knows under the name; blank where it knows nobody, or several (ruling 135)
 */
public record Acceptance(
        Wish wish, String dataset, Period month, String place, BigDecimal figure, String employeeId, LocalDate asOf) {

    /**
     * What a person asks for before the figure is known.
     *
     * @param code the rule
     * @param dataset blank where any is meant
     * @param by a roster id or a name, as it was typed
     * @param account the account of the machine that was used
     */
    public record Wish(String code, String dataset, String reason, String by, String account) {
        /** {@code STALE:orders}, as it was asked for. */
        public String name() {
            return dataset.isEmpty() ? code : code + ":" + dataset;
        }

        boolean means(Finding finding) {
            return finding.rule().equals(code)
                    && (dataset.isEmpty() || finding.dataset().equals(dataset));
        }
    }

    /** {@code STALE:orders}. */
    public String name() {
        return dataset.isEmpty() ? wish.code() : wish.code() + ":" + dataset;
    }

    /** What first pages and whoever signs are told. */
    public Said said() {
        return Said.of("accepted.line")
                .with("name", place.isEmpty() ? name() : name() + " " + place)
                .with("month", month)
                .with("why", wish.reason())
                .with("by", wish.by())
                .with("known", employeeId.isEmpty() ? "no" : "yes")
                .with("account", wish.account());
    }

    /** Whether it still holds for the finding. */
    boolean covers(Finding finding) {
        return finding.rule().equals(wish.code())
                && finding.dataset().equals(dataset)
                && finding.period().equals(month)
                && finding.place().equals(place)
                && finding.figure()
                                .subtract(figure)
                                .abs()
                                .multiply(BigDecimal.TEN)
                                .compareTo(figure.abs())
                        <= 0;
    }
}
