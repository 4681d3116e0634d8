package dev.steelyard.output.publish;

import dev.steelyard.ledger.store.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The last member of a manifest: the hash of everything else in it. A byte that changed by accident is found without the
 * ledger; against somebody who means it stand the ledger and the next revision, which both hold the whole manifest's hash.
 */
final class Seal {

    private static final byte[] BEGIN = ",\n  \"seal\" : \"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "\"\n}\n".getBytes(StandardCharsets.US_ASCII);
    private static final int HASH = 64;

    private Seal() {}

    /** @param json an object, indented, without a line feed at its end */
    static byte[] seal(String json) {
        String open = json.substring(0, json.lastIndexOf("\n}"));
        byte[] before = concat(open.getBytes(StandardCharsets.UTF_8), BEGIN);
        return concat(before, Sha256.of(concat(before, END)).getBytes(StandardCharsets.US_ASCII), END);
    }

    /** Whether not a byte changed since. */
    static boolean isWhole(byte[] manifest) {
        int end = manifest.length - END.length;
        int hash = end - HASH;
        int begin = hash - BEGIN.length;
        if (begin < 0) {
            return false;
        }
        byte[] before = Arrays.copyOfRange(manifest, 0, hash);
        byte[] after = Arrays.copyOfRange(manifest, end, manifest.length);
        return Arrays.equals(Arrays.copyOfRange(manifest, begin, hash), BEGIN)
                && Arrays.equals(after, END)
                && Sha256.of(concat(before, END)).equals(new String(manifest, hash, HASH, StandardCharsets.US_ASCII));
    }

    private static byte[] concat(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        byte[] whole = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, whole, at, part.length);
            at += part.length;
        }
        return whole;
    }
}
