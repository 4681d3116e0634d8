package dev.steelyard.output.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.junit.jupiter.api.Test;

/** Cells that need no quotes are written without the library, which would write them so too. */
class CsvTableTest {

    private static final String SIGNS = "aZ09.-_:/;|'#,\"=+ \t\r\n宋，";

    private static String cell(SplittableRandom chance) {
        StringBuilder cell = new StringBuilder();
        for (int length = chance.nextInt(4); length > 0; length--) {
            cell.append(SIGNS.charAt(chance.nextInt(SIGNS.length())));
        }
        return cell.toString();
    }

    private static String byTheLibrary(List<List<String>> records) throws IOException {
        StringBuilder text = new StringBuilder();
        CSVPrinter printer = new CSVPrinter(
                text, CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get());
        for (List<String> record : records) {
            for (String cell : record) {
                printer.print(cell.isEmpty() ? null : cell);
            }
            printer.println();
        }
        return text.toString();
    }

    @Test
    void anyRowIsWrittenAsTheLibraryDoes() throws IOException {
        SplittableRandom chance = new SplittableRandom(347);
        for (int table = 0; table < 200; table++) {
            int width = 1 + chance.nextInt(4);
            List<List<String>> records = new ArrayList<>();
            records.add(List.of("employee_id", "name", "note", "status").subList(0, width));
            for (int row = chance.nextInt(20); row > 0; row--) {
                records.add(
                        IntStream.range(0, width).mapToObj(any -> cell(chance)).toList());
            }
            List<CsvTable.Column<List<String>>> columns = IntStream.range(0, width)
                    .mapToObj(at -> CsvTable.column(
                            records.get(0).get(at), (Function<List<String>, String>) record -> record.get(at)))
                    .toList();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new CsvTable<>("any.csv", columns).write(records.listIterator(1), out);
            assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(byTheLibrary(records));
        }
    }
}
