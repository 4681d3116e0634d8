package dev.steelyard.output.notice;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import dev.steelyard.input.planfile.Notify;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Against a real SMTP server and a real HTTP server on this machine. */
class NotifiersTest {

    private static final String CANARY = "s3cret-canary";

    private static final Duration SHORT = Duration.ofSeconds(20);

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-10-12T01:30:00Z"));

    private final Map<String, String> environment = new HashMap<>();

    private final List<AutoCloseable> open = new ArrayList<>();

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        logger().setLevel(Level.INFO);
        logger().addAppender(log);
    }

    @AfterEach
    void close() throws Exception {
        logger().detachAppender(log);
        logger().setLevel(null);
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(Notifiers.class);
    }

    /** Messages with their reasons, a line each. */
    private String logged() {
        return log.list.stream()
                .map(event -> event.getFormattedMessage() + " " + event.getKeyValuePairs())
                .collect(Collectors.joining("\n"));
    }

    private Notifiers heralds(Notify notify, Duration silence, Duration patience) {
        return new Notifiers(
                new NoticeWords("zh", Notices.OUTPUT, Optional.empty()),
                Notifiers.channels(notify, environment, CLOCK, silence),
                patience);
    }

    private static Notify mail(Notify.Event... events) {
        return new Notify(
                Optional.empty(),
                List.of(new Notify.Mail(List.of("hr@example.com", "finance@example.com"), List.of(events), List.of())),
                Map.of());
    }

    private static Notify webhook(Notify.Format format) {
        return new Notify(
                Optional.empty(), List.of(), Map.of("hr-1", new Notify.Webhook(format, List.of(), List.of())));
    }

    private GreenMail mailServer() {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        open.add(server::stop);
        environment.put("STEELYARD_MAIL_HOST", "127.0.0.1");
        environment.put("STEELYARD_MAIL_PORT", Integer.toString(server.getSmtp().getPort()));
        environment.put("STEELYARD_MAIL_SECURITY", "none");
        environment.put("STEELYARD_MAIL_FROM", "steelyard@example.com");
        return server;
    }

    @Test
    void aMailArrivesAtEveryAddress() throws Exception {
        GreenMail server = mailServer();
        GreenMailUser sender = server.setUser("steelyard@example.com", "sender", CANARY);
        environment.put("STEELYARD_MAIL_USER", sender.getLogin());
        environment.put("STEELYARD_MAIL_PASSWORD", CANARY);
        heralds(mail(), SHORT, SHORT).tell(Notices.BEYOND);
        assertThat(server.getReceivedMessages()).hasSize(2);
        MimeMessage mail = server.getReceivedMessages()[0];
        Message message = new NoticeWords("zh", Notices.OUTPUT, Optional.empty()).of(Notices.BEYOND);
        assertThat(mail.getSubject()).isEqualTo(message.subject());
        assertThat(mail.getContent().toString().replace("\r\n", "\n")).isEqualTo(message.body());
        assertThat(mail.getFrom()[0]).hasToString("steelyard@example.com");
        assertThat(mail.getSentDate()).isEqualTo(java.util.Date.from(CLOCK.instant()));
        assertThat(logged())
                .isEqualTo("notice sent [channel=\"mail 1\", event=\"beyond\", job=\"month-end\", period=\"2026-09\"]");
    }

    @Test
    void nobodyGetsWhatHeDidNotAskFor() {
        GreenMail server = mailServer();
        heralds(mail(Notify.Event.FAILED), SHORT, SHORT).tell(Notices.DONE);
        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(logged()).isEmpty();
    }

    @Test
    void aPasswordIsNotSaidToAServerThatDoesNotEncrypt() {
        GreenMail server = mailServer();
        environment.remove("STEELYARD_MAIL_SECURITY");
        environment.put("STEELYARD_MAIL_USER", "sender");
        environment.put("STEELYARD_MAIL_PASSWORD", CANARY);
        heralds(mail(), SHORT, SHORT).tell(Notices.DONE);
        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(logged()).startsWith("notice not sent").doesNotContain(CANARY);
    }

    @Test
    void aMailServerThatRefusesIsLoggedWithoutWhatItSays() {
        GreenMail server = mailServer();
        server.setUser("steelyard@example.com", "sender", "another");
        environment.put("STEELYARD_MAIL_USER", "sender");
        environment.put("STEELYARD_MAIL_PASSWORD", CANARY);
        heralds(mail(), SHORT, SHORT).tell(Notices.DONE);
        assertThat(logged())
                .contains("notice not sent", "reason=\"AuthenticationFailedException\"")
                .doesNotContain(CANARY, "example.com", "127.0.0.1");
    }

    @Test
    void aMailServerThatIsNotThereIsLogged() throws IOException {
        mailServer();
        try (ServerSocket free = new ServerSocket(0)) {
            environment.put("STEELYARD_MAIL_PORT", Integer.toString(free.getLocalPort()));
        }
        heralds(mail(), SHORT, SHORT).tell(Notices.DONE);
        assertThat(logged()).contains("notice not sent", "reason=\"ConnectException\"");
    }

    /** The first is found by the socket's timeout, the second, whose every byte comes in time, by the patience for the whole. */
    @ParameterizedTest
    @CsvSource({"200, 20000, SocketTimeoutException", "20000, 200, no answer"})
    void aMailServerThatHangsHoldsNobodyUp(long silence, long patience, String reason) throws IOException {
        mailServer();
        ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        open.add(silent);
        environment.put("STEELYARD_MAIL_PORT", Integer.toString(silent.getLocalPort()));
        heralds(mail(), Duration.ofMillis(silence), Duration.ofMillis(patience)).tell(Notices.DONE);
        assertThat(logged()).contains("notice not sent", "reason=\"" + reason + "\"");
    }

    @Test
    void whatIsNotSetIsNamed() {
        heralds(mail(), SHORT, SHORT).tell(Notices.DONE);
        assertThat(logged()).contains("not set: STEELYARD_MAIL_HOST, STEELYARD_MAIL_FROM");
        heralds(webhook(Notify.Format.WECOM), SHORT, SHORT).tell(Notices.DONE);
        assertThat(logged()).contains("not set: STEELYARD_WEBHOOK_HR_1_URL");
    }

    /** What an HTTP server was sent. */
    private record Request(String target, String type, String authorization, JsonNode body) {}

    private List<Request> webServer(int status, String answer) throws IOException {
        List<Request> requests = new ArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.add(new Request(
                    exchange.getRequestURI().toString(),
                    exchange.getRequestHeaders().getFirst("Content-Type"),
                    String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
                    JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes())));
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Location", "http://127.0.0.1:1/");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        open.add(() -> server.stop(0));
        environment.put(
                "STEELYARD_WEBHOOK_HR_1_URL",
                "http://127.0.0.1:" + server.getAddress().getPort() + "/send?key=" + CANARY);
        return requests;
    }

    @Test
    void weComIsSentMarkdown() throws IOException {
        List<Request> requests = webServer(200, "{\"errcode\":0,\"errmsg\":\"ok\"}");
        heralds(webhook(Notify.Format.WECOM), SHORT, SHORT).tell(Notices.WAITING);
        assertThat(requests).singleElement().satisfies(request -> {
            assertThat(request.target()).isEqualTo("/send?key=" + CANARY);
            assertThat(request.type()).isEqualTo("application/json; charset=utf-8");
            assertThat(request.body().path("msgtype").asString()).isEqualTo("markdown");
            assertThat(request.body().path("markdown").path("content").asString())
                    .startsWith("### 杆秤：月结 2026-09 等待 2 份数据");
        });
        assertThat(logged()).startsWith("notice sent").doesNotContain(CANARY);
    }

    /** The signature was made independently: printf '1791768600000\nSECRET' | openssl dgst -sha256 -hmac SECRET -binary | base64. */
    @Test
    void dingTalkIsSentASignature() throws IOException {
        environment.put("STEELYARD_WEBHOOK_HR_1_SECRET", "SECxyz");
        List<Request> requests = webServer(200, "{\"errcode\":0}");
        heralds(webhook(Notify.Format.DINGTALK), SHORT, SHORT).tell(Notices.FAILED);
        assertThat(requests).singleElement().satisfies(request -> {
            assertThat(request.target())
                    .isEqualTo("/send?key=" + CANARY
                            + "&timestamp=1791768600000&sign=P4JqOKO8TiIErOS9Dv3ucSPaxbMLnXI4kCtmmpP4DD8%3D");
            assertThat(request.body().path("markdown").path("title").asString()).isEqualTo("杆秤：月结 2026-09 运行失败");
        });
    }

    @Test
    void programsAreSentFactsAndMayAskForAToken() throws IOException {
        environment.put("STEELYARD_WEBHOOK_HR_1_SECRET", CANARY);
        List<Request> requests = webServer(200, "");
        heralds(webhook(Notify.Format.JSON), SHORT, SHORT).tell(Notices.DONE);
        assertThat(requests).singleElement().satisfies(request -> {
            assertThat(request.authorization()).isEqualTo("Bearer " + CANARY);
            assertThat(request.body().path("event").asString()).isEqualTo("done");
            assertThat(request.body().path("counts").path("held").asInt()).isEqualTo(2);
        });
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "200, '{\"errcode\":93000,\"errmsg\":\"invalid webhook url s3cret-canary\"}', errcode 93000",
                "200, 'not json s3cret-canary', errcode -1",
                "302, '', HTTP 302",
                "500, 's3cret-canary', HTTP 500"
            })
    void aWebhookThatRefusesIsLoggedWithoutWhatItSays(int status, String answer, String reason) throws IOException {
        List<Request> requests = webServer(status, answer);
        heralds(webhook(Notify.Format.WECOM), SHORT, SHORT).tell(Notices.DONE);
        assertThat(requests).hasSize(1);
        assertThat(logged())
                .contains("notice not sent", "reason=\"" + reason + "\"")
                .doesNotContain(CANARY);
    }

    @Test
    void oneThatFailsKeepsNobodyElseFromBeingTold() throws Exception {
        GreenMail server = mailServer();
        Notify both = new Notify(
                Optional.empty(), mail().mail(), webhook(Notify.Format.WECOM).webhooks());
        Notifiers heralds = heralds(both, SHORT, SHORT);
        // What is not set is said without trying.
        assertThat(heralds.tryAll()).containsOnly(Map.entry("mail 1", Optional.empty()));
        assertThat(heralds.readiness())
                .extracting(Notifiers.Readiness::missing)
                .containsExactly(List.of(), List.of("STEELYARD_WEBHOOK_HR_1_URL"));
        webServer(500, "");
        assertThat(heralds(both, SHORT, SHORT).tryAll())
                .containsEntry("mail 1", Optional.empty())
                .containsEntry("webhook hr-1", Optional.of("HTTP 500"));
        assertThat(server.getReceivedMessages()[0].getSubject()).isEqualTo("杆秤：测试消息");
    }
}
