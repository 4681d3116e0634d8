package dev.steelyard.input.exports;

import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.input.exports.SheetHandler.Merged;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * One sheet of a workbook, streamed. Merged areas stand after the rows, so a sheet that has any is passed over once for them
 * first. A merged group cell stands for all its rows; a number that is merged rejects its rows, since nobody can say which of
 * them it belongs to (design.md 2). Hidden rows are read.
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
        try (WorkbookFile workbook = WorkbookFile.open(file)) {
            Merges merges = sheet.merged() ? merges(workbook, rows) : null;
            int width = slice.header().size();
            Object[] raw = new Object[width];
            boolean[] whole = {true};
            long[] seen = {0};
            workbook.read(sheet.index(), new SheetHandler(workbook, Integer.MAX_VALUE, (number, cells, count) -> {
                if (merges != null) {
                    merges.see(number, cells, count);
                }
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
                rows.take(mark.record(), number, raw, width, merges);
                return true;
            }));
            return whole[0];
        } catch (UnreadableFile e) {
            throw new IOException("the stored workbook can no longer be read", e);
        }
    }

    private Merges merges(WorkbookFile workbook, RowMaker rows) throws UnreadableFile {
        SheetHandler handler = new SheetHandler(workbook, 0, (number, cells, count) -> true);
        workbook.read(sheet.index(), handler);
        return new Merges(handler.merged(), rows.byPosition(), sheet.headerRow());
    }

    /** The merged areas of the sheet, as the rows pass by. */
    static final class Merges implements RowMaker.Merging {

        /** An area that the current row may lie in, with what its first cell holds. */
        private static final class Area {
            private final Merged cells;
            private Object held;

            Area(Merged cells) {
                this.cells = cells;
            }
        }

        private final Cells[] columns;
        private final Deque<Area> coming = new ArrayDeque<>();
        private final List<Area> open = new ArrayList<>();

        Merges(List<Merged> merged, Cells[] columns, long headerRow) {
            this.columns = columns;
            merged.stream()
                    .filter(area -> area.firstRow() > headerRow)
                    .filter(area -> area.firstColumn() >= 0 && area.firstColumn() < columns.length)
                    .sorted(Comparator.comparingLong(Merged::firstRow).thenComparingInt(Merged::firstColumn))
                    .forEach(area -> coming.add(new Area(area)));
        }

        void see(long row, Object[] cells, int count) {
            open.removeIf(area -> area.cells.lastRow() < row);
            while (!coming.isEmpty() && coming.peek().cells.firstRow() <= row) {
                Area area = coming.poll();
                int column = area.cells.firstColumn();
                if (area.cells.firstRow() == row && column < count) {
                    area.held = cells[column];
                }
                if (area.held != null && area.cells.lastRow() >= row) {
                    open.add(area);
                }
            }
        }

        @Override
        public void apply(long row, Object[] raw) {
            for (Area area : open) {
                Merged cells = area.cells;
                for (int column = cells.firstColumn();
                        column <= cells.lastColumn() && column < columns.length;
                        column++) {
                    if (columns[column] == null) {
                        continue;
                    }
                    if (!columns[column].isGroup()) {
                        raw[column] = Fault.of(ProblemCode.CELL_MERGED_NUMBER, Cells.display(area.held));
                    } else if (column == cells.firstColumn()) {
                        raw[column] = area.held;
                    }
                }
            }
        }
    }
}
