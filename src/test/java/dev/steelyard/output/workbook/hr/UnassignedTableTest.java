package dev.steelyard.output.workbook.hr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.engine.problem.ProblemDigest;
import dev.steelyard.engine.problem.RejectedRow;
import dev.steelyard.engine.problem.SourceRef;
import dev.steelyard.output.workbook.Dump;
import dev.steelyard.output.workbook.Parts;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.SmallCompany;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that are nobody's, by customer with their money. */
class UnassignedTableTest {

    private static final List<String> HEADER = List.of("订单行号", "客户编码", "金额");

    @TempDir
    Path temp;

    private static RejectedRow row(int number, String customer, String amount, ProblemCode code) {
        SourceRef where = new SourceRef("orders", "销售明细.csv", "", number);
        return new RejectedRow(
                where,
                HEADER,
                List.of("L" + number, customer, amount),
                List.of(Problem.of(code, where, "customer_id", customer).with("candidates", "E1, E2")));
    }

    private String book(List<RejectedRow> rows) throws IOException {
        Report report = SmallCompany.run().report("zh");
        List<Problem> problems = new ArrayList<>();
        rows.forEach(row -> problems.addAll(row.problems()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RankingWorkbook.write(
                report,
                new Background(
                        List.of(),
                        ProblemDigest.of(problems),
                        List.of(),
                        dataset -> dataset.equals("orders") ? rows : List.of()),
                temp,
                out);
        Parts.check(out.toByteArray());
        // A cell may lie over several columns of its sheet: those are blank.
        return Dump.of(out.toByteArray()).replaceAll("( \\| )( *\\| )+", " | ");
    }

    @Test
    void theMostMoneyComesFirstAndEachCustomerOnceAReason() throws IOException {
        assertThat(book(List.of(
                        row(2, "C7", "100.00", ProblemCode.ROW_UNASSIGNED),
                        row(3, "C8", "(1,234.50)", ProblemCode.ROW_ASSIGNED_TO_SEVERAL),
                        row(4, "C7", "1,000", ProblemCode.ROW_UNASSIGNED),
                        row(5, "C7", "", ProblemCode.ROW_UNASSIGNED),
                        row(6, "C9", "9", ProblemCode.CELL_BLANK))))
                .contains(": 归属待定")
                .containsSubsequence(
                        "销售明细 | C8 | 1 {#,##0} | -1234.5 {#,##0.00} | 该行没有工号，其客户 C8 当天归属多人（E1, E2）",
                        "销售明细 | C7 | 3 {#,##0} | 1100 {#,##0.00} | 该行没有工号，其客户 C7 在当天没有归属任何人。")
                .doesNotContain("C9 | 1");
    }

    @Test
    void thereIsNoSheetWhereEveryRowIsSomebodys() throws IOException {
        assertThat(book(List.of(row(6, "C9", "9", ProblemCode.CELL_BLANK)))).doesNotContain("归属待定");
    }
}
