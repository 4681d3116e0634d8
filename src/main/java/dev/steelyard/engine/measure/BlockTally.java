package dev.steelyard.engine.measure;

import dev.steelyard.engine.dataset.Lane;
import dev.steelyard.engine.dataset.Row;
import dev.steelyard.engine.dataset.RowBlock.Picks;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** One tally's rows by columns: which they are, and what each adds to its person's cell. */
final class BlockTally {

    /** The one group of amounts that no price restates. */
    private static final String AS_SOLD = "1";

    /** How many groups of a place may lie {@link #near}. */
    private static final int NEAR = 8;

    /** How many numbers may: they must stay where they are fast. */
    private static final int MOST_NEAR = 1 << 18;

    private final BlockTaker taker;
    private final Gauge gauge;
    private final Gauge.TallyColumns tallied;
    private final int number;
    private final Accumulator into;
    private final Lane.Codes dates;
    private final Chosen chosen;
    private final Conditions conditions;
    private final Lane[] lanes;

    /** The parts of a group or a combination as numbers. */
    private final Parts parts;

    /** How many places there are. */
    private final int places;

    private final boolean oneByOne;
    private final boolean isFiltered;

    /** The rows of the block that are taken, where conditions leave out some of those chosen. */
    private final Picks filtered = new Picks();

    /** Whether rows are counted by {@linkplain Chosen#place place}: what cells hold of them is added at the end. */
    private final boolean countsPlaces;

    /** Rows by place, where conditions leave out some of those chosen. */
    private final int[] rows;

    /** Blank cells and rows of nothing but blanks, side by side by place: most amounts are filled. */
    private final int[] blanks;

    private final Slots sums;

    /** Groups with the least numbers, which are those of columns with few values: found by place, without a look for their key. */
    private final Slots near;

    /** Where nothing but rows is counted by group; else null. */
    private final RowCounts rowCounts;

    /** The groups of rows that are told apart by what hardly comes again; else null. */
    private final GroupTexts listed;

    /** How many groups of a place lie near; 0 where none do. */
    private final int width;

    private final Map<Long, String> groups = new HashMap<>();

    BlockTally(BlockTaker taker, Gauge gauge, Accumulator into, int number) {
        this.taker = taker;
        this.gauge = gauge;
        this.into = into;
        this.number = number;
        this.tallied = gauge.tallyColumns().get(number);
        this.dates = taker.codes(tallied.dateColumn());
        taker.need(tallied.dateColumn());
        boolean isOwn = tallied.tally().heldOn().isEmpty() || !gauge.owners().areHeld();
        this.chosen = taker.chosen(tallied, isOwn);
        this.conditions = new Conditions(taker, gauge, tallied.conditions());
        this.lanes = Arrays.stream(tallied.columns())
                .mapToObj(column -> column < 0 ? null : taker.block().lane(column))
                .toArray(Lane[]::new);
        // Whose a row is that others hold decides what its conditions see.
        this.isFiltered = isOwn && !tallied.conditions().isEmpty();
        this.parts = new Parts(taker, gauge, into, tallied);
        boolean isOdd = !isOwn
                || tallied.tally().pricedOn().isPresent() && gauge.restated().isAny();
        boolean areNumbers = parts.areNumbers() && lanes.length <= Slots.MOST_SUMS;
        boolean isListed = tallied.tally().kind() == Tally.Kind.GROUPS && !areNumbers && !isOdd;
        this.listed = isListed ? new GroupTexts(taker, tallied) : null;
        this.oneByOne = isOdd || !areNumbers && !isListed;
        this.places = gauge.people() * tallied.monthSpan();
        this.countsPlaces = !oneByOne
                && switch (tallied.tally().kind()) {
                    case AMOUNT, WHOLE, DISTINCT, GROUPS, RESTATED -> true;
                    case DAYS, EXTREMES, LATEST -> false;
                };
        this.rows = new int[countsPlaces && isFiltered ? places : 0];
        this.blanks = new int[countsPlaces ? 2 * places : 0];
        this.sums = switch (tallied.tally().kind()) {
            case AMOUNT, WHOLE -> Slots.byPlace(places, 1);
            case GROUPS, RESTATED -> Slots.keyed(lanes.length);
            default -> Slots.keyed(0);
        };
        boolean countsRows = tallied.tally().kind() == Tally.Kind.GROUPS
                && areNumbers
                && !oneByOne
                && lanes.length == 1
                && tallied.columns()[0] < 0
                && parts.count() <= RowCounts.MOST_PARTS;
        this.rowCounts = countsRows ? new RowCounts(places, parts.count()) : null;
        int wanted =
                switch (tallied.tally().kind()) {
                    case RESTATED -> 1;
                    case GROUPS -> parts.count() == 1 && areNumbers && !countsRows ? NEAR : 0;
                    default -> 0;
                };
        this.width = (long) places * wanted * (lanes.length + 1) > MOST_NEAR ? 0 : wanted;
        this.near = Slots.byPlace(places * width, lanes.length);
    }

