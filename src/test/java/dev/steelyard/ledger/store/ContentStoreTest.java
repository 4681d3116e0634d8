package dev.steelyard.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentStoreTest {

    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path folder;

    @Test
    void contentLiesUnderItsHash() throws IOException {
        ContentStore store = new ContentStore(folder.resolve("a/store"));
        Path file = Files.writeString(folder.resolve("in.csv"), "abc");
        assertThat(store.put(file)).isEqualTo(new ContentStore.Content(ABC, 3));
        assertThat(store.path(ABC)).hasContent("abc");
        assertThat(store.holds(new ContentStore.Content(ABC, 3))).isTrue();
        assertThat(store.holds(new ContentStore.Content(ABC, 4))).isFalse();
    }

    @Test
    void theSameContentIsKeptOnceHoweverItCame() throws IOException {
        ContentStore store = new ContentStore(folder.resolve("store"));
        Path file = Files.writeString(folder.resolve("in.csv"), "abc");
        store.put(file);
        store.put(file);
        assertThat(store.put(out -> {
                    out.write('a');
                    out.write("bc".getBytes(StandardCharsets.UTF_8));
                }))
                .isEqualTo(new ContentStore.Content(ABC, 3));
        try (Stream<Path> kept = Files.list(folder.resolve("store"))) {
            assertThat(kept).containsExactly(store.path(ABC));
        }
    }

    @Test
    void aCopyThatIsNotWholeIsWrittenAgain() throws IOException {
        ContentStore store = new ContentStore(folder.resolve("store"));
        Files.writeString(folder.resolve("store").resolve(ABC), "a");
        store.put(Files.writeString(folder.resolve("in.csv"), "abc"));
        assertThat(store.path(ABC)).hasContent("abc");
    }

    /** A disk that lies changed a byte: the copy that is read is the input's again, as its name says. */
    @Test
    void aCopyThatIsNoLongerWhatItWasIsWrittenAgain() throws IOException {
        Path file = Files.writeString(folder.resolve("in.csv"), "abc");
        Files.writeString(new ContentStore(folder.resolve("store")).path(ABC), "abX");
        assertThat(new ContentStore(folder.resolve("store")).put(file)).isEqualTo(new ContentStore.Content(ABC, 3));
        assertThat(new ContentStore(folder.resolve("store")).path(ABC)).hasContent("abc");
    }

    @Test
    void aNameThatIsNoHashIsRefused() throws IOException {
        ContentStore store = new ContentStore(folder.resolve("store"));
        assertThatThrownBy(() -> store.path("../" + ABC)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.path("x".repeat(64))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void filesAndFoldersAreTheOwnersAlone() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        ContentStore store = new ContentStore(folder.resolve("a/store"));
        store.put(Files.writeString(folder.resolve("in.csv"), "abc"));
        assertThat(mode(folder.resolve("a"))).isEqualTo("rwx------");
        assertThat(mode(folder.resolve("a/store"))).isEqualTo("rwx------");
        assertThat(mode(store.path(ABC))).isEqualTo("rw-------");
    }

    @Test
    void aReplacedFileIsWholeOrUntouched() throws IOException {
        Path target = folder.resolve("target.txt");
        PrivateFiles.replace(target, out -> out.write('1'));
        PrivateFiles.replace(target, out -> out.write('2'));
        assertThat(target).hasContent("2");
        assertThatThrownBy(() -> PrivateFiles.replace(target, out -> {
                    out.write('3');
                    throw new IOException("disk full");
                }))
                .hasMessage("disk full");
        assertThat(target).hasContent("2");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(target);
        }
    }

    @Test
    void anExistingFileIsNotCreatedAgain() throws IOException {
        Path file = folder.resolve("one");
        PrivateFiles.create(file).close();
        assertThatThrownBy(() -> PrivateFiles.create(file)).isInstanceOf(FileAlreadyExistsException.class);
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
