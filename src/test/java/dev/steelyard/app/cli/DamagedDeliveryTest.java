package dev.steelyard.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.app.cli.text.Exit;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One mistake a delivery, in exports of all sorts and in the spellings and formats that people send: it is said, the exit code asks for
 * somebody where pay hangs on it, and {@code validate} says what {@code run} says.
 */
class DamagedDeliveryTest {

    private static final Path COMPANY = Path.of("src/test/resources/cli/company");
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String SHARES = "period,region,share\n";
    private static final String PRICES = "event_id,product_id,region,date,kind,old_price,new_price\n";
    private static final String LEAVE = "请假编号,工号,类型,开始日期,结束日期\n";
    private static final String EVENTS =
            "event_id,event_date,employee_id,kind,severity,status,verified_date,evidence\n";
    private static final String TRIALS = "试用编号,工号,客户编码,产品编码,开始日期,完成日期,结论日期,结论\n";
    private static final String TARGETS = "subject_type,subject,indicator,period,target\n";

    @TempDir
    Path folder;

    /** File, its encoding or {@code xlsx} or {@code hidden}, text, exit code, what is said of it. */
    static Stream<Arguments> deliveries() {
        return Stream.of(
                // Amounts and shares that were never calculated.
                of(
                        "market_share.csv",
                        "UTF-8",
                        SHARES + "2026-08,华东,0\n2026-09,华东,0\n",
                        Exit.BEYOND_THRESHOLDS,
                        "BLANK"),
                of("市场份额 9月.xlsx", "xlsx", SHARES + "2026-08,华东,0%\n2026-09,华东,0%\n", Exit.BEYOND_THRESHOLDS, "BLANK"),
                of(
                        "手工调整.csv",
                        "GB18030",
                        "调整编号,工号,周期,类型,金额,理由,批准人,决定日期\n"
                                + "A1,E1,2026-09,竞赛奖,0,x,甲;乙,2026-09-20\nA2,E2,2026-09,竞赛奖,0,x,甲;乙,2026-09-20\n",
                        Exit.BEYOND_THRESHOLDS,
                        "BLANK"),
                // Names that nothing answers to.
                of("price_events.csv", "UTF-8", PRICES + "PE1,p1,,2026-03-01,vbp,100,60\n", Exit.DONE, "TEAM"),
                of("集采.xlsx", "xlsx", PRICES + "PE1,P1,华东区,2026-03-01,vbp,100,60\n", Exit.DONE, "TEAM"),
                of("价格事件（9月）.csv", "GB18030", PRICES + "PE1,P9,,2026年3月1日,集采,100,60\n", Exit.DONE, "TEAM"),
                // Optional exports of which most rows are lost.
                of(
                        "推广资料审批.csv",
                        "UTF-16",
                        "资料编号,工号,审批日期,结果\nM1,e1,2026-09-02,通过\nM2,e1,2026-09-03,通过\n",
                        Exit.BEYOND_THRESHOLDS,
                        "LOST"),
                of(
                        "trials.xlsx",
                        "xlsx",
                        TRIALS + "T1,e1,H1,P1,2026-08-01,,2026-09-02,转化\nT2,e1,H1,P1,2026-08-01,,2026-09-03,转化\n",
                        Exit.BEYOND_THRESHOLDS,
                        "LOST"),
                of(
                        "exams.csv",
                        "UTF-8",
                        "exam_id,employee_id,date,kind,product_id,score,passed\n"
                                + "X1,E1,2026-09-01,defence,,8５²,Y\nX2,E2,2026-09-01,defence,,①,Y\n",
                        Exit.BEYOND_THRESHOLDS,
                        "LOST"),
                // Rows of decisions and of absence that cannot be read.
                of(
                        "compliance_events.csv",
                        "UTF-8",
                        EVENTS + "V1,2026-09-01,e1,bribery,veto,verified,2026-09-09,\n",
                        Exit.BEYOND_THRESHOLDS,
                        "E-ROW-UNKNOWN-REFERENCE"),
                of(
                        "合规事件.xlsx",
                        "xlsx",
                        EVENTS + "V1,2026-09-01,E1,bribery,很严重,verified,2026-09-09,\n",
                        Exit.BEYOND_THRESHOLDS,
                        "E-CELL-NOT-A-CHOICE"),
                of(
                        "请假.csv",
                        "GB18030",
                        LEAVE + "L1,E1,病假,9月10日,2026-09-12\n",
                        Exit.BEYOND_THRESHOLDS,
                        "E-CELL-NOT-A-DATE"),
                // Columns that nobody reads.
                of(
                        "任职记录.csv",
                        "UTF-8",
                        "工号,开始日期,结束日期,序列,团队,大区,状态\nE1,2026-01-01,,成熟,T01,华东,草稿\n",
                        Exit.REFUSED,
                        "UNREAD"),
                of(
                        "leave.csv",
                        "UTF-8",
                        "leave_id,employee_id,kind,from,to,审批\nL1,E1,sick,2026-09-01,2026-09-02,已驳回\n",
                        Exit.REFUSED,
                        "UNREAD"),
                of(
                        "礼品会议.xlsx",
                        "xlsx",
                        "记录编号,工号,日期,类型,金额,合规,币种\nG1,E1,2026-09-02,礼品,100,是,USD\n",
                        Exit.REFUSED,
                        "UNREAD"),
                // One person's target in another unit; a share that is a percent.
                of(
                        "targets.csv",
                        "UTF-8",
                        TARGETS + "employee,E1,sales_amount,2026-09,1\n",
                        Exit.BEYOND_THRESHOLDS,
                        "UNIT"),
                of("目标.csv", "GB18030", TARGETS + "员工,E1,销售额,2026年9月,1.0\n", Exit.BEYOND_THRESHOLDS, "UNIT"),
                of(
                        "2026年9月目标.xlsx",
                        "xlsx",
                        TARGETS + "员工,E1,销售额,2026/9,10000\n员工,E2,销售额,2026/9,10000\n团队,T01,share_attainment,2026/9,20\n",
                        Exit.BEYOND_THRESHOLDS,
                        "E-CELL-SHARE-ABOVE-ONE"),
                // What is hidden, lies deeper, or is no such file.
                of("请假.xlsx", "hidden", LEAVE + "L1,E1,病假,2026-09-10,2026-09-12\n", Exit.DONE, "W-SHEET-HIDDEN"),
                of(
                        "9月/分单.csv",
                        "UTF-8",
                        "订单行号,工号,比例\nO1,E1,50%\nO1,E2,50%\n",
                        Exit.BEYOND_THRESHOLDS,
                        "W-FOLDER-OF-EXPORTS"),
                of("申诉.xls", "UTF-8", "<html><table><tr><td>申诉编号</td></tr></table></html>", Exit.BAD_INPUT, ""));
    }

