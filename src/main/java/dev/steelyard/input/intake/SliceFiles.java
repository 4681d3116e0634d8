package dev.steelyard.input.intake;

import dev.steelyard.engine.measure.Accumulator;
import dev.steelyard.engine.measure.Tally;
import dev.steelyard.engine.plausible.Profile;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.RejectedRow;
import dev.steelyard.engine.run.AmountSum;
import dev.steelyard.engine.run.InputFile.Counts;
import dev.steelyard.engine.run.InputFile.Outcomes;
import dev.steelyard.input.exports.RowSink.Total;
import dev.steelyard.input.exports.Slice;
import dev.steelyard.input.intake.SliceMeasurer.Measured;
import dev.steelyard.ledger.store.PrivateFiles;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.commons.io.input.UnsynchronizedByteArrayInputStream;

/**
 * The results of slices between steps, so that a killed run goes on at its first unfinished slice: for each slice its cells
 * and counts, the fingerprints of its keys, and its problems. A file is there whole or not at all.
 */
public final class SliceFiles {

    /** Changes with the form of the files. */
    private static final int VERSION = 7;

    /** What is kept of a slice; the last says that the others are there. */
    static final List<String> PARTS = List.of("problems", "rejects", "keys", "cells");

    private final Path folder;

    /** @param folder of one run; created, private, if it does not exist */
    public SliceFiles(Path folder) throws IOException {
        this.folder = PrivateFiles.folder(folder);
    }

    /** The run's own folder, for what else must not outlive it. */
    public Path folder() {
        return folder;
    }

    /** What is kept of a slice besides cells, keys and problems. */
    public record Summary(Outcomes outcomes, Map<String, BigDecimal> sums, Totals totals) {}

    /** Whether the slice was finished. */
    public boolean has(int slice) {
        return Files.isRegularFile(path(slice, "cells"));
    }

    Path path(int slice, String what) {
        return folder.resolve(String.format(Locale.ROOT, "%05d.%s", slice, what));
    }

    /** Measures a slice: takes the consumers for its problems and its rejected rows. */
    @FunctionalInterface
    public interface Measuring {
        Measured measure(Consumer<Problem> problems, Consumer<RejectedRow> rejects) throws IOException;
    }

    /** Measures the slice and keeps the result; the cells come last and say that the slice is finished. */
    public void keep(int slice, Measuring measuring) throws IOException {
        Measured measured;
        try (ProblemFile.Writer writer = new ProblemFile.Writer(part(slice, "problems"));
                RejectFile.Writer rejected = new RejectFile.Writer(part(slice, "rejects"))) {
            measured = measuring.measure(writer, rejected);
        }
        PrivateFiles.stage(part(slice, "keys"), out -> writeKeys(measured.keys(), out));
        PrivateFiles.stage(part(slice, "cells"), out -> write(measured, out));
        PrivateFiles.sync(PARTS.stream().map(one -> part(slice, one)).toList());
        for (String one : PARTS) {
            Files.move(part(slice, one), path(slice, one), StandardCopyOption.ATOMIC_MOVE);
        }
        PrivateFiles.sync(folder);
    }

    /** Where a part lies until all of them are on the disk. */
    private Path part(int slice, String what) {
        return path(slice, what + ".part");
    }

    /** Takes over what a slice came to elsewhere: part → where it lies, on the disk. */
    void take(int slice, Map<String, Path> parts) throws IOException {
        for (String part : PARTS) {
            Path beside = part(slice, part);
            Files.deleteIfExists(beside);
            try {
                Files.createLink(beside, parts.get(part));
            } catch (UnsupportedOperationException | FileSystemException e) {
                PrivateFiles.replace(beside, out -> Files.copy(parts.get(part), out));
            }
            Files.move(beside, path(slice, part), StandardCopyOption.ATOMIC_MOVE);
        }
        PrivateFiles.sync(folder);
    }

