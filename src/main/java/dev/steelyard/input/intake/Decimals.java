package dev.steelyard.input.intake;

import dev.steelyard.engine.unit.Sums;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;

/** Numbers in the run's own files: decimals and a long, or the text of what does not fit one. The same number, the same bytes. */
final class Decimals {

    private static final byte NOTHING = -1;
    private static final byte TEXT = -2;

    /** What every number of so many digits fits. */
    private static final int LONGEST = 18;

    /** The least number of more digits. */
    private static final long BEYOND = 1_000_000_000_000_000_000L;

    private Decimals() {}

    /** @param number null where there is none */
    static void write(BigDecimal number, DataOutputStream out) throws IOException {
        if (number == null) {
            out.writeByte(NOTHING);
        } else if (number.scale() >= 0 && number.scale() <= Byte.MAX_VALUE && number.precision() <= LONGEST) {
            out.writeByte(number.scale());
            out.writeLong(number.unscaledValue().longValue());
        } else {
            out.writeByte(TEXT);
            LongTexts.write(number.toString(), out);
        }
    }

    /** One of some sums, as {@code BigDecimal}s are written. */
    static void write(Sums sums, int at, DataOutputStream out) throws IOException {
        if (sums.isPlain(at) && sums.units(at) < BEYOND && sums.units(at) > -BEYOND) {
            out.writeByte(sums.scale(at));
            out.writeLong(sums.units(at));
        } else {
            write(sums.total(at), out);
        }
    }

    /** The number with its decimals as it was written; null where there was none. */
    static BigDecimal read(DataInputStream in) throws IOException {
        byte scale = in.readByte();
        return switch (scale) {
            case NOTHING -> null;
            case TEXT -> new BigDecimal(LongTexts.read(in));
            default -> BigDecimal.valueOf(in.readLong(), scale);
        };
    }
}
