package dev.steelyard.engine.measure;

import dev.steelyard.engine.calendar.Month;
import dev.steelyard.engine.dataset.ByCode;
import dev.steelyard.engine.dataset.Lane;
import dev.steelyard.engine.dataset.Row;
import dev.steelyard.engine.dataset.RowBlock;
import dev.steelyard.engine.dataset.RowBlock.Picks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Rows by columns on their way into an {@link Accumulator}: what is asked of a value is asked once for its code. Whatever is
 * unusual goes row by row, and both ways give the same.
 */
final class BlockTaker {

    /** A column that is read by its codes; a row whose answer is below 0 wants a closer look. */
    private record Asked(Lane.Codes lane, ByCode answers) {}

    private final ByCode any = new ByCode(code -> 0);

    private final Gauge gauge;
    private final RowBlock block;
    private final List<Asked> asked = new ArrayList<>();
    private final Set<Lane.Codes> needed = new LinkedHashSet<>();
    private final List<Asked> uses = new ArrayList<>();
    private final Map<Chosen.Wanted, Chosen> chosen = new LinkedHashMap<>();
    private final List<BlockTally> taps = new ArrayList<>();
    private final List<List<Row>> named = new ArrayList<>();
    private final List<Asked> joins = new ArrayList<>();
    private final LongSet splits = new LongSet();
    private final boolean hasSplits;
    private final boolean nobody;
    private boolean[] odd = {};

    BlockTaker(Gauge gauge, Accumulator into, RowBlock block) {
        this.gauge = gauge;
        this.block = block;
        int owner = gauge.owners().person();
        this.nobody = owner >= 0 && block.lane(owner) == null;
        for (int column : gauge.peopleColumns()) {
            ask(column, code -> {
                if (code == Lane.Codes.BLANK) {
                    return column == owner ? ByCode.NONE : 0;
                }
                Integer subject = gauge.subject((String) codes(column).of(code));
                return subject == null ? ByCode.NONE : subject;
            });
        }
        for (Joined.Join join : gauge.joins()) {
            joins.add(join(join));
        }
        Set<String> lines = gauge.owners().splitLines();
        this.hasSplits = !lines.isEmpty();
        lines.forEach(line -> splits.add(block.keyOf(line) >>> 1));
        if (hasSplits && gauge.owners().original() >= 0) {
            int column = gauge.owners().original();
            ask(column, code -> code > 0 && lines.contains(codes(column).of(code)) ? ByCode.NONE : 0);
        }
        for (Gauge.Use use : gauge.uses()) {
            need(use.dateColumn());
            if (codes(use.dateColumn()) != null) {
                uses.add(new Asked(codes(use.dateColumn()), new ByCode(code -> {
                    LocalDate day = day(use.dateColumn(), code);
                    return day != null && use.months().get(Month.of(day)) ? 1 : 0;
                })));
            }
        }
        boolean ofPeople = IntStream.of(gauge.peopleColumns()).anyMatch(column -> column == gauge.subjectColumn());
        for (int i = 0; i < gauge.tallyColumns().size(); i++) {
            boolean dated = codes(gauge.tallyColumns().get(i).dateColumn()) != null;
            if (ofPeople && dated && codes(gauge.subjectColumn()) != null) {
                taps.add(new BlockTally(this, gauge, into, i));
            }
        }
    }

    /** What the row's place in a join is asked by: the code's row in {@link #named}, 0 for none. */
    private Asked join(Joined.Join join) {
        List<Row> rows = new ArrayList<>();
        rows.add(null);
        named.add(rows);
        Lane.Codes lane = codes(join.column());
        if (lane == null) {
            return null;
        }
        Asked answers = new Asked(lane, new ByCode(code -> {
            Row row = code == Lane.Codes.BLANK ? null : join.rows().get((String) lane.of(code));
            if (row == null) {
                return code != Lane.Codes.BLANK && join.needed() ? ByCode.NONE : 0;
            }
            rows.add(row);
            return rows.size() - 1;
        }));
        asked.add(answers);
        return answers;
    }

    private void ask(int column, IntUnaryOperator question) {
        if (codes(column) != null) {
            asked.add(new Asked(codes(column), new ByCode(question)));
        }
    }

    RowBlock block() {
        return block;
    }

    /** The column's codes; null where it has none. */
    Lane.Codes codes(int column) {
        return column >= 0 && block.lane(column) instanceof Lane.Codes codes ? codes : null;
    }

    /** Sees to it that rows without a code in the column go row by row. */
    void need(int column) {
        if (codes(column) != null) {
            needed.add(codes(column));
        }
    }

    /** The rows of a tally's months and people. */
    Chosen chosen(Gauge.TallyColumns tallied, boolean isOwn) {
        return chosen.computeIfAbsent(
                Chosen.Wanted.of(tallied, isOwn), wanted -> new Chosen(this, gauge, tallied, isOwn));
    }

    /** The day that a code of the column stands for; null where it is blank. */
    LocalDate day(int column, int code) {
        return Row.day(codes(column).of(code));
    }

    /** The row that a join finds for a code of its column; null where it is none. */
    Row named(int join, int code) {
        return joins.get(join) == null
                ? null
                : named.get(join).get(joins.get(join).answers().of(code));
    }

    /** The row that a join finds for a row; null where it is none. */
    Row namedBy(int join, int row) {
        return joins.get(join) == null
                ? null
                : named(join, joins.get(join).lane().code(row));
    }

    /**
     * Tells rows apart.
     *
     * @param odd takes those that must go row by row: not because they are wrong, but because they may be
     */
    void sort(int from, int to, Picks used, Picks out, Picks odd) {
        boolean[] isOdd = odd(from, to);
        for (int row = from; row < to; row++) {
            if (isOdd[row]) {
                odd.add(row);
            } else if (isUsed(row)) {
                used.add(row);
            } else {
                out.add(row);
            }
        }
    }

    private boolean[] odd(int from, int to) {
        if (odd.length < to) {
            odd = new boolean[to];
        }
        for (int row = from; row < to; row++) {
            odd[row] = nobody || hasSplits && splits.contains(block.key(row) >>> 1);
        }
        for (int i = 0; i < asked.size(); i++) {
            mark(asked.get(i).lane(), asked.get(i).answers(), from, to);
        }
        needed.forEach(lane -> {
            if (lane.hasOther()) {
                mark(lane, any, from, to);
            }
        });
        return odd;
    }

    private void mark(Lane.Codes lane, ByCode answers, int from, int to) {
        boolean[] marks = odd;
        for (int row = from; row < to; row++) {
            if (answers.of(lane.code(row)) < 0) {
                marks[row] = true;
            }
        }
    }

    private boolean isUsed(int row) {
        if (gauge.usesAll()) {
            return true;
        }
        for (int i = 0; i < uses.size(); i++) {
            Asked use = uses.get(i);
            if (use.answers().of(use.lane().code(row)) > 0) {
                return true;
            }
        }
        return false;
    }

    /** Takes rows that are used. */
    void take(Picks used) {
        chosen.values().forEach(rows -> rows.choose(used));
        for (int i = 0; i < taps.size(); i++) {
            taps.get(i).take();
        }
    }

    /** Gives the cells what was kept beside them. */
    void settle() {
        taps.forEach(BlockTally::settle);
    }
}
