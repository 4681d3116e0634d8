package dev.steelyard.app.calculation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.TestRequest;
import dev.steelyard.app.calculation.RunRequest.Host;
import dev.steelyard.app.calculation.RunRequest.Mode;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.input.planfile.Setup;
import dev.steelyard.sample.NationalCompany;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Rows by columns and rows one by one leave the same bytes of every slice, whatever stands in the exports: whoever listens to rows
 * has them one by one.
 */
class BlocksTest {

    private static final int LINES = 400;

    private static final List<String> STREAMED = List.of(
            "orders",
            "sell_in",
            "sell_out",
            "hospital_purchases",
            "visits",
            "requests",
            "nps",
            "gifts_meetings",
            "trials");

    private static final List<String> CELLS = List.of(
            "",
            " ",
            "-",
            "--",
            "0",
            "-0",
            "1",
            "1.",
            ".5",
            "-12.50",
            "1,234.50",
            "(3)",
            "５",
            "￥9",
            "1e5",
            "1.23E+05",
            "12.345678",
            "0.12345678",
            "123456789012345678",
            "1234567890123456789",
            "99999999999999999999.5",
            "50%",
            "2026-09-01",
            "2026/9/1",
            "2026/09/01",
            "20260901",
            "2026-09-31",
            "2026-09-01 10:00",
            "2026-09-01 10:00:31",
            "2026-09-01T23:59:59",
            "2026-09-01 24:00",
            "2025-12-31 00:00",
            "2099-01-01",
            "yes",
            "否",
            "Y",
            "?",
            "high",
            "高",
            "HIGH",
            "E000001",
            "e000001",
            " E000001",
            "E999999",
            "C0000001",
            "c0000001",
            "P001",
            "合计",
            "小计",
            "示例",
            "V00000001",
            "O00000003",
            "o00000003",
            "'O00000003",
            "12345",
            "1E10",
            "=1+1",
            "a\"b",
            "中文",
            "a long text that is longer" + " than sixteen bytes and than sixty-four bytes together, as remarks are");

    private static Path clean;

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    @BeforeAll
    static void company() throws IOException {
        clean = shared.resolve("clean");
        NationalCompany.main(new String[] {clean.toString(), "0.01"});
    }

