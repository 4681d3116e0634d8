package dev.steelyard.output.publish;

import dev.steelyard.ledger.store.ContentStore;
import dev.steelyard.ledger.store.ContentStore.Content;
import dev.steelyard.ledger.store.FileNames;
import dev.steelyard.ledger.store.PrivateFiles;
import dev.steelyard.ledger.store.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A sealed edition in the store, file by file under their hashes, so that a folder that is lost is published again with the same
 * bytes, whatever engine does it.
 *
 * @param manifestHash as the ledger recorded it
 */
public record KeptEdition(ContentStore store, String manifestHash) {

    /**
     * Keeps a sealed edition.
     *
     * @param copied whether a file is to outlive changes of the published one, not only its loss
     */
    public static void keep(ContentStore store, Path sealed, boolean copied) throws IOException {
        Path json = sealed.resolve(Manifest.NAME);
        byte[] manifest = Files.readAllBytes(json);
        for (Manifest.Output output : Manifest.fromJson(manifest).outputs()) {
            store.keep(file(sealed, output), new Content(output.sha256(), output.bytes()), copied);
        }
        store.keep(json, new Content(Sha256.of(manifest), manifest.length), copied);
        store.settle();
    }

    private static Path file(Path folder, Manifest.Output output) {
        Path file = folder;
        for (String part : output.name().split("/")) {
            file = FileNames.resolve(file, part);
        }
        return file;
    }

    /** The manifest; empty where the store does not hold it. */
    public Optional<Manifest> manifest() throws IOException {
        Optional<Path> json = store.find(manifestHash);
        return json.isEmpty() ? Optional.empty() : Optional.of(Manifest.fromJson(Files.readAllBytes(json.get())));
    }

    /** What the store does not hold of it, whole; the manifest's name alone where that is missing. */
    public List<String> missing() throws IOException {
        Optional<Manifest> manifest = manifest();
        if (manifest.isEmpty()) {
            return List.of(Manifest.NAME);
        }
        List<String> missing = new ArrayList<>();
        for (Manifest.Output output : manifest.get().outputs()) {
            if (store.find(output.sha256()).isEmpty()) {
                missing.add(output.name());
            }
        }
        return missing;
    }

    /** Stages it as it was sealed. To be called where nothing is {@linkplain #missing}. */
    public void stage(Edition edition) throws IOException {
        edition.begin();
        Path staging = edition.staging();
        for (Manifest.Output output : manifest().orElseThrow().outputs()) {
            Path file = file(staging, output);
            PrivateFiles.folder(file.getParent());
            PrivateFiles.replace(file, out -> Files.copy(store.path(output.sha256()), out));
        }
        PrivateFiles.replace(staging.resolve(Manifest.NAME), out -> Files.copy(store.path(manifestHash), out));
    }
}
