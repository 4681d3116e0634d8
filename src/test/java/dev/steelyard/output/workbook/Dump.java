package dev.steelyard.output.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook as text: each sheet's cells with their values, numbers with their format. */
public final class Dump {

    private Dump() {}

    public static String of(byte[] workbook) throws IOException {
        return of(workbook, Integer.MAX_VALUE);
    }

    /** @param most of each sheet so many rows */
    public static String of(byte[] workbook, int most) throws IOException {
        StringBuilder text = new StringBuilder();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            for (int i = 0; i < book.getNumberOfSheets(); i++) {
                sheet(book.getSheetAt(i), most, text);
            }
        }
        return text.toString();
    }

    private static void sheet(XSSFSheet sheet, int most, StringBuilder text) {
        text.append("== ").append(sheet.getSheetName());
        if (sheet.getPaneInformation() != null) {
            text.append(", frozen ").append(sheet.getPaneInformation().getHorizontalSplitPosition());
            text.append("×").append(sheet.getPaneInformation().getVerticalSplitPosition());
        }
        if (sheet.getCTWorksheet().isSetAutoFilter()) {
            text.append(", filter ")
                    .append(sheet.getCTWorksheet().getAutoFilter().getRef());
        }
        text.append('\n');
        for (Row row : sheet) {
            if (row.getRowNum() >= most) {
                break;
            }
            List<String> cells = new ArrayList<>();
            row.forEach(cell -> cells.add(cell(cell)));
            text.append(row.getRowNum() + 1).append(": ");
            text.append(String.join(" | ", cells).stripTrailing()).append('\n');
        }
    }

    private static String cell(Cell cell) {
        if (cell.getCellType() == CellType.NUMERIC) {
            String number = BigDecimal.valueOf(cell.getNumericCellValue())
                    .stripTrailingZeros()
                    .toPlainString();
            return number + " {" + cell.getCellStyle().getDataFormatString() + "}";
        }
        return cell.toString().replace("\n", "\\n");
    }
}
