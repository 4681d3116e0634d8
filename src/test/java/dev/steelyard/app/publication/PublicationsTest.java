package dev.steelyard.app.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.steelyard.Golden;
import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.engine.score.Participant;
import dev.steelyard.engine.score.Population;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.output.publish.EditionFile;
import dev.steelyard.output.workbook.Dump;
import dev.steelyard.output.workbook.Parts;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every workbook of the sample company's month and quarter, in both languages, as its readers get it. */
class PublicationsTest {

    private static final Path GOLDEN = Path.of("src/test/resources/workbook");

    /** Rows of a sheet that a golden dump holds. */
    private static final int SHOWN = 45;

    private static final Pattern EMPLOYEE = Pattern.compile("E\\d{4}");
    private static final Pattern NUMBER = Pattern.compile("\\d+\\.\\d+");

    @TempDir
    static Path temp;

    private static final Map<String, SampleEdition> CALCULATED = new HashMap<>();

    @BeforeAll
    static void calculate() throws IOException {
        for (SampleEdition edition : List.of(
                SampleEdition.of("month-end", "2026-09", LocalDate.of(2026, 10, 12), temp.resolve("month-end")),
                SampleEdition.of("quarter-end", "2026-Q3", LocalDate.of(2026, 10, 20), temp.resolve("quarter-end")))) {
            CALCULATED.put(edition.job(), edition);
        }
    }

    private static final Pattern CREDITED = Pattern.compile("\\| (-?[\\d.]+) \\{[^}]*\\} \\| 共 \\d+ 行；");
    private static final Pattern SHARE =
            Pattern.compile("奖池 ([\\d,.]+) × 本人 ([\\d.]+) 分 × ([\\d.]+) 天 ÷ 全部分享人的得分 × 天数之和 ([\\d,.]+) = ");

    /** The workbooks of the run but statements, in a language. */
    private static List<EditionFile> files(String job, String language) throws IOException {
        return allFiles(job, language).stream()
                .filter(file -> file.name().endsWith(".xlsx") && !file.name().startsWith("statements/"))
                .toList();
    }

