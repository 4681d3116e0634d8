package dev.steelyard.output.notice;

import dev.steelyard.input.planfile.Notify;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A message as a webhook takes it. */
final class WebhookBody {

    /** The most that WeCom takes of a text, in bytes of UTF-8; of DingTalk's 20,000 no notice comes near. */
    private static final int WECOM_BYTES = 4096;

    private WebhookBody() {}

    static Map<String, Object> of(Message message, Notify.Format format) {
        return switch (format) {
            case WECOM -> markdown("markdown", Map.of("content", cut(markdown(message), WECOM_BYTES)));
            case DINGTALK -> {
                Map<String, Object> content = new LinkedHashMap<>();
                content.put("title", plain(message.subject()));
                content.put("text", cut(markdown(message), WECOM_BYTES));
                yield markdown("markdown", content);
            }
            case JSON -> {
                Map<String, Object> body = new LinkedHashMap<>(message.facts());
                body.put("text", message.body());
                yield body;
            }
        };
    }

    private static Map<String, Object> markdown(String type, Map<String, Object> content) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("msgtype", type);
        body.put(type, content);
        return body;
    }

    private static String markdown(Message message) {
        String lines = message.lines().stream().map(WebhookBody::plain).collect(Collectors.joining("\n\n"));
        return "### " + plain(message.subject()) + "\n\n" + lines
                + message.folder()
                        .map(link -> "\n\n" + link.label() + "\n\n" + link.address())
                        .orElse("");
    }

    /** What files and people are called must not become a link, a mention or a heading. */
    private static String plain(String text) {
        List<String> marks = List.of("[", "]", "<", ">", "`", "@", "#", "*");
        List<String> wide = List.of("［", "］", "＜", "＞", "｀", "＠", "＃", "＊");
        String plain = text;
        for (int i = 0; i < marks.size(); i++) {
            plain = plain.replace(marks.get(i), wide.get(i));
        }
        return plain;
    }

    /** No more than so many bytes of UTF-8, cut between characters. */
    static String cut(String text, int bytes) {
        if (text.getBytes(StandardCharsets.UTF_8).length <= bytes) {
            return text;
        }
        StringBuilder cut = new StringBuilder();
        int left = bytes - "…".getBytes(StandardCharsets.UTF_8).length;
        for (int character : text.codePoints().toArray()) {
            left -= Character.toString(character).getBytes(StandardCharsets.UTF_8).length;
            if (left < 0) {
                break;
            }
            cut.appendCodePoint(character);
        }
        return cut.append('…').toString();
    }
}
