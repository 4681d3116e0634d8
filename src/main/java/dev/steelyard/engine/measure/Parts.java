package dev.steelyard.engine.measure;

import dev.steelyard.engine.dataset.ByCode;
import dev.steelyard.engine.dataset.Lane;
import dev.steelyard.engine.dataset.Row;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** The parts of a tally's groups or combinations, by columns: each a number, and side by side one for the whole. */
final class Parts {

    private final BlockTaker taker;
    private final Gauge gauge;
    private final Accumulator into;
    private final Gauge.TallyColumns tallied;
    private final Part[] parts;
    private final boolean areNumbers;

    /** The number of a row's part: of what stands in a column, or of the hour there. */
    private record Part(Lane.Codes lane, Lane.Times hours, ByCode numbers) {
        int of(int row) {
            return numbers.of(hours == null ? lane.code(row) : hours.seconds(row) / 3600);
        }
    }

    Parts(BlockTaker taker, Gauge gauge, Accumulator into, Gauge.TallyColumns tallied) {
        this.taker = taker;
        this.gauge = gauge;
        this.into = into;
        this.tallied = tallied;
        List<Part> found = new ArrayList<>();
        boolean all = true;
        if (tallied.tally().kind() == Tally.Kind.GROUPS) {
            for (int i = 0; i < tallied.by().size(); i++) {
                all &= addGroup(tallied.by().get(i), i, found);
            }
        } else if (tallied.tally().kind() == Tally.Kind.DISTINCT) {
            for (int column : tallied.columns()) {
                all &= addMember(column, found);
            }
        }
        this.parts = found.toArray(Part[]::new);
        this.areNumbers = all && parts.length <= GroupNumbers.MOST_PARTS;
    }

    /** Whether every part has numbers, and they fit side by side; else rows go one by one. */
    boolean areNumbers() {
        return areNumbers;
    }

    /** How many parts there are. */
    int count() {
        return parts.length;
    }

    /** Whether no part is blank. */
    boolean areFilled(int row) {
        for (Part part : parts) {
            if (part.lane().code(row) == Lane.Codes.BLANK) {
                return false;
            }
        }
        return true;
    }

    /** The parts' numbers side by side, 0 of none; below 0 where one has none. */
    long combined(int row) {
        long combined = 0;
        for (Part part : parts) {
            int number = part.of(row);
            if (number < 0) {
                return GroupNumbers.NONE;
            }
            combined = combined << Ids.BITS | number;
        }
        return combined;
    }

    /** @return whether the part has numbers */
    private boolean addGroup(Joined.Group group, int index, List<Part> found) {
        int column = group.place().join() < 0
                ? group.place().column()
                : gauge.joins().get(group.place().join()).column();
        Lane.Codes lane = taker.codes(column);
        if (lane == null) {
            return false;
        }
        taker.need(column);
        if (group.place().join() < 0 && lane instanceof Lane.Times times) {
            if (group.part() == DatePart.WHOLE) {
                return false;
            }
            if (group.part() == DatePart.HOUR) {
                // A blank time is no row of the tally's: what dates it stands there.
                boolean dating = column == tallied.dateColumn();
                LocalDate any = LocalDate.EPOCH;
                found.add(new Part(
                        times,
                        times,
                        new ByCode(hour ->
                                into.part(tallied, index, group.part().of(any.atTime(LocalTime.of(hour, 0)))))));
                return dating;
            }
        }
        boolean isTime = lane instanceof Lane.Times;
        found.add(new Part(lane, null, new ByCode(code -> {
            Object value = lane.of(code);
            if (group.place().join() >= 0) {
                Row row = taker.named(group.place().join(), code);
                value = row == null ? null : row.value(group.place().column());
            } else if (isTime && value != null) {
                value = ((LocalDate) value).atStartOfDay();
            }
            return into.part(tallied, index, group.part().of(value));
        })));
        return true;
    }

    private boolean addMember(int column, List<Part> found) {
        Lane.Codes lane = taker.codes(column);
        if (lane == null || lane instanceof Lane.Times) {
            return false;
        }
        taker.need(column);
        found.add(new Part(
                lane,
                null,
                new ByCode(code ->
                        code == Lane.Codes.BLANK ? ByCode.NONE : into.ids().of(lane.of(code), column))));
        return true;
    }
}
