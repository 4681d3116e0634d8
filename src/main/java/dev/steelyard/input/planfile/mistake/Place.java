package dev.steelyard.input.planfile.mistake;

/**
 * Where something stands in a file, as an editor shows it.
 *
 * @param file the file as the caller named it
 * @param line from 1; 0 for the file as a whole
 * @param column from 1, in characters
 * @param length how many characters it is long on its line
 * @param text the whole line
 */
public record Place(String file, int line, int column, int length, String text) {

    public static Place file(String file) {
        return new Place(file, 0, 0, 0, "");
    }

    /** The line, and beneath it ^^^ under the piece; empty for the file as a whole. */
    public String excerpt() {
        if (line == 0) {
            return "";
        }
        int[] characters = text.codePoints().toArray();
        int start = Math.min(column - 1, characters.length);
        int end = Math.min(start + Math.max(1, length), Math.max(characters.length, start + 1));
        return text + "\n" + " ".repeat(width(characters, 0, start)) + "^".repeat(width(characters, start, end));
    }

    /** Columns of a terminal: Chinese characters take two. */
    private static int width(int[] characters, int from, int to) {
        int width = 0;
        for (int i = from; i < to; i++) {
            boolean wide = i < characters.length && characters[i] >= 0x1100 && !isNarrow(characters[i]);
            width += wide ? 2 : 1;
        }
        return width;
    }

    private static boolean isNarrow(int character) {
        return character < 0x2E80 || character >= 0xFF61 && character <= 0xFFDC;
    }

    /** {@code plans/reference-2026.yaml:12:7}. */
    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line + ":" + column;
    }
}
