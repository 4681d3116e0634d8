package dev.steelyard.output.notice;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Where a webhook is, as the environment names it. The address itself is a secret: who knows it can write.
 *
 * @param secret what it is signed with; blank where nothing is to be signed
 * @param missing variables that are not set or not understood
 */
record WebhookAddress(URI uri, String secret, List<String> missing) {

    private static final URI NOWHERE = URI.create("https://localhost/");

    static WebhookAddress of(String name, Map<String, String> environment) {
        String prefix = "STEELYARD_WEBHOOK_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
        String secret = environment.getOrDefault(prefix + "_SECRET", "").strip();
        try {
            URI uri = new URI(environment.getOrDefault(prefix + "_URL", "").strip());
            if (List.of("http", "https").contains(String.valueOf(uri.getScheme())) && uri.getHost() != null) {
                return new WebhookAddress(uri, secret, List.of());
            }
        } catch (URISyntaxException e) {
            // Told as missing, without what it says.
        }
        return new WebhookAddress(NOWHERE, secret, List.of(prefix + "_URL"));
    }

    boolean isInTheClear() {
        return uri.getScheme().equals("http") && !Loopback.is(uri.getHost());
    }

    /** As DingTalk demands: the time and, keyed by the secret, the hash of time and secret. */
    URI signed(Instant now) {
        if (secret.isEmpty()) {
            return uri;
        }
        String text = now.toEpochMilli() + "\n" + secret;
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            String sign = Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
            return URI.create(uri + (uri.getRawQuery() == null ? "?" : "&") + "timestamp=" + now.toEpochMilli()
                    + "&sign=" + URLEncoder.encode(sign, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    /** Never the address: a record's own text could get into a message. */
    @Override
    public String toString() {
        return "webhook";
    }
}
