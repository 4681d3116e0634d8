package dev.steelyard.intake;

import dev.steelyard.problem.Problem;
import dev.steelyard.problem.RejectedRow;
import dev.steelyard.store.PrivateFiles;
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
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The rejected rows of a slice on disk, as delivered: as many as anybody corrects by hand. */
public final class RejectFile {

    /** Rows kept of a slice, or of a register; {@code problems.csv} has all. */
    public static final int MOST = 20_000;

    private RejectFile() {}

    /** Appends rejected rows up to the limit; durable once closed. */
    static final class Writer implements Closeable, Consumer<RejectedRow> {
        private final FileChannel channel;
        private final DataOutputStream out;
        private int left = MOST;

        Writer(Path file) throws IOException {
            Files.deleteIfExists(file);
            channel = PrivateFiles.create(file);
            out = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel)));
        }

        @Override
        public void accept(RejectedRow row) {
            if (left == 0) {
                return;
            }
            left--;
            try {
                out.writeBoolean(true);
                out.writeInt(row.problems().size());
                for (Problem problem : row.problems()) {
                    ProblemFile.write(problem, out);
                }
                out.writeInt(row.cells().size());
                for (String cell : row.cells()) {
                    Texts.write(cell, out);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            try (out) {
                out.writeBoolean(false);
                out.flush();
                channel.force(true);
            }
        }
    }

    /** Gives the rows of a file to the consumer, in their order. */
    static void read(Path file, List<String> header, Consumer<RejectedRow> to) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            while (in.readBoolean()) {
                List<Problem> problems = new ArrayList<>();
                for (int left = in.readInt(); left > 0; left--) {
                    problems.add(ProblemFile.read(in));
                }
                List<String> cells = new ArrayList<>();
                for (int left = in.readInt(); left > 0; left--) {
                    cells.add(Texts.read(in));
                }
                to.accept(new RejectedRow(problems.get(0).where(), header, cells, problems));
            }
        }
    }
}
