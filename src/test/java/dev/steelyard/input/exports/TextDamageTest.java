package dev.steelyard.input.exports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.dataset.Row;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.input.spelling.Spelling;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Damage to a column of text, which no type would notice: each row is read as it was written, or there is a finding. 40 exports of each
 * kind; 2,000 with {@code -Dproof.campaign=true}.
 */
class TextDamageTest {

    private static final int TRIALS = Boolean.getBoolean("proof.campaign") ? 2_000 : 40;

    private static final List<String> TEXTS = List.of(
            "骨科",
            "心内科（二区）",
            "3\"管路",
            "Ward 7, east",
            "门诊\n急诊",
            "张三说\"好\"",
            "“引号”",
            "妇产、儿科",
            "ICU;CCU",
            "肿瘤科|化疗",
            "𠮷田科");

    @TempDir
    Path folder;

    /** How a line comes to be another one. */
    enum Damage {
        QUOTE_BEFORE,
        QUOTE_WITHIN,
        QUOTE_AFTER,
        QUOTE_LOST,
        SEPARATOR_ADDED,
        SEPARATOR_LOST,
        LINE_END_ADDED,
        LINE_END_LOST,
        OTHER_ENCODING,
        ENCODED_TWICE,
        HALF_A_CHARACTER,
        REPLACED_CHARACTER,
        CONTROL_CHARACTER,
        LINE_CUT,
        LINES_MELTED
    }

    /** A clean export: id → its text, and its lines. */
    private record Export(Map<String, String> texts, List<String> lines, Charset charset) {}

    private static Export clean(Random random) {
        Map<String, String> texts = new HashMap<>();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 4 + random.nextInt(12); i++) {
            String text = TEXTS.get(random.nextInt(TEXTS.size()));
            texts.put("v" + i, text);
            boolean quoted = text.matches("(?s).*[\",\n].*") || random.nextBoolean();
            lines.add("v" + i + ",2026-09-0" + (1 + random.nextInt(9)) + ",E1,"
                    + (quoted ? '"' + text.replace("\"", "\"\"") + '"' : text) + ",60,4" + random.nextInt(10));
        }
        return new Export(texts, lines, random.nextBoolean() ? StandardCharsets.UTF_8 : Encoding.GB18030);
    }

    private static byte[] bytes(Export export, Damage damage, Random random, int at) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes((Exports.HEADER + "\n").getBytes(export.charset));
        for (int i = 0; i < export.lines.size(); i++) {
            out.writeBytes(
                    i == at
                            ? damaged(export.lines.get(i), damage, export.charset, random)
                            : (export.lines.get(i) + "\n").getBytes(export.charset));
        }
        return out.toByteArray();
    }

    private static byte[] damaged(String line, Damage damage, Charset charset, Random random) {
        int from = line.indexOf("E1,") + 3;
        int to = line.lastIndexOf(",60");
        int in = from + random.nextInt(to - from);
        String whole = line + "\n";
        Charset other = charset.equals(StandardCharsets.UTF_8) ? Encoding.GB18030 : StandardCharsets.UTF_8;
        String changed =
                switch (damage) {
                    case QUOTE_BEFORE -> put(whole, from, "\"");
                    case QUOTE_WITHIN -> put(whole, in, "\"");
                    case QUOTE_AFTER -> put(whole, to, "\"");
                    case QUOTE_LOST -> whole.replaceFirst("\"", "");
                    case SEPARATOR_ADDED -> put(whole, in, ",");
                    case SEPARATOR_LOST -> whole.substring(0, from - 1) + whole.substring(from);
                    case LINE_END_ADDED -> put(whole, in, random.nextBoolean() ? "\n" : "\r");
                    case LINE_END_LOST -> line;
                    case OTHER_ENCODING, LINES_MELTED, HALF_A_CHARACTER -> whole;
                    case ENCODED_TWICE -> new String(whole.getBytes(StandardCharsets.UTF_8), Encoding.GB18030);
                    case REPLACED_CHARACTER -> put(whole, in, random.nextBoolean() ? "\uFFFD" : "锟斤拷");
                    case CONTROL_CHARACTER -> put(whole, in, String.valueOf((char) (1 + random.nextInt(8))));
                    case LINE_CUT -> whole.substring(0, in) + "\n";
                };
        byte[] bytes = changed.getBytes(damage == Damage.OTHER_ENCODING ? other : charset);
        if (damage == Damage.HALF_A_CHARACTER) {
            int half = line.substring(0, from).getBytes(charset).length + 1;
            byte[] without = new byte[bytes.length - 1];
            System.arraycopy(bytes, 0, without, 0, half);
            System.arraycopy(bytes, half + 1, without, half, without.length - half);
            return without;
        }
        // As where a transfer lost a block: the line's beginning goes on with its end.
        return damage == Damage.LINES_MELTED
                ? (whole.substring(0, in) + whole.substring(Math.min(whole.length() - 1, in + 3))).getBytes(charset)
                : bytes;
    }

    private static String put(String line, int at, String what) {
        return line.substring(0, at) + what + line.substring(at);
    }

    @ParameterizedTest
    @EnumSource
    void noTextIsReadOtherThanItWasWrittenWithoutAFinding(Damage damage) {
        for (int trial = 0; trial < TRIALS; trial++) {
            Random random = new Random(trial);
            Export export = clean(random);
            int at = random.nextInt(export.lines.size());
            byte[] bytes = bytes(export, damage, random, at);
            Exports.Read read = new Exports(folder).file("visits.csv", bytes).read();
            List<Problem> findings = new ArrayList<>(read.fileProblems);
            findings.addAll(read.problems);
            findings.addAll(read.found);
            String as = damage + ", trial " + trial + "\n" + new String(bytes, export.charset);
            if (!findings.isEmpty()) {
                continue;
            }
            // Without a finding every row is there, and each text stands in the file, in its row and nowhere else.
            assertThat(read.rows).as(as).hasSameSizeAs(export.lines);
            for (Row row : read.rows) {
                String id = row.text("visit_id");
                String text = row.textOrBlank("department");
                if (!text.equals(export.texts.get(id))) {
                    assertThat(id).as(as).isEqualTo("v" + at);
                    assertThat(written(bytes, export.charset, id)).as(as).contains(text);
                }
            }
        }
    }

    /** What the file says between the third and the last comma but one of the line that begins with an id, without its quotes. */
    private static List<String> written(byte[] bytes, Charset charset, String id) {
        String file = new String(bytes, charset);
        int begin = file.indexOf("\n" + id + ",") + 1;
        int end = file.indexOf(",60,", begin);
        String cell = file.substring(file.indexOf("E1,", begin) + 3, end);
        String bare = cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"")
                ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"")
                : cell;
        return Arrays.asList(Spelling.strip(cell), Spelling.strip(bare));
    }
}
