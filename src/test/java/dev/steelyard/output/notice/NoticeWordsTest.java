package dev.steelyard.output.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.Golden;
import dev.steelyard.input.planfile.Notify;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What people read, whole, in both languages and as each webhook gets it. {@code -Dgolden.update=true} writes it anew. */
class NoticeWordsTest {

    private static final Path GOLDEN = Path.of("src/test/resources/notice");

    private static void check(String file, String text) throws IOException {
        Golden.file(GOLDEN.resolve(file), text);
    }

    @Test
    void everyNoticeSaysWhatHappenedAndWhatToDo() throws IOException {
        for (String language : List.of("zh", "en")) {
            NoticeWords words = new NoticeWords(language, Notices.OUTPUT, Optional.empty());
            StringBuilder text = new StringBuilder();
            for (Notice notice : Notices.all()) {
                Message message = words.of(notice);
                text.append("== ")
                        .append(message.subject())
                        .append('\n')
                        .append(message.body())
                        .append('\n');
            }
            text.append("== ")
                    .append(words.trial().subject())
                    .append('\n')
                    .append(words.trial().body());
            check("mail_" + language + ".txt", text.toString());
        }
    }

    @Test
    void everyWebhookGetsItsForm() throws IOException {
        NoticeWords words = new NoticeWords("zh", Notices.OUTPUT, Optional.of("https://files.example.com/steelyard/"));
        JsonMapper json =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        StringBuilder text = new StringBuilder();
        for (Notify.Format format : Notify.Format.values()) {
            for (Notice notice : List.of(Notices.BEYOND, Notices.INCOMPLETE, Notices.FAILED)) {
                text.append(json.writeValueAsString(WebhookBody.of(words.of(notice), format))
                                .replace("\r\n", "\n"))
                        .append('\n');
            }
        }
        check("webhooks.txt", text.toString());
    }

    @Test
    void whatIsTooLongForWeComIsCutBetweenCharacters() {
        String cut = WebhookBody.cut("好".repeat(2000), 4096);
        assertThat(cut.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(4094, 4096);
        assertThat(cut).endsWith("好…").doesNotContain("\uFFFD");
        assertThat(WebhookBody.cut("好", 4096)).isEqualTo("好");
    }

    @Test
    void aLinkIsAnAddressWhateverTheFolderIsCalled() {
        NoticeWords words = new NoticeWords("en", Notices.OUTPUT, Optional.of("https://files.example.com"));
        Notice.Done done = new Notice.Done(
                Notices.RUN,
                1,
                false,
                new Notice.Counts(0, 0, 0, 0, 0, 0),
                List.of(),
                List.of(),
                Notices.OUTPUT.resolve("华东 1#").resolve("2026-09"),
                "");
        assertThat(words.of(done).folder().orElseThrow().address())
                .isEqualTo("https://files.example.com/%E5%8D%8E%E4%B8%9C%201%23/2026-09");
    }
}
