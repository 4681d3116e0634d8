package dev.steelyard.output.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.Golden;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.unit.Points;
import dev.steelyard.output.workbook.alerts.AlertWorkbooks;
import dev.steelyard.output.workbook.review.ReviewWorkbook;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The weekly alerts and the monthly review pack. */
class FieldBooksTest {

    private static final Path GOLDEN = Path.of("src/test/resources/workbook");

    /** Words of scores, ranks, grades and pay, as any sheet of the other books has them. */
    private static final Pattern JUDGING = Pattern.compile(
            "得分|排名|名次|等级|评级|扣分|加分|提成|兑付|奖金|工资|支付|(?i)\\b(scored?|rank(ed|ing)?|grades?|points|deduct\\w*|bonus|"
                    + "commission|payout|salary|CNY)\\b");

    @TempDir
    Path temp;

    private Map<String, byte[]> alerts(TestRun run, String language) throws IOException {
        AlertWorkbooks workbooks = new AlertWorkbooks(run.report(language));
        Map<String, byte[]> books = new LinkedHashMap<>();
        for (String file : workbooks.files()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbooks.write(file, temp, out);
            books.put(file, out.toByteArray());
        }
        return books;
    }

    private byte[] review(TestRun run, String language) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReviewWorkbook.write(run.report(language), temp, out);
        return out.toByteArray();
    }

    private Map<String, byte[]> all(String language) throws IOException {
        Map<String, byte[]> books = alerts(FieldCompany.alerts(), language);
        books.put("review", review(FieldCompany.scored(), language));
        return books;
    }

    /** After a change that is meant, {@code -Dgolden.update=true} writes the files anew; read their difference. */
    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void sayWhatTheyAlwaysSaid(String language) throws IOException {
        Map<String, byte[]> books = all(language);
        golden("alerts-" + language, books.get("alerts/M1-2026-09.xlsx"));
        golden("review-" + language, books.get("review"));
    }

    private static void golden(String name, byte[] book) throws IOException {
        Path golden = GOLDEN.resolve(name + ".txt");
        String dump = Dump.of(book);
        Golden.sheets(golden, dump);
    }

    @Test
    void eachManagerGetsAFileAndATeamThatNobodyLeadsItsOwn() throws IOException {
        assertThat(alerts(FieldCompany.alerts(), "zh").keySet())
                .containsExactly("alerts/M1-2026-09.xlsx", "alerts/M2-2026-09.xlsx", "alerts/teams/T3-2026-09.xlsx");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void everySheetIsMadeToBeReadAndPrinted(String language) throws IOException {
        for (byte[] book : all(language).values()) {
            Parts.check(book);
        }
        for (byte[] book : alerts(FieldCompany.quiet(), language).values()) {
            Parts.check(book);
        }
        Parts.check(review(SmallCompany.quiet(), language));
    }

    /** What was not delivered is said to be missing; it is not said that there was nothing. */
    @Test
    void anExportThatDidNotComeIsNamed() throws IOException {
        String weekly = Dump.of(alerts(FieldCompany.quiet(), "zh").get("alerts/teams/T1-2026-09.xlsx"));
        assertThat(weekly).contains("没有待办", "没有收到行动项的导出", "没有收到知识考核的导出", "没有收到导师带教的导出", "没有收到话术库的导出");
        String review = Dump.of(review(SmallCompany.quiet(), "zh"));
        assertThat(review).contains("没有收到行动项的导出", "没有收到临床需求和复盘输入的导出");
    }

    /** In no part of any file: no word of judging or paying, and no figure that the month end would print of anybody. */
    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void weeklyAlertsHoldNoScoreRankGradeOrPay(String language) throws IOException {
        List<String> figures = figures(FieldCompany.scored());
        assertThat(figures).hasSizeGreaterThan(4);
        for (Map.Entry<String, byte[]> book :
                alerts(FieldCompany.alerts(), language).entrySet()) {
            for (Map.Entry<String, String> part : Parts.of(book.getValue()).entrySet()) {
                String name = book.getKey() + " " + part.getKey();
                if (!part.getKey().equals("xl/styles.xml")) {
                    assertThat(part.getValue()).as(name).doesNotContainPattern(JUDGING);
                }
                figures.forEach(figure -> assertThat(part.getValue())
                        .as(name)
                        .doesNotContainPattern("(?<![\\w.])" + Pattern.quote(figure) + "(?![\\w.])"));
                assertThat(part.getValue()).as(name).doesNotContain("SECRET", "31415", "87654", "43210");
            }
        }
    }

    /** Finals and dimensions of everybody, as they are printed. */
    private static List<String> figures(TestRun run) {
        List<String> figures = new ArrayList<>();
        for (RankedScorecard card : run.result().book().cards()) {
            List<Points> points = new ArrayList<>();
            card.pooled().score().ifPresent(points::add);
            card.card().dimensions().values().forEach(one -> one.points().ifPresent(points::add));
            points.forEach(one -> figures.add(one.toString()));
        }
        return figures;
    }

    @Test
    void aManagersAlertsHoldTheirPeopleOnly() throws IOException {
        Map<String, byte[]> books = alerts(FieldCompany.alerts(), "zh");
        assertThat(Dump.of(books.get("alerts/M1-2026-09.xlsx")))
                .contains("Ann Lee")
                .doesNotContain("Bo E3", "Dee");
        assertThat(Dump.of(books.get("alerts/M2-2026-09.xlsx")))
                .contains("Bo E3")
                .doesNotContain("Ann Lee", "Dee");
        assertThat(Dump.of(books.get("alerts/teams/T3-2026-09.xlsx"))).doesNotContain("Ann Lee", "Bo E3");
    }

    /** Whoever is but suspended has breached nothing, and a suspension that is over is nothing to do. */
    @Test
    void aKindOfAlertCountsItsOwnPeople() throws IOException {
        assertThat(Dump.of(alerts(FieldCompany.alerts(), "en").get("alerts/M1-2026-09.xlsx")))
                .contains("✗ breach | 1 {", "! suspended | 1 {")
                .doesNotContain("nothing to do");
    }

    /** What is not known is no zero. */
    @Test
    void theReviewCountsNothingOfAPeriodThatIsNotKnown() throws IOException {
        assertThat(Dump.of(review(FieldCompany.withoutAugust(), "en")))
                .contains("Training | 3 {#,##0} |  | —")
                .doesNotContain("Training | 3 {#,##0} | 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void theReviewHoldsNoSurveyNoEvidenceAndNoFigureOfAPerson(String language) throws IOException {
        byte[] book = review(FieldCompany.scored(), language);
        for (Map.Entry<String, String> part : Parts.of(book).entrySet()) {
            assertThat(part.getValue())
                    .as(part.getKey())
                    .doesNotContain("SECRET", "31415", "87654", "净推荐值", "nps", "NPS", "old words");
            for (String figure : figures(FieldCompany.scored())) {
                assertThat(part.getValue())
                        .as(part.getKey())
                        .doesNotContainPattern("(?<![\\w.])" + Pattern.quote(figure) + "(?![\\w.])");
            }
        }
    }

    @Test
    void englishBooksHaveNoChineseWord() throws IOException {
        for (Map.Entry<String, byte[]> book : all("en").entrySet()) {
            for (Map.Entry<String, String> part : Parts.of(book.getValue()).entrySet()) {
                assertThat(part.getValue())
                        .as(book.getKey() + " " + part.getKey())
                        .doesNotContainPattern("\\p{IsHan}");
            }
        }
    }

    @Test
    void areTheSameBytesUnderAnyLocaleAndZone() throws IOException {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        Map<String, byte[]> first = all("zh");
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            Map<String, byte[]> again = all("zh");
            first.forEach((name, book) -> assertThat(again.get(name)).as(name).isEqualTo(book));
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }
}
