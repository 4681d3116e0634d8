package dev.steelyard.app.cases;

import dev.steelyard.engine.pay.SplitEffects.Effect;
import dev.steelyard.engine.run.RunResult;
import java.util.List;
import java.util.Map;

/** Splits of order lines as cases write them. */
final class SplitCells {

    static final List<String> COLUMNS =
            List.of("employee_id", "order_line_id", "date", "seller", "amount", "share", "part", "effect");

    private SplitCells() {}

    static List<Map<String, String>> of(RunResult result) {
        return result.splits().stream().map(SplitCells::of).toList();
    }

    private static Map<String, String> of(Effect effect) {
        return Map.of(
                "employee_id", effect.employeeId(),
                "order_line_id", effect.line(),
                "date", effect.day().toString(),
                "seller", effect.seller(),
                "amount", effect.amount().plain(),
                "share",
                        effect.split()
                                .map(split -> split.share().toPlainString())
                                .orElse(""),
                "part", effect.part().plain(),
                "effect", effect.effect().toString());
    }
}
