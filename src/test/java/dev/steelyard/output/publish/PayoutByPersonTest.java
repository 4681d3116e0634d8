package dev.steelyard.output.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.run.RunResult;
import dev.steelyard.output.workbook.SmallCompany;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One amount a person, which together are what payout.csv makes payable. */
class PayoutByPersonTest {

    @Test
    void aRowAPersonThatSumsToThePayout() throws IOException {
        RunResult result = SmallCompany.run().report("zh").result();
        String text = text(result, true);
        assertThat(text)
                .startsWith("\uFEFFemployee_id,name,cost_center,team,period,amount,currency,on_hold,carried,lines\n");
        List<String[]> rows =
                text.lines().skip(1).map(line -> line.split(",", -1)).toList();
        assertThat(rows).extracting(row -> row[0]).doesNotHaveDuplicates().isSorted();
        assertThat(rows.stream().map(row -> new BigDecimal(row[5])).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(result.totalPayout().amount());
        assertThat(rows.stream().mapToInt(row -> Integer.parseInt(row[9])).sum())
                .isEqualTo(result.payout().size());
        // What a person wrote never becomes a formula.
        assertThat(text).contains(",'=SUM(A1),");
        assertThat(text(result, false))
                .as("for a system that stumbles over the mark")
                .isEqualTo(text.substring(1));
    }

    private static String text(RunResult result, boolean marked) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PayoutByPersonCsv.file(result, "2026-09", marked).content().accept(out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
