package dev.steelyard.output.workbook.statement;

import dev.steelyard.engine.unit.Money;
import dev.steelyard.words.Words;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
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
     * Reads a statement to its end.
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
        try {
            XMLStreamReader xml = XML.createXMLStreamReader(sheet);
            int found = -1;
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                if (xml.getLocalName().equals("row")) {
                    found = -1;
                } else if (xml.getLocalName().equals("t") && found < 0) {
                    found = sum(xml.getElementText());
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

    /** Which sum the words name; −1 for none. */
    private static int sum(String words) {
        if (Words.anyLanguage(StatementPage.PAY).contains(words)) {
            return 0;
        }
        if (Words.anyLanguage(StatementPage.ON_HOLD).contains(words)) {
            return 1;
        }
        return Words.anyLanguage(StatementPage.CARRIED).contains(words) ? 2 : -1;
    }
}
