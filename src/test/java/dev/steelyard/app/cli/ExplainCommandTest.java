package dev.steelyard.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.app.calculation.EarlierRuns;
import dev.steelyard.app.calculation.Listening;
import dev.steelyard.app.calculation.Measuring;
import dev.steelyard.app.calculation.Progress;
import dev.steelyard.app.calculation.PurgedFromStore;
import dev.steelyard.app.calculation.Recalculation;
import dev.steelyard.app.cli.text.Exit;
import dev.steelyard.app.cli.verb.Session;
import dev.steelyard.app.cli.verb.Surroundings;
import dev.steelyard.engine.explain.rows.Audience;
import dev.steelyard.engine.explain.rows.TakenRows;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.engine.score.IndicatorScore;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.output.publish.Manifest;
import dev.steelyard.output.workbook.Parts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A published run is explained from the store alone, by its own rules. */
class ExplainCommandTest {

    private static final String RUN = "month-end/2026-09/r1";

    @TempDir
    static Path folder;

    private static Path published;

    /** What a command line did. */
    private record Done(int exit, String out, String err) {}

    /** One month of the samples; neither its inputs nor its rules are what they were when it is explained. */
    @BeforeAll
    static void publish() throws IOException {
        published = folder.resolve("published");
        copy(Path.of("input-samples"), published.resolve("inputs"));
        copy(Path.of("jobs"), published.resolve("jobs"));
        Done done = run(published, "run", "month-end", "--period", "2026-09", "--as-of", "2026-10-12", "--quiet");
        assertThat(done.exit()).as(done.err()).isZero();
        delete(published.resolve("inputs"));
        Path plan = published.resolve("jobs/plans/reference-2026.yaml");
        Files.writeString(plan, Files.readString(plan).replace("share: 30%", "share: 40%"));
        for (String calendar : List.of("cn-2025.yaml", "cn-2026.yaml")) {
            Files.delete(published.resolve("jobs/calendar").resolve(calendar));
        }
        Files.delete(published.resolve("jobs/exports.yaml"));
    }

    /** The answer first, the tree below it, nothing that runs, and nobody else may read it. */
    @Test
    void isKeptAsAPage() throws IOException {
        Path page = folder.resolve("E0101.html");
        Done done = run(published, "explain", "E0101", "--role", "hr", "--to", page.toString(), "--quiet");
        assertThat(done.exit()).as(done.err()).isZero();
        String html = Files.readString(page);
        assertThat(html)
                .contains("<h1>高雪梅 (E0101) 已排名</h1>", "<dd>102.91</dd>", "<dd>4229.45</dd>")
                .contains("= 70% × 104.16 + 30% × 100.00", "销售明细_", "</details>")
                .doesNotContain("<script", "http://", "https://");
        assertThat(html.indexOf("<dd>102.91</dd>")).isLessThan(html.indexOf("<details"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(page)))
                .isEqualTo("rw-------");
        run(published, "explain", "E0101", "--role", "hr", "--to", page.toString(), "--quiet");
        assertThat(Files.readString(page)).isEqualTo(html);
    }

