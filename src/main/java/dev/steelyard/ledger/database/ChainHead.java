package dev.steelyard.ledger.database;

import dev.steelyard.ledger.store.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * The end of the ledger's chain: a hash over every entry so far. Who wrote one down can tell later whether anything before it
 * was changed, whoever owns database and disk meanwhile.
 *
 * @param hash 64 hexadecimal digits; blank before the first entry
 */
public record ChainHead(String hash) {

    /** Of a ledger without entries. */
    public static final ChainHead NONE = new ChainHead("");

    private static final int DIGITS = 16;

    /**
     * The head after one more entry. All three are in the entry's manifest or are its hash, so that a copied edition leads to
     * its head without a ledger.
     *
     * @param rows what the entry's rows hash to
     * @param manifest the hash of its edition's manifest; blank where none was published
     */
    public ChainHead next(String rows, String manifest) {
        return new ChainHead(Sha256.of(("steelyard ledger 1\n" + hash + "\n" + rows + "\n" + manifest + "\n")
                .getBytes(StandardCharsets.UTF_8)));
    }

    /** As people write it down: {@code 1a2b-3c4d-5e6f-7081}; blank before the first entry. */
    public String shown() {
        return hash.isEmpty() ? "" : hash.substring(0, DIGITS).replaceAll("(.{4})(?=.)", "$1-");
    }

    /** Whether this is the head that somebody wrote down, in any spelling of {@link #typed}. */
    public boolean isShownAs(String typed) {
        return !hash.isEmpty() && typed(typed).filter(hash::startsWith).isPresent();
    }

    /** The digits of a head as somebody typed it, with blanks or hyphens or without; empty where it is none. */
    public static Optional<String> typed(String text) {
        String digits = text.replaceAll("[\\s\\-\u2010-\u2015]", "").toLowerCase(Locale.ROOT);
        return Optional.of(digits).filter(one -> one.matches("[0-9a-f]{" + DIGITS + ",64}"));
    }
}
