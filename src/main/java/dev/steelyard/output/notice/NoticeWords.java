package dev.steelyard.output.notice;

import dev.steelyard.input.planfile.Notify.Event;
import dev.steelyard.input.planfile.yaml.FileWords;
import dev.steelyard.output.notice.Notice.Closed;
import dev.steelyard.output.notice.Notice.Counts;
import dev.steelyard.output.notice.Notice.Done;
import dev.steelyard.output.notice.Notice.Failed;
import dev.steelyard.output.notice.Notice.Incomplete;
import dev.steelyard.output.notice.Notice.Waiting;
import dev.steelyard.words.Words;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Notices in words: what happened, what to do, where to look.
 *
 * @param language {@code zh} or {@code en}
 * @param output the folder of all outputs
 * @param links where people find that folder; empty for its address on this machine
 */
record NoticeWords(String language, Path output, Optional<String> links) {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    /** A sentence of the bundles. */
    private String say(String key, Object... slots) {
        return Words.in(language).say(key, slots);
    }

    /** Which event it is, for those who want only some. */
    static Event event(Notice notice) {
        if (notice instanceof Done done) {
            return done.beyond().isEmpty() ? Event.DONE : Event.BEYOND;
        }
        if (notice instanceof Closed) {
            return Event.CLOSED;
        }
        if (notice instanceof Incomplete) {
            return Event.INCOMPLETE;
        }
        return notice instanceof Waiting ? Event.WAITING : Event.FAILED;
    }

    Message of(Notice notice) {
        if (notice instanceof Done done) {
            return done(done);
        }
        if (notice instanceof Closed closed) {
            return closed(closed);
        }
        if (notice instanceof Incomplete incomplete) {
            return incomplete(incomplete);
        }
        return notice instanceof Waiting waiting ? waiting(waiting) : failed((Failed) notice);
    }

    /** To try whether messages arrive. */
    Message trial() {
        return new Message(
                Map.of("event", "test"),
                say("notice.steelyardTestMessage"),
                List.of(say("notice.youWillToldHere")),
                Optional.empty());
    }

    private Message done(Done done) {
        String revision = say("notice.revision", "revision", done.revision());
        List<String> lines = new ArrayList<>();
        if (!done.beyond().isEmpty()) {
            lines.add(say("notice.beyondThresholdsLookFirst"));
            done.beyond().forEach(one -> lines.add("- " + one));
        }
        lines.add(counts(done.counts()));
        done.workers().forEach(one -> lines.add(worker(one)));
        lines.add(asOf(done));
        head(done.head()).ifPresent(lines::add);
        if (!done.unchanged()) {
            lines.add(say(
                    "notice.nextCheckReportsFolder",
                    "period",
                    done.run().period(),
                    "job",
                    done.run().job()));
        }
        Map<String, Object> facts = facts(done);
        facts.put("revision", done.revision());
        facts.put("unchanged", done.unchanged());
        facts.put("counts", facts(done.counts()));
        facts.put("beyond", done.beyond());
        facts.put("workers", done.workers().stream().map(NoticeWords::facts).toList());
        facts.put("head", done.head());
        String published = done.unchanged()
                ? say("notice.unchanged", "revision", revision)
                : say("notice.published", "revision", revision);
        return message(
                facts,
                subject(done) + published + (done.beyond().isEmpty() ? "" : say("notice.beyondThresholds")),
                lines,
                Optional.of(done.folder()));
    }

    private String worker(Notice.Worker one) {
        String key = one.refusal().isEmpty() ? "notice.worker" : "notice.workerRefuses";
        String why = one.refusal().isEmpty() ? "" : say("status.worker.why." + one.refusal());
        return say(key, "name", one.name(), "done", one.done(), "lost", one.lost(), "why", why);
    }

