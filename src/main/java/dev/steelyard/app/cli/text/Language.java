package dev.steelyard.app.cli.text;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The language of help, talk and results for people. Machine files are the same in both. */
public enum Language {
    ZH,
    EN;

    /** {@code zh} or {@code en}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What is written in one of the two. */
    String say(String zh, String en) {
        return this == ZH ? zh : en;
    }

    /**
     * The language that a command line asks for, before it is parsed: usage errors and help must be in it too. Chinese
     * where none is named; the parser then refuses one that does not exist.
     */
    public static Language of(String[] arguments, Map<String, String> environment) {
        for (int i = arguments.length - 1; i >= 0; i--) {
            String argument = arguments[i];
            if (argument.startsWith("--lang=")) {
                return named(argument.substring("--lang=".length())).orElse(ZH);
            }
            if (argument.equals("--lang") && i + 1 < arguments.length) {
                return named(arguments[i + 1]).orElse(ZH);
            }
        }
        return named(environment.getOrDefault("STEELYARD_LANG", "")).orElse(ZH);
    }

    private static Optional<Language> named(String text) {
        return Stream.of(values())
                .filter(language -> language.code().equalsIgnoreCase(text))
                .findFirst();
    }

    @Override
    public String toString() {
        return code();
    }
}
