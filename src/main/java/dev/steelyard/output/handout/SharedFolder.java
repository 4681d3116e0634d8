package dev.steelyard.output.handout;

import dev.steelyard.ledger.store.PrivateFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A reader's folder: what is written is private until it is whole, then it is given to the group and renamed. Nobody sees a
 * half edition, and no file is ever readable by somebody else than in the end.
 */
final class SharedFolder {

    private final Path base;
    private final Optional<String> groupName;
    private final boolean isOpen;
    private Optional<GroupPrincipal> group = Optional.empty();

    /** @param isOpen whether everybody who reaches the folder may read: what lies there is encrypted */
    SharedFolder(Path base, Optional<String> groupName, boolean isOpen) {
        this.base = base;
        this.groupName = groupName;
        this.isOpen = isOpen;
    }

    /** Looks at everything that can be known before a byte is written. */
    void check() throws NotHandedOut, IOException {
        if (!Files.isDirectory(base)) {
            throw new NotHandedOut(Given.Reason.AWAY, base.toString());
        }
        if (groupName.isPresent()) {
            try {
                group = Optional.of(base.getFileSystem()
                        .getUserPrincipalLookupService()
                        .lookupPrincipalByGroupName(groupName.get()));
            } catch (UserPrincipalNotFoundException e) {
                throw new NotHandedOut(Given.Reason.GROUP_UNKNOWN, groupName.get());
            }
        }
    }

    /** Creates the folders from the base down to this one; those that exist keep their rights. */
    void open(Path folder) throws IOException {
        if (!folder.equals(base) && !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            open(folder.getParent());
            PrivateFiles.folder(folder);
            give(folder, true);
        }
    }

    /** A new folder that nobody else sees into yet. What a kill kept from its name has it again until the new one is there. */
    Path stage(Path target) throws IOException {
        Path staging = target.resolveSibling("." + target.getFileName() + ".part");
        delete(staging);
        if (Files.exists(old(target)) && !Files.exists(target)) {
            PrivateFiles.rename(old(target), target);
        }
        delete(old(target));
        return PrivateFiles.folder(staging);
    }

    /** Drops what was staged and not published. */
    void drop(Path staging) throws IOException {
        delete(staging);
    }

    /** Writes a file of the staged folder to the disk. */
    void write(Path file, PrivateFiles.IOConsumer<OutputStream> content) throws IOException {
        PrivateFiles.folder(file.getParent());
        try (FileChannel channel = PrivateFiles.create(file)) {
            content.accept(Channels.newOutputStream(channel));
            channel.force(true);
        }
    }

    /** Gives what was staged to the readers and names it; an earlier one of the name goes. */
    void publish(Path staging, Path target) throws IOException {
        try (Stream<Path> all = Files.walk(staging)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                give(path, Files.isDirectory(path));
            }
        }
        if (Files.exists(target)) {
            PrivateFiles.rename(target, old(target));
        }
        PrivateFiles.rename(staging, target);
        delete(old(target));
    }

    private static Path old(Path target) {
        return target.resolveSibling("." + target.getFileName() + ".old");
    }

    /** The group reads; the account that runs the engine reads and writes; nobody else does anything. */
    private void give(Path path, boolean folder) throws IOException {
        PosixFileAttributeView posix = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (posix != null) {
            if (group.isPresent()) {
                posix.setGroup(group.get());
            }
            String others = isOpen ? (folder ? "r-x" : "r--") : "---";
            String members = group.isPresent() || isOpen ? (folder ? "r-x" : "r--") : "---";
            posix.setPermissions(PosixFilePermissions.fromString((folder ? "rwx" : "rw-") + members + others));
            return;
        }
        AclFileAttributeView list = Files.getFileAttributeView(path, AclFileAttributeView.class);
        if (list != null && group.isPresent()) {
            AclEntry.Builder entry = AclEntry.newBuilder()
                    .setType(AclEntryType.ALLOW)
                    .setPrincipal(group.get())
                    .setPermissions(EnumSet.of(
                            AclEntryPermission.READ_DATA,
                            AclEntryPermission.READ_ATTRIBUTES,
                            AclEntryPermission.READ_NAMED_ATTRS,
                            AclEntryPermission.READ_ACL,
                            AclEntryPermission.EXECUTE,
                            AclEntryPermission.SYNCHRONIZE));
            if (folder) {
                entry.setFlags(AclEntryFlag.FILE_INHERIT, AclEntryFlag.DIRECTORY_INHERIT);
            }
            List<AclEntry> entries = new ArrayList<>(list.getAcl());
            entries.add(entry.build());
            list.setAcl(entries);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
