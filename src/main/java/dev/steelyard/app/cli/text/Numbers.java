package dev.steelyard.app.cli.text;

import java.math.BigDecimal;
import java.util.Locale;

/** Numbers as a console shows them: with thousands separators, the same under every locale. */
public final class Numbers {

    private Numbers() {}

    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** @param plain an amount; shown with two decimals */
    public static String amount(String plain) {
        return String.format(Locale.ROOT, "%,.2f", new BigDecimal(plain));
    }
}
