package dev.steelyard.workbook.book;

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

    /** In each row that has a telling colour, a cell of such a colour says something too. */
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
                    && coloured.stream().allMatch(cell -> cell.toString().isBlank())) {
                mute.add(sheet.getSheetName() + " " + coloured.get(0).getAddress());
            }
        }
        assertThat(mute).as("colours without a word").isEmpty();
    }

    private static boolean isTelling(Cell cell) {
        var color = ((XSSFCellStyle) cell.getCellStyle()).getFillForegroundColorColor();
        return color != null
                && color.getARGBHex() != null
                && TELLING.contains(color.getARGBHex().substring(2));
    }
}
