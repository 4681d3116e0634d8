package dev.steelyard.app.doctor;

import dev.steelyard.app.doctor.Diagnosis.Check;
import dev.steelyard.ledger.store.FileNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether there is room for the next run, what grows, and whether only the owner can read what lies there.
 *
 * @param batchSteps how many steps of runs the database remembers
 */
record DiskLook(Installation installation, long batchSteps) {

    /** What a run takes besides copies of its inputs: what slices leave, reports, the ledger. */
    private static final long BESIDES = 256L << 20;

    /** How many found files are named. */
    private static final int NAMED = 3;

    private static final Set<PosixFilePermission> OF_OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.OTHERS_EXECUTE);

    List<Diagnosis> findings() throws IOException {
        List<Diagnosis> findings = new ArrayList<>();
        findings.add(disk());
        findings.add(growth());
        findings.addAll(permissions());
        return findings;
    }

    private Diagnosis disk() throws IOException {
        if (!Files.isDirectory(installation.inputs())) {
            return Diagnosis.look(Check.DISK, "inputs-missing", "folder", installation.inputs());
        }
        long inputs;
        try (Stream<Path> files = Files.list(installation.inputs())) {
            inputs =
                    files.filter(Files::isRegularFile).mapToLong(DiskLook::size).sum();
        }
        long free = Files.getFileStore(existing(installation.output())).getUsableSpace();
        Object[] slots = {"free", new Bytes(free), "inputs", new Bytes(inputs), "folder", installation.output()};
        if (free < inputs + BESIDES / 4) {
            return Diagnosis.wrong(Check.DISK, "disk-full", slots);
        }
        // Three months' worth: what is stored stays.
        return free < 3 * inputs + BESIDES
                ? Diagnosis.look(Check.DISK, "disk-short", slots)
                : Diagnosis.good(Check.DISK, "disk", slots);
    }

    /** What grows with each run, until its retention is over. */
    private Diagnosis growth() throws IOException {
        Path ledger = installation.ledger();
        List<Path> store = children(ledger.resolve("store"));
        long left = children(ledger.resolve("work")).size()
                + children(installation.output()).stream()
                        .filter(one ->
                                Files.isDirectory(one) && FileNames.of(one).startsWith("."))
                        .count();
        return Diagnosis.good(
                Check.DISK,
                "growth",
                "steps",
                batchSteps,
                "contents",
                store.size(),
                "store",
                new Bytes(store.stream().mapToLong(DiskLook::size).sum()),
                "logs",
                new Bytes(children(installation.output().resolve("logs")).stream()
                        .mapToLong(DiskLook::size)
                        .sum()),
                "left",
                left);
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder, or the nearest above it that is there. */
    private static Path existing(Path folder) {
        Path found = folder.toAbsolutePath();
        while (!Files.isDirectory(found) && found.getParent() != null) {
            found = found.getParent();
        }
        return found;
    }

    private List<Diagnosis> permissions() throws IOException {
        Path output = installation.output();
        Path nearest = existing(output);
        if (Files.exists(output) && !Files.isDirectory(output) || !Files.isWritable(nearest)) {
            return List.of(Diagnosis.wrong(Check.PERMISSIONS, "not-writable", "folder", output));
        }
        if (!nearest.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return List.of(Diagnosis.good(Check.PERMISSIONS, "permissions.no-modes"));
        }
        List<Path> open = new ArrayList<>();
        // What lies deeper is kept by the folders above it.
        for (Path child : children(output)) {
            if (Files.isDirectory(child)) {
                addIfOpen(child, open);
            }
        }
        for (Path child : children(installation.ledger())) {
            addIfOpen(child, open);
        }
        if (open.isEmpty()) {
            return List.of(Diagnosis.good(Check.PERMISSIONS, "permissions"));
        }
        return List.of(Diagnosis.wrong(
                Check.PERMISSIONS,
                "open-to-others",
                "count",
                open.size(),
                "files",
                open.stream().limit(NAMED).toList(),
                "output",
                output));
    }

    private static List<Path> children(Path folder) throws IOException {
        List<Path> children = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(folder)) {
                found.forEach(children::add);
            }
        }
        children.sort(null);
        return children;
    }

    private static void addIfOpen(Path path, List<Path> open) throws IOException {
        if (Files.getPosixFilePermissions(path).stream().anyMatch(OF_OTHERS::contains)) {
            open.add(path);
        }
    }

    /** A size as people read it: {@code 1.5 GB}, in steps of 1024, rounded down to a tenth. */
    record Bytes(long bytes) {
        @Override
        public String toString() {
            String[] units = {"B", "KB", "MB", "GB", "TB"};
            int unit = 0;
            long tenths = bytes * 10;
            while (tenths >= 10_240 && unit < units.length - 1) {
                tenths /= 1024;
                unit++;
            }
            return unit == 0 ? bytes + " B" : tenths / 10 + "." + tenths % 10 + " " + units[unit];
        }
    }
}
