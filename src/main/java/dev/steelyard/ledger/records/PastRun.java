package dev.steelyard.ledger.records;

import dev.steelyard.engine.unit.Money;
import java.time.OffsetDateTime;

/**
 * A revision in the ledger with its figures.
 *
 * @param recordedAt the clock when it was recorded
 * @param people everybody in the run, ranked or not
 * @param rows rows read
 * @param payout what is payable, before tax
 * @param lines how many payable lines
 * @param currency blank where nothing is paid
 */
public record PastRun(
        Publication publication,
        OffsetDateTime recordedAt,
        long people,
        long rows,
        Money payout,
        long lines,
        String currency) {

    /** The same with what its close paid: less where something was held. */
    public PastRun paid(Money amount, long count) {
        return new PastRun(publication, recordedAt, people, rows, amount, count, currency);
    }
}
