package dev.steelyard.output.workbook.template;

import dev.steelyard.engine.dataset.DatasetColumn;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.unit.Fraction;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The sheet to fill in: header with notes, an example row, then blank rows that accept what the reader accepts. */
record DataSheet(Schema schema, ColumnWords words, TemplateStyles styles) {

    /** Rows that are checked while they are filled in. */
    private static final int CHECKED_ROWS = 20_000;

    private static final int WIDTH = 256;
    private static final String GREATEST = "999999999999999";

    /** The sheet without its checks. */
    XSSFSheet write(XSSFWorkbook book, String title) {
        XSSFSheet sheet = book.createSheet(WorkbookUtil.createSafeSheetName(title, '_'));
        Row header = sheet.createRow(0);
        header.setHeightInPoints(24f);
        Row example = sheet.createRow(1);
        XSSFDrawing notes = sheet.createDrawingPatriarch();
        List<DatasetColumn> columns = schema.columns();
        for (int i = 0; i < columns.size(); i++) {
            DatasetColumn column = columns.get(i);
            sheet.setDefaultColumnStyle(i, styles.blank(column));
            Cell name = header.createCell(i);
            name.setCellValue(words.header(column));
            name.setCellStyle(styles.header(column, words.isRequired(column)));
            note(notes, name, words.note(column));
            example(example.createCell(i), i, column);
            sheet.setColumnWidth(i, width(column) * WIDTH);
        }
        sheet.createFreezePane(0, 1);
        sheet.setRepeatingRows(new CellRangeAddress(0, 0, -1, -1));
        print(sheet);
        return sheet;
    }

    static void print(XSSFSheet sheet) {
        sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
        sheet.getPrintSetup().setLandscape(true);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitWidth((short) 1);
        sheet.getPrintSetup().setFitHeight((short) 0);
    }

    /** The first cell says that the row is an example: the reader passes over it. */
    private void example(Cell cell, int at, DatasetColumn column) {
        cell.setCellStyle(at == 0 ? styles.example(schema.columns().get(0)) : styles.example(column));
        Example value = Example.of(column, words);
        if (at == 0) {
            cell.setCellValue(words.say("template.data.example", "shown", value.shown()));
        } else {
            value.fill(cell);
        }
    }

    private void note(XSSFDrawing notes, Cell at, String text) {
        int lines = text.split("\n").length;
        XSSFClientAnchor anchor =
                new XSSFClientAnchor(0, 0, 0, 0, at.getColumnIndex() + 1, 1, at.getColumnIndex() + 4, lines + 4);
        XSSFComment comment = notes.createCellComment(anchor);
        comment.setString(text);
        comment.setAuthor("Steelyard");
        at.setCellComment(comment);
    }

    /**
     * Every column accepts what the reader accepts.
     *
     * @param lists where the choices stand that are too long for a check, by the column's name
     */
    void check(XSSFSheet sheet, Map<String, String> lists) {
        for (int i = 0; i < schema.columns().size(); i++) {
            DatasetColumn column = schema.columns().get(i);
            DataValidationConstraint constraint = constraint(sheet.getDataValidationHelper(), column, lists);
            if (constraint != null) {
                check(sheet, i, column, constraint);
            }
        }
    }

    private void check(XSSFSheet sheet, int at, DatasetColumn column, DataValidationConstraint constraint) {
        DataValidationHelper helper = sheet.getDataValidationHelper();
        DataValidation check = helper.createValidation(constraint, new CellRangeAddressList(1, CHECKED_ROWS, at, at));
        boolean strict = column.type() != DatasetColumn.Type.TEXT;
        check.setErrorStyle(strict ? DataValidation.ErrorStyle.STOP : DataValidation.ErrorStyle.WARNING);
        check.setEmptyCellAllowed(true);
        check.setSuppressDropDownArrow(true);
        check.setShowErrorBox(true);
        check.createErrorBox(
                short32(words.header(column)),
                short255(String.join(words.say("book.advice.mark"), words.rules(column))));
        sheet.addValidationData(check);
    }

    private DataValidationConstraint constraint(
            DataValidationHelper helper, DatasetColumn column, Map<String, String> lists) {
        List<String> choices = words.choices(column);
        if (!choices.isEmpty()) {
            return words.isLong(choices)
                    ? helper.createFormulaListConstraint(lists.get(column.name()))
                    : helper.createExplicitListConstraint(choices.toArray(String[]::new));
        }
        return switch (column.type()) {
            case NUMBER, AMOUNT, PERCENT -> helper.createDecimalConstraint(
                    OperatorType.BETWEEN,
                    column.min().map(Fraction::plain).orElse("-" + GREATEST),
                    column.max().map(Fraction::plain).orElse(GREATEST));
            case DATE, DATE_TIME -> helper.createDateConstraint(
                    OperatorType.BETWEEN, "DATE(1950,1,1)", "DATE(2100,12,31)", "yyyy-mm-dd");
            case PERIOD -> helper.createTextLengthConstraint(OperatorType.BETWEEN, "4", "7");
            default -> null;
        };
    }

    private static String short32(String text) {
        return text.length() <= 32 ? text : text.substring(0, 32);
    }

    private static String short255(String text) {
        return text.length() <= 250 ? text : text.substring(0, 249) + "…";
    }

    /** Room for the header and the example; Chinese takes two. */
    private int width(DatasetColumn column) {
        int header = wide(words.header(column)) + 4;
        int example =
                wide(Example.of(column, words).shown()) + (schema.columns().get(0) == column ? 11 : 3);
        return Math.min(40, Math.max(12, Math.max(header, example)));
    }

    static int wide(String text) {
        return text.codePoints().map(point -> point >= 0x1100 ? 2 : 1).sum();
    }
}
