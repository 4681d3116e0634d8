package dev.steelyard.app.cli.text;

import dev.steelyard.words.Words;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * The language of help, talk and results for people: one of those that there are words of. Machine files are the same in all.
 *
 * @param code the name of its bundle
 */
public record Language(String code) {

    private static final Language FIRST = new Language(Words.FIRST);

    /** Reads what {@code --lang} says. */
    public static final class Named implements ITypeConverter<Language> {
        @Override
        public Language convert(String text) {
            return named(text).orElseThrow(() -> new TypeConversionException("no language " + text));
        }
    }

    /**
     * The language that a command line asks for, before it is parsed: usage errors and help must be in it too. The first
     * where none is named; the parser then refuses one that does not exist.
     */
    public static Language of(String[] arguments, Map<String, String> environment) {
        for (int i = arguments.length - 1; i >= 0; i--) {
            String argument = arguments[i];
            if (argument.startsWith("--lang=")) {
                return named(argument.substring("--lang=".length())).orElse(FIRST);
            }
            if (argument.equals("--lang") && i + 1 < arguments.length) {
                return named(arguments[i + 1]).orElse(FIRST);
            }
        }
        return named(environment.getOrDefault("STEELYARD_LANG", "")).orElse(FIRST);
    }

    private static Optional<Language> named(String text) {
        return Words.all().stream().filter(text::equalsIgnoreCase).findFirst().map(Language::new);
    }

    @Override
    public String toString() {
        return code;
    }
}
