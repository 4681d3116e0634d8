package dev.steelyard.output.page;

import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.said.Speech;
import dev.steelyard.engine.trace.SourceRow;
import dev.steelyard.engine.trace.Step;
import dev.steelyard.output.page.Node.Element;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** An explanation to keep: the answer first, then the tree, folded below the first figures. It unfolds by itself when printed. */
public final class TreePage {

    /** So deep the tree stands open. */
    private static final int OPEN = 1;

    private final Speech speech;

    private TreePage(Speech speech) {
        this.speech = speech;
    }

    /**
     * Writes the page; {@code out} stays open.
     *
     * @param title which run, by which plan
     * @param remarks what a reader should know before the figures
     */
    public static void write(String title, List<String> remarks, Step tree, Speech speech, OutputStream out)
            throws IOException {
        TreePage page = new TreePage(speech);
        Element html = Node.of("html", Page.head(title, "tree.css"), page.body(title, remarks, tree))
                .with("lang", speech.say(Said.of("page.summary.en")));
        out.write(Markup.of(html).getBytes(StandardCharsets.UTF_8));
    }

    private Element body(String title, List<String> remarks, Step tree) {
        List<Element> header = new ArrayList<>();
        header.add(Node.of("p", title).with("class", "edition"));
        header.add(Node.of("h1", speech.say(tree.label()) + " " + tree.figure().grouped(speech)));
        remarks.forEach(remark -> header.add(Node.of("p", remark).with("role", "note")));
        header.add(Node.of(
                "dl",
                tree.parts().stream()
                        .map(part -> Node.of(
                                "div",
                                Node.of("dt", told(part, tree.parts())),
                                Node.of("dd", part.figure().grouped(speech))))
                        .toList()));
        return Node.of("body", Node.of("header", header), Node.of("main", step(tree, 0)));
    }

    /** The label; of lines that bear the same (the tiers of a commission) with what tells them apart. */
    private String told(Step part, List<Step> all) {
        String label = speech.say(part.label());
        boolean alone = all.stream()
                        .filter(other -> speech.say(other.label()).equals(label))
                        .count()
                == 1;
        return alone || part.notes().isEmpty()
                ? label
                : label + " · " + speech.say(part.notes().get(0));
    }

    private Element step(Step step, int depth) {
        List<Element> below = new ArrayList<>();
        step.notes().forEach(note -> below.add(Node.of("p", speech.say(note)).with("class", "note")));
        if (!step.rows().isEmpty()) {
            below.add(Node.of("ul", step.rows().stream().map(this::row).toList()));
        }
        step.parts().forEach(part -> below.add(step(part, depth + 1)));
        Element line = line(step, below.isEmpty() ? "p" : "summary");
        if (below.isEmpty()) {
            return line;
        }
        Element details = Node.of("details", line).and(below);
        return depth <= OPEN ? details.with("open", "open") : details;
    }

    private Element line(Step step, String as) {
        Element line = Node.of(
                as,
                Node.of("span", speech.say(step.label())),
                Node.of("b", step.figure().grouped(speech)));
        return step.isPlain(speech) ? line : line.and(Node.of("i", "= " + step.wholeArithmetic(speech)));
    }

    private Element row(SourceRow row) {
        return Node.of("li", row.told(speech));
    }
}
