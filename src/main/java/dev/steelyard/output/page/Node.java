package dev.steelyard.output.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A piece of a page. */
sealed interface Node {

    /** Words, whatever characters they hold: none of them is ever markup. */
    record Words(String text) implements Node {

        public Words {
            StringBuilder clean = new StringBuilder(text.length());
            text.codePoints().forEach(point -> clean.appendCodePoint(isAllowed(point) ? point : '\uFFFD'));
            text = clean.toString();
        }

        private static boolean isAllowed(int point) {
            return point == '\t'
                    || point == '\n'
                    || point >= 0x20 && point < 0x7F
                    || point >= 0xA0 && point < 0xD800
                    || point > 0xDFFF && point < 0xFFFE
                    || point > 0xFFFF;
        }
    }

    /** @param attributes in the order in which they are written */
    record Element(String name, Map<String, String> attributes, List<Node> children) implements Node {

        Element with(String attribute, String value) {
            Map<String, String> more = new LinkedHashMap<>(attributes);
            more.put(attribute, new Words(value).text());
            return new Element(name, more, children);
        }

        Element and(Node... others) {
            return and(Arrays.asList(others));
        }

        Element and(List<? extends Node> others) {
            List<Node> more = new ArrayList<>(children);
            more.addAll(others);
            return new Element(name, attributes, List.copyOf(more));
        }
    }

    static Element of(String name, Node... children) {
        return new Element(name, Map.of(), List.of(children));
    }

    static Element of(String name, String text) {
        return of(name, new Words(text));
    }

    static Element of(String name, List<? extends Node> children) {
        return new Element(name, Map.of(), List.copyOf(children));
    }
}
