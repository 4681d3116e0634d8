package dev.steelyard.output.notice;

import dev.steelyard.input.planfile.Notify;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A webhook.
 *
 * @param timeout how long the server may be silent
 */
record WebhookChannel(String name, Notify.Webhook wish, WebhookAddress address, Duration timeout, InstantSource clock)
        implements Channel {

    /** The most of an answer that is read. */
    private static final int ANSWER = 1 << 16;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public List<String> missing() {
        return address.missing();
    }

    @Override
    public boolean isInTheClear() {
        return address.isInTheClear();
    }

    @Override
    public void send(Message message) throws Undelivered {
        URI uri = wish.format() == Notify.Format.DINGTALK ? address.signed(clock.instant()) : address.uri();
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(timeout)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofByteArray(
                        JSON.writeValueAsBytes(WebhookBody.of(message, wish.format()))));
        if (wish.format() == Notify.Format.JSON && !address.secret().isEmpty()) {
            request.header("Authorization", "Bearer " + address.secret());
        }
        // Never follows to another address: the secret would go with it.
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        try {
            judge(client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
        } catch (IOException e) {
            throw Undelivered.because(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Undelivered.because(e);
        }
    }

    private void judge(HttpResponse<InputStream> answer) throws IOException, Undelivered {
        try (InputStream body = answer.body()) {
            if (answer.statusCode() / 100 != 2) {
                throw new Undelivered("HTTP " + answer.statusCode());
            }
            if (wish.format() != Notify.Format.JSON) {
                // Both robots answer 200 to what they refuse, with a code of their own.
                long code = code(body.readNBytes(ANSWER));
                if (code != 0) {
                    throw new Undelivered("errcode " + code);
                }
            }
        }
    }

    private static long code(byte[] answer) {
        try {
            JsonNode code = JSON.readTree(answer).path("errcode");
            return code.isIntegralNumber() ? code.asLong() : -1;
        } catch (JacksonException e) {
            return -1;
        }
    }
}
