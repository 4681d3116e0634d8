package dev.steelyard.app.cli;

import dev.steelyard.app.batch.RunDesk;
import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.engine.run.InputFile;
import dev.steelyard.engine.run.InputFile.Counts;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.engine.score.RankedScorecard.Status;
import dev.steelyard.output.publish.Manifest;
import java.io.IOException;
import java.util.Map;

/**
 * A run in numbers.
 *
 * @param people everybody in the run
 * @param payout plain, with two decimals, before tax
 * @param onHold not paid until an event or appeal is decided
 * @param carried of a period that is closed: never paid as such
 * @param lines of the payout
 * @param payable those of them that are paid: what {@code payout} is the sum of
 */
record Figures(
        long people,
        long ranked,
        long vetoed,
        long held,
        long interim,
        Counts rows,
        String payout,
        String onHold,
        String carried,
        long lines,
        long payable) {

    static Figures of(Manifest manifest) {
        Map<String, String> totals = manifest.totals();
        return new Figures(
                number(totals, "people"),
                number(totals, "ranked"),
                number(totals, "vetoed"),
                number(totals, "held"),
                number(totals, "interim"),
                new Counts(
                        number(totals, "rows_read"),
                        number(totals, "rows_used"),
                        number(totals, "rows_out_of_window"),
                        number(totals, "rows_rejected"),
                        number(totals, "rows_duplicate")),
                totals.getOrDefault("payout", "0.00"),
                totals.getOrDefault("payout_on_hold", "0.00"),
                totals.getOrDefault("payout_carried", "0.00"),
                number(totals, "payout_lines"),
                number(totals, "payout_payable_lines", number(totals, "payout_lines")));
    }

    private static long number(Map<String, String> totals, String name) {
        return number(totals, name, 0);
    }

    /** Editions of older engines lack some figures. */
    private static long number(Map<String, String> totals, String name, long missing) {
        return Long.parseLong(totals.getOrDefault(name, Long.toString(missing)));
    }

    /** What a run would come to, without publishing it. */
    static Figures of(RunDesk desk) throws IOException {
        RunResult result = desk.result();
        return new Figures(
                result.book().cards().size(),
                result.count(Status.RANKED),
                result.count(Status.VETOED),
                result.count(Status.HELD),
                result.count(Status.INTERIM),
                desk.inputs().stream().map(InputFile::rows).reduce(Counts.NONE, Counts::plus),
                result.totalPayout().toString(),
                result.totalPayout(PayoutLine.Status.ON_HOLD).toString(),
                result.totalPayout(PayoutLine.Status.CARRIED).toString(),
                result.payout().size(),
                result.payout().stream()
                        .filter(line -> line.status() == PayoutLine.Status.PAY)
                        .count());
    }

    Json peopleJson() {
        return Json.of("scored", people)
                .with("ranked", ranked)
                .with("vetoed", vetoed)
                .with("held", held)
                .with("interim", interim);
    }

    Json rowsJson() {
        return Json.of("read", rows.read())
                .with("used", rows.used())
                .with("out_of_window", rows.outOfWindow())
                .with("rejected", rows.rejected())
                .with("duplicate", rows.duplicate());
    }
}
