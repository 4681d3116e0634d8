package dev.steelyard.input.intake;

import dev.steelyard.engine.measure.Accumulator;
import dev.steelyard.engine.measure.Cell;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Cells on disk, in order of tally, person and month: the same cells give the same bytes. */
final class CellFile {

    private static final byte END = 0;
    private static final byte AMOUNT = 1;
    private static final byte DISTINCT = 2;
    private static final byte EXTREMES = 3;
    private static final byte LATEST = 4;
    private static final byte GROUPS = 5;

    private CellFile() {}

    static void write(Accumulator cells, DataOutputStream out) throws IOException {
        try {
            cells.forEach((tally, subject, month, cell) -> {
                try {
                    write(tally, subject, month, cell, out);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        out.writeByte(END);
    }

    private static void write(int tally, int subject, int month, Cell cell, DataOutputStream out) throws IOException {
        byte kind = kind(cell);
        out.writeByte(kind);
        out.writeInt(tally);
        out.writeInt(subject);
        out.writeInt(month);
        out.writeLong(cell.rows());
        if (cell instanceof Cell.Amount amount) {
            out.writeLong(amount.values());
            out.writeLong(amount.answers());
            write(Optional.of(amount.sum()), out);
        } else if (cell instanceof Cell.Distinct distinct) {
            out.writeInt(distinct.members().size());
            for (String member : distinct.members()) {
                Texts.write(member, out);
            }
        } else if (cell instanceof Cell.Extremes extremes) {
            write(extremes.least(), out);
            write(extremes.greatest(), out);
        } else if (cell instanceof Cell.Latest latest) {
            out.writeLong(latest.day());
            write(latest.value(), out);
        } else if (cell instanceof Cell.Groups groups) {
            write(groups.sums(), out);
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

    /** Adds the cells to the accumulator. */
    static void read(DataInputStream in, Accumulator into) throws IOException {
        Map<String, String> shared = new HashMap<>();
        for (byte kind = in.readByte(); kind != END; kind = in.readByte()) {
            int tally = in.readInt();
            int subject = in.readInt();
            int month = in.readInt();
            into.put(tally, subject, month, readCell(kind, in, shared));
        }
    }

    private static Cell readCell(byte kind, DataInputStream in, Map<String, String> shared) throws IOException {
        long rows = in.readLong();
        switch (kind) {
            case AMOUNT -> {
                long values = in.readLong();
                long answers = in.readLong();
                return Cell.Amount.restored(rows, readNumber(in).orElseThrow(), values, answers);
            }
            case DISTINCT -> {
                int size = in.readInt();
                List<String> members = new ArrayList<>(size);
                for (int i = 0; i < size; i++) {
                    members.add(shared.computeIfAbsent(Texts.read(in), text -> text));
                }
                return Cell.Distinct.restored(rows, members);
            }
            case EXTREMES -> {
                Optional<BigDecimal> least = readNumber(in);
                return Cell.Extremes.restored(rows, least, readNumber(in));
            }
            case LATEST -> {
                long day = in.readLong();
                return Cell.Latest.restored(rows, day, readNumber(in));
            }
            case GROUPS -> {
                return Cell.Groups.restored(rows, readGroups(in, shared));
            }
            default -> throw new IOException("the file of cells is damaged");
        }
    }

    private static void write(Map<String, List<BigDecimal>> groups, DataOutputStream out) throws IOException {
        out.writeInt(groups.size());
        for (Map.Entry<String, List<BigDecimal>> group : groups.entrySet()) {
            Texts.write(group.getKey(), out);
            out.writeInt(group.getValue().size());
            for (BigDecimal sum : group.getValue()) {
                write(Optional.of(sum), out);
            }
        }
    }

    private static Map<String, List<BigDecimal>> readGroups(DataInputStream in, Map<String, String> shared)
            throws IOException {
        Map<String, List<BigDecimal>> groups = new LinkedHashMap<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            String group = shared.computeIfAbsent(Texts.read(in), text -> text);
            List<BigDecimal> sums = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                sums.add(readNumber(in).orElseThrow());
            }
            groups.put(group, sums);
        }
        return groups;
    }

    private static void write(Optional<BigDecimal> number, DataOutputStream out) throws IOException {
        Texts.write(number.map(BigDecimal::toString).orElse(""), out);
    }

    private static Optional<BigDecimal> readNumber(DataInputStream in) throws IOException {
        String text = Texts.read(in);
        return text.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(text));
    }
}
