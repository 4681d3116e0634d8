package dev.steelyard.publish;

import dev.steelyard.publish.Verification.Difference;
import dev.steelyard.publish.Verification.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The revisions of a period down to the first: each manifest holds the hash of the one before, and the ledger holds the hash of
 * each.
 *
 * @param recorded revision → hash of its manifest in the ledger; empty where the ledger is not asked
 */
record Chain(Path folder, Map<Integer, String> recorded) {

    /** What is wrong with the chain that ends with this folder. One that is named as no revision stands in no chain. */
    List<Difference> differences(Manifest manifest) throws IOException {
        List<Difference> differences = new ArrayList<>();
        String expected = "r" + manifest.revision();
        String name = String.valueOf(folder.toAbsolutePath().getFileName());
        if (name.equals(expected) && manifest.revision() > 0) {
            follow(manifest, differences);
        } else if (name.matches("r[0-9]+")) {
            differences.add(new Difference(Kind.PLACE, name, expected, name));
        }
        return differences;
    }

    private void follow(Manifest manifest, List<Difference> differences) throws IOException {
        String expected = "";
        for (int revision = manifest.revision(); revision > 0; revision--) {
            Path file = folder.toAbsolutePath().resolveSibling("r" + revision).resolve(Manifest.NAME);
            String name = "r" + revision + "/" + Manifest.NAME;
            if (!Files.isRegularFile(file)) {
                differences.add(new Difference(Kind.REVISION_MISSING, "r" + revision, expected, ""));
                expected = "";
                continue;
            }
            byte[] bytes = Files.readAllBytes(file);
            String found = Files256.sha256(bytes);
            if (!expected.isEmpty() && !expected.equals(found)) {
                differences.add(new Difference(Kind.REVISION_CHANGED, name, expected, found));
            }
            String inLedger = recorded.get(revision);
            if (inLedger == null && !recorded.isEmpty()) {
                differences.add(new Difference(Kind.NOT_RECORDED, name, "", found));
            } else if (inLedger != null && !inLedger.equals(found)) {
                differences.add(new Difference(Kind.NOT_AS_RECORDED, name, inLedger, found));
            }
            expected = previous(bytes);
            if (expected.isEmpty() != (revision == 1)) {
                differences.add(new Difference(Kind.LINK, name, revision == 1 ? "" : "r" + (revision - 1), expected));
            }
        }
    }

    /** Of a manifest that cannot be read nothing is known. */
    private static String previous(byte[] manifest) {
        try {
            String previous = Manifest.fromJson(manifest).previous();
            return previous == null ? "" : previous;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