    /** Takes the rows that were {@linkplain Chosen#choose chosen} last. */
    void take() {
        Picks picks = chosen.rows();
        if (isFiltered) {
            filtered.copy(picks);
            conditions.pass(filtered);
            picks = filtered;
        }
        if (oneByOne) {
            for (int i = 0; i < picks.size(); i++) {
                into.take(taker.block().row(picks.get(i)), number);
            }
            return;
        }
        switch (tallied.tally().kind()) {
            case AMOUNT, WHOLE -> takeAmounts(picks);
            case DAYS -> takeDays(picks);
            case DISTINCT -> takeCombinations(picks);
            case GROUPS -> takeGroups(picks);
            case RESTATED -> takeAsSold(picks);
            case EXTREMES, LATEST -> takeOrdered(picks);
        }
    }

    private Cell cell(int row) {
        int subject = chosen.subject(row);
        return into.cell(
                number, subject, gauge.segments().of(subject, taker.day(tallied.dateColumn(), dates.code(row))));
    }

    private Cell cellAt(int place) {
        return into.cell(number, place / tallied.monthSpan(), place % tallied.monthSpan() + tallied.firstMonth());
    }

    /** Gives the cells what was kept beside them; takes nothing after that. */
    void settle() {
        for (int place = 0; countsPlaces && place < places; place++) {
            int count = isFiltered ? rows[place] : chosen.rowsAt(place);
            if (count > 0) {
                Cell cell = cellAt(place);
                cell.countRows(count);
                if (cell instanceof Cell.Amount amount && lanes.length > 0) {
                    amount.count((long) count * lanes.length - blanks[2 * place], count - blanks[2 * place + 1]);
                }
            }
        }
        sums.forEach((key, place, slot) -> {
            Cell cell = cellAt(place);
            if (cell instanceof Cell.Amount amount) {
                amount.addSum(sums.units(slot, 0), sums.scale(slot, 0));
            } else if (cell instanceof Cell.Groups own) {
                settle(own, key, sums, slot);
            }
        });
        near.forEach((none, at, slot) -> settle((Cell.Groups) cellAt(at / width), at % width, near, slot));
        if (rowCounts != null) {
            rowCounts.forEach((place, group, text, count) -> {
                Cell.Groups cell = (Cell.Groups) cellAt(place);
                cell.add(cell.place(text, group, 1), 0, count, 0);
            });
        }
    }

    private void settle(Cell.Groups cell, long group, Slots of, int slot) {
        int at = cell.place(groups.get(group), group, lanes.length);
        for (int i = 0; i < lanes.length; i++) {
            if (of.scale(slot, i) >= 0) {
                cell.add(at, i, of.units(slot, i), of.scale(slot, i));
            }
        }
    }

    private void takeAmounts(Picks picks) {
        int count = picks.size();
        for (int i = 0; i < count; i++) {
            int row = picks.get(i);
            int place = chosen.place(row);
            if (place < 0) {
                addAmounts((Cell.Amount) cell(row), row);
                continue;
            }
            countRow(place);
            int blank = 0;
            for (Lane lane : lanes) {
                if (!(lane instanceof Lane.Decimals numbers) || numbers.scale(row) < 0) {
                    blank++;
                } else if (!sums.add(sums.at(place), 0, numbers.unscaled(row), numbers.scale(row))) {
                    ((Cell.Amount) cellAt(place)).addSum(numbers.unscaled(row), numbers.scale(row));
                }
            }
            if (blank > 0) {
                blanks[2 * place] += blank;
                blanks[2 * place + 1] += blank == lanes.length ? 1 : 0;
            }
        }
    }

    private void countRow(int place) {
        if (isFiltered) {
            rows[place]++;
        }
    }

    private void addAmounts(Cell.Amount cell, int row) {
        cell.countRow();
        int filled = 0;
        for (Lane lane : lanes) {
            if (lane instanceof Lane.Decimals numbers && numbers.scale(row) >= 0) {
                filled++;
                cell.addSum(numbers.unscaled(row), numbers.scale(row));
            }
        }
        cell.count(filled, filled > 0 ? 1 : 0);
    }

    private void takeDays(Picks picks) {
        for (int i = 0; i < picks.size(); i++) {
            int row = picks.get(i);
            Cell cell = cell(row);
            cell.countRow();
            Accumulator.addDays((Cell.Amount) cell, day(lanes[0], row), day(lanes[1], row));
        }
    }

