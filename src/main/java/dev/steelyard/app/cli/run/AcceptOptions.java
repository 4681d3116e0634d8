package dev.steelyard.app.cli.run;

import dev.steelyard.app.cli.text.Refusal;
import dev.steelyard.engine.plausible.Acceptance;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** Who accepts which implausible findings, and why (architecture.md 5). */
final class AcceptOptions {

    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z_]*(:[a-z0-9_]+)?");

    @Option(names = "--accept", paramLabel = "CODE[:DATASET]")
    private List<String> accept = new ArrayList<>();

    @Option(names = "--reason", paramLabel = "TEXT")
    private String reason;

    @Option(names = "--by", paramLabel = "NAME")
    private String by;

    /**
     * @param trial nothing of a trial is kept, so there is nothing to accept
     * @throws Refusal if an acceptance lacks its reason or its name
     */
    List<Acceptance.Wish> wishes(boolean trial, String account) {
        boolean given = reason != null && !reason.isBlank() && by != null && !by.isBlank();
        if (accept.isEmpty() ? reason != null || by != null : !given) {
            throw Refusal.badInput("accept-incomplete");
        }
        if (trial && !accept.isEmpty()) {
            throw Refusal.badInput("accept-trial");
        }
        List<Acceptance.Wish> wishes = new ArrayList<>();
        for (String name : accept) {
            if (!NAME.matcher(name).matches()) {
                throw Refusal.badInput("accept-code", "value", name);
            }
            String[] parts = name.split(":", 2);
            wishes.add(new Acceptance.Wish(
                    parts[0], parts.length == 1 ? "" : parts[1], reason.strip(), by.strip(), account));
        }
        return wishes;
    }
}
