package dev.steelyard.app.calculation;

import dev.steelyard.engine.measure.RowListener;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * Who hears of the rows that are taken.
 *
 * @param slices slice → its listener; −1 stands for the registers. Asked anew when a slice is measured anew
 * @param people dataset → the ids of those whose rows alone are asked for; empty where all are
 */
public record Listening(IntFunction<RowListener> slices, Function<String, Optional<Set<String>>> people) {

    public static final int REGISTERS = -1;

    public static final Listening NOBODY = to(slice -> RowListener.NONE);

    /** Of every row. */
    public static Listening to(IntFunction<RowListener> slices) {
        return new Listening(slices, dataset -> Optional.empty());
    }
}
