package dev.steelyard.input.exports;

import static dev.steelyard.input.exports.RawBook.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files that are small to send and large to read: each is read, or refused by its name, within ten seconds of one processor and the
 * heap of the tests. A tenth of what {@code -Dproof.campaign=true} writes: there a comment has 1.9 GB, and 3 million lines a quote each.
 */
class HostileFilesTest {

    /** Time of the processor, not of the clock: what else the machine does is no part of it. */
    private static final Duration MOST = Duration.ofSeconds(10);

    private static final boolean CAMPAIGN = Boolean.getBoolean("proof.campaign");
    private static final int TENTH = CAMPAIGN ? 10 : 1;

    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final String HEADER = row(Exports.HEADER.split(","));
    private static final String ROW = row("v1", "2026-09-01", "E1", "骨科", "60", "40");

    @TempDir
    Path folder;

    /** A file, and whether any of its rows may be read. */
    private record Hostile(String kind, String file, Writing writing) {
        @Override
        public String toString() {
            return kind;
        }
    }

    @FunctionalInterface
    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    static Stream<Hostile> files() {
        return Stream.of(markup(), sheets(), merges(), quotes(), others()).flatMap(one -> one);
    }

    @ParameterizedTest
    @MethodSource("files")
    void isReadOrRefusedByNameWithinItsBounds(Hostile hostile) throws IOException {
        Exports exports = new Exports(folder).file(hostile.file(), new byte[0]);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(folder.resolve(hostile.file())))) {
            hostile.writing().to(out);
        }
        long before = processor();
        Freezer.Frozen frozen = exports.freeze();
        long[] rows = {0};
        RowSink counting = new RowSink() {
            @Override
            public void row(long record, dev.steelyard.engine.dataset.Row row) {
                rows[0]++;
            }

            @Override
            public void rejected(
                    long record,
                    java.util.List<dev.steelyard.engine.problem.Problem> problems,
                    java.util.List<String> cells) {
                rows[0]++;
            }
        };
        for (FrozenFile file : frozen.files()) {
            for (Slice slice : file.slices()) {
                new SliceReader(exports.store(), Exports.VISITS, Exports.SHANGHAI).read(slice, counting);
            }
        }
        assertThat(Duration.ofNanos(processor() - before)).isLessThan(MOST);
        if (frozen.files().isEmpty()) {
            assertThat(frozen.problems())
                    .isNotEmpty()
                    .allSatisfy(problem -> assertThat(problem.where().file()).isEqualTo(hostile.file()));
        } else {
            assertThat(rows[0]).isPositive();
        }
    }

    private static long processor() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    // ---------------------------------------------------------------- one long piece of markup

    private static Stream<Hostile> markup() {
        Map<String, String> parts = new TreeMap<>(Map.of(
                "workbook", "xl/workbook.xml",
                "sheet", SHEET,
                "relations", "xl/_rels/workbook.xml.rels"));
        Stream<Hostile> comments = parts.entrySet().stream()
                .map(part -> book(
                        "a comment in the " + part.getKey(), part.getValue(), "<!--", "-->", 190_000_000L * TENTH));
        return Stream.concat(
                comments,
                Stream.of(
                        book("an instruction", SHEET, "<?x ", "?>", 190_000_000L * TENTH),
                        book("an attribute", SHEET, "<x a='", "'/>", 190_000_000L * TENTH),
                        book("an attribute's blanks", SHEET, "<x ", "/>", 190_000_000L * TENTH),
                        book(
                                "the text of one cell",
                                SHEET,
                                "<row><c t='str'><v>",
                                "</v></c></row>",
                                190_000_000L * TENTH),
                        book("text between rows", SHEET, " ", " ", 190_000_000L * TENTH)));
    }

    private static Hostile book(String kind, String part, String open, String close, long length) {
        return new Hostile(kind, "visits.xlsx", out -> {
            byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
            write(out, new RawBook().sheet("九月", HEADER + ROW), part, into -> {
                into.write(open.getBytes(StandardCharsets.UTF_8));
                for (long left = length; left > 0; left -= blanks.length) {
                    into.write(blanks);
                }
                into.write(close.getBytes(StandardCharsets.UTF_8));
            });
        });
    }

    /** The book, with something before the end of a part's root. */
    private static void write(OutputStream out, RawBook book, String grown, Writing with) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (Map.Entry<String, byte[]> part : book.parts().entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                String xml = new String(part.getValue(), StandardCharsets.UTF_8);
                int end = part.getKey().equals(grown) ? xml.lastIndexOf("</") : xml.length();
                zip.write(xml.substring(0, end).getBytes(StandardCharsets.UTF_8));
                if (end < xml.length()) {
                    with.to(zip);
                }
                zip.write(xml.substring(end).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    // ---------------------------------------------------------------- sheets without end

    private static Stream<Hostile> sheets() {
        return Stream.of(
                sheets("5,000 sheets of one part", "", i -> "worksheets/sheet1.xml"),
                sheets("5,000 hidden sheets of one part", "hidden", i -> "worksheets/sheet1.xml"),
                sheets("5,000 sheets that are not there", "", i -> "worksheets/sheet" + (i + 1) + ".xml"),
                new Hostile("5,000 sheets of their own", "visits.xlsx", out -> {
                    RawBook book = new RawBook();
                    for (int i = 0; i < 5000; i++) {
                        book.sheet("S" + i, HEADER + ROW);
                    }
                    out.write(book.bytes());
                }),
                new Hostile("250 sheets of 100 rows", "visits.xlsx", out -> {
                    RawBook book = new RawBook();
                    for (int i = 0; i < 250; i++) {
                        book.sheet("S" + i, HEADER + ROW.repeat(100));
                    }
                    out.write(book.bytes());
                }));
    }

    private static Hostile sheets(String kind, String state, IntFunction<String> part) {
        return new Hostile(kind, "visits.xlsx", out -> {
            RawBook book = new RawBook().sheet("S0", HEADER + ROW.repeat(50));
            for (int i = 1; i < 5000; i++) {
                book.list("S" + i, state, part.apply(i));
            }
            out.write(book.bytes());
        });
    }

    // ---------------------------------------------------------------- merged areas

    private static Stream<Hostile> merges() {
        return Stream.of(
                merges("60,000 merges of two rows", i -> "D" + (2 + i % 29_000) + ":D" + (3 + i % 29_000)),
                merges("60,000 merges of a column", i -> "D2:D30000"),
                merges("60,000 merges of a row", i -> "A" + (2 + i % 29_000) + ":F" + (2 + i % 29_000)),
                merges("60,000 merges beside each other", i -> "D" + (2 + i / 4) + ":G" + (2 + i / 4)),
                merges("60,000 merges that grow", i -> "D" + (2 + i % 15_000) + ":D" + (30_000 - i % 15_000)));
    }

    private static Hostile merges(String kind, IntFunction<String> area) {
        return new Hostile(kind, "visits.xlsx", out -> {
            StringBuilder rows = new StringBuilder(HEADER);
            StringBuilder merges = new StringBuilder("<mergeCells>");
            for (int i = 0; i < 60_000; i++) {
                if (i % 2 == 0) {
                    rows.append(row("v" + i, "2026-09-01", "E1", "", "60", "40"));
                }
                merges.append("<mergeCell ref='").append(area.apply(i)).append("'/>");
            }
            out.write(new RawBook()
                    .sheet("九月", "", rows.toString(), merges + "</mergeCells>")
                    .bytes());
        });
    }

    // ---------------------------------------------------------------- quotes that nobody closes

    private static Stream<Hostile> quotes() {
        String line = "v%d,2026-09-01,E1,\"骨科,60,40\n";
        return Stream.of(
                text("a quote in every line", line, line, StandardCharsets.UTF_8),
                text("a quote in every line of GB18030", line, line, Encoding.GB18030),
                text("a quote in the first line", line, "v%d,2026-09-01,E1,骨科,60,40\n", StandardCharsets.UTF_8),
                text(
                        "a quote in the first line, others closed",
                        line,
                        "v%d,2026-09-01,E1,\"骨科\",60,40\n",
                        StandardCharsets.UTF_8),
                text(
                        "a quote before each end",
                        "v%d,2026-09-01,E1,骨科,60,\"40\n",
                        "v%d,2026-09-01,E1,骨科,60,\"40\n",
                        StandardCharsets.UTF_8),
                text(
                        "three quotes in every line",
                        "\"%d\"\"\",\n",
                        "v%d,\"2026-09-01,\"\"E1,骨科,60,40\n",
                        StandardCharsets.UTF_8));
    }

    private static Hostile text(String kind, String first, String line, Charset charset) {
        return new Hostile(kind, "visits.csv", out -> {
            out.write((Exports.HEADER + "\n" + first.replace("%d", "x")).getBytes(charset));
            for (int i = 0; i < 300_000 * TENTH; i++) {
                out.write(line.replace("%d", Integer.toString(i)).getBytes(charset));
            }
        });
    }

    // ---------------------------------------------------------------- and others

    private static Stream<Hostile> others() {
        byte[] commas = ",".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        byte[] digits = "9".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        return Stream.of(
                endless("a line of commas", commas),
                endless("a number without end", digits),
                endless("nothing but zeros", new byte[1 << 20]),
                endless("nothing but line ends", "\n".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII)),
                new Hostile(
                        "a row of a million cells",
                        "visits.xlsx",
                        out -> out.write(new RawBook()
                                .sheet("九月", HEADER + "<row>" + "<c><v>1</v></c>".repeat(1_000_000) + "</row>" + ROW)
                                .bytes())),
                new Hostile(
                        "numbers of a thousand digits",
                        "visits.xlsx",
                        out -> out.write(new RawBook()
                                .sheet(
                                        "九月",
                                        HEADER
                                                + ("<row><c><v>" + "9".repeat(1000) + "E999999</v></c></row>")
                                                        .repeat(5_000))
                                .bytes())),
                new Hostile("a hundred thousand parts", "visits.xlsx", out -> {
                    RawBook book = new RawBook().sheet("九月", HEADER + ROW);
                    for (int i = 0; i < 100_000; i++) {
                        book.part("xl/media/" + i, "");
                    }
                    out.write(book.bytes());
                }));
    }

    private static Hostile endless(String kind, byte[] block) {
        return new Hostile(kind, "visits.csv", out -> {
            out.write((Exports.HEADER + "\nv1,2026-09-01,E1,骨科,60,").getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 10 * TENTH; i++) {
                out.write(block);
            }
        });
    }
}
