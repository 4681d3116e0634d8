package dev.steelyard.input.exports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.input.spelling.Spelling;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random damage: whatever the bytes, each record is a row, a rejection or skipped, and slicing changes nothing. */
class PollutionTest {

    private static final String[] DIRT = {
        "\"", "\"\"", ",", ";", "\t", "\n", "\r", "\r\n", "\u0000", "'", "合计", "\"\n", ",\"", "\",", "\uFEFF", "\u2028",
        "\\", "𠮷", "="
    };

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void noRecordIsLostAndSlicingChangesNothing(int seed) {
        Random random = new Random(seed);
        Charset charset = seed % 2 == 0 ? StandardCharsets.UTF_8 : Encoding.GB18030;
        byte[] bytes = (Exports.HEADER + "\n" + polluted(random, 300)).getBytes(charset);
        Exports.Read whole = new Exports(folder).file("visits.csv", bytes).read();
        assertThat(whole.rows).as("seed %d", seed).hasSizeGreaterThan(20);
        assertThat(whole.rejected).as("seed %d", seed).isNotEmpty();
        assertEveryRecordOnce(whole, seed);
        for (long sliceBytes : new long[] {1, 57, 400, 5000, 100_000}) {
            Exports.Read sliced =
                    new Exports(folder, sliceBytes).file("visits.csv", bytes).read();
            assertThat(sliced.contents()).as("seed %d", seed).isEqualTo(whole.contents());
            assertThat(sliced.rowRecords).isEqualTo(whole.rowRecords);
            assertThat(sliced.lines()).isEqualTo(whole.lines());
            assertThat(sliced.problems).isEqualTo(whole.problems);
            assertThat(sliced.rejected).isEqualTo(whole.rejected);
            assertThat(sliced.rejectedRecords).isEqualTo(whole.rejectedRecords);
            assertThat(sliced.sum(SliceTally::records)).isEqualTo(whole.sum(SliceTally::records));
            assertThat(sliced.sum(SliceTally::skipped)).isEqualTo(whole.sum(SliceTally::skipped));
        }
    }

    private static void assertEveryRecordOnce(Exports.Read read, int seed) {
        SliceTally tally = read.tallies.get(0);
        assertThat(tally.rows() + tally.rejected() + tally.skipped())
                .as("seed %d", seed)
                .isEqualTo(tally.records());
        assertThat(tally.rows()).isEqualTo(read.rows.size());
        assertThat(tally.rejected()).isEqualTo(read.rejected.size());
        TreeSet<Long> seen = new TreeSet<>(read.rowRecords);
        seen.addAll(read.rejectedRecords);
        assertThat(seen).as("seed %d", seed).hasSize(read.rows.size() + read.rejected.size());
        assertThat(LongStream.rangeClosed(1, tally.records()).boxed().toList()).containsAll(seen);
    }

    @Test
    void hugeRecordsAreJudgedTheSameWhereverReadingBegins() {
        String line = "长".repeat(100_000);
        String text = String.join(
                "\n",
                Exports.HEADER,
                "v1,2026-09-01,E1,\"骨",
                (line + "\n").repeat(6) + "\"x,60,40",
                "v2,2026-09-01,E1,骨科,60,40",
                "v3,2026-09-01,E1,\"" + line.repeat(5) + "\",60,40",
                "v4,2026-09-01,E1," + "x".repeat((1 << 20) - 24) + ",60,40",
                "v5,2026-09-01,E1,骨科,60,40",
                "v6,2026-09-01,E1,\"" + line.repeat(4));
        Exports.Read whole = read(Freezer.SLICE_BYTES, text);
        assertThat(whole.values("visit_id")).containsExactly("v2", "v5");
        for (long sliceBytes : new long[] {1, 1000, 700_000}) {
            Exports.Read sliced = read(sliceBytes, text);
            assertThat(sliced.contents()).isEqualTo(whole.contents());
            assertThat(sliced.problems).isEqualTo(whole.problems);
            assertThat(sliced.rejected).isEqualTo(whole.rejected);
        }
    }

    private Exports.Read read(long sliceBytes, String text) {
        return new Exports(folder, sliceBytes)
                .file("visits.csv", text, StandardCharsets.UTF_8)
                .read();
    }

    /** Where a file is sound, the splitter and Commons CSV alone say the same. */
    @Test
    void soundFilesReadAsCommonsCsvReadsThem() throws IOException {
        Random random = new Random(7);
        StringBuilder text = new StringBuilder(Exports.HEADER).append('\n');
        for (int i = 0; i < 2_000; i++) {
            text.append("v")
                    .append(i)
                    .append(",2026-09-01,E1,")
                    .append(quoted(random).replace("\u0000", ""))
                    .append(",60,40\r\n");
        }
        List<String> expected = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(text.toString(), TextReader.format(','))) {
            for (CSVRecord record : parser) {
                expected.add(Spelling.strip(record.get(3)));
            }
        }
        Exports.Read read = new Exports(folder)
                .file("visits.csv", text.toString(), StandardCharsets.UTF_8)
                .read();
        assertThat(read.problems).isEmpty();
        assertThat(read.values("department").stream()
                        .map(value -> value == null ? "" : value)
                        .toList())
                .isEqualTo(expected.subList(1, expected.size()));
    }

    private static String quoted(Random random) {
        StringBuilder text = new StringBuilder("\"");
        for (int i = random.nextInt(6); i > 0; i--) {
            String piece = DIRT[random.nextInt(DIRT.length)];
            text.append(piece.replace("\"", "\"\"")).append((char) ('a' + random.nextInt(26)));
        }
        return text.append('"').toString();
    }

    private static String polluted(Random random, int rows) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < rows; i++) {
            StringBuilder row = new StringBuilder("v" + i + ",2026-09-01 10:00,E1,")
                    .append(random.nextInt(4) == 0 ? quoted(random) : "骨科")
                    .append(",60,40");
            if (random.nextInt(5) == 0) {
                for (int j = random.nextInt(3); j >= 0; j--) {
                    row.insert(random.nextInt(row.length()), DIRT[random.nextInt(DIRT.length)]);
                }
            }
            if (random.nextInt(60) == 0) {
                row.setLength(random.nextInt(row.length()));
            }
            text.append(row).append(random.nextInt(10) == 0 ? "\r\n" : "\n");
        }
        return text.toString();
    }
}
