package dev.steelyard.output.workbook.rejects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.engine.problem.RejectedRow;
import dev.steelyard.engine.problem.SourceRef;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Of rows of one key with different content the cells stand out in which they differ. */
class RejectSheetTest {

    private static final List<String> HEADER = List.of("subject", "period", "target", "note");

    private static Problem problem(ProblemCode code, String key) {
        return Problem.of(code, new SourceRef("targets", "targets.csv", "", 2), "subject, period", key);
    }

    private static RejectedRow row(ProblemCode code, String key, String... cells) {
        Problem problem = problem(code, key);
        return new RejectedRow(problem.where(), HEADER, List.of(cells), List.of(problem));
    }

    private static BitSet bits(int... at) {
        BitSet bits = new BitSet();
        for (int bit : at) {
            bits.set(bit);
        }
        return bits;
    }

    @Test
    void theCellsInWhichRowsOfOneKeyDifferAreKnown() {
        RejectSheet sheet = new RejectSheet("Targets", "targets", HEADER)
                .plus(row(ProblemCode.ROW_KEY_CONFLICT, "E1 2026-09", "E1", "2026-09", "400000", ""))
                .plus(row(ProblemCode.ROW_KEY_CONFLICT, "E2 2026-09", "E2", "2026-09", "1", "a"))
                .plus(row(ProblemCode.ROW_KEY_CONFLICT, "E1 2026-09", "E1", "2026-09", "450000"))
                .plus(row(ProblemCode.ROW_KEY_CONFLICT, "E2 2026-09", "E2", "2026-09", "1", "b"))
                .plus(row(ProblemCode.CELL_BLANK, "E3 2026-09", "E3", "2026-09", "", ""));
        assertThat(sheet.rows()).isEqualTo(5);
        assertThat(sheet.differing(problem(ProblemCode.ROW_KEY_CONFLICT, "E1 2026-09")))
                .isEqualTo(bits(2));
        assertThat(sheet.differing(problem(ProblemCode.ROW_KEY_CONFLICT, "E2 2026-09")))
                .isEqualTo(bits(3));
        assertThat(sheet.differing(problem(ProblemCode.CELL_BLANK, "E1 2026-09")))
                .as("another kind of problem")
                .isEqualTo(bits());
    }
}
