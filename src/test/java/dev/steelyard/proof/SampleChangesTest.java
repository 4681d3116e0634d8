package dev.steelyard.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.Engine;
import dev.steelyard.TestDatabase;
import dev.steelyard.engine.calendar.Period;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the stories of people who change come to over several months, and who may read of them: every file of an edition is searched. */
class SampleChangesTest {

    private static final Path INPUTS = Path.of("input-samples");
    private static final LocalDate AS_OF = LocalDate.of(2026, 10, 12);
    private static final Pattern KIND_OF_LEAVE =
            Pattern.compile("产假|产检|育儿假|工伤|年休假|病假|事假|婚假|丧假|maternity|prenatal|parental|work.injury|\\bsick\\b");

    @TempDir
    static Path folder;

    /** File of the edition → its text; of a workbook all its parts. */
    private static Map<String, String> files;

    @BeforeAll
    static void publishTheSamples() throws IOException {
        CloseLaunch launch = new CloseLaunch(INPUTS, folder.resolve("out"), "2026-09", AS_OF, TestDatabase.H2);
        launch.run();
        files = read(launch.editions().resolve("r1"));
    }

    private static Map<String, String> read(Path edition) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(edition)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = edition.relativize(file).toString().replace('\\', '/');
                files.put(name, name.endsWith(".xlsx") ? parts(file) : Files.readString(file));
            }
        }
        return files;
    }

    private static String parts(Path book) throws IOException {
        StringBuilder text = new StringBuilder();
        try (InputStream in = Files.newInputStream(book);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                text.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return text.toString();
    }

    private static TreeSet<String> holding(Pattern words) {
        return files.entrySet().stream()
                .filter(file -> words.matcher(file.getValue()).find())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String statement(String employee) {
        return new Published(folder.resolve("out/month-end/2026-09/r1"))
                .rows("statements.csv").stream()
                        .filter(row -> row.get("employee_id").equals(employee))
                        .map(row -> row.get("file"))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void theKindOfALeaveIsReadByHrAndThePersonAlone() {
        assertThat(holding(KIND_OF_LEAVE))
                .containsExactlyInAnyOrder("ranking-2026-09.xlsx", statement("E0402"), statement("E0404"));
    }

    @Test
    void elsewhereSomebodyIsAbsentOrExempt() {
        assertThat(files.get("scores.csv")).contains("absent 22 days; exempt");
        assertThat(files.get("teams/T04-2026-09.xlsx")).contains("缺勤 22 天");
    }

    @Test
    void rowsThatAreNobodysAreReadByHrAndByWhoMendsThem() {
        assertThat(holding(Pattern.compile("归属待定"))).containsExactly("ranking-2026-09.xlsx");
        assertThat(holding(Pattern.compile("202609800014|C2019 在当天没有归属|assigned to its customer C2019")))
                .containsExactlyInAnyOrder("ranking-2026-09.xlsx", "rejects-2026-09.xlsx", "problems.csv");
    }

    @Test
    void theBookOfMissingTargetsNamesTheHeldAndNothingElseOfThem() {
        String book = files.get("targets-missing-2026-09.xlsx");
        List<String> held = List.of("E0208", "E0405", "E0606", "E0803");
        TreeSet<String> named = new TreeSet<>();
        Pattern.compile("\\bE0\\d{3}\\b").matcher(book).results().forEach(found -> named.add(found.group()));
        assertThat(named).containsExactlyElementsOf(held);
        assertThat(book).doesNotContain("EV011", "贿赂", "月工资", "提成", "等级");
        Published published = new Published(folder.resolve("out/month-end/2026-09/r1"));
        // The interim one would be held at the quarter's end.
        held.forEach(person ->
                assertThat(published.scores().get(person).get("final")).isEmpty());
    }

    @Test
    void splitsAndBalancesAreReadByHrFinanceAndThePeople() {
        assertThat(holding(Pattern.compile("202609800041")))
                .as("a split line")
                .containsExactlyInAnyOrder(
                        "ranking-2026-09.xlsx",
                        "interviews/T04-2026-09.xlsx",
                        statement("E0401"),
                        statement("E0403"),
                        statement("E0404"));
        assertThat(files.get("interviews/T04-2026-09.xlsx"))
                .contains("49,999.5")
                .doesNotContain("890.06");
        assertThat(files.get("ranking-2026-09.xlsx")).contains("-890.06", "591.65", "待追索");
        assertThat(holding(Pattern.compile("1,?249\\.33")))
                .as("a balance")
                .containsExactlyInAnyOrder(
                        "ranking-2026-09.xlsx", "payout-2026-09.xlsx", "payout.csv", statement("E0509"));
    }

    /** Whoever talks about a target talks about what of it was the person's, and what they reached. */
    @Test
    void theGoalOfATalkIsTheTargetAsItWasCut() throws IOException {
        List<Map<String, String>> cut = new Published(folder.resolve("out/month-end/2026-09/r1"))
                .rows("indicators.csv").stream()
                        .filter(row -> row.get("note").matches("target [\\d.]+ × .*"))
                        .toList();
        assertThat(cut).isNotEmpty();
        for (Map<String, String> row : cut) {
            BigDecimal target = new BigDecimal(row.get("target"));
            BigDecimal reached =
                    target.multiply(new BigDecimal(row.get("value"))).setScale(0, RoundingMode.HALF_UP);
            assertThat(files.entrySet().stream()
                            .filter(file -> file.getKey().startsWith("interviews/"))
                            .map(Map.Entry::getValue))
                    .as(row.toString())
                    .anyMatch(text -> numbers(text).anyMatch(number -> number.setScale(0, RoundingMode.HALF_UP)
                                    .equals(target.setScale(0, RoundingMode.HALF_UP)))
                            && numbers(text).anyMatch(number -> number.setScale(0, RoundingMode.HALF_UP)
                                    .equals(reached)));
        }
    }

    /** What was sold towards a goal is what commission goes by: what a return takes back of August is not in it. */
    @Test
    void whatWasSoldLeavesOutWhatReturnsTakeBack() {
        Published published = new Published(folder.resolve("out/month-end/2026-09/r1"));
        int told = 0;
        for (String person : List.of("E0501", "E0502", "E0507")) {
            BigDecimal sold = published.payout(person).stream()
                    .filter(line -> line.get("component").equals("commission")
                            && line.get("note").startsWith("Commission on mature products"))
                    .map(line -> new BigDecimal(line.get("basis")))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            if (sold.signum() > 0) {
                told++;
                assertThat(numbers(files.get("interviews/T05-2026-09.xlsx")))
                        .as(person)
                        .anyMatch(sold::equals);
            }
        }
        assertThat(told).isPositive();
        assertThat(numbers(files.get("interviews/T05-2026-09.xlsx")))
                .contains(new BigDecimal("324862"))
                .doesNotContain(new BigDecimal("264862"));
    }

    private static Stream<BigDecimal> numbers(String sheet) {
        return Pattern.compile("<v>(\\d+(?:\\.\\d+)?)</v>")
                .matcher(sheet)
                .results()
                .map(found -> new BigDecimal(found.group(1)));
    }

    /** Each effect in one sentence, where the person reads it and where HR does. */
    @Test
    void whatChangedOfSomebodyIsSaidInOneSentenceEach() {
        Map<String, List<String>> said = Map.of(
                "E0408",
                List.of(
                        "2026-09-10–2026-09-30 任职：成熟产品线，团队 T05",
                        "团队分 = (T04 98.00 × 7 + T05 105.00 × 15) ÷ 22 = 102.77"),
                "E0506",
                List.of("所售按该序列计提", "经销商进货达成率：目标 220,000 × 16/22 个工作日 = 160,000"),
                "E0402",
                List.of("请假 2026-09-01–2026-09-30：产假", "本期免考"),
                "E0403",
                List.of("不再归属本人的客户 C2012", "本人 50%，计 49,999.5；提成因此 -890.06"),
                "E0404",
                List.of("新归属本人的客户 C2012", "销售额：目标 202,000 × 19.5/22 个工作日（缺勤 2.5 天） = 179,045.45"),
                "E0801",
                List.of("销售额增长率：按期末价格折算；不折算为 -6.99%"),
                "E0507",
                List.of("退货 202609800011（2026-09-17，关节置换假体 P03）退的是订单行 202608800001（2026-08-12）", "提成按 0.8%"),
                "E0509",
                List.of("本月扣回以 2750.67 为限，其余结转", "已离职", "退货 202609800012（2026-09-08，关节置换假体 P03）退的是订单行 202608800002"));
        said.forEach((person, sentences) ->
                assertThat(files.get(statement(person))).as(person).contains(sentences));
        assertThat(files.get("ranking-2026-09.xlsx"))
                .contains("团队分 = (T04 98.00 × 7", "经销商进货达成率：目标 220,000", "新归属本人的客户 C2012");
        assertThat(files.get("interviews/T05-2026-09.xlsx"))
                .contains("团队分 = (T04 98.00", "退货 202609800011（2026-09-17", "60,000，按退货");
    }

    /** Alone, September takes the return back at the first tier's rate; with August closed, at what August paid, from its highest tier down. */
    @Test
    void aReturnTakesBackWhatAugustPaid() throws IOException {
        Engine engine = new Engine(Path.of("jobs"), "month-end");
        Path output = Files.createDirectories(folder.resolve("after"));
        Published august = new Published(engine.run(INPUTS, output, Period.month(2026, 8), AS_OF));
        Published september = new Published(engine.closing(INPUTS, output, List.of(Period.month(2026, 8)), AS_OF)
                .run(INPUTS, output, Period.month(2026, 9), AS_OF));
        assertThat(august.payout("E0507"))
                .extracting(line -> line.get("basis") + " × " + line.get("rate"))
                .containsExactly("267200 × 0.008", "66800 × 0.012", "66800 × 0.016", "4000 × 0.02", "4088 × 0.1");
        assertThat(september.payout("E0507"))
                .filteredOn(line -> line.get("component").equals("return_reversal"))
                .extracting(line -> line.get("source_period") + " " + line.get("basis") + " × " + line.get("rate")
                        + " = " + line.get("amount"))
                .containsExactly(
                        "2026-08 -4000 × 0.02 = -80.00",
                        "2026-08 -56000 × 0.016 = -896.00",
                        "2026-08 -976 × 0.1 = -97.60");
    }
}
