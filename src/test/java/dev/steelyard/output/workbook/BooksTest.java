package dev.steelyard.output.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.Golden;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.unit.Points;
import dev.steelyard.output.workbook.finance.PayoutWorkbook;
import dev.steelyard.output.workbook.interview.Interviews;
import dev.steelyard.output.workbook.team.TeamWorkbooks;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The workbooks of teams and of finance. */
class BooksTest {

    private static final Path GOLDEN = Path.of("src/test/resources/workbook");
    private static final List<String> MONEY =
            List.of("提成", "兑付", "奖金", "工资", "支付", "commission", "payout", "salary", "Commission", "Payout", "CNY");

    /** Where a cell stands, which is no text: {@code r="E5"}. */
    private static final Pattern CELL_NAMES = Pattern.compile("=\"[A-Z]+\\d+(:[A-Z]+\\d+)?\"");

    @TempDir
    Path temp;

    /** Every book of the run but HR's, by file name. */
    private Map<String, byte[]> books(TestRun run, String language) throws IOException {
        Map<String, byte[]> books = new LinkedHashMap<>();
        Report report = run.report(language);
        books.put("payout", written(out -> PayoutWorkbook.write(report, Optional.empty(), temp, out)));
        TeamWorkbooks teams = new TeamWorkbooks(report);
        for (String team : teams.teams()) {
            books.put(team, written(out -> teams.write(team, temp, out)));
        }
        return books;
    }

    /** The same and the interview sheets, {@code interviews/TEAM}. */
    private Map<String, byte[]> all(TestRun run, String language) throws IOException {
        Map<String, byte[]> books = books(run, language);
        Report report = run.report(language);
        Coaching coaching = new Coaching(report);
        TeamParts parts = new TeamParts(report);
        Interviews interviews = new Interviews(report, coaching, new TeamWorkbooks(report, coaching, parts), parts);
        for (String team : interviews.teams()) {
            books.put("interviews/" + team, written(out -> interviews.write(team, temp, out)));
        }
        return books;
    }

    @FunctionalInterface
    private interface Writing {
        void to(ByteArrayOutputStream out) throws IOException;
    }

    private static byte[] written(Writing writing) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writing.to(out);
        return out.toByteArray();
    }

    /** After a change that is meant, {@code -Dgolden.update=true} writes the files anew; read their difference. */
    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void sayWhatTheyAlwaysSaid(String language) throws IOException {
        Map<String, byte[]> books = books(SmallCompany.run(), language);
        golden("payout-" + language, books.get("payout"));
        golden("team-" + language, books.get("T1"));
    }

    private static void golden(String name, byte[] book) throws IOException {
        Path golden = GOLDEN.resolve(name + ".txt");
        String dump = Dump.of(book);
        Golden.sheets(golden, dump);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void everySheetIsMadeToBeReadAndPrinted(String language) throws IOException {
        for (TestRun run :
                List.of(SmallCompany.run(), SmallCompany.quiet(), SmallCompany.payShown(), SmallCompany.coached())) {
            for (byte[] book : books(run, language).values()) {
                Parts.check(book);
                Parts.of(book).forEach((name, part) -> {
                    if (name.startsWith("xl/worksheets/")) {
                        assertThat(part).as(name).doesNotContain("<f>", "<f ");
                    }
                });
            }
        }
    }

    @Test
    void englishBooksHaveNoChineseWord() throws IOException {
        all(SmallCompany.coached(), "en").forEach((book, bytes) -> parts(bytes)
                .forEach((name, part) -> assertThat(part).as(book + " " + name).doesNotContainPattern("\\p{IsHan}")));
    }

    @Test
    void areTheSameBytesUnderAnyLocaleAndZone() throws IOException {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        Map<String, byte[]> first = all(SmallCompany.coached(), "zh");
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            all(SmallCompany.coached(), "zh")
                    .forEach((name, book) -> assertThat(book).as(name).isEqualTo(first.get(name)));
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    /** No name, id or figure of another team, no evidence, no answer, and no word of money, in any part of the zip. */
    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void aTeamsBookHoldsThatTeamOnly(String language) throws IOException {
        TestRun run = SmallCompany.coached();
        Map<String, byte[]> books = all(run, language);
        for (String team : run.result().book().teams().keySet()) {
            Map<String, String> parts = new LinkedHashMap<>(parts(books.get(team)));
            parts(books.get("interviews/" + team)).forEach((name, part) -> parts.put("interviews " + name, part));
            List<String> foreign = foreign(run, team);
            assertThat(foreign).hasSizeGreaterThan(3);
            parts.forEach((name, part) -> {
                String text = CELL_NAMES.matcher(part).replaceAll("");
                foreign.forEach(word -> assertThat(text)
                        .as(team + " " + name)
                        .doesNotContainPattern("(?<![\\w.])" + Pattern.quote(word) + "(?![\\w.])"));
                assertThat(part).as(team + " " + name).doesNotContain(MONEY);
                assertThat(part)
                        .as(team + " " + name)
                        .doesNotContain("bank statement", "unregistered", "signature", "SECRET", "证据", "evidence");
            });
        }
    }

    /** Names and ids of people of other teams, and finals that nobody of this team has. */
    private static List<String> foreign(TestRun run, String team) {
        List<String> foreign = new ArrayList<>();
        List<String> own = new ArrayList<>();
        for (RankedScorecard card : run.result().book().cards()) {
            List<String> to = card.participant().employee().team().equals(team) ? own : foreign;
            to.add(card.participant().employee().name().replace("\u0007", ""));
            to.add(card.participant().id());
            card.pooled().score().ifPresent(score -> to.addAll(figures(score)));
            card.card().dimensions().values().forEach(dimension -> dimension
                    .points()
                    .filter(points -> points.hundredths() % 1000 != 0)
                    .ifPresent(points -> to.addAll(figures(points))));
        }
        foreign.removeAll(own);
        return foreign;
    }

    /** As a cell has it, and as it is printed. */
    private static List<String> figures(Points points) {
        return List.of(BigDecimal.valueOf(points.decimal().doubleValue()).toString(), points.toString());
    }

    @Test
    void payIsShownToManagersOnlyWhereThePlanSaysSo() throws IOException {
        Map<String, byte[]> shown = books(SmallCompany.payShown(), "zh");
        assertThat(Dump.of(shown.get("T1"))).contains("== 团队兑付");
        assertThat(Dump.of(books(SmallCompany.run(), "zh").get("T1"))).doesNotContain("== 团队兑付");
    }

    @Test
    void leaveNothingInTheTemporaryFolder() throws IOException {
        all(SmallCompany.coached(), "zh");
        try (var left = Files.list(temp)) {
            assertThat(left).isEmpty();
        }
    }

    private static Map<String, String> parts(byte[] book) {
        try {
            return Parts.of(book);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
