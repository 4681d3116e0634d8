package dev.steelyard.input.exports;

import dev.steelyard.engine.dataset.Row;
import dev.steelyard.input.spelling.Spelling;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * What makes two rows the same, whatever file they came from (rulings 88): the canonical text of the key columns, and of
 * all columns. Numbers without trailing zeros, dates as ISO, blank as nothing; U+001F between columns.
 */
public final class RowKey {

    private static final char SEPARATOR = '\u001F';
    private static final char ESCAPE = '\u001E';

    private static final char NOTHING = '\uFFFF';

    private RowKey() {}

    /** The row's key. */
    public static String key(Row row) {
        List<String> key = row.schema().key();
        if (key.size() == 1) {
            Object value = row.values()[row.schema().indexOf(key.get(0))];
            return value instanceof String text ? text : canonical(value);
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < key.size(); i++) {
            append(text, i, row.values()[row.schema().indexOf(key.get(i))]);
        }
        return text.toString();
    }

    /**
     * The row's key as rows are compared by it: {@code l55}, {@code L 55} and {@code 'L55} are L55, since systems and hands that
     * write one id differently mean one thing (architecture.md 5).
     */
    public static String folded(Row row) {
        String key = key(row);
        StringBuilder folded = new StringBuilder(key.length());
        for (int i = 0; i < key.length(); i++) {
            char c = folded(key, i);
            if (c != NOTHING) {
                folded.append(c);
            }
        }
        return folded.toString();
    }

    /** The row's whole content: equal for identical rows and for no others. */
    public static String content(Row row) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < row.values().length; i++) {
            append(text, i, row.values()[i]);
        }
        return text.toString();
    }

    /** The row's whole content, its key folded: equal for rows that mean the same and for no others. */
    public static String meaning(Row row) {
        StringBuilder text = new StringBuilder(folded(row));
        for (int i = 0; i < row.values().length; i++) {
            boolean ofKey =
                    row.schema().key().contains(row.schema().columns().get(i).name());
            append(text, 1, ofKey ? null : row.values()[i]);
        }
        return text.toString();
    }

    /** A 64-bit fingerprint of the folded key: different fingerprints, different keys. */
    public static long hash(Row row) {
        return hash(key(row));
    }

    /** The same of a key of one column. */
    public static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            char c = folded(text, i);
            if (c != NOTHING) {
                hash = (hash ^ c) * 0x100000001b3L;
            }
        }
        return mixed(hash);
    }

    /** The same of visible ASCII without quotes. */
    static long hash(byte[] bytes, int from, int to) {
        long hash = 0xcbf29ce484222325L;
        for (int i = from; i < to; i++) {
            int c = bytes[i];
            hash = (hash ^ (c >= 'a' && c <= 'z' ? c - 32 : c)) * 0x100000001b3L;
        }
        return mixed(hash);
    }

    private static long mixed(long fnv) {
        long hash = (fnv ^ fnv >>> 33) * 0xff51afd7ed558ccdL;
        hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
        return hash ^ hash >>> 33;
    }

    /** One character of a key as it is compared, or {@link #NOTHING}. */
    private static char folded(String key, int at) {
        char c = key.charAt(at);
        if (c >= 'a' && c <= 'z') {
            return (char) (c - 32);
        }
        if (c > '\'' && c < 0x7F) {
            return c;
        }
        if (c == '\'' || c == '\u2018' || c == '\u2019') {
            return at == 0 || key.charAt(at - 1) == SEPARATOR ? NOTHING : c;
        }
        if (c == SEPARATOR || c == ESCAPE) {
            return c;
        }
        return Spelling.unseen(c) ? NOTHING : Character.toUpperCase(c);
    }

    private static void append(StringBuilder text, int index, Object value) {
        if (index > 0) {
            text.append(SEPARATOR);
        }
        String canonical = canonical(value);
        if (canonical.indexOf(SEPARATOR) < 0 && canonical.indexOf(ESCAPE) < 0) {
            text.append(canonical);
            return;
        }
        for (int i = 0; i < canonical.length(); i++) {
            char c = canonical.charAt(i);
            if (c == SEPARATOR || c == ESCAPE) {
                text.append(ESCAPE);
            }
            text.append(c == SEPARATOR ? 's' : c);
        }
    }

    /** The one text of a value. */
    static String canonical(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof BigDecimal number) {
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
        if (value instanceof LocalDateTime time) {
            return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
        }
        return value instanceof List<?> list
                ? String.join(";", list.stream().map(Object::toString).toList())
                : value.toString();
    }
}
