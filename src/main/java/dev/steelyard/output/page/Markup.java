package dev.steelyard.output.page;

import dev.steelyard.output.page.Node.Element;
import dev.steelyard.output.page.Node.Words;
import java.io.StringWriter;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a page as HTML that is XML too, so that the platform's own writer escapes every word. */
final class Markup {

    private static final Set<String> VOID = Set.of("meta", "rect", "path", "circle", "line");

    /** A new line after these, for whoever reads the source or compares two pages. */
    private static final Set<String> LINES = Set.of(
            "html", "head", "title", "style", "body", "header", "main", "footer", "section", "h1", "h2", "h3", "p",
            "dl", "div", "table", "caption", "thead", "tbody", "tr", "ul", "li", "svg", "g", "text", "details",
            "summary", "meta", "rect", "path", "circle");

    private final XMLStreamWriter out;

    private Markup(XMLStreamWriter out) {
        this.out = out;
    }

    static String of(Element page) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            out.writeDTD("<!DOCTYPE html>\n");
            new Markup(out).write(page);
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private void write(Node node) throws XMLStreamException {
        if (node instanceof Words words) {
            out.writeCharacters(words.text());
            return;
        }
        Element element = (Element) node;
        boolean isVoid = VOID.contains(element.name());
        if (isVoid) {
            out.writeEmptyElement(element.name());
        } else {
            out.writeStartElement(element.name());
        }
        for (Map.Entry<String, String> attribute : element.attributes().entrySet()) {
            out.writeAttribute(attribute.getKey(), attribute.getValue());
        }
        for (Node child : element.children()) {
            write(child);
        }
        if (!isVoid) {
            out.writeEndElement();
        }
        if (LINES.contains(element.name())) {
            out.writeCharacters("\n");
        }
    }
}
