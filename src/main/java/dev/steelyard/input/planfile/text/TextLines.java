package dev.steelyard.input.planfile.text;

import java.util.ArrayList;
import java.util.List;

/** Plain text in sections, headings and labelled lines, with the place in the plan file that each line speaks for. */
final class TextLines {

    private static final int WIDTH = 72;

    private final StringBuilder text = new StringBuilder();
    private final List<Clause> clauses = new ArrayList<>();
    private int sections;
    private String section = "";
    private String heading = "";

    void title(String title) {
        line(title).line("=".repeat(WIDTH));
    }

    TextLines line(String line) {
        text.append(line).append('\n');
        return this;
    }

    void section(String title) {
        sections++;
        section = title;
        heading = "";
        line("").line(sections + ". " + title).line("-".repeat(WIDTH));
    }

    void heading(String named) {
        heading = named;
        line("").line("  " + named);
    }

    /** @param path the place in the plan file; blank where the line is no rule */
    void item(String path, String label, String words) {
        line("    " + label + ": " + words);
        unprinted(path, label, words);
    }

    /** What stands in the text already, or need not be signed, and is told where it changes. */
    void unprinted(String path, String label, String words) {
        if (!path.isEmpty()) {
            clauses.add(new Clause(path, section, heading, label, words));
        }
    }

    List<Clause> clauses() {
        return List.copyOf(clauses);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
