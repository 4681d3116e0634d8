package dev.steelyard.output.workbook.finance;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.pay.Accrual;
import dev.steelyard.engine.pay.Accrued;
import dev.steelyard.engine.unit.CodePoints;
import dev.steelyard.engine.unit.Money;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Book;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Datum;
import dev.steelyard.output.workbook.book.Format;
import dev.steelyard.output.workbook.book.Sheet;
import dev.steelyard.output.workbook.book.Width;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finance's accruals {@code accrual-PERIOD.xlsx} 计提: sums by component, team and cost center, and every line. */
public final class AccrualWorkbook {

    /**
     * What stands under a word, now and a month before.
     *
     * @param before nothing where nobody knows it
     */
    private record Sum(String word, List<Accrued> now, List<Accrued> before) {
        Money amount() {
            return sum(now);
        }

        Money former() {
            return sum(before);
        }

        /** What had been accrued for periods that are over: their own payout takes its place. */
        Money reversal(LocalDate last) {
            return Money.ZERO.minus(sum(before.stream()
                    .filter(line -> Period.parse(line.period())
                            .filter(period -> period.last().isBefore(last))
                            .isPresent())
                    .toList()));
        }

        /** What the month added to periods that go on. */
        Money movement(LocalDate last) {
            return amount().minus(former()).minus(reversal(last));
        }

        long people() {
            return now.stream().map(Accrued::employeeId).distinct().count();
        }

        private static Money sum(List<Accrued> lines) {
            return lines.stream().map(Accrued::amount).reduce(Money.ZERO, Money::plus);
        }
    }

    private final Report report;
    private final List<Accrual> lines;
    private final Optional<List<Accrued>> before;

    private AccrualWorkbook(Report report, List<Accrual> lines, Optional<List<Accrued>> before) {
        this.report = report;
        this.lines = lines;
        this.before = before;
    }

    /**
     * Writes the workbook; {@code out} stays open.
     *
     * @param before what the month before had accrued; empty where nothing tells
     * @param tempFolder a private folder for temporary files; they are gone when this returns
     */
    public static void write(
            Report report, List<Accrual> lines, Optional<List<Accrued>> before, Path tempFolder, OutputStream out)
            throws IOException {
        AccrualWorkbook book = new AccrualWorkbook(report, lines, before);
        Book.write(
                report.imprint(report.say("finance.accrual.accruals")),
                List.of(book.sums(), book.table()),
                tempFolder,
                out);
    }

    private String none() {
        return report.say("finance.accrual.thereNothingAccrue");
    }

    private Sheet sums() {
        return new Sheet.Page(
                report.say("finance.accrual.sums"),
                report.title("finance.accrual.accrualsPeriod"),
                List.of(
                        report.say(
                                "finance.accrual.whatEarnedComponentsQuarter",
                                "last",
                                report.identity().period().last(),
                                "currency",
                                report.plan().currency()),
                        report.say("finance.accrual.quarterTakenEndMonth"),
                        before.isPresent()
                                ? report.say("finance.accrual.movement.means")
                                : report.say(
                                        "finance.accrual.cumulativeNotPayableReverse",
                                        "period",
                                        report.identity().period().previous())),
                List.of(
                        by(
                                report.say("finance.accrual.component"),
                                line -> report.say(line.component().title()) + " " + line.period(),
                                true),
                        by(report.say("finance.accrual.team"), Accrued::team, false),
                        by(report.say("finance.accrual.costCenter"), Accrued::costCenter, false)));
    }

    /** @param all with a last row for everything */
    private Block<Sum> by(String title, Function<Accrued, String> word, boolean all) {
        List<Accrued> now = lines.stream().map(Accrued::of).toList();
        List<Accrued> former = before.orElse(List.of());
        Map<String, List<Accrued>> groups = grouped(now, word);
        Map<String, List<Accrued>> formerGroups = grouped(former, word);
        TreeSet<String> words = new TreeSet<>(CodePoints.ORDER);
        words.addAll(groups.keySet());
        words.addAll(formerGroups.keySet());
        List<Sum> sums = words.stream()
                .map(group -> new Sum(
                        group, groups.getOrDefault(group, List.of()), formerGroups.getOrDefault(group, List.of())))
                .toList();
        Block<Sum> block = Block.of(title, columns(), sums, none());
        return sums.isEmpty() || !all ? block : block.total(new Sum(report.say("word.total"), now, former));
    }

    private static Map<String, List<Accrued>> grouped(List<Accrued> lines, Function<Accrued, String> word) {
        return lines.stream().collect(Collectors.groupingBy(word));
    }

    private List<Column<Sum>> columns() {
        LocalDate last = report.identity().period().last();
        List<Column<Sum>> columns = new ArrayList<>();
        columns.add(Column.text("by", report.say("finance.accrual.sum"), Width.fit(26, 40), sum -> sum.word()));
        columns.add(Column.of(
                "people",
                report.say("word.people"),
                Width.fit(13, 15),
                Format.COUNT,
                sum -> Datum.whole(sum.people())));
        if (before.isPresent()) {
            columns.add(money("before", report.identity().period().previous().toString(), Sum::former));
            columns.add(money("movement", report.say("finance.accrual.movement"), sum -> sum.movement(last)));
            columns.add(money("reversal", report.say("finance.accrual.reversal"), sum -> sum.reversal(last)));
        }
        columns.add(money(
                "amount",
                before.isPresent() ? report.identity().period().toString() : report.say("word.amount"),
                Sum::amount));
        return columns;
    }

    private static Column<Sum> money(String id, String title, Function<Sum, Money> of) {
        return Column.of(id, title, Width.fit(16, 24), Format.MONEY, sum -> Datum.money(of.apply(sum)));
    }

    private Sheet table() {
        PayColumns<Accrual> of = new PayColumns<>(report, Accrual::employee);
        List<Column<Accrual>> columns = new ArrayList<>(List.of(
                of.employeeId(),
                of.name(),
                of.costCenter(),
                of.team(),
                Column.text("period", report.say("finance.accrual.paid"), line -> line.period()
                        .toString()),
                of.component(Accrual::component)));
        columns.addAll(of.making(Accrual::basis, Accrual::rate));
        columns.add(of.amount(report.say("word.amount"), Accrual::amount));
        columns.add(of.note(report.say("word.note"), 50, Accrual::note));
        return new Sheet.Table<>(
                report.say("finance.accrual.lines"),
                2,
                Block.of(report.ofPeriod("finance.accrual.accrualLines"), columns, lines, none())
                        .intro(report.say("finance.accrual.lineLineAccrualCsv"))
                        .onScreen());
    }
}
