package dev.steelyard.input.intake;

import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.engine.problem.SourceRef;
import dev.steelyard.ledger.store.PrivateFiles;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Problems of a slice on disk: a wholly spoilt export has millions of them. */
final class ProblemFile {

    private ProblemFile() {}

    /** Appends problems; durable once closed. */
    static final class Writer implements Closeable, Consumer<Problem> {
        private final FileChannel channel;
        private final DataOutputStream out;

        Writer(Path file) throws IOException {
            Files.deleteIfExists(file);
            channel = PrivateFiles.create(file);
            out = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel)));
        }

        @Override
        public void accept(Problem problem) {
            try {
                out.writeBoolean(true);
                write(problem, out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            try (out) {
                out.writeBoolean(false);
                out.flush();
            }
        }
    }

    /** Gives the problems of a file to the consumer, in their order. */
    static void read(Path file, Consumer<Problem> to) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            while (in.readBoolean()) {
                to.accept(read(in));
            }
        }
    }

    static void write(Problem problem, DataOutputStream out) throws IOException {
        LongTexts.write(problem.code().name(), out);
        write(problem.where(), out);
        LongTexts.write(problem.column(), out);
        LongTexts.write(problem.value(), out);
        LongTexts.write(problem.slots(), out);
    }

    static Problem read(DataInputStream in) throws IOException {
        return new Problem(
                ProblemCode.valueOf(LongTexts.read(in)),
                readRef(in),
                LongTexts.read(in),
                LongTexts.read(in),
                LongTexts.readMap(in));
    }

    static void write(SourceRef where, DataOutputStream out) throws IOException {
        LongTexts.write(where.dataset(), out);
        LongTexts.write(where.file(), out);
        LongTexts.write(where.sheet(), out);
        out.writeLong(where.row());
    }

    static SourceRef readRef(DataInputStream in) throws IOException {
        return new SourceRef(LongTexts.read(in), LongTexts.read(in), LongTexts.read(in), in.readLong());
    }
}
