package dev.steelyard.output.workbook.hr;

import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Sheet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** 异动与金额: who moved or was away, and what was decided, split, cut or carried over besides the rules, each kind a table. */
final class ChangesPage {

    private ChangesPage() {}

    /** Nothing where there is nothing of either kind. */
    static Optional<Sheet> sheet(Report report) {
        List<Block<?>> blocks = Stream.of(
                        new MovesTable(report).block(),
                        new CutTargetTable(report).block(),
                        new SplitTable(report).block(),
                        new AdjustmentTable(report).block(),
                        new BalanceTable(report).block())
                .<Block<?>>flatMap(Optional::stream)
                .toList();
        String title = report.say("sheet.changes");
        return blocks.isEmpty()
                ? Optional.empty()
                : Optional.of(new Sheet.Page(
                                title,
                                title + " " + report.identity().period(),
                                List.of(report.say("sheet.changes.intro")),
                                blocks)
                        .onOneSheet());
    }
}
