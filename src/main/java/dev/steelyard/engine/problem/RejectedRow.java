package dev.steelyard.engine.problem;

import java.util.List;

/**
 * A row that was rejected, as it was delivered, with everything that was found wrong in it.
 *
 * @param header the header cells of its file or sheet
 * @param cells in the order of the header; more or fewer where the row has another number of columns; of a record that
 *     cannot be cut into cells one element, its first physical line
 * @param problems the reason first
 */
public record RejectedRow(SourceRef where, List<String> header, List<String> cells, List<Problem> problems) {

    /** What stands beside a rejected row's own cells where people read and correct it, in this order. */
    public enum Heading {
        FILE("文件", "File"),
        SHEET("工作表", "Sheet"),
        ROW("行", "Row"),
        COLUMN("问题列", "Wrong column"),
        REASON("原因", "Reason"),
        FIX("怎么办", "What to do"),
        DATASET("数据集", "Dataset");

        private final String zh;
        private final String en;

        Heading(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        /** In Chinese. */
        public String zh() {
            return zh;
        }

        /** In English. */
        public String en() {
            return en;
        }

        /** Whether it stands before the row's own cells; the others stand after them. */
        public boolean isBefore() {
            return compareTo(REASON) <= 0;
        }

        /** Whether the text is this heading in either language. */
        public boolean reads(String text) {
            return text.equals(zh) || text.equalsIgnoreCase(en);
        }
    }

    public RejectedRow {
        header = List.copyOf(header);
        cells = List.copyOf(cells);
        problems = List.copyOf(problems);
    }

    /** Why the row was rejected. */
    public Problem reason() {
        return problems.get(0);
    }
}