    private static Arguments of(String file, String form, String text, int exit, String said) {
        return Arguments.of(file, form, text, exit, said);
    }

    @ParameterizedTest(name = "{0} {1} {4}")
    @MethodSource("deliveries")
    void isSaidByRunAndValidateAlike(String file, String form, String text, int exit, String said) throws IOException {
        Path in = deliver(file, form, text);
        CommandRunner.Ended ran = command("run", "--no-books");
        assertThat(ran.exit()).as(ran.out() + ran.err()).isEqualTo(exit);
        CommandRunner.Ended looked = command("validate", "--json");
        assertThat(looked.exit()).isEqualTo(exit);
        if (exit != Exit.BAD_INPUT) {
            Path edition = folder.resolve("out/month-end/2026-09");
            edition = edition.resolve(Files.exists(edition.resolve("r1")) ? "r1" : "trial");
            Set<String> found = new TreeSet<>();
            Set<String> codes = new TreeSet<>();
            try (CSVParser problems = CSVParser.parse(
                    Files.readString(edition.resolve("problems.csv")),
                    CSVFormat.DEFAULT
                            .builder()
                            .setHeader()
                            .setSkipHeaderRecord(true)
                            .get())) {
                for (CSVRecord one : problems) {
                    codes.add(one.get("code"));
                    found.add(one.get("code"));
                    found.add(one.get("value"));
                }
            }
            assertThat(found).contains(said);
            Set<String> same = new TreeSet<>();
            Matcher code = Pattern.compile("\"code\" : \"([A-Z-]+)\"").matcher(looked.out());
            while (code.find()) {
                same.add(code.group(1));
            }
            assertThat(same).containsAll(codes);
        }
        assertThat(in).exists();
    }

    private CommandRunner.Ended command(String verb, String more) {
        return new CommandRunner()
                .with("STEELYARD_OUTPUT", folder.resolve("out").toString())
                .with("STEELYARD_INPUTS", folder.resolve("in").toString())
                .run(
                        verb,
                        "month-end",
                        "--period",
                        "2026-09",
                        "--as-of",
                        "2026-10-12",
                        "--quiet",
                        "--lang",
                        "en",
                        more);
    }

    /** The company with one file more, in the place of its own of the same name. */
    private Path deliver(String file, String form, String text) throws IOException {
        Path in = Files.createDirectory(folder.resolve("in"));
        try (Stream<Path> files = Files.list(COMPANY)) {
            for (Path each : files.toList()) {
                Files.copy(each, in.resolve(each.getFileName()));
            }
        }
        Path path = in.resolve(file);
        Files.createDirectories(path.getParent());
        String dataset = file.contains("目标")
                ? "targets"
                : file.contains("合规") ? "compliance_events" : file.contains("份额") ? "market_share" : "";
        if (!dataset.isEmpty()) {
            Files.delete(in.resolve(dataset + ".csv"));
        }
        if (form.equals("xlsx") || form.equals("hidden")) {
            try (XSSFWorkbook book = new XSSFWorkbook();
                    OutputStream out = Files.newOutputStream(path)) {
                String[] lines = text.split("\n");
                if (form.equals("hidden")) {
                    fill(book.createSheet("本月"), lines[0]);
                }
                fill(book.createSheet("数据"), lines);
                if (form.equals("hidden")) {
                    book.setSheetHidden(1, true);
                }
                book.write(out);
            }
        } else {
            Charset charset = form.equals("GB18030") ? GB18030 : Charset.forName(form);
            Files.write(path, text.getBytes(charset));
        }
        return path;
    }

    private static void fill(Sheet sheet, String... lines) {
        for (int i = 0; i < lines.length; i++) {
            Row row = sheet.createRow(i);
            String[] cells = lines[i].split(",", -1);
            for (int k = 0; k < cells.length; k++) {
                row.createCell(k).setCellValue(cells[k]);
            }
        }
    }
}
