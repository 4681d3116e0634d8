package dev.steelyard.output.workbook.template;

import dev.steelyard.engine.fact.Column;
import dev.steelyard.engine.fact.Schema;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
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

    void write(XSSFWorkbook book, String title) {
        XSSFSheet sheet = book.createSheet(words.say("填写说明", "How to fill in"));
        sheet.setDisplayGridlines(false);
        line(sheet, styles.title(), words.say("填写说明：", "How to fill in: ") + title);
        for (String sentence : sentences()) {
            line(sheet, styles.sentence(), sentence);
        }
        next++;
        int header = next;
        row(
                sheet,
                styles.header(),
                words.say("列的名称", "Column and its name"),
                words.say("怎么填", "What to fill in"),
                words.say("举例", "Such as"));
        List<Column> columns = schema.columns();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            String other = column.zh().isBlank() ? "" : words.say(column.name(), column.zh());
            row(
                    sheet,
                    styles.wrapped(),
                    CellReference.convertNumToColString(i)
                            + " · "
                            + words.header(column)
                            + (other.isEmpty() ? "" : words.say("（", " (") + other + words.say("）", ")")),
                    String.join(words.say("；", "; "), words.rules(column)),
                    words.say("例：", "e.g. ") + Example.of(column, words).shown());
        }
        sheet.setColumnWidth(0, NAME * 256);
        sheet.setColumnWidth(1, RULES * 256);
        sheet.setColumnWidth(2, EXAMPLE * 256);
        sheet.createFreezePane(0, header + 1);
        sheet.setRepeatingRows(new CellRangeAddress(header, header, -1, -1));
        DataSheet.print(sheet);
    }

    private List<String> sentences() {
        return List.of(
                words.say(
                        "在第一页从第 3 行起填写；深蓝色表头的列必填，鼠标停在表头上可看到说明。",
                        "Fill in the first sheet from row 3 on; columns with a dark blue header are required. Notes show at the"
                                + " headers."),
                words.say(
                        "第 2 行是示例，读取时自动忽略，可以留着，也可以删去。",
                        "Row 2 is an example; it is ignored when read and may stay or be deleted."),
                words.say(
                        "请勿改动表头；列的顺序可以调整，也可以另加自己的列（不读取）。",
                        "Leave the headers as they are; columns may be moved, and columns of your own are not read."),
                words.say(
                        "保存为 .xlsx，文件名以「" + schema.zh() + "」开头，放入输入文件夹。",
                        "Save it as .xlsx with a name that begins with " + schema.dataset()
                                + ", and put it into the input folder."));
    }

    private void line(XSSFSheet sheet, CellStyle style, String text) {
        Row row = sheet.createRow(next++);
        row.setHeightInPoints(next == 1 ? 26f : 18f);
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
