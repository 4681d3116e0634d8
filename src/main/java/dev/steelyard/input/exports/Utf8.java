package dev.steelyard.input.exports;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether bytes are UTF-8, as strictly as Java decodes it: no overlong form, no surrogate, nothing beyond U+10FFFF, no half character. */
final class Utf8 {

    /** Eight bytes as one number, the first the least. */
    static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long NOT_ASCII = 0x8080808080808080L;
    private static final int BUFFER = 1 << 16;

    /** How many bytes the character still needs, and between which the next must lie. */
    private int needed;

    private int least;
    private int greatest;

    private Utf8() {}

    static boolean fits(Path file, int skip) throws IOException {
        Utf8 check = new Utf8();
        byte[] bytes = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(skip);
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                if (!check.fits(bytes, read)) {
                    return false;
                }
            }
        }
        return check.needed == 0;
    }

    private boolean fits(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            while (needed == 0 && i + Long.BYTES <= length && ((long) LONGS.get(bytes, i) & NOT_ASCII) == 0) {
                i += Long.BYTES;
            }
            if (i < length && !fits(bytes[i] & 0xFF)) {
                return false;
            }
        }
        return true;
    }

    private boolean fits(int one) {
        if (needed > 0) {
            boolean fits = one >= least && one <= greatest;
            next(needed - 1, 0x80, 0xBF);
            return fits;
        }
        if (one >= 0xC2 && one <= 0xDF) {
            next(1, 0x80, 0xBF);
        } else if (one >= 0xE0 && one <= 0xEF) {
            next(2, one == 0xE0 ? 0xA0 : 0x80, one == 0xED ? 0x9F : 0xBF);
        } else if (one >= 0xF0 && one <= 0xF4) {
            next(3, one == 0xF0 ? 0x90 : 0x80, one == 0xF4 ? 0x8F : 0xBF);
        }
        return one < 0x80 || needed > 0;
    }

    private void next(int more, int from, int to) {
        needed = more;
        least = from;
        greatest = to;
    }
}
