package dev.steelyard.output.workbook.hr;

import dev.steelyard.engine.dataset.Row;
import dev.steelyard.engine.pay.SplitEffects.Effect;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.register.Splits.Split;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Datum;
import dev.steelyard.output.workbook.book.Format;
import dev.steelyard.output.workbook.book.Width;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** 分单: who shares which order line of the period, who approved it, and what that changed of commission (rulings 109). */
record SplitTable(Report report) {

    /** Nothing where no line of the period is split. */
    Optional<Block<?>> block() {
        List<Effect> effects = report.result().splits();
        return effects.isEmpty()
                ? Optional.empty()
                : Optional.of(Block.of(report.say("sheet.splits"), columns(), effects, "")
                        .intro(report.say("sheet.splits.intro")));
    }

    private String column(String key) {
        return report.say("sheet.splits." + key);
    }

    private List<Column<Effect>> columns() {
        return List.of(
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
                        effect -> Datum.number(effect.split().map(Split::share).orElse(BigDecimal.ZERO))),
                Column.number(
                        "amount",
                        column("amount"),
                        Format.MONEY,
                        effect -> Datum.number(effect.amount().rounded(2))),
                Column.number(
                        "part",
                        column("part"),
                        Format.MONEY,
                        effect -> Datum.number(effect.part().rounded(2))),
                Column.money("effect", column("effect"), effect -> effect.effect()),
                text("line", this::line));
    }

    /** Which line, whose, and who approved that it is shared. */
    private String line(Effect effect) {
        String by = approval(effect, "approved_by", Row::textOrBlank);
        return report.say(
                by.isEmpty() ? "sheet.splits.line.unapproved" : "sheet.splits.line.approved",
                "line",
                effect.line(),
                "day",
                effect.day(),
                "seller",
                effect.seller(),
                "by",
                by,
                "on",
                approval(effect, "approved_date", (row, day) -> Optional.ofNullable(row.day(day))
                        .map(Object::toString)
                        .orElse("")));
    }

    private Column<Effect> text(String key, Function<Effect, String> value) {
        return Column.text(key, column(key), Width.fit(8, 20), effect -> value.apply(effect));
    }

    /** Blank where the export has no such column. */
    private static String approval(Effect effect, String column, BiFunction<Row, String, String> cell) {
        return effect.split()
                .map(Split::row)
                .filter(row -> row.schema().column(column).isPresent())
                .map(row -> cell.apply(row, column))
                .orElse("");
    }
}
