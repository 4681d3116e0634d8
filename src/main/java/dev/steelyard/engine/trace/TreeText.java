package dev.steelyard.engine.trace;

import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.said.Speech;
import dev.steelyard.engine.unit.CharacterWidth;
import java.util.ArrayList;
import java.util.List;

/**
 * A tree as text: labels indented, figures aligned at their right, the arithmetic behind them, notes below. Chinese
 * characters take two columns.
 */
public final class TreeText {

    private static final String NEXT = "├─ ";
    private static final String LAST = "└─ ";
    private static final String BESIDE = "│  ";
    private static final String NOTHING = "   ";

    private static final int NOTE_COLUMNS = 90;

    private record Line(String left, String figure, String right) {}

    private final Speech speech;
    private final int shownRows;
    private final List<Line> lines = new ArrayList<>();

    private TreeText(Speech speech, int shownRows) {
        this.speech = speech;
        this.shownRows = shownRows;
    }

    /** @param shownRows of the source rows of a step no more than these are printed, then how many there are */
    public static List<String> of(Step step, Speech speech, int shownRows) {
        TreeText text = new TreeText(speech, shownRows);
        text.add(step, "", "");
        return text.aligned();
    }

    private void add(Step step, String prefix, String below) {
        lines.add(new Line(
                prefix + speech.say(step.label()),
                step.figure().grouped(speech),
                step.isPlain(speech) ? "" : "= " + step.arithmetic(speech)));
        String beside = below + (step.parts().isEmpty() ? NOTHING : BESIDE);
        notes(step).forEach(note -> lines.add(new Line(beside + "· " + note, "", "")));
        addRows(step, beside);
        for (int i = 0; i < step.parts().size(); i++) {
            boolean last = i == step.parts().size() - 1;
            add(step.parts().get(i), below + (last ? LAST : NEXT), below + (last ? NOTHING : BESIDE));
        }
    }

    /** Short notes side by side. */
    private List<String> notes(Step step) {
        List<String> joined = new ArrayList<>();
        for (Said note : step.notes()) {
            String text = speech.say(note);
            int last = joined.size() - 1;
            if (last >= 0 && CharacterWidth.of(joined.get(last)) + CharacterWidth.of(text) < NOTE_COLUMNS) {
                joined.set(last, joined.get(last) + " · " + text);
            } else {
                joined.add(text);
            }
        }
        return joined;
    }

    private void addRows(Step step, String beside) {
        List<SourceRow> rows = step.rows();
        for (SourceRow row : rows.subList(0, Math.min(rows.size(), shownRows))) {
            lines.add(new Line(beside + "  " + row.told(speech), "", ""));
        }
        if (rows.size() > shownRows) {
            int more = rows.size() - shownRows;
            lines.add(new Line(beside + "  " + speech.say(Said.of("trace.more", "rows", more)), "", ""));
        }
    }

    private List<String> aligned() {
        int left = 0;
        int figure = 0;
        for (Line line : lines) {
            if (!line.figure().isEmpty()) {
                left = Math.max(left, CharacterWidth.of(line.left()));
                figure = Math.max(figure, CharacterWidth.of(line.figure()));
            }
        }
        List<String> texts = new ArrayList<>();
        for (Line line : lines) {
            if (line.figure().isEmpty()) {
                texts.add(line.left());
            } else {
                String gap = " "
                        .repeat(left - CharacterWidth.of(line.left()) + 2 + figure - CharacterWidth.of(line.figure()));
                texts.add((line.left() + gap + line.figure() + "  " + line.right()).stripTrailing());
            }
        }
        return texts;
    }
}
