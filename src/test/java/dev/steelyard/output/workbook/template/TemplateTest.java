package dev.steelyard.output.workbook.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.dataset.DatasetColumn;
import dev.steelyard.engine.dataset.Row;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.input.exports.Freezer;
import dev.steelyard.input.exports.InputFolder;
import dev.steelyard.input.exports.RowSink;
import dev.steelyard.input.exports.Slice;
import dev.steelyard.input.exports.SliceReader;
import dev.steelyard.input.exports.SliceTally;
import dev.steelyard.input.planfile.ExportsFile;
import dev.steelyard.input.planfile.PlanFile;
import dev.steelyard.ledger.store.ContentStore;
import dev.steelyard.ledger.store.FileNames;
import dev.steelyard.words.Words;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.xssf.usermodel.XSSFDataValidation;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {

    private static final Map<String, Schema> SCHEMAS = ExportsFile.read(Path.of("jobs/exports.yaml"));

    private static final Plan PLAN = PlanFile.read(Path.of("jobs/plans/reference-2026.yaml"), SCHEMAS);

    @TempDir
    Path temp;

    /** A target is chosen by its name; whoever writes an id is asked, and not refused. */
    @Test
    void targetsAreChosenByName() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(written(SCHEMAS.get("targets"), "zh")))) {
            XSSFDataValidation names = book.getSheetAt(0).getDataValidations().stream()
                    .filter(check ->
                            check.getRegions().getCellRangeAddresses()[0].getFirstColumn() == 2)
                    .findFirst()
                    .orElseThrow();
            assertThat(names.getValidationConstraint().getExplicitListValues())
                    .containsExactly("销售额", "毛利", "市场份额目标", "目标科室覆盖完成率", "经销商进货达成率");
            assertThat(names.getErrorStyle()).isEqualTo(DataValidation.ErrorStyle.WARNING);
            assertThat(book.getSheetAt(0).getRow(1).getCell(2)).hasToString("销售额");
        }
    }

    /** Whatever names an indicator offers them all, in either language: what is too long for a check stands on the second sheet. */
    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void whateverNamesWhatThePlanKnowsOffersIt(String language) throws IOException {
        List<String> indicators = PLAN.indicators().values().stream()
                .map(one -> Words.in(language).name(one.name()))
                .toList();
        assertThat(offered("appeals", "indicator", language)).containsExactlyElementsOf(indicators);
        assertThat(offered("resources", "indicator", language)).containsExactlyElementsOf(indicators);
        assertThat(offered("adjustments", "kind", language))
                .hasSize(PLAN.adjustments().size() + 1)
                .contains(language.equals("zh") ? "留任奖" : "Retention bonus")
                .contains(language.equals("zh") ? "另行结清" : "Settled outside pay");
    }

    /** What the drop-down of a column shows. */
    private List<String> offered(String dataset, String column, String language) throws IOException {
        Schema schema = SCHEMAS.get(dataset);
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(written(schema, language)))) {
            int at = schema.columns().indexOf(schema.column(column).orElseThrow());
            DataValidationConstraint list = book.getSheetAt(0).getDataValidations().stream()
                    .filter(check ->
                            check.getRegions().getCellRangeAddresses()[0].getFirstColumn() == at)
                    .findFirst()
                    .orElseThrow()
                    .getValidationConstraint();
            if (list.getExplicitListValues() != null) {
                return List.of(list.getExplicitListValues());
            }
            AreaReference place = new AreaReference(list.getFormula1(), SpreadsheetVersion.EXCEL2007);
            return Stream.of(place.getAllReferencedCells())
                    .map(cell -> book.getSheet(cell.getSheetName())
                            .getRow(cell.getRow())
                            .getCell(cell.getCol())
                            .toString())
                    .toList();
        }
    }

    /** Only a target may be half a million; the share of a split is not shown as one. */
    @Test
    void anExampleIsOneThatMayStandThere() throws IOException {
        for (Schema schema : SCHEMAS.values()) {
            ColumnWords words = new ColumnWords(schema, SCHEMAS, Optional.of(PLAN), "zh");
            for (DatasetColumn column : schema.columns()) {
                assertThat(Example.of(column, words).shown().equals("500000"))
                        .as(schema.dataset() + " " + column.name())
                        .isEqualTo(column.rules().target().isPresent());
            }
        }
    }

    private byte[] written(Schema schema, String language) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Template(schema, SCHEMAS, Optional.of(PLAN), language).write(temp, out);
        return out.toByteArray();
    }

    /** Fills two rows of every template as a person would, and reads them as a run does. */
    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void aFilledTemplateImportsWithoutAProblem(String language) throws IOException {
        Path folder = Files.createDirectory(temp.resolve("in"));
        for (Schema schema : SCHEMAS.values()) {
            Template template = new Template(schema, SCHEMAS, Optional.of(PLAN), language);
            try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(written(schema, language)));
                    OutputStream out = Files.newOutputStream(FileNames.resolve(folder, template.fileName()))) {
                fill(book.getSheetAt(0), schema, language);
                book.write(out);
            }
        }
        InputFolder inputs = InputFolder.of(folder, SCHEMAS.values());
        assertThat(inputs.problems()).isEmpty();
        ContentStore store = new ContentStore(temp.resolve("store"));
        for (Schema schema : SCHEMAS.values()) {
            Freezer.Frozen frozen = new Freezer(store, Freezer.SLICE_BYTES).freeze(schema, inputs.of(schema.dataset()));
            assertThat(frozen.problems()).as(schema.dataset()).isEmpty();
            assertThat(frozen.files()).as(schema.dataset()).hasSize(1);
            assertThat(frozen.files().get(0).slices()).as(schema.dataset()).hasSize(1);
            checkRows(schema, store, frozen.files().get(0).slices().get(0));
        }
    }

    /** A column that only a row filter names is one that a filled template must have, or it would be refused. */
    @Test
    void theColumnOfARowFilterStandsInTheTemplate() throws IOException {
        Schema orders = SCHEMAS.get("orders").with(new Schema.Rows(Map.of("审核状态", List.of("已审核", "已发货")), Map.of()));
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(written(orders, "zh")))) {
            org.apache.poi.ss.usermodel.Row header = book.getSheetAt(0).getRow(0);
            assertThat(header.getLastCellNum())
                    .isEqualTo((short) (orders.columns().size() + 1));
            assertThat(header.getCell(orders.columns().size())).hasToString("审核状态");
            assertThat(book.getSheetAt(0).getRow(1).getCell(orders.columns().size()))
                    .hasToString("已审核");
        }
    }

    private static void fill(XSSFSheet sheet, Schema schema, String language) {
        ColumnWords words = new ColumnWords(schema, SCHEMAS, Optional.of(PLAN), language);
        for (int row = 2; row <= 3; row++) {
            org.apache.poi.ss.usermodel.Row filled = sheet.createRow(row);
            for (int i = 0; i < schema.columns().size(); i++) {
                DatasetColumn column = schema.columns().get(i);
                Cell cell = filled.createCell(i);
                cell.setCellStyle(sheet.getColumnStyle(i));
                Example.of(column, words).fill(cell);
            }
        }
    }

    private static void checkRows(Schema schema, ContentStore store, Slice slice) throws IOException {
        List<Problem> problems = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        SliceTally tally = new SliceReader(store, schema, ZoneId.of("Asia/Shanghai")).read(slice, new RowSink() {
            @Override
            public void row(long record, Row row) {
                rows.add(row);
            }

            @Override
            public void rejected(long record, List<Problem> found, List<String> cells) {
                problems.addAll(found);
            }
        });
        assertThat(problems).as(schema.dataset()).isEmpty();
        assertThat(rows).as(schema.dataset()).hasSize(2);
        assertThat(tally.skipped()).as(schema.dataset() + ": the example").isEqualTo(1);
        for (int i = 0; i < schema.columns().size(); i++) {
            assertThat(rows.get(0).value(i))
                    .as(schema.dataset() + " " + schema.columns().get(i).name())
                    .isNotNull();
        }
    }

    @Test
    void everyColumnHasItsHeaderNoteFormatAndCheck() throws IOException {
        for (Schema schema : SCHEMAS.values()) {
            try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(written(schema, "zh")))) {
                XSSFSheet sheet = book.getSheetAt(0);
                assertThat(sheet.getPaneInformation().getHorizontalSplitPosition())
                        .isEqualTo((short) 1);
                assertThat(sheet.getRow(1).getCell(0).toString()).startsWith("示例");
                for (int i = 0; i < schema.columns().size(); i++) {
                    DatasetColumn column = schema.columns().get(i);
                    Cell header = sheet.getRow(0).getCell(i);
                    assertThat(header).hasToString(column.zh());
                    assertThat(header.getCellComment().getString().getString()).contains(column.name());
                    boolean id = column.references().isPresent() || schema.key().contains(column.name());
                    if (id && column.type() == DatasetColumn.Type.TEXT) {
                        assertThat(sheet.getColumnStyle(i).getDataFormatString())
                                .as(column.name())
                                .isEqualTo("@");
                    }
                    assertThat(check(sheet, i))
                            .as(schema.dataset() + " " + column.name())
                            .isEqualTo(expected(new ColumnWords(schema, SCHEMAS, Optional.of(PLAN), "zh"), column));
                }
                assertThat(book.getSheetName(1)).isEqualTo("填写说明");
            }
        }
    }

    private static String expected(ColumnWords words, DatasetColumn column) {
        return switch (column.type()) {
            case CHOICE, YES_NO -> "LIST";
            case NUMBER, AMOUNT, PERCENT -> "DECIMAL";
            case DATE, DATE_TIME -> "DATE";
            case PERIOD -> "TEXT_LENGTH";
            default -> words.choices(column).isEmpty() ? "" : "LIST";
        };
    }

    private static String check(XSSFSheet sheet, int column) {
        return sheet.getDataValidations().stream()
                .filter(check -> check.getRegions().getCellRangeAddresses()[0].getFirstColumn() == column)
                .map(TemplateTest::kind)
                .findFirst()
                .orElse("");
    }

    private static String kind(XSSFDataValidation check) {
        return switch (check.getValidationConstraint().getValidationType()) {
            case DataValidationConstraint.ValidationType.LIST -> "LIST";
            case DataValidationConstraint.ValidationType.DECIMAL -> "DECIMAL";
            case DataValidationConstraint.ValidationType.DATE -> "DATE";
            case DataValidationConstraint.ValidationType.TEXT_LENGTH -> "TEXT_LENGTH";
            default -> "?";
        };
    }

    @Test
    void isTheSameBytesUnderAnyLocaleAndZoneAndLeavesNothingBehind() throws IOException {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        byte[] first = written(SCHEMAS.get("visits"), "zh");
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertThat(written(SCHEMAS.get("visits"), "zh")).isEqualTo(first);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
        try (Stream<Path> left = Files.list(temp)) {
            assertThat(left).isEmpty();
        }
    }
}
