package dev.steelyard.output.publish;

import dev.steelyard.ledger.store.Sha256;
import dev.steelyard.output.publish.Verification.Difference;
import dev.steelyard.output.publish.Verification.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The revisions of a period down to the first: each manifest holds the hash of the one before, a closed edition's that of its
 * revision, and the ledger holds the hash of each.
 *
 * @param recorded name of the folder → hash of its manifest in the ledger; empty where the ledger is not asked
 */
record Chain(Path folder, Optional<Map<String, String>> recorded) {

    private static final Pattern NAME = Pattern.compile("(closed-)?r([0-9]+)(-[0-9]+)?");

    /** What is wrong with the chain that ends with this folder. One that is named as no revision stands in no chain. */
    List<Difference> differences(Manifest manifest) throws IOException {
        List<Difference> differences = new ArrayList<>();
        String name = String.valueOf(folder.toAbsolutePath().getFileName());
        Matcher parts = NAME.matcher(name);
        if (parts.matches() && parts.group(2).equals(Integer.toString(manifest.revision()))) {
            follow(name, parts.group(1) != null, manifest.revision(), differences);
        } else if (parts.matches()) {
            differences.add(new Difference(Kind.PLACE, name, "r" + manifest.revision(), name));
        }
        return differences;
    }

    private void follow(String name, boolean isClosed, int revision, List<Difference> differences) throws IOException {
        List<String> names = new ArrayList<>();
        if (isClosed) {
            names.add(name);
        }
        IntStream.iterate(revision, number -> number > 0, number -> number - 1)
                .forEach(number -> names.add("r" + number));
        String expected = "";
        for (int i = 0; i < names.size(); i++) {
            Path file = folder.toAbsolutePath().resolveSibling(names.get(i)).resolve(Manifest.NAME);
            if (!Files.isRegularFile(file)) {
                differences.add(new Difference(Kind.REVISION_MISSING, names.get(i), expected, ""));
                expected = "";
                continue;
            }
            byte[] bytes = Files.readAllBytes(file);
            compare(names.get(i), Sha256.of(bytes), expected, differences);
            expected = previous(bytes);
            String before = i + 1 < names.size() ? names.get(i + 1) : "";
            if (expected.isEmpty() != before.isEmpty()) {
                differences.add(new Difference(Kind.LINK, names.get(i) + "/" + Manifest.NAME, before, expected));
            }
        }
    }

    private void compare(String name, String found, String expected, List<Difference> differences) {
        String manifest = name + "/" + Manifest.NAME;
        if (!expected.isEmpty() && !expected.equals(found)) {
            differences.add(new Difference(Kind.REVISION_CHANGED, manifest, expected, found));
        }
        recorded.map(known -> known.getOrDefault(name, ""))
                .filter(hash -> !hash.equals(found))
                .ifPresent(hash -> differences.add(new Difference(
                        hash.isEmpty() ? Kind.NOT_RECORDED : Kind.NOT_AS_RECORDED, manifest, hash, found)));
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