    private static List<EditionFile> allFiles(String job, String language) throws IOException {
        return CALCULATED.get(job).files(language);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"month-end,zh", "month-end,en", "quarter-end,zh", "quarter-end,en"})
    void everySheetIsMadeToBeReadAndPrinted(String job, String language) throws IOException {
        for (EditionFile file : files(job, language)) {
            if (file.name().startsWith("interviews/")) {
                // Upright forms: InterviewTest.
                try (XSSFWorkbook sheets = Parts.open(SampleEdition.written(file))) {
                    sheets.forEach(sheet -> Parts.checkPrint((XSSFSheet) sheet));
                }
                continue;
            }
            byte[] book = SampleEdition.written(file);
            Parts.check(book);
            try (XSSFWorkbook sheets = Parts.open(book)) {
                for (int i = 0; i < sheets.getNumberOfSheets(); i++) {
                    String name = file.name() + " " + sheets.getSheetName(i);
                    assertThat(wrong(sheets.getSheetAt(i))).as(name).isEmpty();
                    assertThat(sheets.getSheetAt(i).getFooter().getLeft())
                            .as(name)
                            .doesNotContain(job);
                }
            }
        }
    }

    /** Of 85 people, 12 at most in a team, in their first month, with nothing before it; a book that nobody reads is no book. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"month-end,zh", "month-end,en", "quarter-end,zh", "quarter-end,en"})
    void booksTakeFewSheetsOfPaper(String job, String language) throws IOException {
        Map<String, Integer> most = Map.of(
                "payout",
                11,
                "rejects",
                3,
                "review",
                3,
                "ranking",
                18,
                "teams",
                16,
                "leaders",
                32,
                "committee",
                9,
                "statements",
                2);
        Map<String, Integer> over = new TreeMap<>();
        for (EditionFile file : allFiles(job, language)) {
            if (!file.name().endsWith(".xlsx")) {
                continue;
            }
            int pages = Parts.pages(SampleEdition.written(file));
            if (pages > most.getOrDefault(file.name().split("[-/]")[0], Integer.MAX_VALUE)) {
                over.put(file.name(), pages);
            }
        }
        assertThat(over).isEmpty();
    }

    private static final Pattern PICTURE = Pattern.compile("[▁-█]{6,}");

    /** Above each table of pictures a sentence says what they show or how they are read; months in a row, a bar each, are told by their header. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"month-end,zh", "month-end,en", "quarter-end,zh", "quarter-end,en"})
    void everyPictureHasASentenceAboveIt(String job, String language) throws IOException {
        Set<String> silent = new TreeSet<>();
        int pictures = 0;
        for (EditionFile file : files(job, language)) {
            try (XSSFWorkbook book = Parts.open(SampleEdition.written(file))) {
                for (int i = 0; i < book.getNumberOfSheets(); i++) {
                    XSSFSheet sheet = book.getSheetAt(i);
                    for (Row row : sheet) {
                        if (isPictured(row) && !isPictured(sheet.getRow(row.getRowNum() - 1))) {
                            pictures++;
                            String above = text(sheet.getRow(row.getRowNum() - 2));
                            if (!above.matches("(?s).*[。.：]")) {
                                silent.add(file.name() + " " + sheet.getSheetName() + " " + (row.getRowNum() - 1) + ": "
                                        + above);
                            }
                        }
                    }
                }
            }
        }
        assertThat(pictures).isGreaterThan(10);
        assertThat(silent).isEmpty();
    }

    private static boolean isPictured(Row row) {
        return row != null && PICTURE.matcher(text(row)).find();
    }

    private static String text(Row row) {
        StringBuilder text = new StringBuilder();
        if (row != null) {
            row.forEach(cell -> text.append(cell.getCellType() == CellType.STRING ? cell.getStringCellValue() : ""));
        }
        return text.toString();
    }

    /** Ids that are no text, texts in which a number's format shows, and columns too narrow for their words. */
    private static List<String> wrong(XSSFSheet sheet) {
        List<String> wrong = new ArrayList<>();
        int texts = 0;
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (cell.getCellType() == CellType.STRING) {
                    texts++;
                    String text = cell.getStringCellValue();
                    if (EMPLOYEE.matcher(text).matches()
                            && !cell.getCellStyle().getDataFormatString().equals("@")) {
                        wrong.add(cell.getAddress() + " is an id in a cell that is no text");
                    }
                    if (text.contains("{") || text.contains("null") || text.contains("Optional[")) {
                        wrong.add(cell.getAddress() + " " + text);
                    }
                } else if (cell.getCellType() == CellType.NUMERIC
                        && cell.getCellStyle().getDataFormatString().equals("@")) {
                    wrong.add(cell.getAddress() + " is a number in a text's cell");
                }
            }
        }
        if (texts < 2) {
            wrong.add("says nothing");
        }
        return wrong;
    }

    /** Where exports were written in Chinese, data are Chinese in every language; what the engine says is not. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"month-end", "quarter-end"})
    void headersAndSheetNamesAreOfOneLanguage(String job) throws IOException {
        Pattern chinese = Pattern.compile("\\p{IsHan}");
        for (String language : List.of("zh", "en")) {
            for (EditionFile file : files(job, language)) {
                // The rejected rows stand under the headers of their exports.
                if (file.name().startsWith("rejects")) {
                    continue;
                }
                try (XSSFWorkbook book = Parts.open(SampleEdition.written(file))) {
                    for (int i = 0; i < book.getNumberOfSheets(); i++) {
                        XSSFSheet sheet = book.getSheetAt(i);
                        if (sheet.getCTWorksheet().isSetAutoFilter()) {
                            for (Cell header :
                                    sheet.getRow(sheet.getRepeatingRows().getFirstRow())) {
                                String text = header.getStringCellValue();
                                assertThat(chinese.matcher(text).find())
                                        .as(file.name() + " " + sheet.getSheetName() + " " + text)
                                        .isEqualTo(language.equals("zh"));
                            }
                        }
                    }
                }
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"month-end", "quarter-end"})
    void areTheSameBytesWhoeverWritesThemBesideWhichOther(String job) throws IOException {
        List<EditionFile> files = files(job, "zh");
        Map<String, byte[]> together = files(job, "zh").parallelStream()
                .collect(Collectors.toConcurrentMap(EditionFile::name, SampleEdition::written));
        for (EditionFile file : files) {
            assertThat(SampleEdition.written(file)).as(file.name()).isEqualTo(together.get(file.name()));
        }
    }

    /** No name, id or figure of another team, in any part of the zip. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"month-end,zh", "month-end,en", "quarter-end,zh", "quarter-end,en"})
    void aTeamsBookHoldsThatTeamOnly(String job, String language) throws IOException {
        RunResult result = CALCULATED.get(job).result();
        for (EditionFile file : files(job, language)) {
            if (!file.name().startsWith("teams/") && !file.name().startsWith("interviews/")) {
                continue;
            }
            String team = file.name().substring(file.name().indexOf('/') + 1).split("-")[0];
            String all = String.join("\n", Parts.of(SampleEdition.written(file)).values());
            Set<String> words = words(all);
            List<RankedScorecard> others = result.book().cards().stream()
                    .filter(card -> !card.participant().employee().team().equals(team))
                    .toList();
            assertThat(others).hasSizeGreaterThan(60);
            Set<String> own = result.book().cards().stream()
                    .filter(card -> card.participant().employee().team().equals(team))
                    .map(card -> card.participant().employee().name())
                    .collect(Collectors.toSet());
            for (RankedScorecard other : others) {
                assertThat(words)
                        .as(file.name())
                        .doesNotContain(other.participant().id());
                String name = other.participant().employee().name();
                assertThat(own.contains(name) || !all.contains(name))
                        .as(file.name() + " names " + name)
                        .isTrue();
            }
            assertThat(words).as(file.name()).doesNotContainAnyElementsOf(amounts(result, others));
        }
    }

    /** E0600 leads a region, E0880 two teams: nobody else is in their books, and no amount. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"month-end,zh", "month-end,en", "quarter-end,zh"})
    void aLeadersBookHoldsWhomTheyLead(String job, String language) throws IOException {
        RunResult result = CALCULATED.get(job).result();
        List<EditionFile> leaders = files(job, language).stream()
                .filter(file -> file.name().startsWith("leaders/"))
                .toList();
        assertThat(leaders)
                .extracting(file -> file.name().substring(8, 13))
                .containsExactlyInAnyOrder("E0600", "E0880");
        for (EditionFile file : leaders) {
            String leader = file.name().substring(8, 13);
            Population population = result.book().population();
            Set<String> led = population.participants().stream()
                    .filter(one -> one.id().equals(leader))
                    .flatMap(one -> population.members(one).stream())
                    .map(Participant::id)
                    .collect(Collectors.toSet());
            Set<String> words = words(
                    String.join("\n", Parts.of(SampleEdition.written(file)).values()));
            List<RankedScorecard> others = result.book().cards().stream()
                    .filter(card -> !led.contains(card.participant().id())
                            && !card.participant().id().equals(leader))
                    .toList();
            assertThat(others).hasSizeGreaterThan(40);
            assertThat(words).as(file.name()).containsAll(led);
            assertThat(words)
                    .as(file.name())
                    .doesNotContainAnyElementsOf(
                            others.stream().map(card -> card.participant().id()).toList());
            assertThat(words)
                    .as(file.name())
                    .doesNotContainAnyElementsOf(amounts(result, result.book().cards()));
        }
    }

    /** What a statement says that commission is earned on is what it is paid on, and a part of a pool is its arithmetic. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"month-end", "quarter-end"})
    void statementsAddUp(String job) throws IOException {
        RunResult result = CALCULATED.get(job).result();
        Map<String, String> said = new HashMap<>();
        for (EditionFile file : allFiles(job, "zh")) {
            if (file.name().startsWith("statements/")) {
                Matcher id = EMPLOYEE.matcher(file.name());
                assertThat(id.find()).as(file.name()).isTrue();
                said.put(id.group(), Dump.of(SampleEdition.written(file)));
            }
        }
        Set<String> managers = result.book().population().participants().stream()
                .filter(Participant::isManager)
                .map(Participant::id)
                .collect(Collectors.toSet());
        Map<String, BigDecimal> bases = new HashMap<>();
        int shares = 0;
        for (PayoutLine line : result.payout()) {
            if (line.component() == PayoutLine.Component.COMMISSION
                    && !managers.contains(line.employee().id())
                    && line.corrects().isEmpty()) {
                bases.merge(line.employee().id(), line.basis().rounded(2), BigDecimal::add);
            }
            Matcher share = SHARE.matcher(said.get(line.employee().id()));
            if (line.component() == PayoutLine.Component.EXCESS_PROFIT_SHARE && share.find()) {
                shares++;
                assertThat(number(share, 1)
                                .multiply(number(share, 2))
                                .multiply(number(share, 3))
                                .divide(number(share, 4), 2, RoundingMode.HALF_UP))
                        .as(share.group())
                        .isCloseTo(line.amount().amount(), within(new BigDecimal("0.01")));
            }
        }
        assertThat(bases).hasSizeGreaterThan(5);
        bases.forEach((id, sum) -> {
            BigDecimal credited = CREDITED.matcher(said.get(id))
                    .results()
                    .map(match -> new BigDecimal(match.group(1)))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(credited).as(id).isEqualByComparingTo(sum);
        });
        assertThat(shares).isEqualTo(job.equals("month-end") ? 0 : 29);
    }

    /** Nobody else is named on a statement, nor is anybody's amount but one's own. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"month-end,zh", "quarter-end,en"})
    void aStatementNamesItsPersonOnly(String job, String language) throws IOException {
        RunResult result = CALCULATED.get(job).result();
        int statements = 0;
        for (EditionFile file : allFiles(job, language)) {
            if (!file.name().startsWith("statements/")) {
                continue;
            }
            statements++;
            Matcher id = EMPLOYEE.matcher(file.name());
            assertThat(id.find()).as(file.name()).isTrue();
            String all = String.join("\n", Parts.of(SampleEdition.written(file)).values());
            Set<String> words = words(all);
            List<RankedScorecard> others = result.book().cards().stream()
                    .filter(card -> !card.participant().id().equals(id.group()))
                    .toList();
            Set<String> foreign = amounts(result, others);
            foreign.removeAll(words(String.join(
                    "\n",
                    result.payout().stream()
                            .filter(line -> line.employee().id().equals(id.group()))
                            .flatMap(line -> Stream.of(
                                    line.amount().toString(),
                                    line.basis().rounded(2).toString()))
                            .toList())));
            for (RankedScorecard other : others) {
                assertThat(words)
                        .as(file.name())
                        .doesNotContain(other.participant().id());
            }
            assertThat(words).as(file.name()).doesNotContainAnyElementsOf(foreign);
        }
        assertThat(statements).isGreaterThan(20);
    }

    private static BigDecimal number(Matcher match, int group) {
        return new BigDecimal(match.group(group).replace(",", ""));
    }

    /** Ids and numbers, as they stand in the parts. */
    private static Set<String> words(String parts) {
        Set<String> words = new HashSet<>();
        for (Pattern pattern : List.of(EMPLOYEE, NUMBER)) {
            pattern.matcher(parts).results().forEach(match -> words.add(match.group()));
        }
        return words;
    }

    /** What is paid to people; amounts of less than a thousand may be anything. */
    private static Set<String> amounts(RunResult result, List<RankedScorecard> of) {
        Set<String> ids = of.stream().map(card -> card.participant().id()).collect(Collectors.toSet());
        return result.payout().stream()
                .filter(line -> ids.contains(line.employee().id()))
                .map(PayoutLine::amount)
                .map(Object::toString)
                .filter(amount -> amount.length() >= "1000.01".length() && !amount.endsWith("0"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** After a change that is meant, {@code -Dgolden.update=true} writes the files anew; read their difference. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"zh", "en"})
    void theQuartersBooksSayWhatTheyAlwaysSaid(String language) throws IOException {
        Map<String, String> dumps = new LinkedHashMap<>();
        for (EditionFile file : files("quarter-end", language)) {
            if (file.name().startsWith("ranking")) {
                dumps.put("quarter-ranking-" + language, Dump.of(SampleEdition.written(file), SHOWN));
            } else if (file.name().startsWith("teams/T02")) {
                dumps.put("quarter-team-" + language, Dump.of(SampleEdition.written(file), SHOWN));
            }
        }
        assertThat(dumps).hasSize(2);
        for (Map.Entry<String, String> dump : dumps.entrySet()) {
            Path golden = GOLDEN.resolve(dump.getKey() + ".txt");
            Golden.sheets(golden, dump.getValue());
        }
    }

    /** A language is one file: with it every book can be made, and nothing stays English but what plan and exports call things. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"month-end", "quarter-end"})
    void anotherLanguageIsOneFile(String job) throws IOException {
        writeAnotherLanguage();
        Set<String> english = texts(job, "en");
        Set<String> left = texts(job, "xx");
        left.retainAll(english);
        left.removeIf(text -> !PHRASE.matcher(text).find());
        String named = Files.readString(Path.of("jobs/plans/reference-2026.yaml"))
                + Files.readString(Path.of("jobs/exports.yaml"));
        left.removeIf(named::contains);
        assertThat(left).isEmpty();
    }

    private static final Pattern PHRASE = Pattern.compile("[A-Za-z]+ [a-z]+ [a-z]+");

    /** Every sentence in brackets of its own. */
    private static void writeAnotherLanguage() throws IOException {
        Properties sentences = new Properties();
        try (Reader bundle = Files.newBufferedReader(Path.of("src/main/resources/dev/steelyard/words/en.properties"))) {
            sentences.load(bundle);
        }
        sentences.replaceAll((key, sentence) -> "⟦" + sentence + "⟧");
        try (Writer bundle =
                Files.newBufferedWriter(Path.of("target/test-classes/dev/steelyard/words/xx.properties"))) {
            sentences.store(bundle, null);
        }
    }

    private static Set<String> texts(String job, String language) throws IOException {
        Set<String> texts = new TreeSet<>();
        for (EditionFile file : files(job, language)) {
            try (XSSFWorkbook book = Parts.open(SampleEdition.written(file))) {
                book.forEach(sheet -> sheet.forEach(row -> row.forEach(cell -> {
                    if (cell.getCellType() == CellType.STRING) {
                        texts.add(cell.getStringCellValue());
                    }
                })));
            }
        }
        return texts;
    }
}
