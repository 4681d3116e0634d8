package dev.steelyard.input.exports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.dataset.DatasetColumn.Type;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.problem.ProblemCode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code rows:} of a dataset: which delivered rows count, and with which sign. */
class RowFilterTest {

    private static final String STATE = Exports.HEADER + ",审核状态";
    private static final Schema ORDERS = new Schema(
            "orders",
            "销售明细",
            List.of(),
            Set.of(),
            Schema.Layout.of(
                    List.of("id"),
                    Optional.empty(),
                    List.of(
                            Exports.column("id", "订单号", Type.TEXT).build(),
                            Exports.column("kind", "类型", Type.CHOICE)
                                    .optional()
                                    .choices(Map.of("approved", List.of("已审核", "已批准")))
                                    .build(),
                            Exports.column("quantity", "数量", Type.NUMBER).build(),
                            Exports.column("amount", "金额", Type.AMOUNT).build()),
                    List.of()),
            Schema.Reading.PLAIN);

    @TempDir
    Path folder;

    private Exports visits(Map<String, List<String>> where) {
        return new Exports(folder).schema(Exports.VISITS.with(new Schema.Rows(where, Map.of())));
    }

    private Exports orders(Schema.Rows rows) {
        return new Exports(folder).schema(ORDERS.with(rows));
    }

    @ParameterizedTest
    @ValueSource(strings = {"审核状态", " 审 核状态", "审核状态\u200B"})
    void aColumnThatTheDatasetDoesNotDeclareChoosesTheRows(String column) {
        Exports.Read read = visits(Map.of(column, List.of("已审核", "已发货")))
                .lines(
                        STATE,
                        "v1,2026-09-01,E1,骨科,60,40,已审核",
                        "v2,2026-09-01,E1,骨科,60,40,草稿",
                        "v3,2026-09-01,E1,骨科,60,40, 已发货 ",
                        "v4,2026-09-01,E1,骨科,60,40,",
                        "v5,no date,,骨科,6O,40,已取消",
                        "合计,,,,300,200,")
                .read();
        assertThat(read.values("visit_id")).containsExactly("v1", "v3");
        assertThat(read.excludedRecords).containsExactly(2L, 4L, 5L);
        assertThat(read.problems).isEmpty();
        SliceTally tally = read.tallies.get(0);
        assertThat(tally.excluded()).isEqualTo(3);
        assertThat(tally.read()).isEqualTo(tally.rows() + tally.rejected() + tally.excluded());
        assertThat(tally.sums()).containsEntry("effective_minutes", new BigDecimal("200"));
        assertThat(read.totals.get(0).before()).containsEntry("effective_minutes", new BigDecimal("200"));
    }

    @Test
    void aDeclaredChoiceCountsInAllItsSpellingsUnderAnyNameOfItsColumn() {
        Exports.Read read = orders(new Schema.Rows(Map.of("类型", List.of("approved")), Map.of()))
                .file(
                        "orders.csv",
                        "id,kind,quantity,amount\n1,已批准,1,10\n2,APPROVED,1,20\n3,draft,1,40\n",
                        StandardCharsets.UTF_8)
                .read();
        assertThat(read.values("id")).containsExactly("1", "2");
        assertThat(read.tallies.get(0).excludedAmounts()).containsEntry("amount", new BigDecimal("40"));
    }

    @Test
    void severalColumnsMustAllFit() {
        Exports.Read read = visits(Map.of("审核状态", List.of("已审核"), "department", List.of("骨科")))
                .lines(STATE, "v1,2026-09-01,E1,骨科,60,40,已审核", "v2,2026-09-01,E1,眼科,60,40,已审核")
                .read();
        assertThat(read.values("visit_id")).containsExactly("v1");
    }

    @Test
    void aFileWithoutTheColumnIsRefused() {
        Exports.Read read = visits(Map.of("审核状态", List.of("已审核")))
                .rows("v1,2026-09-01,E1,骨科,60,40")
                .read();
        assertThat(read.files).isEmpty();
        assertThat(read.fileCodes()).containsExactly(ProblemCode.HEADER_MISSING);
        assertThat(read.fileProblems.get(0).words()).containsEntry("missing", "审核状态");
    }

    @Test
    void aRowThatCannotBeCutIsRejectedWhateverItsState() {
        Exports.Read read = visits(Map.of("审核状态", List.of("已审核")))
                .lines(STATE, "v1,2026-09-01,E1,骨科,60,40,x,草稿")
                .read();
        assertThat(read.codes()).containsExactly(ProblemCode.COLUMN_COUNT);
    }

    @Test
    void filesOfANameHoldReturnsAsPositiveNumbers() {
        Exports exports = orders(new Schema.Rows(Map.of(), Map.of("*退货*", -1)));
        Exports.Read read = exports.file("orders.csv", "id,quantity,amount\n1,5,100.50\n", StandardCharsets.UTF_8)
                .file(
                        "orders-退货.csv",
                        "id,quantity,amount\n2,2,40.20\n3,0,0\n4,-1,-7\n合计,1,33.20\n",
                        StandardCharsets.UTF_8)
                .read();
        assertThat(read.values("amount"))
                .containsExactly(new BigDecimal("100.50"), new BigDecimal("-40.20"), new BigDecimal("0"));
        assertThat(read.values("quantity")).element(1).isEqualTo(new BigDecimal("-2"));
        assertThat(read.codes())
                .as("a negative amount among positive returns")
                .containsExactly(ProblemCode.CELL_OUT_OF_RANGE);
        assertThat(read.tallies.get(1).sums()).containsEntry("amount", new BigDecimal("-40.20"));
        assertThat(read.totals.get(0).stated()).containsEntry("amount", new BigDecimal("-33.20"));
    }
}
