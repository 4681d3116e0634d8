package dev.steelyard.input.exports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.dataset.DatasetColumn;
import dev.steelyard.engine.dataset.Row;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.input.planfile.ExportsFile;
import dev.steelyard.input.planfile.PlanFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damage as hands, spreadsheets, uploads and wrong encodings do it, one at a time, to a clean export: whatever comes out as a row
 * has the numbers, ids and days that were written before, or there is a finding. 15 exports of each of 20
 * kinds; 1,000 of each with {@code -Dproof.campaign=true}.
 */
class DamageTest {

    private static final int TRIALS = Boolean.getBoolean("proof.campaign") ? 20_000 : 300;
    private static final List<String> IDS = List.of("E0001", "E0002", "C0001", "C0002", "P01", "P02");
    private static final String HEADER = "订单行号,订单日期,工号,客户编码,产品编码,备注,数量,金额,成本";

    private static final Map<String, Schema> WRITTEN = ExportsFile.read(Path.of("jobs/exports.yaml"));
    private static final Schema ORDERS = ExportsFile.under(
                    PlanFile.read(Path.of("jobs/plans/reference-2026.yaml"), WRITTEN), WRITTEN)
            .get("orders");

    @TempDir
    Path folder;

    /** Lines of a clean export, and the file's encoding and line ends. */
    private record Export(List<String> lines, Charset charset) {
        byte[] bytes() {
            return (String.join("\n", lines) + "\n").getBytes(charset);
        }
    }

    private static Export clean(Random random) {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        int rows = 3 + random.nextInt(25);
        for (int i = 0; i < rows; i++) {
            String remark = random.nextInt(3) == 0 ? "\"华东区域，一\"\"院\"\"\"" : "第二人民医院";
            lines.add("L" + (100 + i) + ",2026-09-" + (10 + random.nextInt(20)) + ",E000" + (1 + random.nextInt(2))
                    + ",C000" + (1 + random.nextInt(2)) + ",P0" + (1 + random.nextInt(2)) + "," + remark + ","
                    + (1 + random.nextInt(300)) + "," + random.nextInt(1_000_000) + "." + (10 + random.nextInt(90))
                    + ","
                    + random.nextInt(100_000) + ".50");
        }
        return new Export(lines, random.nextBoolean() ? StandardCharsets.UTF_8 : Encoding.GB18030);
    }

    private static byte[] damaged(Export clean, int kind, Random random) {
        List<String> lines = new ArrayList<>(clean.lines);
        int at = 1 + random.nextInt(lines.size() - 1);
        String[] cells = lines.get(at).split(",", -1);
        int cell = random.nextInt(cells.length);
        String value = cells[cell];
        int in = value.isEmpty() ? 0 : random.nextInt(value.length());
        switch (kind) {
            case 0 -> cells[cell] = value.replace('1', '１').replace('0', '０').replace('.', '．');
            case 1 -> cells[cell] = value.substring(0, in) + "²①⑧½⑨₂".charAt(random.nextInt(6)) + value.substring(in);
            case 2 -> cells[cell] = value.substring(0, in) + (char) (1 + random.nextInt(8)) + value.substring(in);
            case 3 -> cells[cell] = value.substring(0, in) + '"' + value.substring(in);
            case 4 -> cells[cell] = value.substring(0, in) + ',' + value.substring(in);
            case 5 -> cells[cell] = value.substring(0, in) + '\n' + value.substring(in);
            case 6 -> cells[cell] =
                    value + List.of("%", "万", "元", "USD", "?", " ").get(random.nextInt(6));
            case 7 -> cells[cell] = List.of("=", "'", "$", "¥", "@", "+").get(random.nextInt(6)) + value;
            case 8 -> cells[1] = List.of("10/09/26", "26-09-10", "2026.1", "46266", "明天", "2026-09-31", "09/10/2026")
                    .get(random.nextInt(7));
            case 9 -> cells[7] = List.of("1,10,000", "1.2万", "#N/A", "-", "/", "无", "", "1e5", "12%", "(5", "1 000")
                    .get(random.nextInt(11));
            case 10 -> cells[2 + random.nextInt(3)] = List.of(
                            "", "-", "N/A", "e0001", "E 0001", "'E0001", "C9", "1E+05")
                    .get(random.nextInt(8));
            case 11 -> {
                lines.remove(0);
                lines.add(at, HEADER);
                return new Export(lines, clean.charset).bytes();
            }
            case 12 -> {
                lines.add(lines.get(at)
                        .replaceFirst("^L", List.of("l", "L ", "'L", " L").get(random.nextInt(4))));
                return new Export(lines, clean.charset).bytes();
            }
            case 13 -> {
                byte[] all = clean.bytes();
                int last = (lines.get(lines.size() - 1) + "\n").getBytes(clean.charset).length;
                return Arrays.copyOf(all, all.length - 1 - random.nextInt(last - 2));
            }
            case 14 -> {
                return mixed(lines, at, clean.charset);
            }
            case 15 -> {
                lines.set(at, lines.get(at).replaceFirst(",\"", "\""));
                return new Export(lines, clean.charset).bytes();
            }
            case 16 -> {
                lines.set(
                        0,
                        HEADER.replace(
                                "金额", List.of("金额(美元)", "金额(K)", "销售金额（含税）").get(random.nextInt(3))));
                return new Export(lines, clean.charset).bytes();
            }
            case 17 -> {
                lines.replaceAll(line -> line.replace(',', '，'));
                return new Export(lines, clean.charset).bytes();
            }
            case 18 -> {
                lines.set(at, lines.get(at).replaceFirst(",", ""));
                return new Export(lines, clean.charset).bytes();
            }
            default -> {
                lines.set(at, lines.get(at) + ",");
                return new Export(lines, clean.charset).bytes();
            }
        }
        lines.set(at, String.join(",", cells));
        return new Export(lines, clean.charset).bytes();
    }

