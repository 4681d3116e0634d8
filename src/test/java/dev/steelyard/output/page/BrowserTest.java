package dev.steelyard.output.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.output.workbook.SmallCompany;
import dev.steelyard.output.workbook.TestRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The page as Chromium shows it, on a phone and on a desk, light and dark: nothing sticks out, every word stands out, headings
 * and tables are in order. With the Maven profile {@code browser}.
 */
@EnabledIfSystemProperty(named = "test.browser", matches = ".+")
class BrowserTest {

    private static final Pattern TOLD = Pattern.compile("<pre id=\"told\">([^<]*)</pre>");

    /** What keeps a page from running anything, also the checker. */
    private static final Pattern POLICY = Pattern.compile("<meta http-equiv=\"Content-Security-Policy\"[^>]*>");

    @TempDir
    Path temp;

    private static final Map<String, String> PAGES = new TreeMap<>();

    @BeforeAll
    static void write() {
        Map<String, TestRun> runs = Map.of(
                "sample", Companies.sample(),
                "pay", SmallCompany.payShown(),
                "long", Companies.withLongNames());
        runs.forEach((name, run) -> {
            for (String language : List.of("zh", "en")) {
                PAGES.put(name + "-" + language, SummaryTest.page(run, language));
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"390, light", "390, dark", "1280, light", "1280, dark"})
    void isReadableAtEveryWidth(int width, String scheme) throws Exception {
        assertThat(told(width, scheme).lines().sorted())
                .containsExactlyElementsOf(PAGES.keySet().stream()
                        .map(name -> name + ": " + width + " " + scheme)
                        .toList());
    }

    /** What the checker says of each page in a frame of that width. */
    private String told(int width, String scheme) throws IOException, InterruptedException {
        String checker = Files.readString(Path.of("src/test/resources/page/checker.js"));
        StringBuilder frames = new StringBuilder();
        for (Map.Entry<String, String> page : PAGES.entrySet()) {
            String open = POLICY.matcher(page.getValue()).replaceFirst("");
            assertThat(open).isNotEqualTo(page.getValue());
            String file = page.getKey() + ".html";
            Files.writeString(temp.resolve(file), open.replace("</body>", "<script>" + checker + "</script></body>"));
            frames.append("<iframe name=\"%s\" src=\"%s\" style=\"width:%dpx;height:844px;border:0\"></iframe>"
                    .formatted(page.getKey(), file, width));
        }
        Path frame = temp.resolve("frame.html");
        Files.writeString(
                frame,
                """
                <!DOCTYPE html>
                <html style="color-scheme: light dark"><body style="margin:0">
                <pre id="told"></pre>
                <script>onmessage = event => { document.getElementById("told").append(event.data + "\\n"); };</script>
                """
                        + frames + "</body></html>");
        Matcher told = TOLD.matcher(shown(frame, scheme));
        assertThat(told.find()).isTrue();
        return told.group(1);
    }

    private String shown(Path page, String scheme) throws IOException, InterruptedException {
        Path dump = temp.resolve("dump.html");
        Process browser = new ProcessBuilder(
                        System.getProperty("test.browser"),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--user-data-dir=" + temp.resolve("profile"),
                        "--blink-settings=preferredColorScheme=" + (scheme.equals("dark") ? 0 : 1),
                        "--window-size=1400,900",
                        "--virtual-time-budget=5000",
                        "--dump-dom",
                        page.toUri().toString())
                .redirectOutput(dump.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertThat(browser.waitFor(2, TimeUnit.MINUTES)).isTrue();
        } finally {
            browser.destroyForcibly();
        }
        return Files.readString(dump, StandardCharsets.UTF_8);
    }
}
