package dev.steelyard.input.exports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.words.Words;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which rows count as read, and what rejects one. */
class RowOutcomeTest {

    private static final String ROW = "v1,2026-09-01 10:00,E1,骨科,60,40";

    @TempDir
    Path folder;

    @Test
    void blankRowsAreSkipped() {
        Exports.Read read = rows("", ROW, ",,,,,", " ,\u3000,\u00A0,,\"\",", ",,", "");
        assertThat(read.rows).hasSize(1);
        assertThat(read.problems).isEmpty();
        assertThat(read.sum(SliceTally::read)).isEqualTo(1);
        assertThat(read.lines()).containsExactly(3L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "合计,,,,60,40",
                ",,,合计,60,40",
                "总计：,,,,60,40",
                "合 计,,,,60,40",
                "Total,,,,60,40",
                "TOTAL,,,,60,40",
                "合计,,合计,,60,40"
            })
    void aTotalRowIsNotReadAndWhatItStatesIsCompared(String total) {
        Exports.Read read = rows(ROW, total);
        assertThat(read.rows).hasSize(1);
        assertThat(read.problems).isEmpty();
        assertThat(read.totals).hasSize(1);
        assertThat(read.totals.get(0).where()).hasToString("visits.csv:3");
        assertThat(read.totals.get(0).stated()).isEqualTo(Map.of("minutes", dec("60"), "effective_minutes", dec("40")));
        assertThat(read.totals.get(0).before()).isEqualTo(Map.of("minutes", dec("60"), "effective_minutes", dec("40")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"小计,,,,60,40", ",,小计,,60,40", "Subtotal,,,,60,40", "本页小计,,,,60,40"})
    void aSubtotalRowIsSkipped(String subtotal) {
        Exports.Read read = rows(ROW, subtotal);
        assertThat(read.rows).hasSize(1);
        assertThat(read.problems).isEmpty();
        assertThat(read.totals).isEmpty();
        assertThat(read.sum(SliceTally::skipped)).isEqualTo(1);
    }

    @Test
    void aRowWithAKeyIsNoTotalRowWhateverItsTextSays() {
        Exports.Read read = rows("v9,2026-09-01,E1,合计,60,40");
        assertThat(read.value("department")).isEqualTo("合计");
    }

    @Test
    void aBlankKeyWithoutATotalWordIsRejected() {
        Exports.Read read = rows(",2026-09-01,E1,骨科,60,40");
        assertThat(read.codes()).containsExactly(ProblemCode.CELL_BLANK);
        assertThat(read.problems.get(0).column()).isEqualTo("visit_id");
    }

    @Test
    void sumsCoverRejectedRowsWithAReadableNumber() {
        Exports.Read read = rows(ROW, "v2,gestern,E1,骨科,0.5,0.25", "v3,2026-09-01,E1,骨科,x,1");
        assertThat(read.tallies.get(0).sums())
                .isEqualTo(Map.of("minutes", dec("60.5"), "effective_minutes", dec("41.25")));
        assertThat(read.sum(SliceTally::rejected)).isEqualTo(2);
    }

    @Test
    void theHeaderAgainIsSkipped() {
        Exports.Read read = rows(
                "visit_id,visited_at,Employee_ID,department,minutes,effective_minutes",
                ROW,
                Exports.HEADER,
                "\uFEFF" + Exports.HEADER,
                "v2,2026-09-01,E1,骨科,60,40");
        assertThat(read.rows).hasSize(2);
        assertThat(read.problems).isEmpty();
    }

    @Test
    void exampleRowsAreSkipped() {
        Exports.Read read = rows("示例,2026-09-01,E1,骨科,60,40", "EXAMPLE-1,,,,,", "示例：v1,2026-01-01,E1,a,1,1", ROW);
        assertThat(read.rows).hasSize(1);
        assertThat(read.problems).isEmpty();
        assertThat(read.sum(SliceTally::skipped)).isEqualTo(3);
    }

    @Test
    void aFilledColumnMustBeFilled() {
        Exports.Read read = rows("v1,2026-09-01,,骨科,60,40");
        assertThat(read.problems).hasSize(1);
        Problem problem = read.problems.get(0);
        assertThat(problem.code()).isEqualTo(ProblemCode.CELL_BLANK);
        assertThat(problem.column()).isEqualTo("employee_id");
        assertThat(problem.where()).hasToString("visits.csv:2");
        assertThat(read.rejected).containsExactly(List.of("v1", "2026-09-01", "", "骨科", "60", "40"));
    }

    @Test
    void everyBadCellOfARowIsNamedInColumnOrder() {
        Exports.Read read = rows("v1,x,E1,骨科,-1,y");
        assertThat(read.rejected).hasSize(1);
        assertThat(read.problems)
                .extracting(Problem::code)
                .containsExactly(
                        ProblemCode.CELL_NOT_A_DATE_TIME, ProblemCode.CELL_OUT_OF_RANGE, ProblemCode.CELL_NOT_A_NUMBER);
        assertThat(Words.in("en").message(read.problems.get(1))).isEqualTo("Column minutes: \"-1\" lies outside ≥ 0.");
    }

    @Test
    void theLeftOfAnOrderedPairMustNotExceedTheRight() {
        Exports.Read read = rows("v1,2026-09-01,E1,骨科,60,61", "v2,2026-09-01,E1,骨科,60,60", "v3,2026-09-01,E1,骨科,,61");
        assertThat(read.values("visit_id")).containsExactly("v2", "v3");
        assertThat(read.codes()).containsExactly(ProblemCode.ROW_ORDER);
        assertThat(Words.in("en").message(read.problems.get(0)))
                .isEqualTo("effective_minutes must not exceed minutes, but they are 61 and 60.");
    }

    @Test
    void aDayAndATimeAreComparedByDay() {
        Exports.Read read = new Exports(folder)
                .lines(
                        Exports.HEADER + ",计划日期",
                        "v1,2026-09-01 08:00,E1,骨科,60,40,2026-09-01",
                        "v2,2026-09-01 08:00,E1,骨科,60,40,2026-09-02")
                .read();
        assertThat(read.values("visit_id")).containsExactly("v1");
        assertThat(read.codes()).containsExactly(ProblemCode.ROW_ORDER);
        assertThat(Words.in("zh").message(read.problems.get(0)))
                .isEqualTo("「planned」应不大于「visited_at」，但分别为 2026-09-02 与 2026-09-01 08:00。");
    }

    @Test
    void damagedIdsAndMissingChoicesSayWhatToDo() {
        Exports.Read read = new Exports(folder)
                .lines(Exports.HEADER + ",难度", "v1,2026-09-01,6.2E+18,骨科,60,40,很高")
                .read();
        assertThat(read.codes()).containsExactly(ProblemCode.CELL_DAMAGED_ID, ProblemCode.CELL_NOT_A_CHOICE);
        assertThat(Words.in("en").fix(read.problems.get(1))).isEqualTo("Allowed: high (高).");
    }

    @Test
    void theSameKeyAndContentAcrossFormsOfWriting() {
        Exports.Read read = new Exports(folder)
                .lines(
                        Exports.HEADER + ",份额,记录完整",
                        "v1,2026-09-01 10:00,E1,骨科,\"1,060.0\",40,12.5%,是",
                        "ｖ１,2026/9/1 10:00:00,Ｅ１, 骨科 ,1060,40.00,0.1250,TRUE",
                        "v1,2026-09-01 10:00,E1,骨科,1060,41,12.5%,是")
                .read();
        assertThat(read.contents().get(1)).isEqualTo(read.contents().get(0));
        assertThat(read.contents().get(2)).isNotEqualTo(read.contents().get(0));
        assertThat(read.rows).extracting(RowKey::key).containsOnly("v1");
        assertThat(read.rows).extracting(RowKey::hash).containsOnly(RowKey.hash("v1"));
    }

    private Exports.Read rows(String... rows) {
        return new Exports(folder).rows(rows).read();
    }

    private static BigDecimal dec(String text) {
        return new BigDecimal(text);
    }
}
