package dev.steelyard.app.cli.text;

import dev.steelyard.engine.plan.Name;
import dev.steelyard.engine.said.Said;
import dev.steelyard.words.Words;
import java.util.Collections;
import java.util.Enumeration;
import java.util.ResourceBundle;

/** What the command line says, in one language. */
public record Texts(Language language) {

    private Words words() {
        return Words.in(language.code());
    }

    /** What the parser makes help of: the sentences under {@code help.}, by the keys that it prescribes. */
    public ResourceBundle help() {
        return new ResourceBundle() {
            @Override
            protected Object handleGetObject(String key) {
                return words().has("help." + key) ? words().say("help." + key) : null;
            }

            @Override
            public Enumeration<String> getKeys() {
                return Collections.enumeration(words().keys().stream()
                        .filter(key -> key.startsWith("help."))
                        .map(key -> key.substring("help.".length()))
                        .toList());
            }
        };
    }

    /** A name as the language calls it. */
    public String say(Name name) {
        return words().name(name);
    }

    public String say(Said said) {
        return words().say(said);
    }

    public boolean has(String key) {
        return words().has(key);
    }

    /**
     * A text with its slots filled.
     *
     * @param slots name, value, name, value, …
     */
    public String say(String key, Object... slots) {
        return words().say(key, slots);
    }
}
