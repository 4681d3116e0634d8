package dev.steelyard.input.exports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.input.sheets.Mark;
import dev.steelyard.words.Words;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How records are cut, which are set apart, and that nothing is lost between them. */
class TextReaderTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void everyLineEnd(String end) {
        Exports.Read read = text(Exports.HEADER + end + row("v1") + end + row("v2"));
        assertThat(read.values("visit_id")).containsExactly("v1", "v2");
        assertThat(read.lines()).containsExactly(2L, 3L);
        assertThat(read.rowRecords).containsExactly(1L, 2L);
    }

    @Test
    void lineEndsMayBeMixedAndTheLastMayBeMissing() {
        Exports.Read read = text(Exports.HEADER + "\r\n" + row("v1") + "\n" + row("v2") + "\r" + row("v3"));
        assertThat(read.values("visit_id")).containsExactly("v1", "v2", "v3");
        assertThat(read.lines()).containsExactly(2L, 3L, 4L);
    }

    @Test
    void quotedFieldsHoldDelimitersQuotesAndLineEnds() {
        Exports.Read read = rows("v1,2026-09-01,E1,\"骨,\"\"科\"\"\r\n二\n三\",60,40", row("v2"));
        assertThat(read.values("department")).containsExactly("骨,\"科\"\r\n二\n三", "骨科");
        assertThat(read.lines()).containsExactly(2L, 5L);
        assertThat(read.rowRecords).containsExactly(1L, 2L);
    }

    @Test
    void aQuoteInsideAFieldIsAQuote() {
        assertThat(rows("v1,2026-09-01,E1,5\" 管,60,40").value("department")).isEqualTo("5\" 管");
        assertThat(rows("v1,2026-09-01,E1, \"骨\" ,60,40").value("department")).isEqualTo("\"骨\"");
    }

    @Test
    void spacesMayFollowAClosingQuote() {
        assertThat(rows("v1,2026-09-01,E1,\"骨,科\" ,60,40").value("department")).isEqualTo("骨,科");
    }

    @Test
    void textAfterAClosingQuoteRejectsTheLine() {
        Exports.Read read = rows("v1,2026-09-01,E1,\"骨\"科,60,40", row("v2"));
        assertThat(read.values("visit_id")).containsExactly("v2");
        assertThat(read.codes()).containsExactly(ProblemCode.RECORD_BROKEN);
        assertThat(read.rejected).containsExactly(List.of("v1,2026-09-01,E1,\"骨\"科,60,40"));
        assertThat(read.problems.get(0).where()).hasToString("visits.csv:2");
    }

    @Test
    void anUnmatchedQuoteDoesNotSwallowTheRowsAfterIt() {
        Exports.Read read = rows("v1,2026-09-01,E1,\"骨科,60,40", row("v2"), "v3,2026-09-01,E1,\"心,内\",60,40", row("v4"));
        assertThat(read.values("visit_id")).containsExactly("v2", "v3", "v4");
        assertThat(read.codes()).containsExactly(ProblemCode.RECORD_BROKEN);
        assertThat(read.lines()).containsExactly(3L, 4L, 5L);
        assertThat(read.rowRecords).containsExactly(2L, 3L, 4L);
    }

    @Test
    void aQuoteThatTheEndOfTheFileLeavesOpen() {
        Exports.Read read = rows(row("v1"), "v2,2026-09-01,E1,\"骨科,60,40", row("v3"), row("v4"));
        assertThat(read.values("visit_id")).containsExactly("v1", "v3", "v4");
        assertThat(read.codes()).containsExactly(ProblemCode.RECORD_BROKEN);
    }

    @Test
    void aRecordOfTwentyLinesIsReadAndOneMoreIsNot() {
        String twenty = "v1,2026-09-01,E1,\"" + "行\n".repeat(19) + "末\",60,40";
        assertThat(rows(twenty, row("v2")).values("visit_id")).containsExactly("v1", "v2");

        String more = "v1,2026-09-01,E1,\"" + "行\n".repeat(20) + "末\",60,40";
        Exports.Read read = rows(more, row("v2"));
        assertThat(read.values("visit_id")).containsExactly("v2");
        assertThat(read.lines()).containsExactly(23L);
        assertThat(read.codes()).startsWith(ProblemCode.RECORD_TOO_LONG).contains(ProblemCode.COLUMN_COUNT);
        assertThat(read.problems.get(0).where().row()).isEqualTo(2);
        assertThat(read.sum(SliceTally::records)).isEqualTo(22);
        assertThat(read.sum(SliceTally::read)).isEqualTo(22);
    }

    @Test
    void aRecordOfOverOneMebibyteIsPassedOver() {
        String huge = "v1,2026-09-01,E1,0" + "长".repeat(1 << 20) + ",60,40";
        Exports.Read read = rows(row("v0"), huge, row("v2"));
        assertThat(read.values("visit_id")).containsExactly("v0", "v2");
        assertThat(read.codes()).containsExactly(ProblemCode.RECORD_TOO_BIG);
        assertThat(read.lines()).containsExactly(2L, 4L);
        assertThat(read.rowRecords).containsExactly(1L, 3L);

        String quoted = "v1,2026-09-01,E1,\"" + ("y".repeat(1 << 19) + "\n").repeat(4) + "\",60,40";
        read = rows(row("v0"), quoted, row("v2"));
        assertThat(read.values("visit_id")).containsExactly("v0", "v2");
        assertThat(read.codes()).startsWith(ProblemCode.RECORD_TOO_LONG);
    }

    @Test
    void aRowOfAnotherWidthIsRejectedNeverGuessed() {
        Exports.Read read = rows("v1,2026-09-01,E1,骨科,1,000,40", "v2,2026-09-01,E1,骨科,60", row("v3"));
        assertThat(read.values("visit_id")).containsExactly("v3");
        assertThat(read.codes()).containsExactly(ProblemCode.COLUMN_COUNT, ProblemCode.COLUMN_COUNT);
        assertThat(Words.in("en").message(read.problems.get(0))).isEqualTo("The row has 7 columns, the header has 6.");
        assertThat(Words.in("zh").message(read.problems.get(1))).isEqualTo("该行有 5 列，表头有 6 列。");
        assertThat(read.rejected.get(1)).containsExactly("v2", "2026-09-01", "E1", "骨科", "60");
    }

    @Test
    void aTrailingDelimiterOnEveryRowIsAnEmptyColumn() {
        Exports.Read read = text(Exports.HEADER + ",\n" + row("v1") + ",\n" + row("v2") + "\n");
        assertThat(read.values("visit_id")).containsExactly("v1");
        assertThat(read.codes()).containsExactly(ProblemCode.COLUMN_COUNT);
    }

    @Test
    void controlCharactersWithinTextAreRefused() {
        Exports.Read read = rows("v\u0000\u0001,2026-09-01,E1,骨科,60,40", "w,2026-09-01,E1,骨\u0000科,60,40", "\u0000");
        // At a cell's end nobody sees them, and they are left out.
        assertThat(read.values("visit_id")).containsExactly("v");
        assertThat(read.codes()).containsExactly(ProblemCode.CELL_CONTROL);
        assertThat(read.sum(SliceTally::skipped)).isEqualTo(1);
    }

    @Test
    void aCellLongerThanASpreadsheetHoldsRejectsTheRow() {
        Exports.Read read = rows("v1,2026-09-01,E1," + "长".repeat(32_768) + ",60,40");
        assertThat(read.codes()).containsExactly(ProblemCode.CELL_TOO_LONG);
        assertThat(Words.in("en").message(read.problems.get(0)))
                .isEqualTo("The content of column department is too long (32768 characters).");
    }

    @Test
    void readingStopsWhenTheSinkSaysSo() {
        StringBuilder rows = new StringBuilder(Exports.HEADER).append('\n');
        for (int i = 0; i < 20_000; i++) {
            rows.append(row("v" + i)).append('\n');
        }
        Exports exports = new Exports(folder).file("visits.csv", rows.toString(), StandardCharsets.UTF_8);
        Exports.Read read = new Exports.Read() {
            @Override
            public boolean stop() {
                return marks.size() == 2;
            }
        };
        exports.read(exports.freeze().files().get(0).slices().get(0), read);
        assertThat(read.tallies.get(0).whole()).isFalse();
        assertThat(read.rows).hasSizeBetween(1, 19_999);
    }

    @Test
    void readingResumesAtAnyMark() {
        StringBuilder rows = new StringBuilder(Exports.HEADER).append('\n');
        for (int i = 0; i < 20_000; i++) {
            rows.append(row("v" + i)).append('\n');
        }
        Exports exports = new Exports(folder).file("visits.csv", rows.toString(), StandardCharsets.UTF_8);
        Slice slice = exports.freeze().files().get(0).slices().get(0);
        Exports.Read all = new Exports.Read();
        exports.read(slice, all);
        assertThat(all.marks).hasSizeGreaterThan(3);
        Mark third = all.marks.get(2);
        Exports.Read rest = new Exports.Read();
        exports.read(slice.from(third), rest);
        int from = all.rowRecords.indexOf(third.record());
        assertThat(rest.contents()).isEqualTo(all.contents().subList(from, 20_000));
        assertThat(rest.lines()).isEqualTo(all.lines().subList(from, 20_000));
        assertThat(rest.rowRecords).isEqualTo(all.rowRecords.subList(from, 20_000));
    }

    private Exports.Read rows(String... rows) {
        return new Exports(folder).rows(rows).read();
    }

    private Exports.Read text(String text) {
        return new Exports(folder)
                .file("visits.csv", text, StandardCharsets.UTF_8)
                .read();
    }

    private static String row(String id) {
        return id + ",2026-09-01 10:00,E1,骨科,60,40";
    }
}
