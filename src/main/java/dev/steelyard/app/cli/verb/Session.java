package dev.steelyard.app.cli.verb;

import dev.steelyard.app.cli.text.Language;
import dev.steelyard.app.cli.text.Style;
import dev.steelyard.app.cli.text.Texts;
import java.util.Arrays;
import java.util.Map;

/**
 * One command line being carried out.
 *
 * @param out colours of stdout
 * @param err colours of stderr
 */
public record Session(Surroundings surroundings, Texts texts, Style out, Style err) {

    /** What must be known before the arguments are parsed, so that help and usage errors follow it too. */
    public static Session of(Surroundings surroundings, String... arguments) {
        Map<String, String> environment = surroundings.environment();
        boolean plain = Arrays.asList(arguments).contains("--no-color")
                || !environment.getOrDefault("NO_COLOR", "").isEmpty()
                || !environment.getOrDefault("STEELYARD_NO_COLOR", "").isEmpty();
        return new Session(
                surroundings,
                new Texts(Language.of(arguments, environment)),
                new Style(surroundings.outIsTerminal() && !plain),
                new Style(surroundings.errIsTerminal() && !plain));
    }

    public String language() {
        return texts.language().code();
    }
}
