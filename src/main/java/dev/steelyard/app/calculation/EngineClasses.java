package dev.steelyard.app.calculation;

import dev.steelyard.ledger.store.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * The fingerprint of the engine: of its own classes and resources, wherever they lie, in a jar, in the jar inside a jar, in a
 * folder. The same classes have the same fingerprint; a mended engine has another, whatever its version says.
 */
public final class EngineClasses {

    /** What is the engine's own. */
    private static final List<String> OWN = List.of("dev/steelyard/", "db/migration/");

    private static final int SHOWN = 16;

    private EngineClasses() {}

    /** Looks at every class once, so only where it is asked for. */
    private static final class Running {
        private static final String FINGERPRINT = fingerprint(EngineClasses.class.getResource("EngineClasses.class"));
    }

    /** Of the engine that runs: 16 hexadecimal digits. */
    public static String fingerprint() {
        return Running.FINGERPRINT;
    }

    /** @param self where this class lies, beside all others */
    static String fingerprint(URL self) {
        try {
            StringBuilder all = new StringBuilder();
            contents(self).forEach((name, content) -> all.append(name)
                    .append('\t')
                    .append(content.bytes())
                    .append('\t')
                    .append(content.crc())
                    .append('\n'));
            return Sha256.of(all.toString().getBytes(StandardCharsets.UTF_8)).substring(0, SHOWN);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a class lies at an address", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What a class or a resource is known again by. A jar's directory tells it of all of them: to unpack and hash them took a tenth of a
     * second of every answer.
     */
    private record Content(long bytes, long crc) {}

    private static Map<String, Content> contents(URL self) throws IOException, URISyntaxException {
        Map<String, Content> contents = new TreeMap<>();
        if (self.openConnection() instanceof JarURLConnection jar) {
            for (var entry : (Iterable<JarEntry>) jar.getJarFile().stream()::iterator) {
                if (isOwn(entry.getName()) && !entry.isDirectory()) {
                    contents.put(entry.getName(), new Content(entry.getSize(), entry.getCrc()));
                }
            }
            return contents;
        }
        Path root = Path.of(self.toURI());
        for (int up = EngineClasses.class.getName().split("\\.").length; up > 0; up--) {
            root = root.getParent();
        }
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                String name = root.relativize(file).toString().replace('\\', '/');
                if (isOwn(name)) {
                    byte[] bytes = Files.readAllBytes(file);
                    CRC32 crc = new CRC32();
                    crc.update(bytes);
                    contents.put(name, new Content(bytes.length, crc.getValue()));
                }
            }
        }
        return contents;
    }

    private static boolean isOwn(String name) {
        return OWN.stream().anyMatch(name::startsWith);
    }
}