    private static LocalDate day(Lane lane, int row) {
        return lane == null ? null : Row.day(lane.value(row));
    }

    private void takeCombinations(Picks picks) {
        for (int i = 0; i < picks.size(); i++) {
            int row = picks.get(i);
            int place = chosen.place(row);
            if (place < 0) {
                cell(row).countRow();
            } else {
                countRow(place);
            }
            if (parts.areFilled(row)) {
                long combination = parts.combined(row);
                int before = sums.size();
                if (place >= 0 && combination >= 0) {
                    sums.find(combination, place);
                }
                if (place < 0 || combination < 0 || sums.size() > before) {
                    into.addMember((Cell.Distinct) cell(row), tallied.columns(), column -> taker.block()
                            .lane(column)
                            .value(row));
                }
            }
        }
    }

    private void takeGroups(Picks picks) {
        int count = picks.size();
        if (listed != null) {
            for (int i = 0; i < count; i++) {
                addListed(picks.get(i));
            }
            return;
        }
        for (int i = 0; i < count; i++) {
            int row = picks.get(i);
            long group = parts.combined(row);
            if (rowCounts == null || !isCounted(group, row)) {
                addNumbers(group, row);
            }
        }
    }

    private void addListed(int row) {
        int place = chosen.place(row);
        Cell.Groups cell = (Cell.Groups) (place < 0 ? cell(row) : cellAt(place));
        if (place < 0) {
            cell.countRow();
        } else {
            countRow(place);
        }
        addNumbers(cell, cell.place(listed.of(row), lanes.length), row);
    }

    private void addNumbers(Cell.Groups cell, int at, int row) {
        for (int i = 0; i < lanes.length; i++) {
            cell.add(at, i, unscaled(i, row), Math.max(scale(i, row), 0));
        }
    }

    /** Counts a row in its group; false where that has no room. */
    private boolean isCounted(long group, int row) {
        int place = chosen.place(row);
        if (place < 0 || group < 0) {
            return false;
        }
        int column = rowCounts.column(group);
        if (column == RowCounts.NONE) {
            if (!rowCounts.hasRoom(group)) {
                return false;
            }
            column = rowCounts.add(group, text(group, row));
        }
        countRow(place);
        rowCounts.count(place, column);
        return true;
    }

    /** Amounts that no price restates, all in one group. */
    private void takeAsSold(Picks picks) {
        groups.put(0L, AS_SOLD);
        for (int i = 0; i < picks.size(); i++) {
            addNumbers(0, picks.get(i));
        }
    }

    private void addNumbers(long group, int row) {
        int place = chosen.place(row);
        if (place < 0 || group < 0) {
            Cell.Groups cell = (Cell.Groups) cell(row);
            cell.countRow();
            addNumbers(cell, cell.place(text(group, row), group, lanes.length), row);
            return;
        }
        countRow(place);
        Slots of = group < width ? near : sums;
        int slot = group < width ? near.at(place * width + (int) group) : sums.find(group, place);
        if (of.isEmpty(slot)) {
            text(group, row);
        }
        for (int i = 0; i < lanes.length; i++) {
            if (!of.add(slot, i, unscaled(i, row), Math.max(scale(i, row), 0))) {
                Cell.Groups cell = (Cell.Groups) cellAt(place);
                cell.add(cell.place(text(group, row), group, lanes.length), i, unscaled(i, row), scale(i, row));
            }
        }
    }

    private String text(long group, int row) {
        return group < 0
                ? into.group(tallied, taker.block().row(row))
                : groups.computeIfAbsent(
                        group, any -> into.group(tallied, taker.block().row(row)));
    }

    /** What is added to a sum: 1 where rows are counted, 0 where the cell is blank. */
    private long unscaled(int sum, int row) {
        if (tallied.columns()[sum] < 0) {
            return 1;
        }
        return lanes[sum] instanceof Lane.Decimals numbers && numbers.scale(row) >= 0 ? numbers.unscaled(row) : 0;
    }

    private int scale(int sum, int row) {
        return tallied.columns()[sum] >= 0 && lanes[sum] instanceof Lane.Decimals numbers ? numbers.scale(row) : 0;
    }

    private void takeOrdered(Picks picks) {
        for (int i = 0; i < picks.size(); i++) {
            int row = picks.get(i);
            Cell cell = cell(row);
            cell.countRow();
            Object value = lanes[0] == null ? null : lanes[0].value(row);
            if (value != null) {
                BigDecimal ordered = Accumulator.number(value);
                if (cell instanceof Cell.Latest latest) {
                    latest.add(Row.day(dates.value(row)).toEpochDay(), ordered);
                } else {
                    ((Cell.Extremes) cell).add(ordered);
                }
            }
        }
    }
}
