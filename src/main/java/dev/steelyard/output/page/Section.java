package dev.steelyard.output.page;

import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.output.page.Node.Element;
import java.util.ArrayList;
import java.util.List;

/** Parts of a page that look alike everywhere. */
final class Section {

    private Section() {}

    /** @param id unique on the page */
    static Element of(String id, String title, List<Element> parts) {
        List<Element> all = new ArrayList<>();
        all.add(Node.of("h2", title).with("id", id));
        all.addAll(parts);
        return Node.of("section", all).with("aria-labelledby", id);
    }

    static Element of(String id, String title, Element... parts) {
        return of(id, title, List.of(parts));
    }

    /** Name and id, so that no character of either changes how the words around them run. */
    static Node person(RankedScorecard card) {
        return Node.of(
                "span",
                Node.of("bdi", card.participant().employee().name()),
                new Node.Words(" "),
                Node.of("bdi", card.participant().id()).with("class", "id"));
    }

    static Node isolated(String text) {
        return Node.of("bdi", text);
    }
}
