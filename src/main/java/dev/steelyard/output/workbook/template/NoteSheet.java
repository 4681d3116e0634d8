package dev.steelyard.output.workbook.template;

import dev.steelyard.engine.dataset.DatasetColumn;
import dev.steelyard.engine.dataset.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * 说明: how to fill the template in. No cell of it is only a column's name, so that the reader never takes it for a spoilt
 * header.
 */
final class NoteSheet {

    private static final int NAME = 40;
    private static final int RULES = 80;
    private static final int EXAMPLE = 26;
    private static final float LINE = 16f;

    private final Schema schema;
    private final ColumnWords words;
    private final TemplateStyles styles;
    private int next;

    NoteSheet(Schema schema, ColumnWords words, TemplateStyles styles) {
        this.schema = schema;
        this.words = words;
        this.styles = styles;
    }

    /** Returns where the choices stand that are too long for a check, by the column's name. */
    Map<String, String> write(XSSFWorkbook book, String title) {
        XSSFSheet sheet = book.createSheet(words.say("template.note.howFill"));
        sheet.setDisplayGridlines(false);
        line(sheet, styles.title(), words.say("template.note.howFillTitle", "title", title));
        for (String sentence : sentences()) {
            line(sheet, styles.sentence(), sentence);
        }
        next++;
        int header = next;
        row(
                sheet,
                styles.header(),
                words.say("template.note.columnName"),
                words.say("template.note.whatFill"),
                words.say("template.note.such"));
        List<DatasetColumn> columns = schema.columns();
        for (int i = 0; i < columns.size(); i++) {
            DatasetColumn column = columns.get(i);
            String other = column.zh().isBlank() ? "" : words.otherName(column);
            row(
                    sheet,
                    styles.wrapped(),
                    CellReference.convertNumToColString(i)
                            + " · "
                            + words.header(column)
                            + (other.isEmpty() ? "" : words.say("template.note.other", "other", other)),
                    String.join(words.say("book.advice.mark"), words.rules(column)),
                    words.say(
                            "template.note.eG",
                            "shown",
                            Example.of(column, words).shown()));
        }
        sheet.setColumnWidth(0, NAME * 256);
        sheet.setColumnWidth(1, RULES * 256);
        sheet.setColumnWidth(2, EXAMPLE * 256);
        sheet.createFreezePane(0, header + 1);
        sheet.setRepeatingRows(new CellRangeAddress(header, header, -1, -1));
        DataSheet.print(sheet);
        return lists(sheet);
    }

    /** Below the table, as there is room for them only where they may be read. */
    private Map<String, String> lists(XSSFSheet sheet) {
        Map<String, String> places = new LinkedHashMap<>();
        for (DatasetColumn column : schema.columns()) {
            List<String> choices = words.choices(column);
            if (!words.isLong(choices)) {
                continue;
            }
            next++;
            cell(sheet, styles.header(), words.say("template.note.choices", "header", words.header(column)));
            int first = next + 1;
            choices.forEach(choice -> cell(sheet, styles.wrapped(), choice));
            places.put(
                    column.name(),
                    new AreaReference(
                                    new CellReference(sheet.getSheetName(), first - 1, 0, true, true),
                                    new CellReference(sheet.getSheetName(), next - 1, 0, true, true),
                                    SpreadsheetVersion.EXCEL2007)
                            .formatAsString());
        }
        return places;
    }

    private List<String> sentences() {
        return List.of(
                words.say("template.note.fillFirstSheetFrom"),
                words.say("template.note.row2ExampleIgnored"),
                words.say("template.note.leaveHeadersTheyColumns"),
                words.say("template.note.saveXlsxNameBegins", "dataset", words.dataset()));
    }

    private void line(XSSFSheet sheet, CellStyle style, String text) {
        cell(sheet, style, text);
        sheet.getRow(next - 1).setHeightInPoints(next == 1 ? 26f : 18f);
    }

    private void cell(XSSFSheet sheet, CellStyle style, String text) {
        Row row = sheet.createRow(next++);
        row.setHeightInPoints(18f);
        Cell cell = row.createCell(0);
        cell.setCellValue(text);
        cell.setCellStyle(style);
    }

    private void row(XSSFSheet sheet, CellStyle style, String name, String rules, String example) {
        Row row = sheet.createRow(next++);
        int lines = 1 + DataSheet.wide(rules) / (RULES - 2);
        row.setHeightInPoints(Math.max(18f, lines * LINE + 3));
        List<String> texts = List.of(name, rules, example);
        for (int i = 0; i < texts.size(); i++) {
            Cell cell = row.createCell(i);
            cell.setCellValue(texts.get(i));
            cell.setCellStyle(style);
        }
    }
}
