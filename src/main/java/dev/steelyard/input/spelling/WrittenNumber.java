package dev.steelyard.input.spelling;

import java.math.BigDecimal;
import java.util.Optional;

/** A number as people and systems write it in a cell (rulings 90), read where a row is shown that was not taken. */
public final class WrittenNumber {

    private WrittenNumber() {}

    /** Empty where the text is none. */
    public static Optional<BigDecimal> of(String text) {
        String stripped = text.strip();
        return stripped.isEmpty() ? Optional.empty() : Optional.ofNullable(new NumberReader().read(stripped));
    }
}
