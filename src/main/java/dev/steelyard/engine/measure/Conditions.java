package dev.steelyard.engine.measure;

import dev.steelyard.engine.dataset.ByCode;
import dev.steelyard.engine.dataset.Lane;
import dev.steelyard.engine.dataset.Row;
import dev.steelyard.engine.dataset.RowBlock.Picks;
import java.util.List;
import java.util.stream.IntStream;

/** A tally's conditions, by columns: one over a single column of few values is asked once a value, not once a row. */
final class Conditions {

    /** Passes on the rows that meet a condition. */
    private interface Filter {
        void pass(Picks picks);
    }

    private final BlockTaker taker;
    private final Gauge gauge;
    private final List<Filter> filters;

    Conditions(BlockTaker taker, Gauge gauge, List<Matcher> conditions) {
        this.taker = taker;
        this.gauge = gauge;
        this.filters = conditions.stream().map(this::filter).toList();
    }

    /** Leaves those rows that meet every condition. */
    void pass(Picks picks) {
        for (int i = 0; i < filters.size(); i++) {
            filters.get(i).pass(picks);
        }
    }

    private Filter filter(Matcher condition) {
        List<Joined.Place> reads = condition.reads();
        int[] columns = reads.stream()
                .mapToInt(place -> place.join() < 0
                        ? place.column()
                        : gauge.joins().get(place.join()).column())
                .distinct()
                .toArray();
        IntStream.of(columns).forEach(taker::need);
        Lane.Codes only = columns.length == 1 ? taker.codes(columns[0]) : null;
        Row scratch =
                new Row(gauge.schema(), new Object[gauge.schema().columns().size()], null);
        Row[] named = new Row[gauge.joins().size()];
        if (only == null || only instanceof Lane.Times) {
            return rows -> each(rows, reads, columns, condition, scratch, named);
        }
        ByCode verdicts = new ByCode(code -> {
            scratch.values()[columns[0]] = only.of(code);
            reads.forEach(place -> {
                if (place.join() >= 0) {
                    named[place.join()] = taker.named(place.join(), code);
                }
            });
            return condition.matches(scratch, named) ? 1 : 0;
        });
        return rows -> {
            int count = rows.restart();
            for (int i = 0; i < count; i++) {
                int row = rows.get(i);
                if (verdicts.of(only.code(row)) > 0) {
                    rows.add(row);
                }
            }
        };
    }

    /** A condition over several columns or numbers: of each row what it looks at. */
    private void each(
            Picks rows, List<Joined.Place> reads, int[] columns, Matcher condition, Row scratch, Row[] named) {
        int count = rows.restart();
        for (int i = 0; i < count; i++) {
            int row = rows.get(i);
            for (int column : columns) {
                Lane lane = taker.block().lane(column);
                scratch.values()[column] = lane == null ? null : lane.value(row);
            }
            for (Joined.Place place : reads) {
                if (place.join() >= 0) {
                    named[place.join()] = taker.namedBy(place.join(), row);
                }
            }
            if (condition.matches(scratch, named)) {
                rows.add(row);
            }
        }
    }
}
