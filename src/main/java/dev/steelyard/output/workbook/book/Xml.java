package dev.steelyard.output.workbook.book;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/** Writes a part of a workbook: XML as UTF-8, without a tree, a character stream or a formatter between. */
final class Xml {

    static final String PROLOGUE = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    private static final int SIZE = 1 << 14;

    private static final int MOST_AT_ONCE = 1 << 8;

    /** The most bytes of a character, and of what one is escaped to. */
    private static final int MOST = 6;

    private final OutputStream out;
    private final byte[] bytes = new byte[SIZE];
    private int size;

    /** @param out stays open */
    Xml(OutputStream out) {
        this.out = out;
    }

    /** What is XML already. */
    Xml markup(String xml) {
        for (int i = 0; i < xml.length(); i++) {
            i += character(xml, i);
        }
        return this;
    }

    /** The same of what is written so often that it lies there as bytes; at most {@value #MOST_AT_ONCE} of them. */
    Xml markup(byte[] xml) {
        if (size > SIZE - MOST_AT_ONCE) {
            flush();
        }
        System.arraycopy(xml, 0, bytes, size, xml.length);
        size += xml.length;
        return this;
    }

    /** What {@link #markup(byte[])} takes. */
    static byte[] bytes(String xml) {
        byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > MOST_AT_ONCE) {
            throw new IllegalArgumentException("too much at once");
        }
        return bytes;
    }

    /** Content or an attribute's value. */
    Xml text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char at = text.charAt(i);
            if (at >= ' ' && at < 0x80 && at != '<' && at != '>' && at != '&' && at != '"' && size < SIZE) {
                bytes[size++] = (byte) at;
                continue;
            }
            switch (at) {
                case '<' -> markup("&lt;");
                case '>' -> markup("&gt;");
                case '&' -> markup("&amp;");
                case '"' -> markup("&quot;");
                    // A reader would make blanks of these in an attribute, and of a return a line feed.
                case '\t' -> markup("&#9;");
                case '\n' -> markup("&#10;");
                case '\r' -> markup("&#13;");
                default -> i += character(text, i);
            }
        }
        return this;
    }

    Xml number(int number) {
        return markup(Integer.toString(number));
    }

    /** All digits, without an exponent and without zeros that say nothing. */
    Xml number(BigDecimal number) {
        if (number.signum() == 0) {
            return markup("0");
        }
        String digits = number.toPlainString();
        int end = digits.length();
        if (number.scale() > 0) {
            while (digits.charAt(end - 1) == '0') {
                end--;
            }
            end -= digits.charAt(end - 1) == '.' ? 1 : 0;
        }
        if (size > SIZE - end) {
            flush();
        }
        if (end > SIZE) {
            return markup(digits.substring(0, end));
        }
        for (int i = 0; i < end; i++) {
            bytes[size++] = (byte) digits.charAt(i);
        }
        return this;
    }

    /** Writes the character, and says how many more it took than one. */
    private int character(String text, int at) {
        if (size > SIZE - MOST) {
            flush();
        }
        char first = text.charAt(at);
        if (first < 0x80) {
            bytes[size++] = (byte) first;
            return 0;
        }
        int point = text.codePointAt(at);
        if (point < 0x800) {
            bytes[size++] = (byte) (0xC0 | point >> 6);
        } else {
            if (point < 0x10000) {
                bytes[size++] = (byte) (0xE0 | point >> 12);
            } else {
                bytes[size++] = (byte) (0xF0 | point >> 18);
                bytes[size++] = (byte) (0x80 | point >> 12 & 0x3F);
            }
            bytes[size++] = (byte) (0x80 | point >> 6 & 0x3F);
        }
        bytes[size++] = (byte) (0x80 | point & 0x3F);
        return Character.charCount(point) - 1;
    }

    /** @throws UncheckedIOException where {@code out} takes no more */
    void flush() {
        try {
            out.write(bytes, 0, size);
            size = 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
