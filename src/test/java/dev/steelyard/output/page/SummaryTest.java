package dev.steelyard.output.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.Golden;
import dev.steelyard.engine.register.EarlierScorecard;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.score.RankedScorecard.Status;
import dev.steelyard.output.workbook.SmallCompany;
import dev.steelyard.output.workbook.TestRun;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class SummaryTest {

    /** Sizes are shares of the root's: printed, that alone is set, or quiet lines come out larger than what they explain. */
    @ParameterizedTest
    @ValueSource(strings = {"summary.css", "tree.css"})
    void onPaperAllTextShrinksAlike(String name) throws IOException {
        String style = Files.readString(Path.of("src/main/resources/dev/steelyard/output/page", name));
        String printed = style.substring(style.indexOf("@media print"));
        assertThat(printed).containsPattern("(?s):root \\{\\s*font-size: 9pt;");
        assertThat(Pattern.compile("font(-size)?: [^;]*(pt|px)")
                        .matcher(printed)
                        .results())
                .hasSize(1);
    }

    private static final Path GOLDEN = Path.of("src/test/resources/page");
    private static final int MOST_BYTES = 200_000;

    static LongStream seeds() {
        String[] ends = System.getProperty("proof.seeds", "0..19").split("\\.\\.");
        return LongStream.rangeClosed(Long.parseLong(ends[0]), Long.parseLong(ends[1]));
    }

    static String page(TestRun run, String language) {
        return page(run, language, Companies.FILES);
    }

    private static String page(TestRun run, String language, List<String> files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            SummaryHtml.write(
                    run.report(language), dev.steelyard.engine.problem.ProblemDigest.of(List.of()), files, out);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /** The page is XML too, but for its first line. */
    private static Document parsed(String page) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        String body = page.substring(page.indexOf('\n') + 1);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Element> all(Document page, String name) {
        NodeList found = page.getElementsByTagName(name);
        List<Element> all = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            all.add((Element) found.item(i));
        }
        return all;
    }

    /** After a change that is meant, {@code -Dgolden.update=true} writes the files anew; read their difference. */
    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void saysWhatItAlwaysSaid(String language) throws IOException {
        Path golden = GOLDEN.resolve("summary-" + language + ".html");
        String page = page(Companies.sample(), language);
        Golden.file(golden, page);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void namesNobodyVetoedHeldUnrankedOrOfTheWorstGrade(long seed) throws Exception {
        TestRun run = Companies.random(seed);
        for (String language : List.of("zh", "en")) {
            String text = parsed(page(run, language)).getDocumentElement().getTextContent();
            Set<String> words = new HashSet<>(List.of(text.split("[^\\p{L}\\p{N}]+")));
            for (RankedScorecard card : run.result().book().cards()) {
                if (card.status() != Status.RANKED || card.grade().equals(Optional.of("D"))) {
                    assertThat(words)
                            .as(language)
                            .doesNotContain(
                                    card.participant().id(),
                                    card.participant().employee().name());
                }
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noGainSaysThatSomebodyHadTheWorstGradeBefore(long seed) throws Exception {
        TestRun run = Companies.random(seed);
        Set<String> worst = new TreeSet<>();
        run.result().input().history().chapters().get(0).cards().stream()
                .filter(card -> card.vetoed() || !card.scored() || card.grade().equals(Optional.of("D")))
                .map(EarlierScorecard::employeeId)
                .forEach(worst::add);
        Document page = parsed(page(run, "zh"));
        Element movers = all(page, "section").stream()
                .filter(section -> section.getAttribute("aria-labelledby").equals("movers"))
                .findFirst()
                .orElseThrow();
        assertThat(List.of(movers.getTextContent().split("[^\\p{L}\\p{N}]+"))).doesNotContainAnyElementsOf(worst);
    }

    @Test
    void namesWhoIsRankedAndBetter() {
        TestRun run = Companies.small();
        assertThat(page(run, "en")).contains("Ann Lee").doesNotContain("bank statement", "unregistered");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void holdsMoneyOnlyWhereThePlanSaysSo(String language) {
        String money = language.equals("zh") ? "兑付合计" : "Payout before tax";
        assertThat(page(SmallCompany.run(), language)).doesNotContain(money, "CNY");
        assertThat(page(SmallCompany.payShown(), language)).contains(money, "CNY");
    }

    @Test
    void englishPagesHaveNoChineseWord() {
        assertThat(page(Companies.small(), "en").replace("心内一队", "")).doesNotContainPattern("\\p{IsHan}");
    }

    /** What a name holds is never markup, and turns no words around it. */
    @Test
    void textsOfExportsStayTexts() throws Exception {
        String hostile = "<script>alert(1)</script>&amp;\"'>\u202Eevil\u200B\u0007\uD800]]>";
        Node.Element cell =
                Section.of("x", hostile, Node.of("p", Section.isolated(hostile)).with("title", hostile));
        String written = Markup.of(Node.of("html", cell));
        assertThat(written).doesNotContain("<script", "\u0007");
        Document page = parsed(written);
        String shown = hostile.replace('\u0007', '\uFFFD').replace('\uD800', '\uFFFD');
        assertThat(all(page, "bdi").get(0).getTextContent()).isEqualTo(shown);
        assertThat(all(page, "p").get(0).getAttribute("title")).isEqualTo(shown);
    }

    @Test
    void isTheSameBytesUnderAnyLocaleAndZone() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        String first = page(Companies.small(), "zh");
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertThat(page(Companies.small(), "zh")).isEqualTo(first);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void isMadeForReadersOfAllKinds(String language) throws Exception {
        List<Element> headers = new ArrayList<>();
        List<Element> tables = new ArrayList<>();
        List<Element> charts = new ArrayList<>();
        for (TestRun run : List.of(Companies.small(), SmallCompany.quiet(), Companies.sample())) {
            Document page = parsed(page(run, language));
            assertThat(page.getDocumentElement().getAttribute("lang")).startsWith(language);
            assertThat(all(page, "h1")).hasSize(1);
            assertThat(all(page, "h2")).hasSizeGreaterThanOrEqualTo(6);
            assertThat(all(page, "script")).isEmpty();
            headers.addAll(all(page, "th"));
            tables.addAll(all(page, "table"));
            charts.addAll(all(page, "svg"));
        }
        assertThat(headers).isNotEmpty().allSatisfy(th -> assertThat(th.getAttribute("scope"))
                .isIn("col", "row"));
        assertThat(tables).isNotEmpty().allSatisfy(table -> assertThat(
                        table.getElementsByTagName("caption").getLength())
                .isEqualTo(1));
        assertThat(charts).isNotEmpty().allSatisfy(chart -> assertThat(
                        chart.getElementsByTagName("title").item(0).getTextContent())
                .isNotBlank());
    }

    @Test
    void loadsNothingAndLinksIntoItsOwnFolder() throws Exception {
        String text = page(Companies.small(), "zh");
        assertThat(text)
                .doesNotContain("http:", "https:", "src=", "url(", "@import")
                .contains("default-src 'none'");
        assertThat(all(parsed(text), "a"))
                .extracting(link -> link.getAttribute("href"))
                .contains(
                        "ranking-2026-09.xlsx",
                        "teams/%E5%BF%83%E5%86%85%E4%B8%80%E9%98%9F%20%231-2026-09.xlsx",
                        "statements/")
                .noneMatch(link -> link.startsWith("statements/E"));
    }

    /** Small enough for any mailbox; what is left out is said. */
    @Test
    void aBigCompanyFitsOnAPage() throws Exception {
        TestRun run = Companies.national();
        String text = page(run, "zh", Companies.nationalFiles(run));
        assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(MOST_BYTES);
        assertThat(run.result().count(Status.RANKED)).isEqualTo(5_000);
        assertThat(text).contains("另有 4950 名已排名人员未在此列出", "另有 200 个团队", "252 个文件");
        assertThat(all(parsed(text), "tr")).hasSizeLessThan(120);
    }

    @Test
    void saysThatItIsNotClosed() {
        assertThat(page(Companies.small(), "zh"))
                .contains("2026-09 r1（未关账）</p>", "<p class=\"standing open\" role=\"note\">未关账：");
    }
}
