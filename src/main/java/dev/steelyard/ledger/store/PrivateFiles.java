package dev.steelyard.ledger.store;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;

/**
 * The one place that creates private files and folders: 0600 and 0700 at creation where the file system has modes, an
 * owner-only access list on Windows (architecture.md 5, Nothing leaked). What is written appears whole or not at all.
 */
public final class PrivateFiles {

    private static final int BUFFER = 1 << 16;

    /** They wait for the disk and for nothing else, however few processors there are. */
    private static final int AT_ONCE = 32;

    private static final Pattern TEMPORARY = Pattern.compile("\\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.tmp");

    private PrivateFiles() {}

    /** What writes a file's content. */
    @FunctionalInterface
    public interface IOConsumer<T> {
        void accept(T target) throws IOException;
    }

    /** Creates the folder and its missing parents, private; one that exists keeps its mode. */
    public static Path folder(Path folder) throws IOException {
        // An existing folder may be a link, which Files.createDirectories would refuse on some systems.
        return Files.isDirectory(folder) ? folder : Files.createDirectories(folder, ownerOnly(folder, true));
    }

    /** Creates a new file, and fails if there is one. */
    public static FileChannel create(Path file) throws IOException {
        return FileChannel.open(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly(file, false));
    }

    /**
     * Writes the file whole: into a temporary file of the same folder, to the disk, then renamed over what was there. A
     * failure leaves what was there before.
     */
    public static void replace(Path target, IOConsumer<OutputStream> content) throws IOException {
        Path temporary = write(target.toAbsolutePath().getParent(), content, true);
        rename(temporary, target);
    }

    /** The same, but it is for the system when it comes to the disk, at the latest when {@link #sync(Collection)} returns. */
    public static void stage(Path target, IOConsumer<OutputStream> content) throws IOException {
        Path temporary = write(target.toAbsolutePath().getParent(), content);
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The same of content that is at hand. */
    public static void stage(Path target, byte[] content) throws IOException {
        Path temporary = temporary(target.toAbsolutePath().getParent());
        create(temporary, content);
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Creates a new file with the content, and leaves none where it cannot; others may see it half written. */
    public static void create(Path file, byte[] content) throws IOException {
        try (FileChannel channel = create(file)) {
            for (ByteBuffer left = ByteBuffer.wrap(content); left.hasRemaining(); ) {
                channel.write(left);
            }
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (IOException | RuntimeException | Error e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /**
     * Writes the file whole, but not to the disk: for what is true only while the process lives. Only one process may write
     * it.
     */
    public static void swap(Path target, byte[] content) throws IOException {
        Path temporary = target.resolveSibling("." + target.getFileName() + ".tmp");
        Files.deleteIfExists(temporary);
        try (FileChannel channel = create(temporary)) {
            Channels.newOutputStream(channel).write(content);
        }
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Writes a temporary file in the folder; it is for the system when it comes to the disk. */
    static Path write(Path folder, IOConsumer<OutputStream> content) throws IOException {
        return write(folder, content, false);
    }

    private static Path temporary(Path folder) {
        return folder.resolve("." + UUID.randomUUID() + ".tmp");
    }

    private static Path write(Path folder, IOConsumer<OutputStream> content, boolean durable) throws IOException {
        Path temporary = temporary(folder);
        try (FileChannel channel = create(temporary)) {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
            content.accept(out);
            out.flush();
            if (durable) {
                channel.force(true);
            }
        } catch (IOException | RuntimeException | Error e) {
            Files.deleteIfExists(temporary);
            throw e;
        }
        return temporary;
    }

    /** Drops temporary files in the folder that a killed process left; for whoever is alone with the folder. */
    public static void sweep(Path folder) throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, PrivateFiles::isTemporary)) {
            for (Path file : left) {
                Files.delete(file);
            }
        }
    }

    /** Whether it is what a process writes or left half written. */
    public static boolean isTemporary(Path file) {
        return TEMPORARY.matcher(String.valueOf(file.getFileName())).matches();
    }

    /** Renames a file or folder over the target in one step, and makes the name durable. */
    public static void rename(Path source, Path target) throws IOException {
        Files.move(source, target, StandardCopyOption.ATOMIC_MOVE);
        sync(target.toAbsolutePath().getParent());
    }

    /**
     * Brings files to the disk, many at once: the system writes its journal once for all who wait for it, so that thousands take little longer
     * than one of them alone.
     */
    public static void sync(Collection<Path> files) throws IOException {
        if (files.isEmpty()) {
            return;
        }
        ExecutorService waiting = Executors.newFixedThreadPool(Math.min(files.size(), AT_ONCE));
        try {
            List<Future<Void>> all = new ArrayList<>();
            for (Path file : files) {
                all.add(waiting.submit(() -> force(file)));
            }
            for (Future<Void> one : all) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while files were brought to the disk");
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } finally {
            waiting.shutdownNow();
        }
    }

    private static Void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        return null;
    }

    /** Brings the folder's names to the disk, where the system can. */
    public static void sync(Path folder) throws IOException {
        if (hasModes(folder.getFileSystem())) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static boolean hasModes(FileSystem system) {
        return system.supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<?>[] ownerOnly(Path path, boolean folder) throws IOException {
        FileSystem system = path.getFileSystem();
        if (hasModes(system)) {
            String mode = folder ? "rwx------" : "rw-------";
            return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))};
        }
        if (!system.supportedFileAttributeViews().contains("acl")) {
            return new FileAttribute<?>[0];
        }
        AclEntry.Builder entry = AclEntry.newBuilder()
                .setType(AclEntryType.ALLOW)
                .setPrincipal(
                        system.getUserPrincipalLookupService().lookupPrincipalByName(System.getProperty("user.name")))
                .setPermissions(EnumSet.allOf(AclEntryPermission.class));
        if (folder) {
            entry.setFlags(AclEntryFlag.FILE_INHERIT, AclEntryFlag.DIRECTORY_INHERIT);
        }
        return new FileAttribute<?>[] {new AccessList(List.of(entry.build()))};
    }

    private record AccessList(List<AclEntry> value) implements FileAttribute<List<AclEntry>> {

        @Override
        public String name() {
            return "acl:acl";
        }
    }
}