    private static Map<String, Object> facts(Notice.Worker one) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("name", one.name());
        facts.put("done", one.done());
        facts.put("lost", one.lost());
        facts.put("refusal", one.refusal());
        return facts;
    }

    private Message closed(Closed closed) {
        List<String> lines = new ArrayList<>(List.of(asOf(closed)));
        head(closed.head()).ifPresent(lines::add);
        lines.add(say("notice.nextFinancePaysFolder", "head", closed.head()));
        Map<String, Object> facts = facts(closed);
        facts.put("revision", closed.revision());
        facts.put("head", closed.head());
        return message(
                facts,
                say("notice.closedRevision", "subject", subject(closed), "revision", closed.revision()),
                lines,
                Optional.of(closed.folder()));
    }

    private Optional<String> head(String head) {
        return head.isEmpty() ? Optional.empty() : Optional.of(say("notice.headLedgersChainKeep", "head", head));
    }

    private Message incomplete(Incomplete incomplete) {
        List<String> lines = new ArrayList<>(List.of(say("notice.deadlinePassedBeforeEverything")));
        incomplete.awaited().forEach(one -> lines.add("- " + awaited(one)));
        lines.add(counts(incomplete.counts()));
        lines.add(asOf(incomplete));
        lines.add(say("notice.nextPutMissingFiles"));
        Map<String, Object> facts = facts(incomplete);
        facts.put("counts", facts(incomplete.counts()));
        facts.put(
                "awaited", incomplete.awaited().stream().map(NoticeWords::facts).toList());
        return message(
                facts,
                say("notice.incompleteTrialOnly", "subject", subject(incomplete)),
                lines,
                Optional.of(incomplete.folder()));
    }

    private Message waiting(Waiting waiting) {
        List<String> lines = new ArrayList<>(List.of(say("notice.nothingCalculatedYetWaiting")));
        waiting.awaited().forEach(one -> lines.add("- " + awaited(one)));
        Map<String, Object> facts = facts(waiting);
        facts.put("awaited", waiting.awaited().stream().map(NoticeWords::facts).toList());
        int count = waiting.awaited().size();
        return message(
                facts,
                say("notice.waitsExports", "subject", subject(waiting), "count", count),
                lines,
                Optional.empty());
    }

    private Message failed(Failed failed) {
        List<String> lines = new ArrayList<>(failed.reason().lines().toList());
        lines.add(say("notice.exitCode", "exit", failed.exit()));
        lines.add(say("notice.nextOnceCauseGone"));
        Map<String, Object> facts = facts(failed);
        facts.put("exit", failed.exit());
        facts.put("reason", failed.reason());
        return message(facts, say("notice.failed", "subject", subject(failed)), lines, Optional.empty());
    }

    private String subject(Notice notice) {
        Notice.Run run = notice.run();
        return say("notice.steelyard", "run", run.name(), "period", run.period());
    }

    private Message message(Map<String, Object> facts, String subject, List<String> lines, Optional<Path> folder) {
        Optional<Message.Link> link = folder.map(path -> new Message.Link(say("notice.results"), address(path)));
        facts.put("subject", subject);
        link.ifPresent(one -> facts.put("folder", one.address()));
        return new Message(facts, subject, lines, link);
    }

    private String address(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        Path root = output.toAbsolutePath().normalize();
        if (links.isEmpty() || !absolute.startsWith(root)) {
            return absolute.toUri().toString();
        }
        // Taken apart as an address, so that any name is written as one.
        String below = root.toUri().relativize(absolute.toUri()).getRawPath();
        return links.get().replaceFirst("/+$", "") + "/" + below;
    }

    private String asOf(Notice notice) {
        return say("notice.asOf", "asOf", notice.run().asOf());
    }

    private String counts(Counts counts) {
        return say("notice.percentDPeoplePercent")
                .formatted(
                        counts.people(),
                        counts.ranked(),
                        counts.vetoed(),
                        counts.held(),
                        counts.interim(),
                        counts.rejectedRows());
    }

    private String awaited(Awaited awaited) {
        String state = awaited.state() == Awaited.State.MISSING
                ? say("notice.thereNoFile")
                : say("notice.fileStillBeingWritten");
        String due = awaited.due().format(MINUTE);
        return say("notice.from", "dataset", awaited.dataset(), "state", state, "owner", awaited.owner(), "due", due);
    }

    private static Map<String, Object> facts(Notice notice) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("event", FileWords.word(event(notice)));
        facts.put("job", notice.run().job());
        facts.put("period", notice.run().period().toString());
        facts.put("as_of", notice.run().asOf().toString());
        return facts;
    }

    private static Map<String, Object> facts(Counts counts) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("people", counts.people());
        facts.put("ranked", counts.ranked());
        facts.put("vetoed", counts.vetoed());
        facts.put("held", counts.held());
        facts.put("interim", counts.interim());
        facts.put("rejected_rows", counts.rejectedRows());
        return facts;
    }

    private static Map<String, Object> facts(Awaited awaited) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("dataset", awaited.dataset());
        facts.put("owner", awaited.owner());
        facts.put("due", awaited.due().toString());
        facts.put("state", FileWords.word(awaited.state()));
        return facts;
    }
}
