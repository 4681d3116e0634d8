package dev.steelyard.app.cli;

import java.util.List;

/**
 * A verb ends without its result, and a person is told why.
 *
 * @see Texts the texts {@code refusal.KEY}: what is wrong and what was expected, and {@code refusal.KEY.fix}: what to do
 */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exit;
    private final String key;
    private final transient List<Object> slots;

    private Refusal(int exit, String key, Object... slots) {
        super(key, null, false, false);
        this.exit = exit;
        this.key = key;
        this.slots = List.of(slots);
    }

    static Refusal badInput(String key, Object... slots) {
        return new Refusal(Exit.BAD_INPUT, key, slots);
    }

    static Refusal of(int exit, String key, Object... slots) {
        return new Refusal(exit, key, slots);
    }

    int exit() {
        return exit;
    }

    String key() {
        return key;
    }

    String message(Texts texts) {
        return texts.say("refusal." + key, slots.toArray());
    }

    String fix(Texts texts) {
        return texts.say("refusal." + key + ".fix", slots.toArray());
    }
}
