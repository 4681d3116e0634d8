package dev.steelyard.app.cli.failure;

import dev.steelyard.app.cli.text.Json;
import dev.steelyard.app.cli.text.Numbers;
import dev.steelyard.app.cli.text.Texts;
import dev.steelyard.app.publication.Discrepancy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What ledger and editions say differently, as people and programs are told. */
public final class ProofText {

    /** So many are printed; {@code --json} has all. */
    private static final int PRINTED = 10;

    private ProofText() {}

    /** A sentence each, and how many more there are. */
    public static List<String> lines(List<Discrepancy> found, Texts texts) {
        List<String> lines = new ArrayList<>();
        found.stream().limit(PRINTED).forEach(one -> lines.add(of(one, texts)));
        if (found.size() > PRINTED) {
            lines.add(texts.say("proof.more", "count", Numbers.count(found.size() - PRINTED)));
        }
        return lines;
    }

    private static String of(Discrepancy one, Texts texts) {
        return texts.say(
                "proof." + one.what().code(),
                "place",
                one.place(),
                "figure",
                one.figure(),
                "expected",
                brief(one.expected(), texts),
                "found",
                brief(one.found(), texts));
    }

    /** A hash is told apart by its beginning. */
    private static String brief(String value, Texts texts) {
        return value.isEmpty() ? texts.say("proof.none") : value.length() == 64 ? value.substring(0, 12) + "…" : value;
    }

    public static List<Map<String, Object>> json(List<Discrepancy> found) {
        return found.stream()
                .map(one -> Json.of("kind", "ledger_" + one.what().code())
                        .with("name", one.place() + " " + one.figure())
                        .with("expected", one.expected())
                        .with("found", one.found())
                        .members())
                .toList();
    }
}
