package dev.steelyard.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.run.InputFile.Counts;
import dev.steelyard.engine.run.PayoutBook.Source;
import dev.steelyard.input.planfile.ExportsFile;
import dev.steelyard.words.Words;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReconciliationTest {

    private static final Map<String, Schema> SCHEMAS = ExportsFile.read(Path.of("jobs/exports.yaml"));
    private static final Counts ROWS = new Counts(10, 6, 1, 1, 1, 1);

    private static BigDecimal yuan(String amount) {
        return new BigDecimal(amount);
    }

    private static AmountSum amounts(String in, String used, String out, String rejected, String duplicate) {
        return new AmountSum(yuan(in), yuan(used), yuan(out), yuan("0"), yuan(rejected), yuan(duplicate), 0);
    }

    private static InputFile orders(String name, Counts rows, AmountSum amounts) {
        return new InputFile("orders", name, 1, "", rows, Map.of("amount", amounts));
    }

    private static final InputFile WHOLE =
            orders("orders.csv", ROWS, amounts("100.5", "70", "20.50", "-0.001", "10.001"));

    private static Reconciliation reconciliation() {
        return new Reconciliation(SCHEMAS);
    }

    private static List<String> texts(Reconciliation reconciliation) {
        return reconciliation.differences().stream()
                .map(one -> String.join(
                        " ",
                        one.kind().code(),
                        Words.in("en").say(one.subject()),
                        one.file(),
                        Words.in("en").say(one.figure()),
                        one.expected(),
                        one.found()))
                .toList();
    }

    // ------------------------------------------------------------------ exports

    @Test
    void whatAgreesIsNoDifference() {
        assertThat(reconciliation().exports(List.of(WHOLE)).differences()).isEmpty();
    }

    @Test
    void aRowWithoutAnOutcomeIsNamedWithItsFile() {
        InputFile lost =
                orders("b.csv", new Counts(11, 6, 1, 1, 1, 1), WHOLE.sums().get("amount"));
        assertThat(texts(reconciliation().exports(List.of(WHOLE, lost)))).containsExactly("rows orders b.csv  11 10");
    }

    @Test
    void aCentWithoutAnOutcomeIsNamedWithItsFileAndColumn() {
        InputFile lost = orders("b.csv", ROWS, amounts("100.51", "70", "20.50", "-0.001", "10.001"));
        assertThat(texts(reconciliation().exports(List.of(lost))))
                .containsExactly("sum orders b.csv amount 100.51 100.50");
        Difference difference =
                reconciliation().exports(List.of(lost)).differences().get(0);
        assertThat(Words.in("zh").say(difference.figure())).isEqualTo("金额");
    }

    // ------------------------------------------------------------------ control totals

    private static List<String> stated(ControlTotal total, InputFile... files) {
        return texts(reconciliation().controlTotals(Map.of("orders", total), Arrays.asList(files)));
    }

    @Test
    void controlTotalsAreOfAllFilesAndAllRows() {
        ControlTotal right = new ControlTotal(Optional.of(20L), Map.of("amount", yuan("201")));
        assertThat(stated(right, WHOLE, WHOLE)).isEmpty();
        assertThat(stated(right, WHOLE))
                .containsExactly("control_rows orders   20 10", "control_sum orders  amount 201.00 100.50");
        ControlTotal rows = new ControlTotal(Optional.of(10L), Map.of());
        assertThat(stated(rows, WHOLE)).isEmpty();
    }

    @Test
    void aStatedDatasetOrColumnThatIsNotThereIsADifference() {
        ControlTotal total = new ControlTotal(Optional.of(0L), Map.of("cost", yuan("0")));
        assertThat(stated(total)).containsExactly("control_dataset orders    ");
        assertThat(stated(new ControlTotal(Optional.empty(), Map.of("cost", yuan("0"))), WHOLE))
                .containsExactly("control_column orders  cost 0.00 ");
    }

    @Test
    void aDifferenceTellsOfCellsThatCouldNotBeRead() {
        AmountSum gap = new AmountSum(yuan("1"), yuan("1"), yuan("0"), yuan("0"), yuan("0"), yuan("0"), 3);
        Reconciliation found = reconciliation()
                .controlTotals(
                        Map.of("orders", new ControlTotal(Optional.empty(), Map.of("amount", yuan("2")))),
                        List.of(orders("orders.csv", ROWS, gap)));
        assertThat(found.differences()).extracting(Difference::unreadable).containsExactly(3L);
    }

    // ------------------------------------------------------------------ payout

    private static PayoutBook book(Source source, String... lines) {
        return new PayoutBook(
                source,
                Arrays.stream(lines)
                        .map(line -> line.split("="))
                        .map(parts -> new PayoutBook.Line(parts[0], yuan(parts[1]), "pay"))
                        .toList());
    }

    private static List<String> compared(PayoutBook found) {
        PayoutBook expected = book(Source.RUN, "a=1.00", "b=-2.50", "c=3.00");
        return texts(reconciliation().payout(expected, List.of(found)));
    }

    @Test
    void theSamePayoutInAnyOrderAgrees() {
        assertThat(compared(book(Source.LEDGER, "c=3.00", "a=1", "b=-2.5"))).isEmpty();
    }

    @Test
    void aPayoutMayDifferInNumberSumOrLines() {
        assertThat(compared(book(Source.LEDGER, "a=1.00", "b=-2.50")))
                .containsExactly(
                        "payout_lines the ledger   3 2",
                        "payout_sum the ledger   1.50 -1.50",
                        "payout_line the ledger  c 3.00 pay ");
        assertThat(compared(book(Source.FILE, "a=1.01", "b=-2.50", "c=3.00")))
                .containsExactly("payout_sum payout.csv   1.50 1.51", "payout_line payout.csv  a 1.00 pay 1.01 pay");
        // Money that moved from one person to another: number and sum are right.
        assertThat(compared(book(Source.FILE, "a=0.00", "b=-1.50", "c=3.00")))
                .containsExactly("payout_line payout.csv  a 1.00 pay 0.00 pay");
        assertThat(compared(book(Source.FILE, "a=1.00", "b=-2.50", "c=3.00", "c=3.00")))
                .containsExactly("payout_lines payout.csv   3 4", "payout_sum payout.csv   1.50 4.50");
    }
}
