package dev.steelyard.output.workbook.hr;

import dev.steelyard.engine.fact.Employee;
import dev.steelyard.engine.fact.Row;
import dev.steelyard.engine.fact.Splits.Split;
import dev.steelyard.engine.pay.SplitEffects.Effect;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Datum;
import dev.steelyard.output.workbook.book.Format;
import dev.steelyard.output.workbook.book.Sheet;
import dev.steelyard.output.workbook.book.Width;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** 分单: who shares which order line of the period, who approved it, and what that changed of commission (rulings 109). */
final class SplitTable {

    private final Report report;

    SplitTable(Report report) {
        this.report = report;
    }

    /** Nothing where no line of the period is split. */
    Optional<Sheet> sheet() {
        List<Effect> effects = report.result().splits();
        if (effects.isEmpty()) {
            return Optional.empty();
        }
        String title = report.say("sheet.splits");
        return Optional.of(new Sheet.Table<>(
                title,
                2,
                Block.of(title + " " + report.identity().period(), columns(), effects, "")
                        .intro(report.say("sheet.splits.intro"))));
    }

    private String column(String key) {
        return report.say("sheet.splits." + key);
    }

    private List<Column<Effect>> columns() {
        return List.of(
                text("order_line_id", Effect::line),
                text("date", effect -> effect.day().toString()),
                text("seller", Effect::seller),
                Column.number(
                        "amount",
                        column("amount"),
                        Format.MONEY,
                        effect -> Datum.number(effect.amount().rounded(2))),
                text("employee_id", Effect::employeeId),
                text("name", effect -> report.result()
                        .input()
                        .registers()
                        .roster()
                        .find(effect.employeeId())
                        .map(Employee::name)
                        .orElse("")),
                Column.number(
                        "share",
                        column("share"),
                        Format.PERCENT,
                        effect -> Datum.number(effect.split().map(Split::share).orElse(java.math.BigDecimal.ZERO))),
                Column.number(
                        "part",
                        column("part"),
                        Format.MONEY,
                        effect -> Datum.number(effect.part().rounded(2))),
                Column.number("effect", column("effect"), Format.MONEY, effect -> Datum.money(effect.effect())),
                text(
                        "approved_by",
                        effect -> approval(
                                effect,
                                row -> row.schema().column("approved_by").isPresent()
                                        ? row.textOrBlank("approved_by")
                                        : "")),
                text(
                        "approved_date",
                        effect -> approval(effect, row -> Optional.of(row)
                                .filter(one ->
                                        one.schema().column("approved_date").isPresent())
                                .map(one -> one.day("approved_date"))
                                .map(Object::toString)
                                .orElse(""))));
    }

    private Column<Effect> text(String key, Function<Effect, String> value) {
        return Column.of(key, column(key), Width.fit(8, 20), Format.TEXT, effect -> Datum.text(value.apply(effect)));
    }

    private static String approval(Effect effect, Function<Row, String> cell) {
        return effect.split().map(split -> cell.apply(split.row())).orElse("");
    }
}
