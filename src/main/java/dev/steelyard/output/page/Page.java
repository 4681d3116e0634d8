package dev.steelyard.output.page;

import dev.steelyard.output.page.Node.Element;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What every page begins with. */
final class Page {

    private Page() {}

    /** @param style the name of its style sheet, beside this class */
    static Element head(String title, String style) {
        return Node.of(
                "head",
                Node.of("meta").with("charset", "utf-8"),
                Node.of("title", title),
                Node.of("meta").with("name", "viewport").with("content", "width=device-width, initial-scale=1"),
                // Whatever is in the page, it loads nothing and runs nothing.
                Node.of("meta")
                        .with("http-equiv", "Content-Security-Policy")
                        .with("content", "default-src 'none'; style-src 'unsafe-inline'"),
                Node.of("meta").with("name", "referrer").with("content", "no-referrer"),
                Node.of("meta").with("name", "color-scheme").with("content", "light dark"),
                Node.of("style", style(style)));
    }

    private static String style(String name) {
        try (InputStream css = Page.class.getResourceAsStream(name)) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
