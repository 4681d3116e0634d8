package dev.steelyard.app.cli.period;

import dev.steelyard.app.cli.text.Json;
import dev.steelyard.app.cli.verb.Session;
import dev.steelyard.ledger.pieces.Crew;
import dev.steelyard.ledger.pieces.Offer;
import dev.steelyard.ledger.pieces.Pace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The workers of a shared ledger, what they have, and for whom the run waits. */
record CrewText(Crew crew) {

    /** For a person; nothing where there are none. */
    List<String> lines(Session session) {
        if (crew.workers().isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(session.texts().say("status.workers"));
        crew.kind().ifPresent(kind -> {
            lines.add("  "
                    + session.texts()
                            .say(
                                    "status.workers.pieces",
                                    "kind",
                                    kind,
                                    "open",
                                    crew.offered(),
                                    "own",
                                    crew.own(),
                                    "taken",
                                    crew.taken(),
                                    "done",
                                    crew.done()));
            crew.awaited().ifPresent(one -> lines.add("  " + waits("status.workers.awaited", kind, one, session)));
            if (crew.awaited().isEmpty()) {
                crew.slowest().ifPresent(one -> lines.add("  " + waits("status.workers.slowest", kind, one, session)));
            }
        });
        crew.workers().forEach(one -> {
            String line = "  " + line(one, session);
            lines.add(
                    one.isSilent(Pace.USUAL) || !one.refusal().isEmpty()
                            ? session.out().warning(line)
                            : line);
        });
        return lines;
    }

    private static String waits(String key, Offer.Kind kind, Crew.Worker one, Session session) {
        return session.texts()
                .say(
                        key,
                        "kind",
                        kind,
                        "host",
                        one.host(),
                        "pid",
                        one.pid(),
                        "piece",
                        one.pieces().get(0),
                        "seconds",
                        one.longest());
    }

    private String line(Crew.Worker one, Session session) {
        String key = one.isSilent(Pace.USUAL)
                ? "status.worker.silent"
                : !one.refusal().isEmpty()
                        ? "status.worker.refuses"
                        : one.pieces().isEmpty() ? "status.worker.idle" : "status.worker.busy";
        return session.texts()
                .say(
                        key,
                        "host",
                        one.host(),
                        "pid",
                        one.pid(),
                        "kind",
                        crew.kind().orElse(Offer.Kind.SLICES),
                        "pieces",
                        String.join(
                                session.texts().say("list.gap"),
                                one.pieces().stream().map(String::valueOf).toList()),
                        "seconds",
                        one.isSilent(Pace.USUAL) ? one.silent() : one.longest(),
                        "done",
                        one.done(),
                        "why",
                        one.refusal().isEmpty() ? "" : session.texts().say("status.worker.why." + one.refusal()));
    }

    /** For a program. */
    List<Map<String, Object>> json() {
        return crew.workers().stream()
                .map(one -> Json.of("host", one.host())
                        .with("pid", one.pid())
                        .with("engine", one.engine())
                        .with("threads", one.threads())
                        .with("refusal", one.refusal())
                        .with("pieces", one.pieces())
                        .with("seconds", one.longest())
                        .with("silent_seconds", one.silent())
                        .with("done", one.done())
                        .members())
                .toList();
    }
}
