package dev.steelyard;

import dev.steelyard.words.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** A language that nobody speaks: English with a mark before each sentence. One bundle, and nothing else, adds it. */
public final class PseudoLanguage {

    public static final String NAME = "zz";
    public static final String MARK = "·";

    /** Less than that of a sentence's beginning could be a name or a figure's label in a file. */
    private static final int TELLING = 12;

    /** How English sentences begin, up to what is filled in: whoever says one in this language says it marked. */
    private static final List<String> BEGINNINGS = Words.in("en").keys().stream()
            .map(key -> Words.in("en").say(key).replaceFirst("\\{.*", ""))
            .filter(sentence -> sentence.strip().contains(" ") && sentence.length() > TELLING)
            .toList();

    private PseudoLanguage() {}

    /** Writes its bundle where the classes of tests lie. */
    public static void add() {
        try {
            Properties marked = new Properties();
            try (var english = Files.newBufferedReader(
                    Path.of(Words.class.getResource("en.properties").toURI()))) {
                marked.load(english);
            }
            marked.replaceAll((key, sentence) -> key.toString().startsWith("help.usage") ? sentence : MARK + sentence);
            Path bundles = Path.of(PseudoLanguage.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .resolve("dev/steelyard/words");
            Files.createDirectories(bundles);
            Path written = Files.createTempFile(bundles, NAME, "");
            try (var out = Files.newBufferedWriter(written)) {
                marked.store(out, null);
            }
            Files.move(written, bundles.resolve(NAME + ".properties"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What of a text is English without the mark. */
    public static List<String> english(String text) {
        return text.lines()
                .flatMap(line -> Stream.of(line.replaceFirst("^(\\d+:|2>) ", "").split(" \\| |   +")))
                .map(cell -> cell.replaceFirst("^[^\\p{L}" + MARK + "]+", "").strip())
                .filter(cell -> BEGINNINGS.stream().anyMatch(cell::startsWith))
                .toList();
    }
}
