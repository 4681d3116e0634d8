package dev.steelyard.app.cli.failure;

import dev.steelyard.app.cli.text.Json;
import dev.steelyard.app.cli.text.Numbers;
import dev.steelyard.app.cli.text.Texts;
import dev.steelyard.engine.run.Difference;
import dev.steelyard.words.Words;

/** A difference in words: where, which figure, expected, found, what to do. */
public final class DifferenceText {

    private DifferenceText() {}

    /** One sentence, then what to do. */
    public static String of(Difference one, Texts texts) {
        String key = "difference." + one.kind().code();
        return say(key, one, texts)
                + (one.unreadable() == 0 ? "" : say("difference.unreadable", one, texts))
                + texts.say("sentence.gap")
                + say(key + ".fix", one, texts);
    }

    private static String say(String key, Difference one, Texts texts) {
        return texts.say(
                key,
                "subject",
                one.subject(),
                "file",
                one.file(),
                "figure",
                one.figure(),
                "expected",
                shown(one.expected(), texts),
                "found",
                shown(one.found(), texts),
                "unreadable",
                Numbers.count(one.unreadable()));
    }

    private static String shown(String figure, Texts texts) {
        return figure.isEmpty() ? texts.say("difference.nothing") : figure;
    }

    public static Json json(Difference one) {
        return Json.of("what", one.kind().code())
                .with("subject", Words.in("en").say(one.subject()))
                .with("file", one.file())
                .with("figure", Words.in("en").say(one.figure()))
                .with("expected", one.expected())
                .with("found", one.found())
                .with("unreadable", one.unreadable());
    }
}
