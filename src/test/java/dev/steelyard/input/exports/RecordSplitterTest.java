package dev.steelyard.input.exports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.input.sheets.Mark;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The splitter cuts where Commons CSV does, whatever stands where among the eight bytes that it looks at together. */
class RecordSplitterTest {

    private static final String[] PIECES = {"a", "bc", " ", "!", "中", "é", "0123456", "\u007f", "#", "\t"};

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"1, UTF-8", "2, UTF-8", "3, GB18030", "4, GB18030", "5, UTF-8", "6, UTF-8"})
    void recordsAreThoseOfCommonsCsv(long seed, String charset) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            for (int cells = 1 + random.nextInt(4); cells > 0; cells--) {
                text.append(cell(random)).append(cells > 1 ? "," : "");
            }
            text.append(List.of("\n", "\r\n", "\r").get(random.nextInt(3)));
        }
        Path file = folder.resolve("text");
        Files.write(file, text.toString().getBytes(Charset.forName(charset)));
        List<String> expected = new ArrayList<>();
        try (var parser = CSVFormat.DEFAULT
                .builder()
                .setIgnoreEmptyLines(false)
                .get()
                .parse(Files.newBufferedReader(file, Charset.forName(charset)))) {
            long from = 0;
            for (CSVRecord record : parser) {
                if (record.getRecordNumber() > 1) {
                    expected.add(text.substring((int) from, (int) record.getCharacterPosition()));
                }
                from = record.getCharacterPosition();
            }
            expected.add(text.substring((int) from));
        }
        for (int block : new int[] {16, 61, 1 << 10}) {
            List<String> found = new ArrayList<>();
            try (RecordSplitter splitter = new RecordSplitter(file, new Mark(0, 1, 0), ',', block)) {
                while (splitter.next(Long.MAX_VALUE, block)) {
                    assertThat(splitter.verdict()).isEqualTo(RecordSplitter.Verdict.WHOLE);
                    for (int i = 0; i < splitter.count(); i++) {
                        found.add(Charset.forName(charset)
                                .decode(splitter.bytes(i, i + 1))
                                .toString());
                    }
                }
            }
            assertThat(found).isEqualTo(expected);
        }
    }

    private static String cell(SplittableRandom random) {
        StringBuilder cell = new StringBuilder();
        boolean quoted = random.nextInt(4) == 0;
        for (int i = random.nextInt(6); i > 0; i--) {
            int kind = quoted ? random.nextInt(14) : PIECES.length;
            cell.append(
                    switch (kind) {
                        case 10 -> "\"\"";
                        case 11 -> ",";
                        case 12 -> "\n";
                        case 13 -> "\r\n";
                        default -> PIECES[random.nextInt(PIECES.length)];
                    });
        }
        return quoted ? "\"" + cell + "\"" : cell.toString();
    }
}
