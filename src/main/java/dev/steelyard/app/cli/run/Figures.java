package dev.steelyard.app.cli.run;

import dev.steelyard.app.calculation.Calculated;
import dev.steelyard.app.cli.text.Json;
import dev.steelyard.engine.pay.PayoutLine.Status;
import dev.steelyard.engine.run.InputFile;
import dev.steelyard.engine.run.InputFile.Counts;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.output.publish.Manifest;
import dev.steelyard.output.publish.Reproduction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
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
 * @param linesOnHold how many wait
 * @param linesCarried how many are carried
 */
public record Figures(
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
        long payable,
        long linesOnHold,
        long linesCarried) {

    /** Those who are scored and neither ranked nor anything else. */
    public long exempt() {
        return people - ranked - vetoed - held - interim;
    }

    /** @param folder the published folder, whose lines are counted */
    public static Figures of(Manifest manifest, Path folder) throws IOException {
        Map<String, Long> lines = new HashMap<>();
        if (manifest.totals().containsKey("payout_lines")) {
            Reproduction.payout(folder).forEach(line -> lines.merge(line.get("status"), 1L, Long::sum));
        }
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
                        number(totals, "rows_excluded"),
                        number(totals, "rows_rejected"),
                        number(totals, "rows_duplicate")),
                totals.getOrDefault("payout", "0.00"),
                totals.getOrDefault("payout_on_hold", "0.00"),
                totals.getOrDefault("payout_carried", "0.00"),
                number(totals, "payout_lines"),
                number(totals, "payout_payable_lines", number(totals, "payout_lines")),
                lines.getOrDefault(Status.ON_HOLD.code(), 0L),
                lines.getOrDefault(Status.CARRIED.code(), 0L));
    }

    private static long number(Map<String, String> totals, String name) {
        return number(totals, name, 0);
    }

    /** Editions of older engines lack some figures. */
    private static long number(Map<String, String> totals, String name, long missing) {
        return Long.parseLong(totals.getOrDefault(name, Long.toString(missing)));
    }

    /** What a run would come to, without publishing it. */
    public static Figures of(Calculated calculated) throws IOException {
        RunResult result = calculated.result();
        return new Figures(
                result.book().cards().size(),
                result.count(RankedScorecard.Status.RANKED),
                result.count(RankedScorecard.Status.VETOED),
                result.count(RankedScorecard.Status.HELD),
                result.count(RankedScorecard.Status.INTERIM),
                calculated.inputs().stream().map(InputFile::rows).reduce(Counts.NONE, Counts::plus),
                result.totalPayout().toString(),
                result.totalPayout(Status.ON_HOLD).toString(),
                result.totalPayout(Status.CARRIED).toString(),
                result.payout().size(),
                count(result, Status.PAY),
                count(result, Status.ON_HOLD),
                count(result, Status.CARRIED));
    }

    private static long count(RunResult result, Status status) {
        return result.payout().stream().filter(line -> line.status() == status).count();
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
                .with("excluded", rows.excluded())
                .with("rejected", rows.rejected())
                .with("duplicate", rows.duplicate());
    }
}
