package dev.steelyard.output.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.Golden;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.engine.problem.SourceRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RankingWorkbookTest {

    private static final Path GOLDEN = Path.of("src/test/resources/workbook");

    @TempDir
    Path temp;

    /** After a change that is meant, {@code -Dgolden.update=true} writes the files anew; read their difference. */
    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void saysWhatItAlwaysSaid(String language) throws IOException {
        Path golden = GOLDEN.resolve("ranking-" + language + ".txt");
        String dump = Dump.of(SmallCompany.run().workbook(language, temp));
        Golden.sheets(golden, dump);
    }

    @Test
    void isTheSameBytesUnderAnyLocaleAndZone() throws IOException {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        byte[] first = SmallCompany.run().workbook("zh", temp);
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertThat(SmallCompany.run().workbook("zh", temp)).isEqualTo(first);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void leavesNothingInTheTemporaryFolder() throws IOException {
        SmallCompany.run().workbook("zh", temp);
        try (Stream<Path> left = Files.list(temp)) {
            assertThat(left).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void everySheetIsMadeToBeReadAndPrinted(String language) throws IOException {
        for (TestRun run : List.of(SmallCompany.run(), SmallCompany.quiet())) {
            byte[] workbook = run.workbook(language, temp);
            Parts.check(workbook);
            try (XSSFWorkbook book = Parts.open(workbook)) {
                // 20 less those of people of whom there is nothing to tell.
                int sheets = book.getNumberOfSheets();
                assertThat(sheets).isBetween(13, 18);
                Set<String> pages = Set.of(
                        book.getSheetName(0),
                        book.getSheetName(sheets - 1),
                        language.equals("zh") ? "行为热力图" : "Behaviour",
                        language.equals("zh") ? "否决与待核" : "Vetoes and held",
                        language.equals("zh") ? "加分与荣誉" : "Bonus and honours");
                for (int i = 0; i < sheets; i++) {
                    assertThat(book.getSheetAt(i).getCTWorksheet().isSetAutoFilter())
                            .isEqualTo(!pages.contains(book.getSheetName(i)));
                }
            }
        }
    }

    @Test
    void idsStayTextAndNothingBecomesAFormula() throws IOException {
        byte[] workbook = SmallCompany.run().workbook("zh", temp);
        assertThat(Dump.of(workbook))
                .contains("| 00042 | Ken\uFFFD |", "| =SUM(A1) |", "| @cmd |", "-2+3 unregistered");
        Parts.of(workbook).forEach((name, part) -> {
            if (name.startsWith("xl/worksheets/")) {
                assertThat(part).as(name).doesNotContain("<f>", "<f ");
            }
        });
    }

    @Test
    void whatSurveysSaidIsNowhere() throws IOException {
        for (String language : List.of("zh", "en")) {
            Parts.of(SmallCompany.run().workbook(language, temp))
                    .forEach((name, part) -> assertThat(part).as(name).doesNotContain("SECRET"));
        }
    }

    @Test
    void theEnglishWorkbookHasNoChineseWord() throws IOException {
        Parts.of(SmallCompany.run().workbook("en", temp))
                .forEach((name, part) -> assertThat(part).as(name).doesNotContainPattern("\\p{IsHan}"));
    }

    @Test
    void listsTheGravestOfManyProblemsAndSaysWhereTheRestIs() throws IOException {
        List<Problem> many = new ArrayList<>();
        for (int i = 6_000; i > 0; i--) {
            many.add(Problem.of(ProblemCode.ROW_DUPLICATE, new SourceRef("orders", "orders.csv", "", i), "", "")
                    .with("first", "orders.csv:1"));
        }
        many.add(Problem.of(ProblemCode.RECORD_BROKEN, new SourceRef("visits", "visits.csv", "", 77)));
        try (XSSFWorkbook book = Parts.open(SmallCompany.run().with(many).workbook("zh", temp))) {
            XSSFSheet sheet = book.getSheet("问题");
            assertThat(sheet.getRow(5).getCell(1)).hasToString("E-RECORD-BROKEN");
            assertThat(sheet.getRow(6).getCell(5).getNumericCellValue()).isEqualTo(1);
            assertThat(sheet.getRow(sheet.getLastRowNum()).getCell(0))
                    .hasToString("此处列出前 5000 条，另有 1001 条未列出；全部见同一文件夹中的 problems.csv。");
            assertThat(sheet.getLastRowNum()).isEqualTo(5 + 5_000);
        }
    }
}
