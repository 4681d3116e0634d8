package dev.steelyard.output.workbook.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** Colours only repeat what words say. */
public final class Tones {

    /** Those that mean something; the others only part rows from each other. */
    private static final Set<String> TELLING = Arrays.stream(Tone.values())
            .filter(tone -> !EnumSet.of(Tone.PLAIN, Tone.STRONG, Tone.QUIET).contains(tone))
            .map(Tone::fill)
            .collect(Collectors.toSet());

    private Tones() {}

    /** In each row that has a telling colour, a cell of such a colour says something too, or goes on from one that does. */
    public static void check(XSSFSheet sheet) {
        List<String> mute = new ArrayList<>();
        for (Row row : sheet) {
            List<Cell> coloured = new ArrayList<>();
            row.forEach(cell -> {
                if (isTelling(cell)) {
                    coloured.add(cell);
                }
            });
            if (!coloured.isEmpty()
                    && coloured.stream().allMatch(cell -> cell.toString().isBlank() && !goesOn(cell))) {
                mute.add(sheet.getSheetName() + " " + coloured.get(0).getAddress());
            }
        }
        assertThat(mute).as("colours without a word").isEmpty();
    }

    /** A cell below one of the same colour, in a row that only goes on with a text. */
    private static boolean goesOn(Cell cell) {
        Row above = cell.getSheet().getRow(cell.getRowIndex() - 1);
        return above != null
                && above.getCell(cell.getColumnIndex()) != null
                && fill(above.getCell(cell.getColumnIndex())).equals(fill(cell))
                && cell.getRow().getCell(0).toString().isBlank();
    }

    private static boolean isTelling(Cell cell) {
        return TELLING.contains(fill(cell));
    }

    private static String fill(Cell cell) {
        var color = ((XSSFCellStyle) cell.getCellStyle()).getFillForegroundColorColor();
        return color == null || color.getARGBHex() == null
                ? ""
                : color.getARGBHex().substring(2);
    }
}
