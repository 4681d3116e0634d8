package dev.steelyard.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;

/** What the command line says, in one language: {@code text_zh.properties} and {@code help_zh.properties}. */
final class Texts {

    private final Language language;
    private final ResourceBundle texts;

    Texts(Language language) {
        this.language = language;
        this.texts = bundle("text");
    }

    Language language() {
        return language;
    }

    /** The bundle that help is made from. */
    ResourceBundle help() {
        return bundle("help");
    }

    boolean has(String key) {
        return texts.containsKey(key);
    }

    /**
     * A text with its slots filled.
     *
     * @param slots name, value, name, value, …
     */
    String say(String key, Object... slots) {
        String text = texts.getString(key);
        for (int i = 0; i < slots.length; i += 2) {
            text = text.replace("{" + slots[i] + "}", String.valueOf(slots[i + 1]));
        }
        return text;
    }

    private ResourceBundle bundle(String name) {
        String resource = name + "_" + language.code() + ".properties";
        try (InputStream in = Texts.class.getResourceAsStream(resource);
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            return new PropertyResourceBundle(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
