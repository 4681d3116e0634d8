package dev.steelyard.app.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.Golden;
import dev.steelyard.TestRequest;
import dev.steelyard.app.calculation.Progress;
import dev.steelyard.app.calculation.RunRequest;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.engine.run.AmountSum;
import dev.steelyard.engine.run.InputFile;
import dev.steelyard.engine.run.InputFile.Counts;
import dev.steelyard.input.planfile.Setup;
import dev.steelyard.ledger.database.LedgerDatabase;
import dev.steelyard.output.workbook.Dump;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rejects workbook of the sample company, and what becomes of its rows once they are corrected. */
class CorrectionsTest {

    private static final Path GOLDEN = Path.of("src/test/resources/workbook");
    private static final Setup SETUP = Setup.read(Path.of("jobs/month-end.yaml"), Optional.empty());
    private static final Period SEPTEMBER = Period.parse("2026-09").orElseThrow();

    private static final AtomicReference<byte[]> FIRST = new AtomicReference<>();

    @TempDir
    Path temp;

    private Path inputs;

    @BeforeEach
    void copyTheSample() throws IOException {
        inputs = Files.createDirectory(temp.resolve("in"));
        try (Stream<Path> sample = Files.list(Path.of("input-samples"))) {
            for (Path file : sample.toList()) {
                Files.copy(file, inputs.resolve(file.getFileName().toString()));
            }
        }
    }

    private Outcome run(String language) throws Exception {
        TestRequest asked = TestRequest.of(SETUP);
        RunRequest request = new RunRequest(
                asked.job(),
                asked.rules(),
                SEPTEMBER,
                LocalDate.of(2026, 10, 12),
                RunRequest.Mode.FINAL,
                inputs,
                false,
                temp.resolve("out"),
                language,
                TestRequest.HOST,
                List.of());
        try (LedgerDatabase database = LedgerDatabase.open(request.ledger(), Optional.empty())) {
            return new RunLauncher(request, database, Progress.NONE).run();
        }
    }

    private Outcome.Published published() throws Exception {
        return (Outcome.Published) run("zh");
    }

    /** The sample company's first edition; its rejects workbook is the same bytes whichever test runs it. */
    private Outcome.Published firstEdition() throws Exception {
        Outcome.Published first = published();
        byte[] book = Files.readAllBytes(rejects(first));
        byte[] before = FIRST.compareAndExchange(null, book);
        assertThat(book).isEqualTo(before == null ? book : before);
        return first;
    }

    private static Path rejects(Outcome.Published edition) {
        return edition.folder().resolve("rejects-2026-09.xlsx");
    }

    /** The one for HR first, then those of datasets that stand apart. */
    private static List<Path> allRejects(Outcome.Published edition) throws IOException {
        try (Stream<Path> files = Files.list(edition.folder())) {
            return files.filter(file -> file.getFileName().toString().startsWith("rejects-"))
                    .sorted()
                    .toList();
        }
    }

    private static Counts sum(Outcome.Published edition) {
        return edition.inputs().stream().map(InputFile::rows).reduce(Counts.NONE, Counts::plus);
    }

    private static AmountSum amounts(Outcome.Published edition) {
        return edition.inputs().stream()
                .filter(file -> file.name().equals("销售明细_补录.csv"))
                .findFirst()
                .orElseThrow()
                .sums()
                .get("amount");
    }

    private static long count(Outcome.Published edition, ProblemCode code) {
        return edition.problems().counts().getOrDefault(code, 0L);
    }

    /** Nobody is held any longer for want of a target once the workbook of missing ones is filled in and put back. */
    @Test
    void missingTargetsAreFilledInAndPutBack() throws Exception {
        Outcome.Published first = firstEdition();
        Path missing = first.folder().resolve("targets-missing-2026-09.xlsx");
        try (InputStream in = Files.newInputStream(missing);
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            XSSFSheet sheet = book.getSheetAt(0);
            assertThat(Dump.of(Files.readAllBytes(missing)))
                    .contains("1: 对象类型 | 对象 | 指标 | 周期 | 目标值 | 姓名")
                    .contains("员工 | E0405 | 销售额 | 2026-09 |");
            for (int i = 1; i <= sheet.getLastRowNum(); i++) {
                sheet.getRow(i).getCell(4).setCellValue(300_000);
            }
            try (OutputStream out = Files.newOutputStream(inputs.resolve("targets-missing-2026-09.xlsx"))) {
                book.write(out);
            }
        }
        assertThat(count(first, ProblemCode.TARGET_MISSING)).isPositive();
        Outcome.Published second = published();
        assertThat(count(second, ProblemCode.TARGET_MISSING)).isZero();
        assertThat(second.folder().resolve("targets-missing-2026-09.xlsx")).doesNotExist();
        assertThat(Files.readString(second.folder().resolve("scores.csv"))).doesNotContain(",held,");
    }