    /** A line in the other encoding. */
    private static byte[] mixed(List<String> lines, int at, Charset charset) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Charset other = charset.equals(StandardCharsets.UTF_8) ? Encoding.GB18030 : StandardCharsets.UTF_8;
        for (int i = 0; i < lines.size(); i++) {
            out.writeBytes((lines.get(i) + "\n").getBytes(i == at ? other : charset));
        }
        return out.toByteArray();
    }

    @Test
    void noRowIsReadOtherThanWrittenWithoutAFinding() {
        Map<Integer, Integer> found = new HashMap<>();
        for (int trial = 0; trial < TRIALS; trial++) {
            Random random = new Random(trial);
            Export clean = clean(random);
            int kind = trial % 20;
            byte[] bytes = damaged(clean, kind, random);
            Exports.Read before = read(clean.bytes());
            assertThat(before.problems).isEmpty();
            Exports.Read after = read(bytes);
            boolean finding = !after.problems.isEmpty() || !after.fileProblems.isEmpty();
            String as = "trial " + trial + ", kind " + kind + "\n" + new String(bytes, clean.charset);
            Map<String, Row> written = new HashMap<>();
            before.rows.forEach(row -> written.put(RowKey.folded(row), row));
            for (Row row : after.rows) {
                Row original = written.get(RowKey.folded(row));
                // Of a key that was damaged, the row is what it says: another key.
                List<String> unlike = original == null ? List.of() : unlike(row, original);
                if (!unlike.isEmpty()) {
                    assertThat(finding).as(as + unlike).isTrue();
                }
            }
            boolean renamed = after.rows.stream().anyMatch(row -> !written.containsKey(RowKey.folded(row)));
            if (after.rows.stream().map(RowKey::folded).distinct().count() < written.size()) {
                assertThat(finding || renamed).as(as).isTrue();
            }
            found.merge(kind, finding ? 1 : 0, Integer::sum);
        }
        assertThat(found.values().stream().mapToInt(Integer::intValue).sum()).isGreaterThan(TRIALS / 3);
    }

    /** Columns with another number, day or known id than were written; an unknown id is rejected where it names nothing. */
    private static List<String> unlike(Row row, Row original) {
        List<String> unlike = new ArrayList<>();
        for (DatasetColumn column : ORDERS.columns()) {
            Object now = row.values()[ORDERS.indexOf(column.name())];
            Object then = original.values()[ORDERS.indexOf(column.name())];
            boolean id = column.references().isPresent();
            // An employee's id where a customer's belongs names nobody.
            boolean known = id
                    && now != null
                    && then != null
                    && IDS.contains(now)
                    && ((String) now).charAt(0) == ((String) then).charAt(0);
            boolean differs = now instanceof BigDecimal number && then instanceof BigDecimal other
                    ? number.compareTo(other) != 0
                    : now == null ? then != null : !now.equals(then);
            if (differs && (column.type().isNumeric() || column.type() == DatasetColumn.Type.DATE || known)) {
                unlike.add(column.name() + ": " + then + " → " + now);
            }
        }
        return unlike;
    }

    private int files;

    /** A store for some trials: whoever opens one looks at all that lies in it, so one for all takes ever longer. */
    private Path store() {
        try {
            return Files.createDirectories(folder.resolve("store-" + files / 200));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Exports.Read read(byte[] bytes) {
        Exports.Read read = new Exports.Read() {
            @Override
            public void said(Problem problem) {
                fileProblems.add(problem);
            }
        };
        Exports exports = new Exports(store()).schema(ORDERS).file("orders-" + files++ % 2 + ".csv", bytes);
        var frozen = exports.freeze();
        read.fileProblems.addAll(frozen.problems());
        frozen.files().forEach(file -> file.slices().forEach(slice -> exports.read(slice, read)));
        return read;
    }
}
