package dev.steelyard.input.intake;

import dev.steelyard.engine.measure.Accumulator;
import dev.steelyard.engine.measure.Cell;
import dev.steelyard.engine.measure.Tally;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Cells on disk, in order of tally, person and month: the same cells give the same bytes. People are told by their ids, which stand at
 * the beginning: their numbers are others when somebody joins.
 */
final class CellFile {

    private static final byte END = 0;
    private static final byte AMOUNT = 1;
    private static final byte DISTINCT = 2;
    private static final byte EXTREMES = 3;
    private static final byte LATEST = 4;
    private static final byte GROUPS = 5;
    private static final int GONE = -1;

    private CellFile() {}

    static void write(Accumulator cells, DataOutputStream out) throws IOException {
        Names names = new Names();
        List<String> ids = cells.gauge().ids();
        out.writeInt(ids.size());
        for (String id : ids) {
            LongTexts.write(id, out);
        }
        try {
            cells.forEach((tally, subject, month, cell) -> {
                try {
                    write(tally, subject, month, cell, names, out);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        out.writeByte(END);
    }

    private static void write(int tally, int subject, int month, Cell cell, Names names, DataOutputStream out)
            throws IOException {
        byte kind = kind(cell);
        out.writeByte(kind);
        out.writeInt(tally);
        out.writeInt(subject);
        out.writeInt(month);
        out.writeLong(cell.rows());
        if (cell instanceof Cell.Amount amount) {
            out.writeLong(amount.values());
            out.writeLong(amount.answers());
            Decimals.write(amount.sum(), out);
        } else if (cell instanceof Cell.Distinct distinct) {
            out.writeInt(distinct.members().size());
            for (String member : distinct.members()) {
                names.write(member, out);
            }
        } else if (cell instanceof Cell.Extremes extremes) {
            Decimals.write(extremes.least().orElse(null), out);
            Decimals.write(extremes.greatest().orElse(null), out);
        } else if (cell instanceof Cell.Latest latest) {
            out.writeLong(latest.day());
            Decimals.write(latest.value().orElse(null), out);
        } else if (cell instanceof Cell.Groups groups) {
            write(groups, names, out);
        }
    }

    private static byte kind(Cell cell) {
        if (cell instanceof Cell.Amount) {
            return AMOUNT;
        }
        if (cell instanceof Cell.Distinct) {
            return DISTINCT;
        }
        if (cell instanceof Cell.Groups) {
            return GROUPS;
        }
        return cell instanceof Cell.Extremes ? EXTREMES : LATEST;
    }

    /** Adds the cells of the tallies to the accumulator, those of people who are on its roster. */
    static void read(DataInputStream in, Accumulator into, Predicate<Tally> wanted) throws IOException {
        List<Tally> tallies = into.tallies();
        boolean[] isWanted = new boolean[tallies.size()];
        for (int i = 0; i < isWanted.length; i++) {
            isWanted[i] = wanted.test(tallies.get(i));
        }
        Names names = new Names(into::shared);
        int[] people = new int[in.readInt()];
        for (int i = 0; i < people.length; i++) {
            people[i] = into.gauge().number(LongTexts.read(in)).orElse(GONE);
        }
        for (byte kind = in.readByte(); kind != END; kind = in.readByte()) {
            int tally = in.readInt();
            int subject = in.readInt();
            int month = in.readInt();
            Cell cell = readCell(kind, in, names);
            if (people[subject] != GONE && isWanted[tally]) {
                into.put(tally, people[subject], month, cell);
            }
        }
    }

    private static Cell readCell(byte kind, DataInputStream in, Names names) throws IOException {
        long rows = in.readLong();
        switch (kind) {
            case AMOUNT -> {
                long values = in.readLong();
                long answers = in.readLong();
                return Cell.Amount.restored(rows, Decimals.read(in), values, answers);
            }
            case DISTINCT -> {
                int size = in.readInt();
                List<String> members = new ArrayList<>(size);
                for (int i = 0; i < size; i++) {
                    members.add(names.read(in));
                }
                return Cell.Distinct.restored(rows, members);
            }
            case EXTREMES -> {
                Optional<BigDecimal> least = Optional.ofNullable(Decimals.read(in));
                return Cell.Extremes.restored(rows, least, Optional.ofNullable(Decimals.read(in)));
            }
            case LATEST -> {
                long day = in.readLong();
                return Cell.Latest.restored(rows, day, Optional.ofNullable(Decimals.read(in)));
            }
            case GROUPS -> {
                return Cell.Groups.restored(rows, readGroups(in, names));
            }
            default -> throw new IOException("the file of cells is damaged");
        }
    }

    private static void write(Cell.Groups groups, Names names, DataOutputStream out) throws IOException {
        out.writeInt(groups.size());
        groups.forEach((group, from, width) -> {
            try {
                names.write(group, out);
                out.writeInt(width);
                for (int i = from; i < from + width; i++) {
                    Decimals.write(groups.all(), i, out);
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }

    private static Map<String, List<BigDecimal>> readGroups(DataInputStream in, Names names) throws IOException {
        Map<String, List<BigDecimal>> groups = new LinkedHashMap<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            String group = names.read(in);
            List<BigDecimal> sums = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                sums.add(Decimals.read(in));
            }
            groups.put(group, sums);
        }
        return groups;
    }
}
