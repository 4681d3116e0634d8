package dev.steelyard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./steelyard} builds where it must, and not again. Maven and Java are scripts that say what they were asked for. */
class LauncherTest {

    private static final String MAVEN =
            """
            #!/bin/sh
            echo build >> "$CALLS"
            mkdir -p target
            touch target/steelyard.jar target/steelyard.jar.original
            """;

    private static final String JAVA =
            """
            #!/bin/sh
            case "$*" in
                *jarmode=tools*) echo unpack >> "$CALLS"; mkdir -p target/unpacked; touch target/unpacked/steelyard.jar ;;
                *ArchiveClasses*) ;;
                *) echo run >> "$CALLS" ;;
            esac
            """;

    /** What Maven writes when it compiles. */
    private static final String COMPILED =
            "target/maven-status/maven-compiler-plugin/compile/default-compile/inputFiles.lst";

    @TempDir
    private Path home;

    @BeforeEach
    void install() throws IOException {
        assumeTrue(File.separatorChar == '/');
        Files.copy(Path.of("steelyard"), home.resolve("steelyard"));
        write("pom.xml", "", 1);
        write("src/main/A.java", "", 1);
        at("src/main", 1);
        write("bin/mvn", MAVEN, 1);
        write("bin/java", JAVA, 1);
    }

    /** A file of that minute of a day long ago. */
    private void write(String name, String text, int minute) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
        at(name, minute);
    }

    private void at(String name, int minute) throws IOException {
        Files.setLastModifiedTime(home.resolve(name), FileTime.fromMillis(1_700_000_000_000L + 60_000L * minute));
    }

    private List<String> started() throws IOException, InterruptedException {
        Path calls = home.resolve("calls");
        Files.deleteIfExists(calls);
        ProcessBuilder builder = new ProcessBuilder("sh", "steelyard", "status")
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("said").toFile());
        builder.environment().remove("JAVA_HOME");
        builder.environment().put("CALLS", calls.toString());
        builder.environment().merge("PATH", home.resolve("bin").toString(), (old, bin) -> bin + ":" + old);
        int exit = builder.start().waitFor();
        assertThat(exit).as(Files.readString(home.resolve("said"))).isZero();
        return Files.readAllLines(calls);
    }

    @Test
    void buildsOnceAndAgainWhereASourceIsYounger() throws IOException, InterruptedException {
        assertThat(started()).containsExactly("build", "unpack", "run");
        assertThat(started()).containsExactly("run");
        write("src/main/B.java", "", 1);
        assertThat(started()).as("an old file that is new here").startsWith("build");
        assertThat(started()).containsExactly("run");
        Files.setLastModifiedTime(home.resolve("src/main/A.java"), FileTime.fromMillis(4_000_000_000_000L));
        assertThat(started()).startsWith("build");
    }

    /** {@code mvn verify} is README's second command: what it packed is not packed again. */
    @Test
    void takesWhatMavenMade() throws IOException, InterruptedException {
        write(COMPILED, "", 2);
        write("target/steelyard.jar", "", 0);
        write("target/steelyard.jar.original", "", 3);
        assertThat(started()).containsExactly("unpack", "run");
        assertThat(started()).containsExactly("run");
        write("src/main/A.java", "", 4);
        assertThat(started()).startsWith("build");
    }

    /** {@code mvn test} compiles what the jar has not. */
    @Test
    void doesNotTakeAJarOfBefore() throws IOException, InterruptedException {
        write("target/steelyard.jar.original", "", 1);
        write("target/steelyard.jar", "", 0);
        write(COMPILED, "", 3);
        assertThat(started()).startsWith("build");
    }

    /** Nor what was unpacked from it. */
    @Test
    void unpacksAnewWhatMavenPackedAnew() throws IOException, InterruptedException {
        assertThat(started()).containsExactly("build", "unpack", "run");
        at("target/unpacked", 1);
        assertThat(started()).containsExactly("unpack", "run");
    }
}
