package dev.steelyard.input.exports;

import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.engine.problem.SourceRef;
import dev.steelyard.input.sheets.FileKind;
import dev.steelyard.input.sheets.UnreadableFile;
import dev.steelyard.ledger.store.ContentStore;
import dev.steelyard.ledger.store.FileNames;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Freezes inputs (architecture.md 2): each file is copied into the store and hashed, its encoding judged over the whole of it, its
 * header found, and cut into slices. From then on only the copy is read.
 */
public final class Freezer {

    /** What a slice holds at most, unless told otherwise. */
    public static final long SLICE_BYTES = 32L << 20;

    private final ContentStore store;
    private final long sliceBytes;
    private final Runnable beforeEach;
    private final Cuts cuts;

    public Freezer(ContentStore store, long sliceBytes) {
        this(store, sliceBytes, () -> {}, Cuts.NONE);
    }

    /**
     * @param beforeEach runs before each file; what it throws ends the freezing
     * @param cuts how files were cut before
     */
    public Freezer(ContentStore store, long sliceBytes, Runnable beforeEach, Cuts cuts) {
        this.store = store;
        this.sliceBytes = sliceBytes;
        this.beforeEach = beforeEach;
        this.cuts = cuts;
    }

    /**
     * The files of a dataset.
     *
     * @param problems errors are of files that could not be frozen: a required dataset with one stops the run
     */
    public record Frozen(List<FrozenFile> files, List<Problem> problems) {

        public Frozen {
            files = List.copyOf(files);
            problems = List.copyOf(problems);
        }
    }

    /**
     * Freezes the files of datasets, those with most to read first.
     *
     * @return dataset → its files
     */
    public Map<String, Frozen> freeze(Collection<Schema> schemas, InputFolder folder, int threads) throws IOException {
        Map<String, Long> bytes = new HashMap<>();
        for (Schema schema : schemas) {
            long sum = 0;
            for (Path file : folder.of(schema.dataset())) {
                sum += file.toFile().length();
            }
            bytes.put(schema.dataset(), sum);
        }
        ExecutorService pool = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "freeze");
            // An error that nobody catches must not leave the process hanging.
            thread.setDaemon(true);
            return thread;
        });
        try {
            Map<String, Future<Frozen>> running = new LinkedHashMap<>();
            schemas.stream()
                    .sorted(Comparator.comparing((Schema schema) -> bytes.get(schema.dataset()))
                            .reversed())
                    .forEach(schema -> running.put(
                            schema.dataset(), pool.submit(() -> freeze(schema, folder.of(schema.dataset())))));
            Map<String, Frozen> frozen = new HashMap<>();
            for (Schema schema : schemas) {
                frozen.put(schema.dataset(), running.get(schema.dataset()).get());
            }
            return frozen;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure; // as the wish to stop
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    /** Freezes the dataset's files in the order given. A file that cannot be read is a problem, not an exception. */
    public Frozen freeze(Schema schema, List<Path> files) throws IOException {
        List<FrozenFile> frozen = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        Map<String, String> seen = new TreeMap<>();
        for (Path path : files) {
            beforeEach.run();
            String name = FileNames.of(path);
            SourceRef where = SourceRef.file(schema.dataset(), name);
            Optional<Problem> closed = closed(path, where);
            if (closed.isPresent()) {
                problems.add(closed.get());
                continue;
            }
            ContentStore.Content content = store.put(path);
            List<Slice> slices = new ArrayList<>();
            try {
                String charset = cut(schema, name, content, slices, problems);
                if (!slices.isEmpty()) {
                    frozen.add(
                            new FrozenFile(schema.dataset(), name, content.sha256(), content.bytes(), charset, slices));
                }
            } catch (UnreadableFile e) {
                problems.add(e.at(where));
            }
            String first = seen.putIfAbsent(content.sha256(), name);
            if (first != null && !isEmpty(slices)) {
                problems.add(Problem.of(ProblemCode.FILE_TWICE, where).with("first", first));
            }
        }
        return new Frozen(frozen, problems);
    }

    /** A header and no record: the exports of two regions in which nothing happened are alike, and both right. */
    private static boolean isEmpty(List<Slice> slices) {
        return !slices.isEmpty()
                && slices.stream()
                        .allMatch(slice -> slice.shape() instanceof Slice.Text
                                && slice.start().offset() >= slice.end());
    }

    /**
     * Freezes again what the store has kept of a file, after the input folder is gone.
     *
     * @param name the file's name as it was delivered
     * @return empty where the content is no longer there
     */
    public Optional<FrozenFile> again(Schema schema, String name, ContentStore.Content content) throws IOException {
        if (!store.holds(content)) {
            return Optional.empty();
        }
        beforeEach.run();
        List<Slice> slices = new ArrayList<>();
        try {
            String charset = cut(schema, name, content, slices, new ArrayList<>());
            return slices.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new FrozenFile(schema.dataset(), name, content.sha256(), content.bytes(), charset, slices));
        } catch (UnreadableFile e) {
            return Optional.empty();
        }
    }

    /** A file that this user may not open, or that another program keeps locked. */
    static Optional<Problem> closed(Path path, SourceRef where) {
        try (InputStream in = Files.newInputStream(path)) {
            in.read();
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(Problem.of(ProblemCode.FILE_UNREADABLE, where));
        }
    }

    /** As {@link #slice}, of what is remembered where it was cut before. */
    private String cut(
            Schema schema, String name, ContentStore.Content content, List<Slice> slices, List<Problem> problems)
            throws IOException, UnreadableFile {
        Optional<Cuts.Cut> known = cuts.recall(schema, name, content, sliceBytes);
        if (known.isPresent()) {
            slices.addAll(known.get().slices());
            problems.addAll(known.get().problems());
            return known.get().charset();
        }
        int before = problems.size();
        String charset = slice(schema, name, content, slices, problems);
        List<Problem> found = problems.subList(before, problems.size());
        cuts.keep(schema, name, content, sliceBytes, new Cuts.Cut(charset, slices, found));
        return charset;
    }

    /** @return the charset as delivered; blank for a workbook */
    private String slice(
            Schema schema, String name, ContentStore.Content content, List<Slice> slices, List<Problem> problems)
            throws IOException, UnreadableFile {
        Path path = store.path(content.sha256());
        byte[] head = FileKind.head(path);
        if (FileKind.isZip(head)) {
            new WorkbookFreezer(schema, name, store.path(content.sha256()), content.sha256()).slice(slices, problems);
            return "";
        }
        if (FileKind.isOle2(head)) {
            throw FileKind.ofOle2(path, name);
        }
        Optional<UnreadableFile> other = FileKind.notText(head, name);
        if (other.isPresent()) {
            throw other.get();
        }
        Encoding encoding = Encoding.of(path);
        if (encoding.badLine() > 0) {
            throw new UnreadableFile(
                    ProblemCode.FILE_ENCODING,
                    Map.of(
                            "line", Long.toString(encoding.badLine()),
                            "charset", encoding.charset().name()));
        }
        TextFreezer text = new TextFreezer(schema, name, sliceBytes);
        if (encoding.isUtf16()
                || !text.slice(path, content.sha256(), encoding.charset().name(), encoding.mark(), slices, problems)) {
            String stored = store.put(out -> encoding.transcode(path, out)).sha256();
            text.slice(store.path(stored), stored, "UTF-8", 0, slices, problems);
        }
        return encoding.charset().name();
    }
}
