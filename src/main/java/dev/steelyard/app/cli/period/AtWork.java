package dev.steelyard.app.cli.period;

import dev.steelyard.app.cli.failure.Failures;
import dev.steelyard.app.cli.text.Json;
import dev.steelyard.app.cli.text.Meter;
import dev.steelyard.app.cli.text.Moment;
import dev.steelyard.app.cli.text.Texts;
import dev.steelyard.app.cli.verb.Session;
import dev.steelyard.ledger.database.LedgerHolder;
import dev.steelyard.ledger.status.RunStatus;
import dev.steelyard.ledger.status.StatusFile;
import dev.steelyard.ledger.status.Waiting;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What goes on at this moment, as the files beside the ledger tell.
 *
 * @param inUse whether another process has the ledger
 * @param holder who, where it says so
 * @param run how far it is
 * @param waiting what a scheduler waits for
 */
record AtWork(boolean inUse, Optional<LedgerHolder> holder, Optional<RunStatus> run, Optional<Waiting> waiting) {

    /** Nobody has the ledger. */
    static AtWork idle(Path ledger) {
        return new AtWork(false, Optional.empty(), Optional.empty(), StatusFile.WAITING.read(ledger));
    }

    /** Somebody has it. */
    static AtWork busy(Path ledger, Optional<LedgerHolder> holder) {
        return new AtWork(
                true,
                holder,
                holder.isEmpty()
                        ? StatusFile.RUN.read(ledger)
                        : StatusFile.RUN.last(ledger).filter(run -> holder.get().pid() == run.pid()),
                StatusFile.WAITING.read(ledger));
    }

    /** For a person: what runs and how far it is, and whose files are waited for. */
    List<String> lines(Session session) {
        Texts texts = session.texts();
        List<String> lines = new ArrayList<>();
        lines.add(session.out().strong(headline(session)));
        run.ifPresent(one -> lines.add("  " + progress(one, texts)));
        waiting.filter(one -> !one.exports().isEmpty()).ifPresent(one -> {
            lines.add("");
            lines.add(session.out().warning(texts.say("status.waiting")));
            one.exports().forEach(export -> lines.add("  " + line(export, texts)));
        });
        return lines;
    }

    private String headline(Session session) {
        return !inUse
                ? session.texts().say("status.idle")
                : holder.map(one -> session.texts()
                                .say(
                                        "status.running",
                                        "job",
                                        one.job(),
                                        "period",
                                        one.period(),
                                        "since",
                                        moment(one.since(), session),
                                        "process",
                                        Failures.process(one, session.texts())))
                        .orElseGet(() -> session.texts().say("status.busy"));
    }

    private static String moment(String iso, Session session) {
        return Moment.of(OffsetDateTime.parse(iso), session.surroundings().now());
    }

    private static String progress(RunStatus run, Texts texts) {
        String phase = texts.say("phase." + run.phase());
        return run.rows() == 0
                ? texts.say("progress.phase", "phase", phase)
                : texts.say(
                        "progress.line",
                        "phase",
                        phase,
                        "pace",
                        Meter.pace(run.rows(), run.rowsPerSecond(), texts),
                        "percent",
                        run.percent() < 0 ? "" : run.percent() + "%",
                        "left",
                        run.secondsLeft() < 0 ? "" : texts.say("progress.left", "seconds", run.secondsLeft()));
    }

    private static String line(Waiting.Export export, Texts texts) {
        return texts.say(
                export.owner().isBlank() ? "status.waiting.line" : "status.waiting.line.owner",
                "job",
                export.job(),
                "period",
                export.period(),
                "dataset",
                export.dataset(),
                "owner",
                export.owner(),
                "state",
                texts.say(export.growing() ? "status.waiting.growing" : "status.waiting.missing"),
                "due",
                export.due());
    }

    /** For a program; null where nobody has the ledger. */
    Map<String, Object> running() {
        if (!inUse) {
            return null;
        }
        Json json = holder.map(one -> Json.of("job", one.job())
                        .with("period", one.period())
                        .with("since", one.since())
                        .with("pid", one.pid())
                        .with("host", one.host()))
                .orElse(Json.of("job", null));
        return json.with("progress", run.map(AtWork::progress).orElse(null)).members();
    }

    private static Map<String, Object> progress(RunStatus run) {
        return Json.of("phase", run.phase())
                .with("phase_since", run.phaseSince())
                .with("rows", run.rows())
                .with("bytes", run.bytes())
                .with("of_bytes", run.ofBytes() == 0 ? null : run.ofBytes())
                .with("percent", run.percent() < 0 ? null : run.percent())
                .with("rows_per_second", run.rowsPerSecond())
                .with("seconds_left", run.secondsLeft() < 0 ? null : run.secondsLeft())
                .with("updated", run.updated())
                .members();
    }

    List<Map<String, Object>> waitingJson() {
        return waiting.map(Waiting::exports).orElse(List.of()).stream()
                .map(export -> Json.of("job", export.job())
                        .with("period", export.period())
                        .with("dataset", export.dataset())
                        .with("owner", export.owner())
                        .with("due", export.due())
                        .with("growing", export.growing())
                        .members())
                .toList();
    }
}