    /** What became of the slice's rows. */
    public Counts counts(int slice) throws IOException {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(path(slice, "cells")))) {
            checkVersion(slice, in);
            return readCounts(in);
        }
    }

    private static void checkVersion(int slice, DataInputStream in) throws IOException {
        if (in.readInt() != VERSION) {
            throw new IOException("the cells of slice " + slice + " are of another version");
        }
    }

    /** Gives the slice's problems to the consumer, in their order. */
    public void problems(int slice, Consumer<Problem> to) throws IOException {
        ProblemFile.read(path(slice, "problems"), to);
    }

    /** The first rejected rows of the slice, {@link RejectFile#MOST} at most, in their order. */
    public Iterable<RejectedRow> rejects(int slice, Slice of) {
        return RejectFile.rows(path(slice, "rejects"), of.header());
    }

    private static void writeKeys(long[] keys, OutputStream to) throws IOException {
        DataOutputStream out = new DataOutputStream(to);
        for (long key : keys) {
            out.writeLong(key);
        }
        out.flush();
    }

    /** The slice's sorted fingerprints, streamed. */
    KeyStream keys(int slice) throws IOException {
        return new KeyStream(path(slice, "keys"));
    }

    private static void write(Measured measured, OutputStream to) throws IOException {
        DataOutputStream out = new DataOutputStream(to);
        out.writeInt(VERSION);
        write(measured.outcomes(), out);
        writeSums(measured.sums(), out);
        out.writeInt(measured.totals().all().size());
        for (Total total : measured.totals().all()) {
            out.writeLong(total.record());
            ProblemFile.write(total.where(), out);
            writeSums(total.stated(), out);
            writeSums(total.before(), out);
        }
        ProfileFile.write(measured.profile(), out);
        CellFile.write(measured.cells(), out);
        out.flush();
    }

    private static void write(Outcomes outcomes, DataOutputStream out) throws IOException {
        Counts counts = outcomes.rows();
        out.writeLong(counts.read());
        out.writeLong(counts.used());
        out.writeLong(counts.outOfWindow());
        out.writeLong(counts.excluded());
        out.writeLong(counts.rejected());
        out.writeLong(counts.duplicate());
        out.writeInt(outcomes.sums().size());
        for (Map.Entry<String, AmountSum> column : outcomes.sums().entrySet()) {
            AmountSum sum = column.getValue();
            LongTexts.write(column.getKey(), out);
            LongTexts.write(sum.in().toString(), out);
            LongTexts.write(sum.used().toString(), out);
            LongTexts.write(sum.outOfWindow().toString(), out);
            LongTexts.write(sum.excluded().toString(), out);
            LongTexts.write(sum.rejected().toString(), out);
            LongTexts.write(sum.duplicate().toString(), out);
            out.writeLong(sum.unreadable());
        }
    }

    private static Counts readCounts(DataInputStream in) throws IOException {
        return new Counts(in.readLong(), in.readLong(), in.readLong(), in.readLong(), in.readLong(), in.readLong());
    }

    private static Outcomes readOutcomes(DataInputStream in) throws IOException {
        Counts counts = readCounts(in);
        Map<String, AmountSum> sums = new LinkedHashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            sums.put(
                    LongTexts.read(in),
                    new AmountSum(
                            readNumber(in),
                            readNumber(in),
                            readNumber(in),
                            readNumber(in),
                            readNumber(in),
                            readNumber(in),
                            in.readLong()));
        }
        return new Outcomes(counts, sums);
    }

    private static BigDecimal readNumber(DataInputStream in) throws IOException {
        return new BigDecimal(LongTexts.read(in));
    }

    /** The slice's summary; its cells of the tallies are added to the accumulator, its months to the profile. */
    public Summary read(int slice, Accumulator into, Predicate<Tally> wanted, Profile months) throws IOException {
        // Whole: a number of four bytes is four calls, each of which a buffered stream locks.
        try (DataInputStream in = new DataInputStream(UnsynchronizedByteArrayInputStream.builder()
                .setByteArray(Files.readAllBytes(path(slice, "cells")))
                .get())) {
            checkVersion(slice, in);
            Outcomes outcomes = readOutcomes(in);
            Map<String, BigDecimal> sums = readSums(in);
            Totals totals = new Totals();
            for (int left = in.readInt(); left > 0; left--) {
                totals.add(new Total(in.readLong(), ProblemFile.readRef(in), readSums(in), readSums(in)));
            }
            ProfileFile.read(in, months);
            CellFile.read(in, into, wanted);
            return new Summary(outcomes, sums, totals);
        }
    }

    private static void writeSums(Map<String, BigDecimal> sums, DataOutputStream out) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        sums.forEach((column, sum) -> texts.put(column, sum.toString()));
        LongTexts.write(texts, out);
    }

    private static Map<String, BigDecimal> readSums(DataInputStream in) throws IOException {
        Map<String, BigDecimal> sums = new HashMap<>();
        LongTexts.readMap(in).forEach((column, sum) -> sums.put(column, new BigDecimal(sum)));
        return sums;
    }

    /** Drops the folder: the run is published, or another took its place. */
    public void delete() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