    // ------------------------------------------------------------------ the workbook

    /** After a change that is meant, {@code -Dgolden.update=true} writes the files anew; read their difference. */
    @Test
    void saysWhatItAlwaysSaid() throws Exception {
        for (String language : List.of("zh", "en")) {
            Outcome.Published edition = language.equals("zh") ? firstEdition() : (Outcome.Published) run(language);
            byte[] book = Files.readAllBytes(rejects(edition));
            // The run id hashes the whole plan, and the revision is the test's own.
            String dump = Dump.of(book);
            Path golden = GOLDEN.resolve("rejects-" + language + ".txt");
            Golden.sheets(golden, dump);
            checkLayout(rejects(edition));
            everyRejectedRowIsInIt(edition);
        }
    }

    private static void checkLayout(Path book) throws IOException {
        try (InputStream in = Files.newInputStream(book);
                XSSFWorkbook read = new XSSFWorkbook(in)) {
            for (int i = 0; i < read.getNumberOfSheets(); i++) {
                XSSFSheet sheet = read.getSheetAt(i);
                assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
                assertThat(sheet.getRepeatingRows()).isNotNull();
                assertThat(sheet.getFitToPage()).isTrue();
                assertThat(sheet.getMergedRegions()).isEmpty();
                sheet.forEach(row ->
                        row.forEach(cell -> assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA)));
            }
        }
    }

    /** Every row that problems.csv calls rejected, with the cells of its line. */
    private void everyRejectedRowIsInIt(Outcome.Published edition) throws IOException {
        Map<String, List<String>> shown = new HashMap<>();
        for (Path book : allRejects(edition)) {
            eachRejected(book, (row, own) -> {
                List<String> cells = new ArrayList<>();
                own.forEach(cell -> cells.add(cell.toString()));
                shown.put(place(row), cells);
            });
        }
        long rejected = sum(edition).rejected();
        assertThat(shown).hasSize((int) rejected);
        assertThat(shown.get("销售明细_补录.csv::4"))
                .containsExactly("202609900002", "2026/9/11", "E0702", "C3003", "P02", "1", "12O00.00", "700.00");
        assertThat(shown.get("拜访记录_2026-07.csv::303"))
                .containsExactly("V900003", "2026/7/15 11:00", "E0102", "C1001", "骨科", "是", "30", "20", "普通", "是", "是");
        String problems = Files.readString(edition.folder().resolve("problems.csv"), StandardCharsets.UTF_8);
        assertThat(shown.keySet()).isNotEmpty().allSatisfy(place -> assertThat(problems)
                .contains(place.replace("::", ",,").replace(":", ",") + ","));
    }

    /** A rejected row's own cells. */
    private interface Rejected {
        void row(Row row, List<Cell> own);
    }

    private static void eachRejected(Path book, Rejected to) throws IOException {
        try (InputStream in = Files.newInputStream(book);
                XSSFWorkbook read = new XSSFWorkbook(in)) {
            each(read, to);
        }
    }

    private static void each(XSSFWorkbook book, Rejected to) {
        for (Sheet sheet : book) {
            Row header = sheet.getRow(sheet.getRepeatingRows().getFirstRow());
            int first = header == null ? 0 : at(header, "原因", "Reason") + 1;
            if (first == 0) {
                continue;
            }
            int fix = at(header, "怎么办", "What to do");
            for (int i = header.getRowNum() + 1; i <= sheet.getLastRowNum(); i++) {
                List<Cell> own = new ArrayList<>();
                for (int j = first; j < fix; j++) {
                    own.add(sheet.getRow(i).getCell(j));
                }
                while (own.get(own.size() - 1).toString().isEmpty()) {
                    own.remove(own.size() - 1);
                }
                to.row(sheet.getRow(i), own);
            }
        }
    }

    private static int at(Row header, String zh, String en) {
        for (Cell cell : header) {
            if (cell.toString().equals(zh) || cell.toString().equals(en)) {
                return cell.getColumnIndex();
            }
        }
        return -1;
    }

    /** {@code file:sheet:row}. */
    private static String place(Row row) {
        return row.getCell(0) + ":" + row.getCell(1) + ":"
                + (long) row.getCell(2).getNumericCellValue();
    }

    // ------------------------------------------------------------------ corrections

    private static void set(Row row, List<Cell> own, int at, String text) {
        Cell cell = at < own.size() ? own.get(at) : row.getCell(own.get(0).getColumnIndex() + at);
        // An inline string would keep its text beside the new one.
        cell.setBlank();
        cell.setCellValue(text);
    }

    /** Mends what the sample company's exports have wrong, as a person would, and leaves one row as it is. */
    private void correct(Outcome.Published from, Path to) throws IOException {
        Map<String, String[]> mended = new HashMap<>();
        mended.put("销售明细_ERP.csv::5", new String[] {"2", "E0401"});
        mended.put("销售明细_补录.csv::4", new String[] {"6", "12000.00"});
        mended.put("销售明细_补录.csv::5", new String[] {"2", "E0702"});
        mended.put("销售明细_补录.csv::6", new String[] {"4", "P02"});
        mended.put("销售明细_补录.csv::7", new String[] {"3", "C3003"});
        mended.put("销售明细_补录.csv::9", new String[] {"0", "202609900007"});
        mended.put("销售明细_补录.csv::10", new String[] {"0", "202609900010"});
        mended.put("销售明细_补录.csv::12", new String[] {"5", "2", "6", "24000.00", "7", "15000.00"});
        mended.put("targets.csv::188", new String[] {"4", "350000"});
        mended.put("targets.csv::189", new String[] {"4", "450000"});
        mended.put("经销商出货.csv::543", new String[] {"6", "10"});
        mended.put("经销商出货.csv::544", new String[] {"3", "E0301"});
        mended.put("拜访记录_2026-07.csv::302", new String[] {"7", "25"});
        mended.put("拜访记录_2026-07.csv::303", new String[] {"10", ""});
        mended.put("拜访记录_2026-07.csv::304", new String[] {"1", "2026/6/30 11:00"});
        mended.put("客户调研.csv::1228", new String[] {"4", "10"});
        mended.put("客户调研.csv::1229", new String[] {"3", "E0102"});
        mended.put("临床需求.csv::800", new String[] {"6", "2026-09-09 16:00"});
        mended.put("渠道服务.xlsx:渠道服务:182", new String[] {"3", "5"});
        mended.put("渠道服务.xlsx:渠道服务:183", new String[] {"4", "3.5%"});
        mended.put("知识考核.xlsx:成绩:363", new String[] {"3", "100"});
        for (Path one : allRejects(from)) {
            Path back = one.equals(rejects(from))
                    ? to
                    : to.resolveSibling(one.getFileName().toString());
            correct(one, back, mended);
        }
        assertThat(mended).isEmpty();
    }

    private static void correct(Path from, Path to, Map<String, String[]> mended) throws IOException {
        try (InputStream in = Files.newInputStream(from);
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            each(book, (row, own) -> {
                String[] changes = mended.remove(place(row));
                for (int i = 0; changes != null && i < changes.length; i += 2) {
                    set(row, own, Integer.parseInt(changes[i]), changes[i + 1]);
                }
                if (place(row).equals("拜访记录_2026-07.csv::41")) {
                    String[] cells = {"V900001", "2026/7/15 10:00", "E0102", "C1001", "骨科", "是", "30", "20", "普通", "是"};
                    for (int i = 0; i < cells.length; i++) {
                        set(row, own, i, cells[i]);
                    }
                }
            });
            try (OutputStream out = Files.newOutputStream(to)) {
                book.write(out);
            }
        }
    }

    /** What was answered in confidence, who complained and what of is in the workbook of those who look after it alone. */
    @Test
    void rowsOfConfidentialDataStandApart() throws Exception {
        Files.writeString(
                inputs.resolve("合规事件_补录.csv"),
                "event_id,event_date,employee_id,kind,severity,status,verified_date,evidence\n"
                        + "V77,2026-09-03,E9996,bribery,veto,alleged,,举报人李某的录音\n");
        Outcome.Published edition = published();
        String forHr = Dump.of(Files.readAllBytes(rejects(edition)));
        assertThat(forHr).contains("销售明细_补录.csv").doesNotContain("客户调研.csv", "Q900001", "V77", "李某");
        assertThat(Dump.of(Files.readAllBytes(edition.folder().resolve("rejects-nps-2026-09.xlsx"))))
                .contains("Q900001", "只含「客户调研」的行")
                .doesNotContain("销售明细_补录.csv", "李某");
        assertThat(Dump.of(Files.readAllBytes(edition.folder().resolve("rejects-compliance_events-2026-09.xlsx"))))
                .contains("V77", "举报人李某的录音")
                .doesNotContain("销售明细_补录.csv", "Q900001");
        // Nobody gave feedback that cannot be read.
        assertThat(edition.folder().resolve("rejects-feedback-2026-09.xlsx")).doesNotExist();
    }

    @Test
    void correctedRowsCountAndTheNextRevisionSaysSo() throws Exception {
        Outcome.Published first = firstEdition();
        Counts before = sum(first);
        Path corrections = inputs.resolve("rejects-2026-09.xlsx");
        correct(first, corrections);

        Outcome.Published second = published();
        Counts after = sum(second);
        assertThat(second.identity().revision()).isEqualTo(2);
        assertThat(after.read()).isEqualTo(before.read());
        assertThat(after.reconciles()).isTrue();
        assertThat(second.inputs())
                .isNotEmpty()
                .allSatisfy(file ->
                        assertThat(file.rows().reconciles()).as(file.name()).isTrue());
        assertThat(after.rejected())
                .as(Files.readString(second.folder().resolve("problems.csv")))
                .isZero();
        assertThat(after.duplicate()).isEqualTo(before.duplicate() + 1);
        assertThat(second.inputs().stream().flatMap(file -> file.sums().values().stream()))
                .isNotEmpty()
                .allMatch(AmountSum::reconciles);
        // An amount with a letter in it and that of a row with a cell too few could not be read: 12000 and 24000 now.
        AmountSum amount = amounts(first);
        assertThat(amount.unreadable()).isEqualTo(2);
        assertThat(amounts(second).unreadable()).isZero();
        assertThat(amounts(second).in().subtract(amount.in())).isEqualByComparingTo("36000");
        assertThat(amounts(second).rejected()).isZero();
        assertThat(count(second, ProblemCode.ROW_CORRECTED)).isEqualTo(before.rejected() - 2);
        assertThat(second.inputs()).anySatisfy(file -> {
            assertThat(file.dataset()).isEqualTo("corrections");
            assertThat(file.sha256()).hasSize(64);
        });
        assertThat(Files.readString(second.folder().resolve("problems.csv")))
                .contains("note,N-ROW-CORRECTED,销售明细_补录.csv,,4,amount,12O00.00 → 12000.00,");
        assertThat(Dump.of(Files.readAllBytes(rejects(second)))).contains("没有行被拒绝", "== 更正");

        assertThat(run("zh")).isInstanceOf(Outcome.Unchanged.class);

        mendTheExport();
        Outcome.Published third = published();
        assertThat(third.identity().revision()).isEqualTo(3);
        assertThat(sum(third).rejected()).isZero();
        assertThat(count(third, ProblemCode.CORRECTION_NEEDLESS)).isEqualTo(1);
        assertThat(third.result().totalPayout()).isEqualTo(second.result().totalPayout());
    }

    /** The source system delivers row 4 rightly, and in its own spelling. */
    private void mendTheExport() throws IOException {
        Path file = inputs.resolve("销售明细_补录.csv");
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        Files.write(file, text.replace("12O00.00", "12000").getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void whatCannotBeTakenIsSaid() throws Exception {
        Outcome.Published first = firstEdition();
        correct(first, inputs.resolve("拒绝清单-1.xlsx"));
        try (InputStream in = Files.newInputStream(rejects(first));
                XSSFWorkbook book = new XSSFWorkbook(in);
                OutputStream out = Files.newOutputStream(inputs.resolve("rejects-2.xlsx"))) {
            each(book, (row, own) -> {
                if (place(row).equals("销售明细_补录.csv::4")) {
                    set(row, own, 6, "120000.00");
                } else if (place(row).equals("销售明细_补录.csv::5")) {
                    row.getCell(2).setCellValue(5000);
                }
            });
            book.write(out);
        }
        try (XSSFWorkbook empty = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(inputs.resolve("rejects-empty.xlsx"))) {
            empty.createSheet("x").createRow(0).createCell(0).setCellValue("?");
            empty.write(out);
        }
        Outcome.Published second = published();
        assertThat(sum(second).rejected()).isEqualTo(1);
        assertThat(count(second, ProblemCode.CORRECTION_TWICE)).isEqualTo(2);
        assertThat(count(second, ProblemCode.CORRECTION_LOST)).isEqualTo(1);
        assertThat(count(second, ProblemCode.CORRECTION_UNREADABLE)).isEqualTo(1);
    }
}
