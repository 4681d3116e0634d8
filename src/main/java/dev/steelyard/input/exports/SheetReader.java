package dev.steelyard.input.exports;

import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.input.sheets.Mark;
import dev.steelyard.input.sheets.SheetHandler;
import dev.steelyard.input.sheets.SheetHandler.Merged;
import dev.steelyard.input.sheets.UnreadableFile;
import dev.steelyard.input.sheets.WorkbookFile;
import dev.steelyard.input.spelling.Fault;
import dev.steelyard.input.spelling.Spelling;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * One sheet of a workbook, streamed. Merged areas stand after the rows, so a sheet that has any is passed over once for them
 * first. A merged group cell stands for all its rows; a number that is merged rejects its rows, since nobody can say which of
 * them it belongs to (architecture.md 2). Hidden rows are read, and said. A cell beyond the header rejects its row, as one too many
 * does in a text file: the row may be shifted.
 */
final class SheetReader {

    private static final int BLOCK = 4096;

    private final Path file;
    private final Slice slice;
    private final Slice.Sheet sheet;

    SheetReader(Path file, Slice slice) {
        this.file = file;
        this.slice = slice;
        this.sheet = (Slice.Sheet) slice.shape();
    }

    boolean read(RowMaker rows, RowSink sink) throws IOException {
        try (WorkbookFile workbook = WorkbookFile.open(file, slice.file())) {
            int width = slice.header().size();
            List<Merged> areas = sheet.merged() ? merged(workbook) : List.of();
            SheetRow current = new SheetRow(areas, rows.byPosition(), sheet.headerRow(), named(areas));
            Object[] raw = new Object[width];
            boolean[] whole = {true};
            long[] seen = {0};
            workbook.read(sheet.index(), new SheetHandler(workbook, Integer.MAX_VALUE, (number, cells, count, of) -> {
                current.see(number, cells, count, of.isHiddenRow());
                if (number < slice.start().line()) {
                    return true;
                }
                Mark mark = Mark.ofSheetRow(sheet.index(), number);
                if (seen[0]++ % BLOCK == 0) {
                    if (sink.stop()) {
                        whole[0] = false;
                        return false;
                    }
                    sink.block(mark);
                }
                int copied = Math.min(count, width);
                System.arraycopy(cells, 0, raw, 0, copied);
                Arrays.fill(raw, copied, width, null);
                rows.take(mark.record(), number, raw, width, current);
                return true;
            }));
            if (whole[0]) {
                rows.tellHidden();
            }
            return whole[0];
        } catch (UnreadableFile e) {
            throw new IOException("the stored workbook can no longer be read", e);
        }
    }

    private List<Merged> merged(WorkbookFile workbook) throws UnreadableFile {
        SheetHandler handler = new SheetHandler(workbook, 0, (number, cells, count, of) -> true);
        workbook.read(sheet.index(), handler);
        return handler.merged();
    }

    /** How many columns have a header, the last of which may be merged over several. */
    private int named(List<Merged> areas) {
        int named = slice.header().size();
        while (named > 0 && Spelling.isBlank(slice.header().get(named - 1))) {
            named--;
        }
        for (Merged area : areas) {
            if (area.firstRow() <= sheet.headerRow() && area.lastRow() >= sheet.headerRow()) {
                named = Math.max(named, area.lastColumn() + 1);
            }
        }
        return named;
    }

    /** The current row: the merged areas that it lies in, whether it is hidden, what stands beyond the header. */
    static final class SheetRow implements RowContext {

        /** An area with what its first cell holds. */
        private static final class Area {
            private final Merged cells;
            private Object held;

            Area(Merged cells) {
                this.cells = cells;
            }
        }

        private final Cells[] columns;
        private final Deque<Area> coming = new ArrayDeque<>();
        /** By column the area that began last: real areas do not overlap, and made ones must not cost time. */
        private final Area[] open;

        private final int named;
        private boolean hidden;
        private Fault stray;
        private int strays;

        SheetRow(List<Merged> merged, Cells[] columns, long headerRow, int named) {
            this.columns = columns;
            this.open = new Area[columns.length];
            this.named = named;
            merged.stream()
                    .filter(area -> area.firstRow() > headerRow)
                    .filter(area -> area.firstColumn() >= 0 && area.firstColumn() < columns.length)
                    .sorted(Comparator.comparingLong(Merged::firstRow).thenComparingInt(Merged::firstColumn))
                    .forEach(area -> coming.add(new Area(area)));
        }

        void see(long row, Object[] cells, int count, boolean isHidden) {
            hidden = isHidden;
            stray = stray(row, cells, count);
            while (!coming.isEmpty() && coming.peek().cells.firstRow() <= row) {
                Area area = coming.poll();
                int column = area.cells.firstColumn();
                if (area.cells.firstRow() == row && column < count) {
                    area.held = cells[column];
                }
                if (area.held != null && area.cells.lastRow() >= row) {
                    for (int i = column; i <= area.cells.lastColumn() && i < open.length; i++) {
                        open[i] = area;
                    }
                }
            }
        }

        private Fault stray(long row, Object[] cells, int count) {
            Fault first = null;
            strays = 0;
            for (int i = named; i < count; i++) {
                String text = Cells.display(cells[i]);
                if (!Spelling.isBlank(text)) {
                    Map<String, String> cell = Map.of("cell", SheetHandler.reference(i, row));
                    first = strays++ == 0 ? new Fault(ProblemCode.CELL_BEYOND_HEADER, text, cell) : first;
                }
            }
            return first;
        }

        @Override
        public int strays() {
            return strays;
        }

        @Override
        public Fault stray() {
            return stray;
        }

        @Override
        public boolean isHidden() {
            return hidden;
        }

        @Override
        public void fill(long row, Object[] raw) {
            for (int column = 0; column < open.length; column++) {
                Area area = open[column];
                if (area == null || area.cells.lastRow() < row) {
                    continue;
                }
                // A column that no schema declares may be one that a row filter reads.
                if (columns[column] != null && !columns[column].isGroup()) {
                    raw[column] = Fault.of(ProblemCode.CELL_MERGED_NUMBER, Cells.display(area.held));
                } else if (column == area.cells.firstColumn()) {
                    raw[column] = area.held;
                }
            }
        }
    }
}
