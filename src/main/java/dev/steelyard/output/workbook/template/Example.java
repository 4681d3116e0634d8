package dev.steelyard.output.workbook.template;

import dev.steelyard.engine.dataset.DatasetColumn;
import dev.steelyard.engine.unit.Fraction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DateUtil;

/**
 * A value as a column may have it.
 *
 * @param value a {@link String}, {@link BigDecimal}, {@link LocalDate} or {@link LocalDateTime}
 */
record Example(Object value, String shown) {

    private static final LocalDate DAY = LocalDate.of(2026, 9, 1);
    private static final LocalDateTime TIME = DAY.atTime(14, 30);

    static Example of(DatasetColumn column, ColumnWords words) {
        List<String> choices = words.choices(column);
        if (!choices.isEmpty()) {
            return text(choices.get(0));
        }
        return switch (column.type()) {
            case NUMBER, AMOUNT -> number(column, Fraction.of(100));
            case PERCENT -> percent(column);
            case DATE -> new Example(DAY, DAY.toString());
            case DATE_TIME -> new Example(TIME, DAY + " 14:30");
            case PERIOD -> text("2026-09");
            case LIST -> text("A01;A02");
            default -> text(column.references().isPresent() || words.isKey(column) ? "A001" : words.say("word.text"));
        };
    }

    private static Example text(String text) {
        return new Example(text, text);
    }

    private static Example number(DatasetColumn column, Fraction usual) {
        Fraction number = column.max().or(column::min).orElse(usual);
        return new Example(new BigDecimal(number.plain()), number.plain());
    }

    private static Example percent(DatasetColumn column) {
        if (ColumnWords.isTarget(column)) {
            return number(column, Fraction.of(500_000));
        }
        return new Example(new BigDecimal("0.125"), ColumnWords.isShare(column) ? "12.5%" : "0.125");
    }

    void fill(Cell cell) {
        if (value instanceof BigDecimal number) {
            cell.setCellValue(number.doubleValue());
        } else if (value instanceof LocalDate day) {
            cell.setCellValue(DateUtil.getExcelDate(day));
        } else if (value instanceof LocalDateTime time) {
            cell.setCellValue(DateUtil.getExcelDate(time));
        } else {
            cell.setCellValue(shown);
        }
    }
}
