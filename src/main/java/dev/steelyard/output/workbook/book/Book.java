package dev.steelyard.output.workbook.book;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.apache.poi.ss.util.WorkbookUtil;

/**
 * Writes sheets as one xlsx: each part once, deflated as it is written, so that its bytes depend on nothing else. Formulas, pictures and
 * macros it cannot; what a book holds is a {@link Sheet}.
 */
public final class Book {

    /** The rows of a spreadsheet, less some for what stands around a table. */
    private static final int MOST_ROWS = 1_048_000;

    /** The most characters of a sheet's name. */
    private static final int LONGEST_NAME = 31;

    /** How high a row is, in points; those of pages and forms are lower, so that more stands on their first sheet of paper. */
    private static final int ROW = 17;

    private static final int ROW_OF_A_PAGE = 15;

    private static final int ROW_OF_A_FORM = 14;

    /** Somebody signs a form: it ends on its second sheet of paper. */
    private static final int SHEETS_OF_A_FORM = 2;

    private final Imprint imprint;
    private final Path folder;
    private final BookParts parts;
    private final Styles styles = new Styles();
    private final int mostRows;

    private Book(Imprint imprint, Path folder, BookParts parts, int mostRows) {
        this.imprint = imprint;
        this.folder = folder;
        this.parts = parts;
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
        try (BookParts parts = new BookParts(out)) {
            Book book = new Book(imprint, folder, parts, mostRows);
            for (Sheet sheet : sheets) {
                book.write(sheet);
            }
            parts.finish(book.styles, imprint);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void write(Sheet sheet) throws IOException {
        if (sheet instanceof Sheet.Table<?> table) {
            table(table);
        } else if (sheet instanceof Sheet.Page page) {
            write(
                    page.name(),
                    new SheetPart.Look(page.upright(), ROW_OF_A_PAGE, footer(false)),
                    part -> page(page, part));
        } else if (sheet instanceof Sheet.Stack stack) {
            write(stack.name(), new SheetPart.Look(false, ROW_OF_A_PAGE, footer(false)), part -> stack(stack, part));
        } else if (sheet instanceof Sheet.Form form) {
            write(form.name(), new SheetPart.Look(true, ROW_OF_A_FORM, footer(true)), part -> form(form, part));
        } else if (sheet instanceof Sheet.Tree<?> tree) {
            write(tree.name(), flat(), part -> tree(tree, part));
        } else if (sheet instanceof Sheet.Plain<?> plain) {
            write(WorkbookUtil.createSafeSheetName(plain.name()), flat(), part -> plain(plain, part));
        }
    }

    /** What fills a sheet. */
    @FunctionalInterface
    private interface Filling {
        void fill(SheetPart part);
    }

    private void write(String name, SheetPart.Look look, Filling filling) throws IOException {
        String fitting = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
        WorkbookUtil.validateSheetName(fitting);
        if (parts.hasSheet(fitting)) {
            throw new IllegalArgumentException("two sheets are called " + fitting);
        }
        try (SheetPart part = new SheetPart(fitting, look, folder)) {
            filling.fill(part);
            parts.write(part);
        }
    }

    private SheetPart.Look flat() {
        return new SheetPart.Look(false, ROW, footer(false));
    }

    /** Before the number of a sheet's page stands its name, where nothing runs into it; a form is handed over alone. */
    private String footer(boolean form) {
        return "&L" + imprint.footer().replace("&", "&&")
                + (imprint.fingerprinted() ? " " + SheetPart.FINGERPRINT : "")
                + "&R" + (form ? "" : "&A · ") + imprint.pages();
    }

    private void form(Sheet.Form form, SheetPart part) {
        SheetWriter writer = new SheetWriter(part, styles, new ColumnLayout(part.paper(), form.blocks()));
        writer.title(form.title());
        writer.sentences(form.intro());
        Filled.all(form.blocks()).forEach(table -> block(table, writer));
        writer.finish(SHEETS_OF_A_FORM);
    }

    private <R> void plain(Sheet.Plain<R> plain, SheetPart part) {
        SheetWriter writer = new SheetWriter(part, styles, new ColumnLayout(part.paper(), List.of()));
        Block<R> block = Block.of("", plain.columns(), plain.rows(), "");
        writer.header(block, false);
        writer.rows(block, Line.of(block), mostRows);
        writer.printColumns(block, 0, 0);
        part.freeze(0, 1);
        part.repeat(0);
        writer.finish();
    }

    private <R> void tree(Sheet.Tree<R> tree, SheetPart part) {
        Block<R> block = tree.block();
        SheetWriter writer = new SheetWriter(part, styles, new ColumnLayout(part.paper(), List.of(block)));
        writer.title(tree.title());
        writer.sentences(tree.intro());
        int header = writer.nextRow();
        writer.header(block, false);
        for (R row : block.rows()) {
            part.depth(tree.depth().applyAsInt(row));
            writer.rows(block, List.of(Line.of(block, row)).iterator(), mostRows);
        }
        writer.printColumns(block, header, 0);
        part.freeze(0, header + 1);
        part.repeat(header);
        writer.finish();
    }

    private <R> void table(Sheet.Table<R> table) throws IOException {
        Iterator<Line<R>> rows = Line.of(table.block());
        int number = 1;
        do {
            String name = number == 1 ? table.name() : table.name() + " " + number;
            write(name, flat(), part -> tablePart(table, rows, part));
            number++;
        } while (rows.hasNext());
    }

    private <R> void tablePart(Sheet.Table<R> table, Iterator<Line<R>> rows, SheetPart part) {
        Block<R> block = table.block();
        SheetWriter writer = new SheetWriter(part, styles, new ColumnLayout(part.paper(), List.of(block)));
        writer.title(block.title());
        writer.sentences(block.intro());
        int header = writer.nextRow();
        writer.header(block, true);
        boolean empty = !rows.hasNext();
        writer.rows(block, rows, mostRows);
        int last = Math.max(header, writer.nextRow() - 1);
        if (empty) {
            writer.sentences(List.of(block.whenEmpty()));
        }
        if (!rows.hasNext()) {
            block.total().ifPresent(total -> writer.total(block, total));
            writer.sentences(block.outro());
        }
        if (empty) {
            // That there is nothing is said on the screen; a sheet of paper that says so helps nobody.
            part.printNothing(header);
        } else {
            writer.printColumns(block, header, table.frozenColumns());
        }
        part.freeze(table.frozenColumns(), header + 1);
        part.filter(header, last, block.columns().size());
        part.repeat(header);
        writer.finish();
    }

    private void page(Sheet.Page page, SheetPart part) {
        List<Filled<?>> tables = Filled.all(page.blocks());
        SheetWriter writer = new SheetWriter(part, styles, ColumnLayout.shared(part.paper(), tables));
        writer.title(page.title());
        part.freeze(0, 1);
        part.repeat(0);
        writer.sentences(page.intro());
        for (Filled<?> table : tables) {
            if (!table.block().printed()) {
                writer.printUpToHere();
            }
            block(table, writer);
        }
        writer.finish();
    }

    private void stack(Sheet.Stack stack, SheetPart part) {
        List<Filled<?>> tables = Filled.all(
                stack.tables().stream().<Block<?>>map(Sheet.Table::block).toList());
        SheetWriter writer = new SheetWriter(part, styles, new ColumnLayout(new Grid(tables)));
        writer.title(stack.title());
        part.freeze(0, 1);
        part.repeat(0);
        tables.forEach(table -> block(table, writer));
        writer.finish();
    }

    private <R> void block(Filled<R> filled, SheetWriter writer) {
        Block<R> block = filled.block();
        writer.heading(block.title());
        writer.sentences(block.intro());
        if (filled.lines().isEmpty()) {
            if (!block.whenEmpty().isEmpty()) {
                writer.sentences(List.of(block.whenEmpty()));
            }
            return;
        }
        writer.header(block, false);
        writer.rows(block, filled.lines().iterator(), mostRows);
        block.total().ifPresent(total -> writer.total(block, total));
        writer.sentences(block.outro());
    }
}
