package dev.steelyard.app.cli.text;

import java.util.ArrayList;
import java.util.List;

/** A table for a terminal: columns as wide as their widest cell, Chinese characters counted as two. */
public final class TextTable {

    private static final String GAP = "  ";

    private final List<Boolean> numbers;
    private final List<List<String>> rows = new ArrayList<>();

    /**
     * @param numbers for each column whether it holds numbers, which stand at the right
     * @param heads the first row
     */
    public TextTable(List<Boolean> numbers, List<String> heads) {
        this.numbers = List.copyOf(numbers);
        rows.add(List.copyOf(heads));
    }

    public TextTable row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    public List<String> lines(Style style) {
        int[] widths = new int[numbers.size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], DisplayWidth.of(row.get(i)));
            }
        }
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            String line = line(row, widths);
            lines.add(lines.isEmpty() ? style.faint(line) : line);
        }
        return lines;
    }

    private String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = row.get(i);
            line.append(GAP)
                    .append(
                            numbers.get(i)
                                    ? DisplayWidth.rightAligned(cell, widths[i])
                                    : DisplayWidth.padded(cell, widths[i]));
        }
        return line.toString().stripTrailing();
    }
}
