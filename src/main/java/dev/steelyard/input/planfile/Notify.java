package dev.steelyard.input.planfile;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who is told how scheduled runs ended: {@code jobs/notify.yaml}. Holds no secret: servers, addresses of webhooks and passwords
 * come from the environment.
 *
 * @param links where people find the output folder, such as https://files.example.com/steelyard; where left out, its address on
 *     this machine
 * @param mail who gets mail; the server stands in STEELYARD_MAIL_HOST, _PORT, _SECURITY, _USER, _PASSWORD and _FROM
 * @param webhooks name → webhook; its address stands in STEELYARD_WEBHOOK_NAME_URL, what it is signed with in _SECRET
 */
public record Notify(Optional<String> links, List<Mail> mail, Map<String, Webhook> webhooks) {

    /** Nobody is told. */
    public static final Notify NOBODY = new Notify(Optional.empty(), List.of(), Map.of());

    public Notify {
        mail = List.copyOf(mail);
    }

    /** How a scheduled run ended, or that a period was closed. */
    public enum Event {
        /** Published, or found unchanged. */
        DONE,
        /** The same, but beyond the job's thresholds. */
        BEYOND,
        /** A period was closed. */
        CLOSED,
        /** The deadline passed: a trial, not to be paid. */
        INCOMPLETE,
        /** It waits for files. */
        WAITING,
        /** It failed. */
        FAILED
    }

    /** What is wanted by whom. */
    public interface Wish {
        List<Event> events();

        List<String> jobs();

        /** Whether an event of a job is wanted; where nothing is named, all are. */
        default boolean wants(Event event, String job) {
            return (events().isEmpty() || events().contains(event)) && (jobs().isEmpty() || jobs().contains(job));
        }
    }

    /**
     * Mail.
     *
     * @param to the addresses
     * @param events what it is sent for; everything where left out
     * @param jobs of which jobs; of all where left out
     */
    public record Mail(List<String> to, List<Event> events, List<String> jobs) implements Wish {}

    /**
     * A webhook.
     *
     * @param format how the message is written
     * @param events what it is sent for; everything where left out
     * @param jobs of which jobs; of all where left out
     */
    public record Webhook(Format format, List<Event> events, List<String> jobs) implements Wish {}

    /** How a webhook takes a message. */
    public enum Format {
        /** WeCom 企业微信, a group robot. */
        WECOM,
        /** DingTalk 钉钉, a group robot. */
        DINGTALK,
        /** A plain JSON object, for programs. */
        JSON
    }
}
