package dev.steelyard.input.exports;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Optional;

/**
 * Text that was decoded wrongly once: {@code 鍗庝笢} is 华东 in UTF-8, read as GB18030, as a line of UTF-8 in a GB18030 file
 * is; {@code »ª¶«} is the same in GB18030, read as Latin-1. The proof is that the way back gives Chinese, all of it: one
 * character is valid UTF-8 by chance in every sixth case, so only Chinese of at least two characters counts.
 */
final class Garbled {

    private static final int FEWEST = 2;
    private static final Charset WESTERN = Charset.forName("windows-1252");

    /** Characters whose first byte in GB18030 is one with which Chinese begins in UTF-8: none of them is a common one. */
    private static final BitSet FIRST = first();

    private Garbled() {}

    /** What was meant, where the text is garbled. */
    static Optional<String> meant(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                if (c > 0xFF && FIRST.get(c)) {
                    return meant(text, Encoding.GB18030, StandardCharsets.UTF_8);
                }
                if (c >= 0xA0 && c <= 0xFF) {
                    return meant(text, WESTERN, StandardCharsets.UTF_8)
                            .or(() -> meant(text, StandardCharsets.ISO_8859_1, StandardCharsets.UTF_8))
                            .or(() -> meant(text, StandardCharsets.ISO_8859_1, Encoding.GB18030)
                                    .filter(meant -> marked(text) == 2 * marked(meant)));
                }
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Optional<String> meant(String text, Charset taken, Charset written) {
        ByteBuffer bytes;
        try {
            CharsetEncoder encoder = taken.newEncoder();
            bytes = encoder.encode(CharBuffer.wrap(withoutRest(text)));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
        CharsetDecoder decoder = TextReader.strict(written);
        CharBuffer chars = CharBuffer.allocate(bytes.remaining() + 1);
        // What is left over at the end is the character of which the reading ate a byte.
        CoderResult result = decoder.decode(bytes, chars, false);
        if (result.isError() || bytes.remaining() > 2) {
            return Optional.empty();
        }
        String meant = chars.flip().toString();
        int chinese = 0;
        for (int i = 0; i < meant.length(); i++) {
            char c = meant.charAt(i);
            if (c >= 0x80 && !isChinese(c)) {
                return Optional.empty();
            }
            chinese += c >= 0x4E00 && c <= 0x9FFF ? 1 : 0;
        }
        return chinese < FEWEST ? Optional.empty() : Optional.of(meant);
    }

    /** Characters beyond ASCII. */
    private static long marked(String text) {
        return text.chars().filter(c -> c >= 0x80).count();
    }

    /** A question mark or replacement character stands at the end for half a character. */
    private static String withoutRest(String text) {
        char last = text.charAt(text.length() - 1);
        return last == '?' || last == '\uFFFD' ? text.substring(0, text.length() - 1) : text;
    }

    private static boolean isChinese(char c) {
        return c >= 0x4E00 && c <= 0x9FFF || c >= 0x3000 && c <= 0x303F || c >= 0xFF00 && c <= 0xFFEF;
    }

    private static BitSet first() {
        BitSet first = new BitSet(1 << 16);
        byte[] two = new byte[2];
        for (int lead = 0xE3; lead <= 0xE9; lead++) {
            for (int trail = 0x80; trail <= 0xBF; trail++) {
                two[0] = (byte) lead;
                two[1] = (byte) trail;
                String one = new String(two, Encoding.GB18030);
                if (one.length() == 1) {
                    first.set(one.charAt(0));
                }
            }
        }
        return first;
    }
}
