package dev.steelyard.input.intake;

import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.unit.Canonical;
import dev.steelyard.input.exports.Cuts;
import dev.steelyard.input.exports.Slice;
import dev.steelyard.input.sheets.Mark;
import dev.steelyard.ledger.store.ContentStore;
import dev.steelyard.ledger.store.ContentStore.Content;
import dev.steelyard.ledger.store.PrivateFiles;
import dev.steelyard.ledger.store.Sha256;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * How files were cut into slices, kept beyond their runs: of the same bytes under the same name and schema the same comes, so that their
 * encoding, header and records are looked for once. An entry ends with its hash; one that does not is as good as none.
 */
public final class KeptCuts implements Cuts {

    /** What entries are called: dropped with those of cells, when they were not used for long. */
    static final String ENTRY = ".cut";

    private static final int HASH = 32;

    private final Path folder;
    private final ContentStore store;
    private final String version;
    private final boolean keeping;

    /**
     * @param store what slices are read from
     * @param version of what cuts; another one's entries are not taken
     * @param keeping whether anything is written there
     */
    public KeptCuts(Path folder, ContentStore store, String version, boolean keeping) throws IOException {
        this.folder = keeping ? PrivateFiles.folder(folder) : folder;
        this.keeping = keeping;
        this.store = store;
        this.version = version;
    }

    private Path entry(Schema schema, String name, Content content, long sliceBytes) {
        String asked = String.join("\n", version, Canonical.text(schema), name, content.sha256(), "" + sliceBytes);
        return folder.resolve(HexFormat.of().formatHex(Sha256.digest(asked.getBytes(StandardCharsets.UTF_8))) + ENTRY);
    }

    @Override
    public Optional<Cut> recall(Schema schema, String name, Content content, long sliceBytes) {
        Path entry = entry(schema, name, content, sliceBytes);
        try {
            if (!Files.isRegularFile(entry)) {
                return Optional.empty();
            }
            byte[] bytes = Files.readAllBytes(entry);
            int end = bytes.length - HASH;
            if (end < 0
                    || !Arrays.equals(
                            Sha256.digest(Arrays.copyOf(bytes, end)), Arrays.copyOfRange(bytes, end, bytes.length))) {
                return Optional.empty();
            }
            Cut cut = read(new DataInputStream(new ByteArrayInputStream(bytes, 0, end)));
            for (Slice slice : cut.slices()) {
                if (!Files.isRegularFile(store.path(slice.content()))) {
                    return Optional.empty();
                }
            }
            if (keeping) {
                PrivateFiles.stage(entry, out -> out.write(bytes));
            }
            return Optional.of(cut);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public void keep(Schema schema, String name, Content content, long sliceBytes, Cut cut) {
        if (!keeping) {
            return;
        }
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            write(cut, new DataOutputStream(bytes));
            bytes.write(Sha256.digest(bytes.toByteArray()));
            PrivateFiles.stage(entry(schema, name, content, sliceBytes), bytes::writeTo);
        } catch (IOException e) {
            // The file is cut again by the next run: only time is lost.
            return;
        }
    }

    private static void write(Cut cut, DataOutputStream out) throws IOException {
        LongTexts.write(cut.charset(), out);
        out.writeInt(cut.problems().size());
        for (Problem problem : cut.problems()) {
            ProblemFile.write(problem, out);
        }
        out.writeInt(cut.slices().size());
        for (Slice slice : cut.slices()) {
            write(slice, out);
        }
    }

    private static Cut read(DataInputStream in) throws IOException {
        String charset = LongTexts.read(in);
        List<Problem> problems = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            problems.add(ProblemFile.read(in));
        }
        List<Slice> slices = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            slices.add(readSlice(in));
        }
        return new Cut(charset, slices, problems);
    }

    private static void write(Slice slice, DataOutputStream out) throws IOException {
        LongTexts.write(slice.dataset(), out);
        LongTexts.write(slice.file(), out);
        LongTexts.write(slice.content(), out);
        out.writeInt(slice.number());
        out.writeBoolean(slice.shape() instanceof Slice.Text);
        if (slice.shape() instanceof Slice.Text text) {
            LongTexts.write(text.charset(), out);
            out.writeChar(text.delimiter());
            out.writeLong(text.headerRow());
            out.writeBoolean(text.open());
        } else if (slice.shape() instanceof Slice.Sheet sheet) {
            LongTexts.write(sheet.name(), out);
            out.writeInt(sheet.index());
            out.writeLong(sheet.headerRow());
            out.writeBoolean(sheet.merged());
        }
        out.writeInt(slice.header().size());
        for (String cell : slice.header()) {
            LongTexts.write(cell, out);
        }
        out.writeLong(slice.start().record());
        out.writeLong(slice.start().line());
        out.writeLong(slice.start().offset());
        out.writeLong(slice.end());
    }

    private static Slice readSlice(DataInputStream in) throws IOException {
        String dataset = LongTexts.read(in);
        String file = LongTexts.read(in);
        String content = LongTexts.read(in);
        int number = in.readInt();
        Slice.Shape shape = in.readBoolean()
                ? new Slice.Text(LongTexts.read(in), in.readChar(), in.readLong(), in.readBoolean())
                : new Slice.Sheet(LongTexts.read(in), in.readInt(), in.readLong(), in.readBoolean());
        List<String> header = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            header.add(LongTexts.read(in));
        }
        Mark start = new Mark(in.readLong(), in.readLong(), in.readLong());
        return new Slice(dataset, file, content, number, shape, header, start, in.readLong());
    }
}
