package dev.steelyard.app.calculation;

import dev.steelyard.ledger.store.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.stream.Stream;

/**
 * The fingerprint of the engine: of its own classes and resources, wherever they lie, in a jar, in the jar inside a jar, in a
 * folder. The same classes have the same fingerprint; a mended engine has another, whatever its version says.
 */
public final class EngineClasses {

    /** What is the engine's own. */
    private static final List<String> OWN = List.of("dev/steelyard/", "db/migration/");

    private static final int SHOWN = 16;

    private EngineClasses() {}

    /** Reads every class once, so only where it is asked for. */
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
            MessageDigest all = Sha256.digest();
            for (Map.Entry<String, byte[]> file : contents(self).entrySet()) {
                byte[] name = file.getKey().getBytes(StandardCharsets.UTF_8);
                all.update(ByteBuffer.allocate(8)
                        .putInt(name.length)
                        .putInt(file.getValue().length)
                        .array());
                all.update(name);
                all.update(file.getValue());
            }
            return Sha256.hex(all).substring(0, SHOWN);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a class lies at an address", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TreeMap<String, byte[]> contents(URL self) throws IOException, URISyntaxException {
        TreeMap<String, byte[]> contents = new TreeMap<>();
        if (self.openConnection() instanceof JarURLConnection jar) {
            for (var entry : (Iterable<JarEntry>) jar.getJarFile().stream()::iterator) {
                if (isOwn(entry.getName()) && !entry.isDirectory()) {
                    try (InputStream in = jar.getJarFile().getInputStream(entry)) {
                        contents.put(entry.getName(), in.readAllBytes());
                    }
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
                    contents.put(name, Files.readAllBytes(file));
                }
            }
        }
        return contents;
    }

    private static boolean isOwn(String name) {
        return OWN.stream().anyMatch(name::startsWith);
    }
}
