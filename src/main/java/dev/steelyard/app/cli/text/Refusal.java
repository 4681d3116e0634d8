package dev.steelyard.app.cli.text;

import java.util.List;

/**
 * A verb ends without its result, and a person is told why.
 *
 * @see Texts the texts {@code refusal.KEY}: what is wrong and what was expected, and {@code refusal.KEY.fix}: what to do
 */
public final class Refusal extends RuntimeException {

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

    public static Refusal badInput(String key, Object... slots) {
        return new Refusal(Exit.BAD_INPUT, key, slots);
    }

    public static Refusal of(int exit, String key, Object... slots) {
        return new Refusal(exit, key, slots);
    }

    public int exit() {
        return exit;
    }

    public String key() {
        return key;
    }

    public String message(Texts texts) {
        return texts.say("refusal." + key, slots.toArray());
    }

    public String fix(Texts texts) {
        return texts.say("refusal." + key + ".fix", slots.toArray());
    }
}