    @ParameterizedTest
    @CsvSource({
        "1, UTF-8, 33554432, false",
        "2, GB18030, 33554432, true",
        "3, UTF-16LE, 4000, true",
        "4, UTF-8, 700, false",
        "5, UTF-8, 2500, true",
        "6, GB18030, 9000, false",
        "7, UTF-8, 33554432, true",
        "8, UTF-8, 50000, true"
    })
    void everySliceIsTheSame(int seed, String charset, long sliceBytes, boolean registers) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        Path inputs = Files.createDirectory(folder.resolve("inputs"));
        try (Stream<Path> files = Files.list(clean)) {
            for (Path file : files.sorted().toList()) {
                String dataset = file.getFileName().toString().replace(".csv", "");
                byte[] bytes = STREAMED.contains(dataset)
                        ? encoded(polluted(Files.readAllLines(file), random), charset)
                        : Files.readAllBytes(file);
                Files.write(inputs.resolve(file.getFileName()), bytes);
            }
        }
        if (registers) {
            register(
                    inputs,
                    "splits",
                    "order_line_id,employee_id,share",
                    "O00000003,E000001,40%",
                    "O00000003,E000002,60%");
            register(inputs, "customer_assignments", "customer_id,employee_id,from,to", "C0000001,E000003,2026-01-01,");
            register(
                    inputs,
                    "assignments",
                    "employee_id,from,to,track,team,region",
                    "E000004,2026-08-11,,mature,T001,R1");
            register(
                    inputs,
                    "price_events",
                    "event_id,product_id,date,kind,old_price,new_price",
                    "X1,P001,2026-08-15,list,100,90");
        }
        Map<String, String> byColumns = kept(inputs, folder.resolve("columns"), sliceBytes, false);
        Map<String, String> oneByOne = kept(inputs, folder.resolve("rows"), sliceBytes, true);
        assertThat(byColumns).isNotEmpty().isEqualTo(oneByOne);
    }

    private static void register(Path inputs, String dataset, String... lines) throws IOException {
        Files.writeString(inputs.resolve(dataset + ".csv"), String.join("\n", lines) + "\n");
    }

    private static byte[] encoded(String text, String charset) {
        byte[] bytes = text.getBytes(Charset.forName(charset));
        return charset.equals("UTF-16LE")
                ? ByteBuffer.allocate(bytes.length + 2)
                        .put((byte) 0xFF)
                        .put((byte) 0xFE)
                        .put(bytes)
                        .array()
                : bytes;
    }

    /** The first lines, with a column that nobody knows, and every tenth not as systems write it. */
    private static String polluted(List<String> lines, SplittableRandom random) {
        String[] ends = {"\n", "\n", "\r\n"};
        StringBuilder text = new StringBuilder(lines.get(0)).append(",状态\n");
        for (int i = 1; i < Math.min(LINES, lines.size()); i++) {
            List<String> cells = new ArrayList<>(List.of(lines.get(i).split(",", -1)));
            cells.add(random.nextInt(3) == 0 ? "已审核" : random.nextInt(20) == 0 ? "草稿" : "");
            int at = random.nextInt(cells.size());
            switch (random.nextInt(40)) {
                case 0 -> cells.set(at, CELLS.get(random.nextInt(CELLS.size())));
                case 1 -> cells.set(at, "\"" + cells.get(at) + "\"");
                case 2 -> cells.set(at, "\"a \"\"b\"\", c\"");
                case 3 -> cells.remove(at);
                case 4 -> cells.add("x");
                case 5, 6, 7 -> cells.set(at, CELLS.get(random.nextInt(CELLS.size())));
                case 8 -> text.append(String.join(",", cells)).append('\n');
                case 9 -> text.append(random.nextInt(3) == 0 ? lines.get(0) + ",状态" : "")
                        .append('\n');
                default -> {}
            }
            text.append(String.join(",", cells)).append(ends[random.nextInt(ends.length)]);
        }
        return random.nextBoolean() ? text.toString() : text.substring(0, text.length() - 2);
    }

    /** What is kept of each slice, byte for byte, before duplicates are known and after. */
    private static Map<String, String> kept(Path inputs, Path output, long sliceBytes, boolean listens)
            throws IOException {
        Setup setup = Setup.read(Path.of("jobs/month-end.yaml"), Optional.empty());
        RunRequest request = TestRequest.of(setup)
                .run(
                        Period.parse("2026-09").orElseThrow(),
                        LocalDate.of(2026, 10, 12),
                        Mode.TRIAL,
                        inputs,
                        output,
                        new Host(1, sliceBytes, TestRequest.HOST.now(), "test"));
        Measuring measuring = Measuring.of(request, EarlierRuns.NONE, Progress.NONE, output, true);
        if (listens) {
            measuring = measuring.heardBy(Listening.to(slice -> (tally, subject, day, row) -> {}));
        }
        Map<String, String> kept = new TreeMap<>();
        for (int slice = 0; slice < measuring.intake().slices().size(); slice++) {
            measuring.measure(slice, Map.of());
        }
        keep(measuring, "before ", kept);
        for (var excluded : measuring.duplicates().entrySet()) {
            measuring.measure(excluded.getKey(), excluded.getValue());
        }
        keep(measuring, "after ", kept);
        return kept;
    }

    private static void keep(Measuring measuring, String when, Map<String, String> kept) throws IOException {
        try (Stream<Path> files = Files.walk(measuring.files().folder())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                kept.put(
                        when + measuring.files().folder().relativize(file),
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
    }
}
