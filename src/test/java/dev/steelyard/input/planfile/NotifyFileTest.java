package dev.steelyard.input.planfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.steelyard.input.planfile.mistake.InvalidFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotifyFileTest {

    @TempDir
    private Path home;

    private void write(String text) throws IOException {
        Files.createDirectories(home.resolve("jobs"));
        Files.writeString(home.resolve("jobs/month-end.yaml"), "job: month-end\n");
        Files.writeString(NotifyFile.of(home), text);
    }

    private String mistakes() {
        return catchThrowableOfType(InvalidFile.class, () -> NotifyFile.read(home))
                .text("en", true);
    }

    @Test
    void withoutTheFileNobodyIsTold() {
        assertThat(NotifyFile.read(home)).isEqualTo(Notify.NOBODY);
    }

    @Test
    void whoIsToldWhatIsReadFromTheFile() throws IOException {
        write(
                """
                links: https://files.example.com/steelyard
                mail:
                  - to: [hr@example.com]
                    events: [beyond, failed]
                    jobs: [month-end]
                webhooks:
                  sales-ops: {format: wecom}
                """);
        Notify notify = NotifyFile.read(home);
        assertThat(notify.links()).contains("https://files.example.com/steelyard");
        Notify.Mail mail = notify.mail().get(0);
        assertThat(mail.to()).isEqualTo(List.of("hr@example.com"));
        assertThat(mail.wants(Notify.Event.FAILED, "month-end")).isTrue();
        assertThat(mail.wants(Notify.Event.DONE, "month-end")).isFalse();
        assertThat(mail.wants(Notify.Event.FAILED, "year-end")).isFalse();
        assertThat(notify.webhooks().get("sales-ops").wants(Notify.Event.DONE, "year-end"))
                .isTrue();
    }

    @Test
    void aSecretIsAMistakeThatIsNotRepeated() throws IOException {
        write(
                """
                mail:
                  - {to: [hr@example.com], smtp_password: hunter2}
                webhooks:
                  hr: {format: dingtalk, url: "https://oapi.dingtalk.com/robot/send?access_token=hunter2"}
                """);
        assertThat(mistakes())
                .contains("notify.yaml:2:28", "smtp_password", "notify.yaml:4:26", "url")
                .doesNotContain("hunter2");
    }

    /** However the key is written, and wherever it ends. */
    @Test
    void aSecretUnderAnOddKeyIsOneToo() throws IOException {
        write("mail:\n  - to: [hr@example.com]\n    ? >-\n      smtp\n      password\n    : hunter2\n");
        assertThat(mistakes()).contains("password").doesNotContain("hunter2");
        write("webhooks: {hr: {format: json, \"密钥 secret\": hunter2}}\n");
        assertThat(mistakes()).contains("notify.yaml:1:31").doesNotContain("hunter2");
    }

    @Test
    void everyMistakeIsSaidWithItsPlace() throws IOException {
        write(
                """
                links: here
                mail:
                  - {to: [], jobs: [month-edn]}
                  - {to: [nobody]}
                webhooks:
                  HR: {format: json}
                """);
        assertThat(mistakes())
                .contains("notify.yaml:1:8", "notify.yaml:3:10", "month-edn", "notify.yaml:4:11", "notify.yaml:6:3");
    }
}
