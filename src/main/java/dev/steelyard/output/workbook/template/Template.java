package dev.steelyard.output.workbook.template;

import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.output.workbook.book.StableZip;
import dev.steelyard.words.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * The import workbook of a dataset: a sheet to fill in and a sheet that explains it.
 *
 * @param schemas every dataset, to say what a column references
 * @param plan whose indicators, targets and kinds are chosen from; none where no plan is known
 * @param language {@code zh} or {@code en}
 */
public record Template(Schema schema, Map<String, Schema> schemas, Optional<Plan> plan, String language) {

    /** Templates are of no day. */
    private static final LocalDate DAY = LocalDate.of(2000, 1, 1);

    /** A name under which the filled template is found in the input folder. */
    public String fileName() {
        return title() + ".xlsx";
    }

    private String title() {
        return Words.in(language).name(schema.title());
    }

    /**
     * Writes the workbook; {@code out} stays open.
     *
     * @param tempFolder a private folder for a temporary file; it is gone when this returns
     */
    public void write(Path tempFolder, OutputStream out) throws IOException {
        Path raw = Files.createTempFile(tempFolder, "template", ".tmp");
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            describe(book);
            TemplateStyles styles = new TemplateStyles(book);
            Schema whole = schema.withFilterColumns();
            ColumnWords words = new ColumnWords(whole, schemas, plan, language);
            DataSheet data = new DataSheet(whole, words, styles);
            XSSFSheet filled = data.write(book, title());
            data.check(filled, new NoteSheet(whole, words, styles).write(book, title()));
            try (OutputStream to = Files.newOutputStream(raw)) {
                book.write(to);
            }
            StableZip.copy(raw, out);
        } finally {
            Files.deleteIfExists(raw);
        }
    }

    private void describe(XSSFWorkbook book) {
        POIXMLProperties.CoreProperties core = book.getProperties().getCoreProperties();
        Optional<Date> day =
                Optional.of(Date.from(DAY.atStartOfDay(ZoneOffset.UTC).toInstant()));
        core.setCreator("Steelyard");
        core.setLastModifiedByUser("Steelyard");
        core.setTitle(title());
        core.setCreated(day);
        core.setModified(day);
        book.getProperties().getExtendedProperties().getUnderlyingProperties().setApplication("Steelyard");
    }
}
