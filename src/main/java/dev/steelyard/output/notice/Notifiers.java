package dev.steelyard.output.notice;

import dev.steelyard.input.planfile.Notify;
import dev.steelyard.input.planfile.yaml.FileWords;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * All who are to be told, by mail and by webhook. A server that refuses, hangs or is not there costs a line in the log and half a
 * minute at most: never a run.
 */
public final class Notifiers implements Notifier {

    private static final Logger LOG = LoggerFactory.getLogger(Notifiers.class);

    /** How long a server may be silent. */
    private static final Duration SILENCE = Duration.ofSeconds(10);

    /** How long all of them together may take; one that sends a byte now and then is never silent. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final NoticeWords words;
    private final List<Channel> channels;
    private final Duration patience;

    Notifiers(NoticeWords words, List<Channel> channels, Duration patience) {
        this.words = words;
        this.channels = List.copyOf(channels);
        this.patience = patience;
    }

    /**
     * Those that the installation asks for; nobody is told where it asks for none.
     *
     * @param environment where servers, addresses and secrets stand
     * @param output the folder of all outputs, which links lead into
     * @param language {@code zh} or {@code en}
     */
    public static Notifiers of(
            Notify notify, Map<String, String> environment, Path output, String language, InstantSource clock) {
        return new Notifiers(
                new NoticeWords(language, output, notify.links()),
                channels(notify, environment, clock, SILENCE),
                PATIENCE);
    }

    static List<Channel> channels(
            Notify notify, Map<String, String> environment, InstantSource clock, Duration silence) {
        List<Channel> channels = new ArrayList<>();
        MailServer server = MailServer.of(environment);
        for (int i = 0; i < notify.mail().size(); i++) {
            channels.add(new MailChannel("mail " + (i + 1), notify.mail().get(i), server, silence, clock));
        }
        notify.webhooks()
                .forEach((name, webhook) -> channels.add(new WebhookChannel(
                        "webhook " + name, webhook, WebhookAddress.of(name, environment), silence, clock)));
        return channels;
    }

    /**
     * How it stands with one channel.
     *
     * @param missing variables of the environment that are not set or not understood
     * @param isInTheClear whether messages can be read on the way
     */
    public record Readiness(String channel, List<String> missing, boolean isInTheClear) {}

    public List<Readiness> readiness() {
        return channels.stream()
                .map(one -> new Readiness(one.name(), one.missing(), one.isInTheClear()))
                .toList();
    }

    /**
     * Sends a message to try whether it arrives, to each channel that has all it needs, and says for each why it was not taken;
     * empty if it was.
     */
    public Map<String, Optional<String>> tryAll() {
        List<Channel> ready =
                channels.stream().filter(one -> one.missing().isEmpty()).toList();
        return send(ready, words.trial());
    }

    @Override
    public void tell(Notice notice) {
        try {
            List<Channel> wanting = channels.stream()
                    .filter(one -> one.wish()
                            .wants(NoticeWords.event(notice), notice.run().job()))
                    .toList();
            send(wanting, words.of(notice)).forEach((channel, failure) -> log(channel, notice, failure));
        } catch (RuntimeException e) {
            LOG.atWarn().setCause(e).log("notice not sent");
        }
    }

    private static void log(String channel, Notice notice, Optional<String> failure) {
        LoggingEventBuilder line = failure.map(why -> LOG.atWarn().addKeyValue("reason", why))
                .orElseGet(LOG::atInfo)
                .addKeyValue("channel", channel)
                .addKeyValue("event", FileWords.word(NoticeWords.event(notice)))
                .addKeyValue("job", notice.run().job())
                .addKeyValue("period", notice.run().period());
        line.log(failure.isPresent() ? "notice not sent" : "notice sent");
    }

    /** To all at once, so that one that hangs takes no time from the others. */
    private Map<String, Optional<String>> send(List<Channel> to, Message message) {
        Map<String, CompletableFuture<Optional<String>>> sending = new LinkedHashMap<>();
        for (Channel channel : to) {
            CompletableFuture<Optional<String>> done = new CompletableFuture<>();
            Thread thread = new Thread(() -> done.complete(failure(channel, message)), "notice");
            // A server that never answers keeps no process from ending.
            thread.setDaemon(true);
            thread.start();
            sending.put(
                    channel.name(),
                    done.completeOnTimeout(Optional.of("no answer"), patience.toMillis(), TimeUnit.MILLISECONDS));
        }
        Map<String, Optional<String>> failures = new LinkedHashMap<>();
        sending.forEach((channel, done) -> failures.put(channel, done.join()));
        return failures;
    }

    private static Optional<String> failure(Channel channel, Message message) {
        if (!channel.missing().isEmpty()) {
            return Optional.of("not set: " + String.join(", ", channel.missing()));
        }
        try {
            channel.send(message);
            return Optional.empty();
        } catch (Undelivered e) {
            return Optional.of(e.getMessage());
        } catch (RuntimeException e) {
            return Optional.of(e.getClass().getSimpleName());
        }
    }
}
