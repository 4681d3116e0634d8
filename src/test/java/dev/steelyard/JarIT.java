package dev.steelyard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.app.cli.verb.EngineVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** The jar that was just packaged. That another build of the same source gives the same bytes is asked by {@code scripts/reproducible}. */
class JarIT {

    private static final Path JAR = Path.of("target/steelyard.jar");

    /** {@code project.build.outputTimestamp}. */
    private static final LocalDateTime TIME = LocalDateTime.parse("2026-01-01T00:00:00");

    private static final List<String> LISTS = List.of("META-INF/sbom/application.cdx.json", "META-INF/THIRD-PARTY.txt");

    @Test
    void nothingInItTellsWhenOrWhereItWasBuilt() throws IOException {
        try (ZipFile jar = new ZipFile(JAR.toFile())) {
            for (ZipEntry entry : jar.stream().toList()) {
                assertThat(entry.getTimeLocal()).as(entry.getName()).isEqualTo(TIME);
            }
            for (ZipEntry entry : jar.stream().filter(JarIT::isText).toList()) {
                assertThat(text(jar, entry))
                        .as(entry.getName())
                        .doesNotContain(
                                Path.of("").toAbsolutePath().toString(),
                                System.getProperty("user.home") + "/",
                                "Built-By");
            }
        }
    }

    private static boolean isText(ZipEntry entry) {
        return entry.getName().startsWith("META-INF/") && !entry.isDirectory()
                || entry.getName().endsWith(".properties");
    }

    private static String text(ZipFile jar, ZipEntry entry) throws IOException {
        return new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Hashing is native: without leave, Java 24 and later warn of it at each start, above whatever is asked for. */
    @Test
    void itMayCallWhatIsNative() throws IOException {
        try (ZipFile jar = new ZipFile(JAR.toFile())) {
            assertThat(text(jar, jar.getEntry("META-INF/MANIFEST.MF"))).contains("Enable-Native-Access: ALL-UNNAMED");
        }
    }

    /** Of what is in it, in both lists alike. */
    @Test
    void everyLibraryInItIsListed() throws IOException {
        try (ZipFile jar = new ZipFile(JAR.toFile())) {
            List<String> libraries = jar.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.startsWith("BOOT-INF/lib/") && name.endsWith(".jar"))
                    .map(name -> name.substring("BOOT-INF/lib/".length(), name.length() - ".jar".length()))
                    // Of the build's own tools; no work of others.
                    .filter(name -> !name.startsWith("spring-boot-jarmode"))
                    .toList();
            assertThat(libraries).hasSizeGreaterThan(20);
            for (String list : LISTS) {
                String text = text(jar, jar.getEntry(list));
                assertThat(libraries).isNotEmpty().allSatisfy(library -> {
                    String name = library.replaceFirst("-(\\d[^-]*)(-.*)?$", "");
                    assertThat(text).as(list).contains(name);
                });
            }
        }
    }

    /** What runs from it is what was tested, and names itself as any folder of the same classes does. */
    @Test
    void itNamesTheClassesThatWereTested() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        JAR.toString(),
                        "--version")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.inputReader().readLine()).startsWith("steelyard " + EngineVersion.engine() + " ");
        assertThat(process.waitFor()).isZero();
    }
}
