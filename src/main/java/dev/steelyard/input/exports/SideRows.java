package dev.steelyard.input.exports;

import dev.steelyard.engine.dataset.DatasetColumn;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.input.spelling.Spelling;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells data from what stands beside it (architecture.md 4, Row outcome): blank rows, the header again, example rows, totals and
 * subtotals. A row with a key of its own is always data.
 */
final class SideRows {

    /** What a row is. */
    enum Kind {
        DATA,
        TOTAL,
        /** Blank, header, example or subtotal. */
        OTHER
    }

    private static final Set<String> TOTAL = Set.of("合计", "总计", "总合计", "total", "grandtotal");
    private static final Set<String> SUBTOTAL = Set.of("小计", "本页小计", "subtotal");
    private static final String FIRST_LETTERS = "合总小本TtGgSs";
    private static final int LONGEST_WORD = 16;

    /** With which total, subtotal, grand total and example begin. */
    private static final String WORD_LETTERS = "TtSsGgEe";

    private final int[] positions;
    private final int firstNamed;
    private final Map<String, String> names;
    private final int firstKnown;
    private final Set<String> firstKnownNames = new HashSet<>();
    private final String[] columns;
    private final int[] key;
    private final String firstLetters;

    SideRows(Schema schema, List<String> header, int[] positions) {
        this.positions = positions;
        this.firstNamed = firstNamed(header);
        this.names = Header.names(schema);
        this.columns = schema.columns().stream().map(DatasetColumn::name).toArray(String[]::new);
        this.key = schema.key().stream()
                .mapToInt(name -> positions[schema.indexOf(name)])
                .toArray();
        int first = first(positions);
        this.firstKnown = positions[first];
        DatasetColumn column = schema.columns().get(first);
        firstKnownNames.addAll(column.otherHeaders());
        firstKnownNames.addAll(List.of(column.name(), column.zh(), Spelling.strip(header.get(firstKnown))));
        this.firstLetters = firstKnownNames.stream()
                .filter(name -> !name.isEmpty())
                .map(name -> name.substring(0, 1))
                .collect(Collectors.joining());
    }

    Kind kind(Object[] raw, int count) {
        return isBlank(raw, count) || isExample(raw) || isHeader(raw) ? Kind.OTHER : total(raw, count);
    }

    /**
     * Whether the bytes alone say that the record is data: its key begins with a letter or digit that begins neither a word of
     * these nor a header.
     */
    boolean isSurelyData(PlainRecord record) {
        return hasKey()
                && !isHeaderLike(record.bytes(), record.from(firstKnown), record.to(firstKnown))
                && isKey(record.bytes(), record.from(key[0]), record.to(key[0]));
    }

    /** The same of a record of a block. */
    boolean isSurelyData(PlainBlock block, int record) {
        return !isHeaderLike(block.bytes(), block.from(firstKnown, record), block.to(firstKnown, record))
                && isKey(block.bytes(), block.from(key[0], record), block.to(key[0], record));
    }

    /** Whether the file has a key to tell by. */
    boolean hasKey() {
        return key.length > 0 && key[0] >= 0;
    }

    private static boolean isKey(byte[] bytes, int from, int to) {
        if (from == to || !isLetterOrDigit(bytes[from])) {
            return false;
        }
        return WORD_LETTERS.indexOf(bytes[from]) < 0
                || from + 1 < to && bytes[from + 1] >= '0' && bytes[from + 1] <= '9';
    }

    private static boolean isLetterOrDigit(byte b) {
        return b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z';
    }

    /** Whether the first known cell may be a header's name: blanks before it may be there too. */
    private boolean isHeaderLike(byte[] bytes, int from, int to) {
        if (from == to) {
            return false;
        }
        byte first = bytes[from];
        return !isLetterOrDigit(first) || firstLetters.indexOf(first) >= 0;
    }

    static boolean isBlank(Object[] raw, int count) {
        for (int i = 0; i < count; i++) {
            if (!isBlank(raw[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBlank(Object raw) {
        return raw == null || raw instanceof String text && Spelling.isBlank(text);
    }

    /** A remark makes a row an example only where no key of its own stands in it. */
    private boolean isExample(Object[] raw) {
        boolean remark = startsAsExample(raw[firstNamed]);
        boolean ownKey = false;
        for (int position : key) {
            if (position >= 0) {
                remark |= startsAsExample(raw[position]);
                ownKey |= !isBlank(raw[position]) && !startsAsExample(raw[position]);
            }
        }
        return remark && (!ownKey || key[0] >= 0 && startsAsExample(raw[key[0]]));
    }

    /** The first column of the schema that the file has. */
    private static int first(int[] positions) {
        int first = 0;
        while (positions[first] < 0) {
            first++;
        }
        return first;
    }

    private static int firstNamed(List<String> header) {
        int first = 0;
        while (first < header.size() && Spelling.isBlank(header.get(first))) {
            first++;
        }
        return first;
    }

    private static boolean startsAsExample(Object raw) {
        if (!(raw instanceof String text) || text.isEmpty()) {
            return false;
        }
        char first = text.charAt(0);
        if (first != '示' && first != 'E' && first != 'e' && !Spelling.unseen(first)) {
            return false;
        }
        String stripped = Spelling.strip(text);
        return stripped.startsWith("示例") || stripped.regionMatches(true, 0, "EXAMPLE", 0, 7);
    }

    /** A header row again, in any of its spellings, as a bilingual export or a file made of several has it. */
    private boolean isHeader(Object[] raw) {
        if (!(raw[firstKnown] instanceof String first) || !firstKnownNames.contains(Spelling.strip(first))) {
            return false;
        }
        for (int i = 0; i < columns.length; i++) {
            if (positions[i] >= 0
                    && !(raw[positions[i]] instanceof String cell
                            && columns[i].equals(names.get(Spelling.compact(cell))))) {
                return false;
            }
        }
        return true;
    }

    /** A header whose columns stand in another order: half of its cells name columns, which no row of data does. */
    boolean isOtherHeader(Object[] raw, int count) {
        int filled = 0;
        int named = 0;
        for (int i = 0; i < count; i++) {
            if (!isBlank(raw[i])) {
                filled++;
                named += raw[i] instanceof String cell && names.containsKey(Spelling.compact(cell)) ? 1 : 0;
            }
        }
        return named >= FEWEST_NAMES && 2 * named >= filled;
    }

    private static final int FEWEST_NAMES = 3;

    /** A total or subtotal: the key cells are blank or hold the word, and some cell holds it (architecture.md 4). */
    private Kind total(Object[] raw, int count) {
        for (int position : key) {
            Object cell = position < 0 ? null : raw[position];
            if (!isBlank(cell) && !isWord(cell, TOTAL) && !isWord(cell, SUBTOTAL)) {
                return Kind.DATA;
            }
        }
        for (int i = 0; i < count; i++) {
            if (isWord(raw[i], TOTAL)) {
                return Kind.TOTAL;
            }
            if (isWord(raw[i], SUBTOTAL)) {
                return Kind.OTHER;
            }
        }
        return Kind.DATA;
    }

    private static boolean isWord(Object raw, Set<String> words) {
        if (!(raw instanceof String text) || text.length() > LONGEST_WORD || text.isEmpty()) {
            return false;
        }
        char first = text.charAt(0);
        if (first > ' ' && first < 0xFF00 && FIRST_LETTERS.indexOf(first) < 0 && !Spelling.unseen(first)) {
            return false;
        }
        String word = Spelling.compact(text);
        return words.contains(word.endsWith(":") ? word.substring(0, word.length() - 1) : word);
    }
}
