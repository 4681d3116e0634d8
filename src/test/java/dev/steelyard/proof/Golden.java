package dev.steelyard.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that holds what is expected; {@code -Dgolden.update=true} rewrites it, and the diff is for people to judge. */
record Golden(Path path) {

    static Golden file(Path path) {
        return new Golden(path);
    }

    void holds(String actual) throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(path.getParent());
            Files.writeString(path, actual);
        }
        assertThat(path).exists();
        assertThat(actual).as(path.toString()).isEqualTo(Files.readString(path));
    }
}
