package dev.steelyard.app.calculation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineClassesTest {

    private static final String SELF = "dev/steelyard/app/calculation/EngineClasses.class";
    private static final String RULE = "dev/steelyard/engine/score/Scoring.class";

    @TempDir
    Path folder;

    @Test
    void aJarAndAFolderOfTheSameClassesHaveTheSameFingerprint() throws Exception {
        assertThat(jar("same", "")).isEqualTo(EngineClasses.fingerprint()).matches("[0-9a-f]{16}");
    }

    @Test
    void aMendedClassHasAnother() throws Exception {
        assertThat(jar("mended", RULE)).isNotEqualTo(EngineClasses.fingerprint());
    }

    /** The fingerprint of a jar with the engine's classes in another order, one of them changed. */
    private String jar(String name, String changed) throws IOException, URISyntaxException {
        Path classes = Path.of(EngineClasses.class.getResource("/" + SELF).toURI());
        for (String part : SELF.split("/")) {
            classes = classes.getParent();
        }
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(classes)) {
            all.filter(Files::isRegularFile).sorted().forEach(files::add);
        }
        Collections.reverse(files);
        Path jar = folder.resolve(name + ".jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            for (Path file : files) {
                String entry = classes.relativize(file).toString().replace('\\', '/');
                entries.putNextEntry(new JarEntry(entry));
                byte[] bytes = Files.readAllBytes(file);
                if (entry.equals(changed)) {
                    bytes[bytes.length - 1]++;
                }
                entries.write(bytes);
            }
        }
        URL self = URI.create("jar:" + jar.toUri() + "!/" + SELF).toURL();
        self.openConnection().setUseCaches(false);
        return EngineClasses.fingerprint(self);
    }
}
