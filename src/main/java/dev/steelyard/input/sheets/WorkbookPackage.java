package dev.steelyard.input.sheets;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.util.XMLHelper;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The zip of a workbook and how its parts hang together, transitional or strict, and only what reading needs. Not by POI's
 * package: that parses parts that nobody asked for before they can be counted, and refuses strict workbooks.
 */
final class WorkbookPackage implements Closeable {

    /** Most parts of a workbook. */
    static final String PARTS = "steelyard.xlsx.max-parts";

    private static final int MOST_PARTS = Integer.getInteger(PARTS, 20_000);
    private static final long SMALL_PART = 16L << 20;

    /** A relation of a part to another: what it is to it, and where it lies. */
    record Related(String kind, String part) {}

    private final ZipFile zip;
    private final long size;
    private final Map<String, ZipEntry> parts = new HashMap<>();
    private String reading = "";

    private WorkbookPackage(ZipFile zip, long size) {
        this.zip = zip;
        this.size = size;
    }

    static WorkbookPackage open(Path file) throws IOException {
        // Names in a zip need not be UTF-8; those that matter are ASCII.
        ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1);
        WorkbookPackage opened = new WorkbookPackage(zip, file.toFile().length());
        if (zip.size() > MOST_PARTS) {
            zip.close();
            throw new PartStream.Beyond(PARTS, Integer.toString(MOST_PARTS));
        }
        zip.stream().forEach(entry -> opened.parts.putIfAbsent(key(entry.getName()), entry));
        return opened;
    }

    private static String key(String part) {
        String name = part.replace('\\', '/').toLowerCase(Locale.ROOT);
        return name.startsWith("/") ? name.substring(1) : name;
    }

    boolean has(String part) {
        return parts.containsKey(key(part));
    }

    /** The part that was read last: where it breaks. */
    String reading() {
        return reading;
    }

    /** Parses a part; one that is not there is empty. */
    void parse(String part, DefaultHandler handler) throws IOException, SAXException {
        parse(part, Long.MAX_VALUE, handler);
    }

    /** The same of a part that is small in every workbook. */
    void parseSmall(String part, DefaultHandler handler) throws IOException, SAXException {
        parse(part, SMALL_PART, handler);
    }

    private void parse(String part, long most, DefaultHandler handler) throws IOException, SAXException {
        ZipEntry entry = parts.get(key(part));
        if (entry == null) {
            return;
        }
        reading = part;
        long packed = Math.min(size, Math.max(1, entry.getCompressedSize()));
        try (InputStream in = new PartStream(zip.getInputStream(entry), packed, most)) {
            XMLReader xml = XMLHelper.newXMLReader();
            xml.setContentHandler(handler);
            xml.setErrorHandler(handler);
            xml.parse(new InputSource(in));
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("every Java platform has an XML reader", e);
        }
    }

    /** The workbook's own part; empty where the zip holds none. */
    Optional<String> workbook() throws IOException, SAXException {
        return related("").values().stream()
                .filter(related -> related.kind().equals("officeDocument"))
                .map(Related::part)
                .filter(this::has)
                .findFirst();
    }

    /** What the part relates to, by id. */
    Map<String, Related> related(String part) throws IOException, SAXException {
        int slash = part.lastIndexOf('/');
        String folder = part.substring(0, slash + 1);
        Map<String, Related> related = new LinkedHashMap<>();
        parseSmall(folder + "_rels/" + part.substring(slash + 1) + ".rels", new DefaultHandler() {
            @Override
            public void startElement(String uri, String name, String qualified, Attributes attributes) {
                String type = attributes.getValue("Type");
                String target = attributes.getValue("Target");
                if (name.equals("Relationship") && type != null && target != null) {
                    String kind = type.substring(type.lastIndexOf('/') + 1);
                    related.put(attributes.getValue("Id"), new Related(kind, resolved(folder, target)));
                }
            }
        });
        return Collections.unmodifiableMap(related);
    }

    private static String resolved(String folder, String target) {
        String path = target.startsWith("/") ? target : folder + target;
        Deque<String> steps = new ArrayDeque<>();
        Arrays.stream(path.split("/")).forEach(step -> {
            if (step.equals("..")) {
                steps.pollLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.add(step);
            }
        });
        return String.join("/", steps);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
