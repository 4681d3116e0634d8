package dev.steelyard.app.publication;

import java.util.List;

/** Nothing is done before a person has mended what is wrong with the ledger or its folders. */
public final class Standstill extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient List<Object> slots;

    /**
     * @param key names the words: {@code refusal.KEY} and {@code refusal.KEY.fix}
     * @param slots name, value, name, value, …: what the words need
     */
    Standstill(String key, Object... slots) {
        super(key, null, false, false);
        this.key = key;
        this.slots = List.of(slots);
    }

    public String key() {
        return key;
    }

    public List<Object> slots() {
        return slots;
    }
}
