package dev.steelyard.planfile.text;

/** Plain text in sections, headings and labelled lines. */
final class TextLines {

    private final StringBuilder text = new StringBuilder();
    private int sections;

    void title(String title) {
        line(title).line("=".repeat(72));
    }

    TextLines line(String line) {
        text.append(line).append('\n');
        return this;
    }

    void section(String title) {
        sections++;
        line("").line(sections + ". " + title).line("-".repeat(72));
    }

    void heading(String heading) {
        line("").line("  " + heading);
    }

    void item(String label, String words) {
        line("    " + label + ": " + words);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
