package dev.steelyard.input.intake;

import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.RejectedRow;
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
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;

/** The rejected rows of a slice on disk, as delivered: as many as anybody corrects by hand. */
public final class RejectFile {

    /** Rows kept of a slice, or of a register; {@code problems.csv} has all. */
    public static final int MOST = 20_000;

    /** More than this a spreadsheet's cell does not hold. */
    private static final int LONGEST = 32_767;

    private RejectFile() {}

    /** Appends rejected rows up to the limit. */
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
                    LongTexts.write(cell.length() <= LONGEST ? cell : cell.substring(0, LONGEST), out);
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
            }
        }
    }

    /** The rows of a file in their order, read as they are asked for; the file is closed after the last. */
    static Iterable<RejectedRow> rows(Path file, List<String> header) {
        return () -> new Rows(file, header);
    }

    /** All rows of the first, then of the next; each is opened when its turn comes. */
    public static Iterable<RejectedRow> inTurn(List<Iterable<RejectedRow>> parts) {
        return () -> new Iterator<>() {
            private final Iterator<Iterable<RejectedRow>> coming = parts.iterator();
            private Iterator<RejectedRow> open = Collections.emptyIterator();

            @Override
            public boolean hasNext() {
                while (!open.hasNext() && coming.hasNext()) {
                    open = coming.next().iterator();
                }
                return open.hasNext();
            }

            @Override
            public RejectedRow next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return open.next();
            }
        };
    }

    private static final class Rows implements Iterator<RejectedRow> {
        private final DataInputStream in;
        private final List<String> header;
        private boolean more;

        Rows(Path file, List<String> header) {
            this.header = header;
            try {
                in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            advance();
        }

        private void advance() {
            try {
                more = in.readBoolean();
                if (!more) {
                    in.close();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public boolean hasNext() {
            return more;
        }

        @Override
        public RejectedRow next() {
            if (!more) {
                throw new NoSuchElementException();
            }
            try {
                List<Problem> problems = new ArrayList<>();
                for (int left = in.readInt(); left > 0; left--) {
                    problems.add(ProblemFile.read(in));
                }
                List<String> cells = new ArrayList<>();
                for (int left = in.readInt(); left > 0; left--) {
                    cells.add(LongTexts.read(in));
                }
                advance();
                return new RejectedRow(problems.get(0).where(), header, cells, problems);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
