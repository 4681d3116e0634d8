package dev.steelyard.app.cli.text;

import dev.steelyard.words.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;

/** What the command line says, in one language; {@code help_zh.properties} is what its parser makes the help of. */
public record Texts(Language language) {

    private Words words() {
        return Words.in(language.code());
    }

    /** The bundle that help is made from: the English one as long as nobody wrote one in the language. */
    public ResourceBundle help() {
        String own = "help_" + language.code() + ".properties";
        String resource = Texts.class.getResource(own) == null ? "help_en.properties" : own;
        try (InputStream in = Texts.class.getResourceAsStream(resource);
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            return new PropertyResourceBundle(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
