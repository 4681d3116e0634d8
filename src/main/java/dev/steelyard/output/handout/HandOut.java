package dev.steelyard.output.handout;

import dev.steelyard.ledger.store.FileNames;
import dev.steelyard.ledger.store.Sha256;
import dev.steelyard.output.publish.Manifest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Hands one published edition out. What one reader does not get keeps nobody else from theirs. */
public final class HandOut {

    private static final String WORKBOOK = ".xlsx";

    private final Path edition;
    private final Manifest manifest;
    private final Passwords passwords;
    private final Encryption encryption;
    private final Map<String, Manifest.Output> outputs;

    /** Writes a workbook under a password. */
    @FunctionalInterface
    public interface Encryption {

        /** @param temporary a private folder; what is put there is gone afterwards */
        void write(byte[] workbook, String password, Path temporary, OutputStream out) throws IOException;
    }

    public HandOut(Path edition, Manifest manifest, Passwords passwords, Encryption encryption) {
        this.edition = edition;
        this.manifest = manifest;
        this.passwords = passwords;
        this.encryption = encryption;
        this.outputs =
                manifest.outputs().stream().collect(Collectors.toMap(Manifest.Output::name, Function.identity()));
    }

    /** Gives the reader their files, all or none. */
    public Given to(Reader reader) {
        try {
            return give(reader);
        } catch (NotHandedOut e) {
            return Given.failed(reader, e.reason(), e.getMessage());
        } catch (AccessDeniedException e) {
            return Given.failed(reader, Given.Reason.NO_RIGHT, reader.group().orElse(""));
        } catch (FileSystemException e) {
            boolean isRight = String.valueOf(e.getReason()).contains("not permitted");
            return Given.failed(
                    reader,
                    isRight ? Given.Reason.NO_RIGHT : Given.Reason.FAILED,
                    isRight ? reader.group().orElse("") : String.valueOf(e.getReason()));
        } catch (IOException e) {
            return Given.failed(reader, Given.Reason.FAILED, e.getClass().getSimpleName());
        }
    }

    private Given give(Reader reader) throws NotHandedOut, IOException {
        SharedFolder shared = new SharedFolder(reader.base(), reader.group(), reader.encrypted());
        shared.check();
        Optional<String> password = reader.encrypted() ? Optional.of(passwords.of(reader.name())) : Optional.empty();
        Path parent = reader.folder().resolve(manifest.job()).resolve(manifest.period());
        shared.open(parent);
        Path target = parent.resolve(edition.getFileName().toString());
        Path staging = shared.stage(target);
        try {
            return fill(reader, password, shared, staging, target);
        } finally {
            shared.drop(staging);
        }
    }

    private Given fill(Reader reader, Optional<String> password, SharedFolder shared, Path staging, Path target)
            throws NotHandedOut, IOException {
        List<String> given = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        for (String name : reader.files()) {
            if (password.isPresent() && !name.endsWith(WORKBOOK)) {
                kept.add(name);
                continue;
            }
            byte[] content = content(name);
            shared.write(
                    below(staging, name),
                    password.isPresent()
                            ? out -> encryption.write(content, password.get(), staging, out)
                            : out -> out.write(content));
            given.add(name);
        }
        shared.publish(staging, target);
        return new Given(reader.name(), target.toString(), given, kept, Optional.empty(), "");
    }

    /** The file as it was published: whoever may write into the output must not reach a reader by it. */
    private byte[] content(String name) throws NotHandedOut, IOException {
        byte[] content = Files.readAllBytes(below(edition, name));
        if (!Sha256.of(content).equals(outputs.get(name).sha256())) {
            throw new NotHandedOut(Given.Reason.CHANGED, name);
        }
        return content;
    }

    private static Path below(Path folder, String name) {
        Path file = folder;
        for (String part : name.split("/")) {
            file = FileNames.resolve(file, part);
        }
        return file;
    }
}
