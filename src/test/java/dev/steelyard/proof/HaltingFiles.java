package dev.steelyard.proof;

import dev.steelyard.proof.Launch.Death;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.StandardOpenOption;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** The real file system, but for paths that it wrapped it counts renames and new files, and ends the process at one of them. */
final class HaltingFiles extends FileSystemProvider {

    private final FileSystemProvider real = FileSystems.getDefault().provider();
    private final FileSystem system = new Wrapped();
    private final AtomicInteger renames = new AtomicInteger();
    private final AtomicInteger files = new AtomicInteger();
    private final Death death;
    private final int at;

    HaltingFiles(Death death, int at) {
        this.death = death;
        this.at = at;
    }

    int renames() {
        return renames.get();
    }

    @Override
    public void move(Path source, Path target, CopyOption... options) throws IOException {
        boolean chosen = renames.incrementAndGet() == at;
        if (chosen && death == Death.BEFORE_RENAME) {
            Runtime.getRuntime().halt(Launch.KILLED);
        }
        real.move(unwrap(source), unwrap(target), options);
        if (chosen && death == Death.AFTER_RENAME) {
            Runtime.getRuntime().halt(Launch.KILLED);
        }
    }

    // ------------------------------------------------------------------ paths

    private interface Wrapping {
        Path unwrapped();
    }

    private static Object unwrap(Object value) {
        return value instanceof Wrapping wrapping ? wrapping.unwrapped() : value;
    }

    private static Path unwrap(Path path) {
        return path instanceof Wrapping wrapping ? wrapping.unwrapped() : path;
    }

    Path wrap(Path path) {
        return (Path) Proxy.newProxyInstance(
                HaltingFiles.class.getClassLoader(),
                new Class<?>[] {Path.class, Wrapping.class},
                (self, method, args) -> {
                    switch (method.getName()) {
                        case "unwrapped" -> {
                            return path;
                        }
                        case "getFileSystem" -> {
                            return system;
                        }
                        default -> {
                            Object[] real = args == null
                                    ? null
                                    : Arrays.stream(args)
                                            .map(HaltingFiles::unwrap)
                                            .toArray();
                            try {
                                Object result = method.invoke(path, real);
                                return result instanceof Path other ? wrap(other) : result;
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        }
                    }
                });
    }

    // ------------------------------------------------------------------ as the real one

    @Override
    public String getScheme() {
        return real.getScheme();
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> env) throws IOException {
        return real.newFileSystem(uri, env);
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        return system;
    }

    @Override
    public Path getPath(URI uri) {
        return wrap(real.getPath(uri));
    }

    @Override
    public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        if (options.contains(StandardOpenOption.CREATE_NEW)
                && files.incrementAndGet() == at
                && death == Death.BEFORE_FILE) {
            Runtime.getRuntime().halt(Launch.KILLED);
        }
        return real.newFileChannel(unwrap(path), options, attributes);
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        return real.newByteChannel(unwrap(path), options, attributes);
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path folder, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        DirectoryStream<Path> entries = real.newDirectoryStream(unwrap(folder), filter);
        return new DirectoryStream<>() {
            @Override
            public Iterator<Path> iterator() {
                Iterator<Path> each = entries.iterator();
                return new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return each.hasNext();
                    }

                    @Override
                    public Path next() {
                        return wrap(each.next());
                    }
                };
            }

            @Override
            public void close() throws IOException {
                entries.close();
            }
        };
    }

    @Override
    public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
        real.createDirectory(unwrap(folder), attributes);
    }

    @Override
    public void createLink(Path link, Path existing) throws IOException {
        real.createLink(unwrap(link), unwrap(existing));
    }

    @Override
    public void delete(Path path) throws IOException {
        real.delete(unwrap(path));
    }

    @Override
    public void copy(Path source, Path target, CopyOption... options) throws IOException {
        real.copy(unwrap(source), unwrap(target), options);
    }

    @Override
    public boolean isSameFile(Path one, Path other) throws IOException {
        return real.isSameFile(unwrap(one), unwrap(other));
    }

    @Override
    public boolean isHidden(Path path) throws IOException {
        return real.isHidden(unwrap(path));
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
        return real.getFileStore(unwrap(path));
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        real.checkAccess(unwrap(path), modes);
    }

    @Override
    public <V extends FileAttributeView> V getFileAttributeView(Path path, Class<V> type, LinkOption... options) {
        return real.getFileAttributeView(unwrap(path), type, options);
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
            throws IOException {
        return real.readAttributes(unwrap(path), type, options);
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
        return real.readAttributes(unwrap(path), attributes, options);
    }

    @Override
    public void setAttribute(Path path, String attribute, Object value, LinkOption... options) throws IOException {
        real.setAttribute(unwrap(path), attribute, value, options);
    }

    private final class Wrapped extends FileSystem {
        private final FileSystem real = FileSystems.getDefault();

        @Override
        public FileSystemProvider provider() {
            return HaltingFiles.this;
        }

        @Override
        public void close() {}

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public boolean isReadOnly() {
            return false;
        }

        @Override
        public String getSeparator() {
            return real.getSeparator();
        }

        @Override
        public Iterable<Path> getRootDirectories() {
            return real.getRootDirectories();
        }

        @Override
        public Iterable<FileStore> getFileStores() {
            return real.getFileStores();
        }

        @Override
        public Set<String> supportedFileAttributeViews() {
            return real.supportedFileAttributeViews();
        }

        @Override
        public Path getPath(String first, String... more) {
            return wrap(real.getPath(first, more));
        }

        @Override
        public PathMatcher getPathMatcher(String pattern) {
            return real.getPathMatcher(pattern);
        }

        @Override
        public UserPrincipalLookupService getUserPrincipalLookupService() {
            return real.getUserPrincipalLookupService();
        }

        @Override
        public WatchService newWatchService() throws IOException {
            return real.newWatchService();
        }
    }
}
