package dev.steelyard.output.workbook.statement;

import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.unit.Money;
import dev.steelyard.words.Words;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What a written statement says that it comes to, read back from its sheet: the amounts beside the words for the sums.
 *
 * @param pay what is payable
 * @param onHold 0 where the statement has no such line
 * @param carried likewise
 */
public record StatementTotals(Money pay, Money onHold, Money carried) {

    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final XMLInputFactory XML = factory();

    private static final List<Said> NAMES = List.of(StatementPage.PAY, StatementPage.ON_HOLD, StatementPage.CARRIED);

    /** The words of a sum, in whichever language → which. */
    private static Map<String, Integer> words() {
        Map<String, Integer> words = new HashMap<>();
        NAMES.forEach(name -> Words.anyLanguage(name).forEach(said -> words.put(said, NAMES.indexOf(name))));
        return words;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    public Money total() {
        return pay.plus(onHold).plus(carried);
    }

    /**
     * Reads a statement as far as its sums.
     *
     * @throws IOException if it is none
     */
    public static StatementTotals read(InputStream statement) throws IOException {
        ZipInputStream zip = new ZipInputStream(statement);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (entry.getName().equals(SHEET)) {
                return sheet(zip);
            }
        }
        throw new IOException("not a statement: it has no sheet");
    }

    private static StatementTotals sheet(InputStream sheet) throws IOException {
        Money[] sums = {null, Money.ZERO, Money.ZERO};
        Map<String, Integer> words = words();
        try {
            XMLStreamReader xml = XML.createXMLStreamReader(sheet);
            int found = -1;
            boolean first = false;
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                if (xml.getLocalName().equals("row")) {
                    found = -1;
                    first = true;
                } else if (xml.getLocalName().equals("t") && first) {
                    first = false;
                    found = words.getOrDefault(xml.getElementText(), -1);
                    if (found < 0 && sums[0] != null) {
                        // The sums stand below each other.
                        break;
                    }
                } else if (xml.getLocalName().equals("v") && found >= 0) {
                    sums[found] = new Money(new BigDecimal(xml.getElementText()));
                    found = -1;
                }
            }
        } catch (XMLStreamException | ArithmeticException | NumberFormatException e) {
            throw new IOException("not a statement", e);
        }
        if (sums[0] == null) {
            throw new IOException("not a statement: it says no total");
        }
        return new StatementTotals(sums[0], sums[1], sums[2]);
    }
}
