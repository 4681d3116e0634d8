package dev.steelyard.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.workbook.SmallCompany;
import dev.steelyard.workbook.TestRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    @ParameterizedTest
    @CsvSource({
        "390, zh, light", "390, zh, dark", "390, en, light", "390, en, dark",
        "1280, zh, light", "1280, zh, dark", "1280, en, light", "1280, en, dark"
    })
    void isReadableAtEveryWidth(int width, String language, String scheme) throws Exception {
        Map<String, TestRun> runs = new LinkedHashMap<>();
        runs.put("sample", Companies.sample());
        runs.put("pay shown", SmallCompany.payShown());
        runs.put("long names", Companies.withLongNames());
        for (Map.Entry<String, TestRun> run : runs.entrySet()) {
            assertThat(told(SummaryTest.page(run.getValue(), language), width, scheme))
                    .as(run.getKey())
                    .isEqualTo(width + " " + scheme);
        }
    }

    /** What the checker says of the page in a frame of that width. */
    private String told(String page, int width, String scheme) throws IOException, InterruptedException {
        String open = POLICY.matcher(page).replaceFirst("");
        assertThat(open).isNotEqualTo(page);
        String checker = Files.readString(Path.of("src/test/resources/page/checker.js"));
        Files.writeString(
                temp.resolve("page.html"), open.replace("</body>", "<script>" + checker + "</script></body>"));
        Path frame = temp.resolve("frame.html");
        Files.writeString(
                frame,
                """
                <!DOCTYPE html>
                <html style="color-scheme: light dark"><body style="margin:0">
                <pre id="told"></pre>
                <script>onmessage = event => { document.getElementById("told").textContent = event.data; };</script>
                <iframe src="page.html" style="border:0;width:%dpx;height:844px"></iframe>
                </body></html>
                """
                        .formatted(width));
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
