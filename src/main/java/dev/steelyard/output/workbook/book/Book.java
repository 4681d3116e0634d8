package dev.steelyard.output.workbook.book;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.util.TempFile;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes sheets as one xlsx: streamed through a private folder, then packed so that its bytes depend on nothing else. */
public final class Book {

    /** The rows of a spreadsheet, less some for what stands around a table. */
    private static final int MOST_ROWS = 1_048_000;

    /** Rows in memory for each sheet. */
    private static final int WINDOW = 64;

    private final Imprint imprint;
    private final XSSFWorkbook model = new XSSFWorkbook();
    private final SXSSFWorkbook book = new SXSSFWorkbook(model, WINDOW);
    private final Styles styles = new Styles(model);
    private final int mostRows;

    private Book(Imprint imprint, int mostRows) {
        this.imprint = imprint;
        this.mostRows = mostRows;
    }

    /**
     * Writes the sheets; {@code out} stays open.
     *
     * @param folder a private folder for files that are gone when this returns
     */
    public static void write(Imprint imprint, List<Sheet> sheets, Path folder, OutputStream out) throws IOException {
        write(imprint, sheets, folder, out, MOST_ROWS);
    }

    static void write(Imprint imprint, List<Sheet> sheets, Path folder, OutputStream out, int mostRows)
            throws IOException {
        try {
            TempFile.withStrategy(new PrivateTemporaries(folder), () -> {
                try {
                    new Book(imprint, mostRows).write(sheets, folder, out);
                    return null;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void write(List<Sheet> sheets, Path folder, OutputStream out) throws IOException {
        Path raw = Files.createTempFile(folder, "book", ".tmp");
        try (book) {
            describe();
            sheets.forEach(this::write);
            try (OutputStream to = Files.newOutputStream(raw)) {
                book.writeAvoidingTempFiles(to);
            }
            StableZip.copy(raw, out);
        } finally {
            Files.deleteIfExists(raw);
        }
    }

    private void describe() {
        POIXMLProperties.CoreProperties core = model.getProperties().getCoreProperties();
        Optional<Date> day =
                Optional.of(Date.from(imprint.day().atStartOfDay(ZoneOffset.UTC).toInstant()));
        core.setCreator("Steelyard");
        core.setLastModifiedByUser("Steelyard");
        core.setTitle(imprint.title());
        core.setCreated(day);
        core.setModified(day);
        model.getProperties().getExtendedProperties().getUnderlyingProperties().setApplication("Steelyard");
    }

    private void write(Sheet sheet) {
        if (sheet instanceof Sheet.Table<?> table) {
            table(table);
        } else if (sheet instanceof Sheet.Page page) {
            page(page);
        } else if (sheet instanceof Sheet.Form form) {
            form(form);
        } else if (sheet instanceof Sheet.Plain<?> plain) {
            plain(plain);
        }
    }

    private void form(Sheet.Form form) {
        SXSSFSheet sheet = sheet(form.name());
        PrintSetup print = sheet.getPrintSetup();
        print.setLandscape(false);
        print.setFitHeight((short) 1);
        sheet.setHorizontallyCenter(true);
        sheet.getFooter().setCenter("");
        SheetWriter writer = writer(sheet, form.blocks(), false);
        writer.title(form.title());
        writer.sentences(form.intro());
        form.blocks().forEach(block -> block(block, writer));
        writer.finish();
    }

    private <R> void plain(Sheet.Plain<R> plain) {
        SXSSFSheet sheet = sheet(WorkbookUtil.createSafeSheetName(plain.name()));
        SheetWriter writer = writer(sheet, List.of(), false);
        writer.header(plain.columns(), false);
        Block<R> block = Block.of("", plain.columns(), plain.rows(), "");
        writer.rows(block, plain.rows().iterator(), mostRows);
        sheet.createFreezePane(0, 1);
        sheet.setRepeatingRows(new CellRangeAddress(0, 0, -1, -1));
        writer.finish();
    }

    private <R> void table(Sheet.Table<R> table) {
        Iterator<R> rows = table.block().rows().iterator();
        int part = 1;
        do {
            tablePart(table, rows, part == 1 ? table.name() : table.name() + " " + part);
            part++;
        } while (rows.hasNext());
    }

    private <R> void tablePart(Sheet.Table<R> table, Iterator<R> rows, String name) {
        SXSSFSheet sheet = sheet(name);
        Block<R> block = table.block();
        SheetWriter writer = writer(sheet, List.of(block), false);
        writer.title(block.title());
        writer.sentences(block.intro());
        int header = writer.nextRow();
        writer.header(block.columns(), true);
        boolean empty = !rows.hasNext();
        writer.rows(block, rows, mostRows);
        int last = Math.max(header, writer.nextRow() - 1);
        if (empty) {
            writer.sentences(List.of(block.whenEmpty()));
        }
        if (!rows.hasNext()) {
            block.total().ifPresent(total -> writer.row(block, total, true));
            writer.sentences(block.outro());
        }
        sheet.createFreezePane(table.frozenColumns(), header + 1);
        sheet.setAutoFilter(
                new CellRangeAddress(header, last, 0, block.columns().size() - 1));
        sheet.setRepeatingRows(new CellRangeAddress(header, header, -1, -1));
        writer.finish();
    }

    private void page(Sheet.Page page) {
        SXSSFSheet sheet = sheet(page.name());
        List<Block<?>> blocks = new ArrayList<>();
        page.blocks().forEach(block -> blocks.add(block.kept()));
        SheetWriter writer = writer(sheet, blocks, true);
        writer.title(page.title());
        sheet.createFreezePane(0, 1);
        sheet.setRepeatingRows(new CellRangeAddress(0, 0, -1, -1));
        writer.sentences(page.intro());
        blocks.forEach(block -> block(block, writer));
        writer.finish();
    }

    private <R> void block(Block<R> block, SheetWriter writer) {
        writer.heading(block.title());
        writer.sentences(block.intro());
        if (!block.rows().iterator().hasNext()) {
            if (!block.whenEmpty().isEmpty()) {
                writer.sentences(List.of(block.whenEmpty()));
            }
            return;
        }
        int header = writer.nextRow();
        writer.header(block.columns(), false);
        writer.rows(block, block.rows().iterator(), mostRows);
        block.total().ifPresent(total -> writer.row(block, total, true));
        writer.sentences(block.outro());
        block.chart().ifPresent(chart -> writer.chart(block, chart, header));
    }

    private SheetWriter writer(SXSSFSheet sheet, List<Block<?>> blocks, boolean page) {
        return new SheetWriter(sheet, model.getSheet(sheet.getSheetName()), styles, imprint.language(), blocks, page);
    }

    private SXSSFSheet sheet(String name) {
        SXSSFSheet sheet = book.createSheet(name);
        sheet.setDisplayGridlines(false);
        PrintSetup print = sheet.getPrintSetup();
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        print.setLandscape(true);
        sheet.setFitToPage(true);
        print.setFitWidth((short) 1);
        print.setFitHeight((short) 0);
        sheet.setMargin(PageMargin.LEFT, 0.4);
        sheet.setMargin(PageMargin.RIGHT, 0.4);
        sheet.setMargin(PageMargin.TOP, 0.5);
        sheet.setMargin(PageMargin.BOTTOM, 0.6);
        sheet.getFooter().setLeft(imprint.footer().replace("&", "&&"));
        sheet.getFooter().setCenter("&A");
        sheet.getFooter().setRight(imprint.pages());
        return sheet;
    }
}