    @Test
    void isKeptAsAFoldedWorkbookOfOneFigureOrOfPay() throws IOException {
        Path file = folder.resolve("growth.xlsx");
        assertThat(run(published, "explain", "E0101", "--indicator", "sales_growth", "--to", file.toString())
                        .exit())
                .isZero();
        try (InputStream in = Files.newInputStream(file);
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            XSSFSheet sheet = book.getSheetAt(0);
            assertThat(sheet.getRow(0).getCell(0)).hasToString("销售额增长率 120.00");
            assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).startsWith("高雪梅（E0101） · ");
            assertThat(sheet.getRow(4).getZeroHeight()).isFalse();
            assertThat(sheet.getRow(sheet.getLastRowNum()).getOutlineLevel()).isGreaterThan(1);
            assertThat(sheet.getRow(sheet.getLastRowNum()).getZeroHeight()).isTrue();
        }
        Path pay = folder.resolve("pay.html");
        assertThat(run(published, "explain", "E0101", "--pay", "--role", "finance", "--to", pay.toString())
                        .exit())
                .isZero();
        String html = Files.readString(pay);
        assertThat(html).contains("高雪梅（E0101） · ", "<h1>兑付（税前） 4229.45</h1>", "= 251200 × 0.8%");
        assertThat(Pattern.compile("<dt>(.*?)</dt>").matcher(html).results().map(told -> told.group(1)))
                .as("three tiers of one commission are told apart")
                .hasSize(4)
                .doesNotHaveDuplicates()
                .contains("基础提成 · 成熟产品提成，目标 314000 的 80% 以内", "等级系数");
        assertThat(run(published, "explain", "E0101", "--pay", "--to", pay.toString())
                        .err())
                .contains("--role");
        assertThat(run(published, "explain", "E0101", "--to", "E0101.pdf").exit())
                .isEqualTo(Exit.BAD_INPUT);
    }

    @Test
    void needsNeitherInputsNorTodaysRules() throws IOException {
        Done done = run(published, "explain", "E0101", "--quiet");
        assertThat(done.err()).isEmpty();
        assertThat(done.exit()).isZero();
        assertThat(done.out()).contains(RUN, "102.91  = 70% × 104.16 + 30% × 100.00");
    }

    @Test
    void listsTheRowsOfAnIndicator() throws IOException {
        Done done = run(published, "explain", "E0101", "--indicator", "sales_growth", "--quiet", "--lang", "en");
        assertThat(done.exit()).as(done.err()).isZero();
        assertThat(done.out())
                .contains("13 source rows")
                .contains("销售明细(2026-09).xlsx!销售明细:38  order_line_id=202609000005")
                .contains("→ current")
                .contains("→ base");
    }

    @Test
    void tellsProgramsTheSame() throws IOException {
        Done done = run(published, "explain", "E0101", "--indicator", "sales_growth", "--quiet", "--json");
        assertThat(done.out())
                .contains("\"value\" : \"120.00\"")
                .contains("\"formula\" : \"(361584 − 291600) ÷ 291600\"")
                .contains("\"product.lifecycle\" : \"mature\"");
    }

    @Test
    void survivesTheLossOfTheLedgerDatabase() throws IOException {
        Path output = copyOfPublished("without-ledger");
        try (Stream<Path> files = Files.list(output.resolve("output/ledger"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
        assertThat(run(output, "explain", "E0101", "--quiet").exit()).isZero();
    }

    @Test
    void keepsSurveyAnswersToHr() throws IOException {
        assertThat(run(published, "explain", "E0101", "--indicator", "nps", "--json", "--quiet")
                        .out())
                .doesNotContain("Q0000", "客户调研.csv");
        assertThat(run(published, "explain", "E0101", "--indicator", "nps", "--role", "compliance", "--quiet")
                        .out())
                .doesNotContain("Q0000", "客户调研.csv");
        assertThat(run(published, "explain", "E0101", "--indicator", "nps", "--role", "hr", "--quiet")
                        .out())
                .contains("Q000013");
    }

    @Test
    void explainsWhoIsHeldAndWhoIsInterim() throws IOException {
        assertThat(run(published, "explain", "E0405", "--quiet", "--lang", "en").out())
                .contains("held", "no target “Sales amount” for 2026-09");
        assertThat(run(published, "explain", "E0204", "--quiet", "--lang", "en").out())
                .contains("interim", "reached 10 for the first time: +5.00");
    }

    @Test
    void namesWhatIsNearest() throws IOException {
        Done person = run(published, "explain", "E0l01", "--quiet", "--lang", "en");
        assertThat(person.exit()).isEqualTo(Exit.BAD_INPUT);
        assertThat(person.err()).contains("Did you mean E0101?");
        Done indicator = run(published, "explain", "E0101", "--indicator", "npss", "--quiet", "--lang", "en");
        assertThat(indicator.exit()).isEqualTo(Exit.BAD_INPUT);
        assertThat(indicator.err()).contains("Did you mean nps?");
        Done run = run(published, "explain", "E0101", "--run", "month-end/2026-09/r7", "--quiet", "--lang", "en");
        assertThat(run.exit()).isEqualTo(Exit.BAD_INPUT);
        assertThat(run.err()).contains("Published are: month-end/2026-09");
    }

    @Test
    void saysWhichFileRetentionHasPurged() throws IOException {
        Path home = copyOfPublished("purged");
        Manifest.Input orders = manifest(home).inputs().stream()
                .filter(input -> input.name().equals("销售明细_2025.csv"))
                .findFirst()
                .orElseThrow();
        Files.delete(home.resolve("output/ledger/store").resolve(orders.sha256()));
        Done done = run(home, "explain", "E0101", "--quiet", "--lang", "en");
        assertThat(done.exit()).isEqualTo(Exit.REFUSED);
        assertThat(done.err()).contains("The store no longer holds: 销售明细_2025.csv");
        assertThat(done.out()).contains("final", "102.91", "sales_growth");
    }

    @Test
    void saysWhichRuleRetentionHasPurged() throws IOException {
        Path home = copyOfPublished("purged-plan");
        Files.delete(home.resolve("output/ledger/store").resolve(manifest(home).planHash()));
        Done done = run(home, "explain", "E0101", "--quiet", "--lang", "en");
        assertThat(done.exit()).isEqualTo(Exit.REFUSED);
        assertThat(done.err()).contains("The store no longer holds: reference-2026");
    }

    @Test
    void saysWhenTheStoreLeadsElsewhere() throws IOException {
        Path home = copyOfPublished("changed");
        Manifest.Input shares = manifest(home).inputs().stream()
                .filter(input -> input.name().equals("推广资料审批.csv"))
                .findFirst()
                .orElseThrow();
        Path stored = home.resolve("output/ledger/store").resolve(shares.sha256());
        Files.write(
                stored,
                Files.readString(stored, StandardCharsets.ISO_8859_1)
                        .replace("E0101,2026/9", "E0102,2026/9")
                        .getBytes(StandardCharsets.ISO_8859_1));
        Done done = run(home, "explain", "E0101", "--quiet", "--lang", "en");
        assertThat(done.exit()).isEqualTo(Exit.REFUSED);
        assertThat(done.err()).contains("does not lead to the published figures", "material_approval rows: 5 ≠ 0");
    }

    @Test
    void explainsAQuarterByTheMonthsThatItRead() throws IOException {
        Path home = folder.resolve("quarter");
        copy(Path.of("input-samples"), home.resolve("inputs"));
        copy(Path.of("jobs"), home.resolve("jobs"));
        copy(published.resolve("output"), home.resolve("output"));
        Done ran = run(home, "run", "quarter-end", "--period", "2026-Q3", "--as-of", "2026-10-12", "--quiet");
        assertThat(ran.exit()).as(ran.err()).isIn(Exit.DONE, Exit.BEYOND_THRESHOLDS);
        delete(home.resolve("inputs"));
        Done done = run(home, "explain", "E0105", "--quiet");
        assertThat(done.err()).isEmpty();
        assertThat(done.exit()).isZero();
        assertThat(done.out()).contains("quarter-end/2026-Q3/r1", "97.07  = (89.25 + 99.49 + 102.46) ÷ 3");
    }

    /** HR corrects a visit in the rejects workbook and puts it back; then the input folder goes. */
    @Test
    void namesTheWorkbookThatCorrectedARow() throws IOException {
        Path home = folder.resolve("corrected");
        copy(Path.of("input-samples"), home.resolve("inputs"));
        copy(Path.of("jobs"), home.resolve("jobs"));
        copy(published.resolve("output"), home.resolve("output"));
        Path back = home.resolve("inputs/rejects-2026-09.xlsx");
        correct(home.resolve("output").resolve(RUN).resolve("rejects-2026-09.xlsx"), back);
        Done ran = run(home, "run", "month-end", "--period", "2026-09", "--as-of", "2026-10-12", "--quiet");
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(home.resolve("output/month-end/2026-09/r2/problems.csv"))
                .content()
                .contains("N-ROW-CORRECTED,销售明细_补录.csv,,4,amount,12O00.00 → 12000.00,");
        delete(home.resolve("inputs"));
        Done done = run(home, "explain", "E0702", "--indicator", "key_account_share", "--quiet", "--lang", "en");
        assertThat(done.err()).isEmpty();
        assertThat(done.exit()).isZero();
        assertThat(done.out())
                .contains("month-end/2026-09/r2")
                .containsPattern("销售明细_补录.csv:4 \\(corrected by rejects-2026-09.xlsx!销售明细( \\d)?:\\d+\\)"
                        + "  order_line_id=202609900002 .* amount=12000 ");
        assertThat(run(home, "explain", "E0702", "--quiet", "--json", "--role", "hr")
                        .out())
                .contains("\"corrected_by\" : \"rejects-2026-09.xlsx!销售明细");
    }

    /** Writes the sample's order with a letter O in its amount as it was meant. */
    private static void correct(Path rejects, Path to) throws IOException {
        try (InputStream in = Files.newInputStream(rejects);
                XSSFWorkbook book = new XSSFWorkbook(in);
                OutputStream out = Files.newOutputStream(to)) {
            List<Cell> wrong = new ArrayList<>();
            book.forEach(sheet -> sheet.forEach(row -> row.forEach(cell -> {
                if (cell.getCellType() == CellType.STRING
                        && cell.getStringCellValue().equals("12O00.00")) {
                    wrong.add(cell);
                }
            })));
            assertThat(wrong).isNotEmpty();
            for (Cell cell : wrong) {
                // POI does not replace a text that stands inside its cell.
                Row row = cell.getRow();
                int column = cell.getColumnIndex();
                row.removeCell(cell);
                row.createCell(column).setCellValue("12000.00");
            }
            book.write(out);
        }
    }

    @Test
    void showsPayToThoseWhoPay() throws IOException {
        String line = "2560.00  = 320000 × 0.8%";
        assertThat(run(published, "explain", "E0105", "--quiet", "--role", "hr").out())
                .contains(line);
        assertThat(run(published, "explain", "E0105", "--quiet", "--role", "finance")
                        .out())
                .contains(line)
                .doesNotContain("银行流水");
        for (List<String> asked : List.of(List.<String>of(), List.of("--role", "compliance"))) {
            List<String> arguments = new ArrayList<>(List.of("explain", "E0105", "--quiet", "--json"));
            arguments.addAll(asked);
            assertThat(run(published, arguments.toArray(String[]::new)).out())
                    .doesNotContain("payout", "320000", "monthly_salary");
        }
    }

    /** A file that is kept and mailed tells what the console would, to whoever asks in that role. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "none,html",
        "none,xlsx",
        "compliance,html",
        "compliance,xlsx",
        "finance,html",
        "finance,xlsx",
        "hr,html",
        "hr,xlsx"
    })
    void aKeptFileTellsWhatTheRoleMayKnow(String role, String kind) throws IOException {
        Path file = folder.resolve("kept-" + role + "." + kind);
        List<String> arguments = new ArrayList<>(List.of("explain", "E0105", "--quiet", "--to", file.toString()));
        if (!role.equals("none")) {
            arguments.addAll(List.of("--role", role));
        }
        Done done = run(published, arguments.toArray(String[]::new));
        assertThat(done.exit()).as(done.err()).isZero();
        String text = kind.equals("html")
                ? Files.readString(file)
                : String.join("\n", Parts.of(Files.readAllBytes(file)).values());
        assertThat(text.contains("320000 × 0.8%")).as("pay").isEqualTo(role.equals("hr") || role.equals("finance"));
        assertThat(text.contains("银行流水")).as("evidence").isEqualTo(role.equals("hr") || role.equals("compliance"));
        assertThat(text).contains("E0105");
    }

    @Test
    void numbersTheTrialsOfAMilestone() throws IOException {
        assertThat(run(published, "explain", "E0204", "--quiet").out())
                .containsPattern("trials.csv:126 .*→ 累计 9\n")
                .containsPattern("trials.csv:127 .*→ 累计 10，首次达到\n")
                .containsPattern("trials.csv:148 .*→ 此前已计，累计 10\n");
    }

    @Test
    void namesWhoCalibratedATargetAndWhatStoodBefore() throws IOException {
        assertThat(run(published, "explain", "E0703", "--quiet", "--role", "finance")
                        .out())
                .containsPattern("· 校准 \\S+，2026-\\S+ 由\\S+、\\S+批准：")
                .containsPattern("原目标 +500,000\n.*targets.csv:\\d+ ");
    }

    @Test
    void keepsClaimsToHr() throws IOException {
        for (String role : List.of("finance", "compliance")) {
            assertThat(run(published, "explain", "E0706", "--quiet", "--json", "--role", role)
                            .out())
                    .contains("绩效委员会")
                    .doesNotContain("响应系统停机三天");
        }
        assertThat(run(published, "explain", "E0706", "--quiet", "--role", "hr").out())
                .contains("响应系统停机三天", "75% → 100%");
        assertThat(run(published, "explain", "E0706", "--quiet", "--json").out())
                .doesNotContain("附件A001");
    }

    /** The rows that are listed are as many as indicators.csv says, for everybody and every indicator. */
    @Test
    void listsAsManyRowsAsWerePublished() throws IOException, PurgedFromStore {
        Path output = published.resolve("output");
        Measuring again =
                Recalculation.of(output, manifest(published), EarlierRuns.NONE, folder.resolve("work"), Progress.NONE);
        Map<String, TakenRows> taken = new LinkedHashMap<>();
        again.input()
                .registers()
                .roster()
                .employees()
                .forEach(person -> taken.put(
                        person.id(),
                        new TakenRows(
                                again.input(),
                                Map.of(),
                                person.id(),
                                Audience.HR,
                                again.input().plan().indicators().keySet(),
                                true)));
        Listening everybody = Listening.to(slice -> {
            var listeners =
                    taken.values().stream().map(rows -> rows.listener(slice)).toList();
            return (tally, subject, month, row) ->
                    listeners.forEach(listener -> listener.took(tally, subject, month, row));
        });
        RunResult result = again.heardBy(everybody).calculated(1).result();
        List<String> differences = new ArrayList<>();
        for (RankedScorecard card : result.book().cards()) {
            for (IndicatorScore score : card.card().indicators()) {
                int listed = taken.get(card.participant().id())
                        .of(card.participant(), score)
                        .size();
                if (listed != score.measured().rows().orElse(0L)) {
                    differences.add(card.participant().id() + " " + score.id() + ": " + listed + " of "
                            + score.measured().rows());
                }
            }
        }
        assertThat(Audience.ANYBODY.role()).isEqualTo(Audience.Role.OTHER);
        assertThat(differences).isEmpty();
    }

    /** Where cells are kept only the rows of whom is asked for are read: the tree is the same. */
    @Test
    void tellsTheSameWhereCellsAreKeptAndWhereNot() throws IOException {
        List<String> people = List.of("E0204", "E0703", "E0706", "E0101");
        Map<String, String> kept = new LinkedHashMap<>();
        people.forEach(id ->
                kept.put(id, run(published, "explain", id, "--quiet", "--json").out()));
        Path cells = published.resolve("output").resolve("ledger").resolve("cells");
        assertThat(cells).isNotEmptyDirectory();
        delete(cells);
        for (String id : people) {
            assertThat(run(published, "explain", id, "--quiet", "--json").out())
                    .as(id)
                    .isEqualTo(kept.get(id));
        }
    }

    // ------------------------------------------------------------------ command lines and folders

    private static Done run(Path home, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Surroundings surroundings = new Surroundings(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                false,
                Map.of("STEELYARD_HOME", home.toString()),
                OffsetDateTime.parse("2026-10-12T09:00:00+08:00"));
        int exit = Steelyard.execute(Session.of(surroundings, arguments), arguments);
        return new Done(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static Manifest manifest(Path home) throws IOException {
        return Manifest.read(home.resolve("output").resolve(RUN));
    }

    private static Path copyOfPublished(String name) throws IOException {
        Path home = folder.resolve(name);
        copy(published, home);
        return home;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
    }

    private static void delete(Path path) throws IOException {
        try (Stream<Path> all = Files.walk(path)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
