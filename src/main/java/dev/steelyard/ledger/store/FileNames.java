package dev.steelyard.ledger.store;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Chinese file names in UTF-8, also where the system's locale has no Chinese (Java's own paths refuse them there). */
public final class FileNames {

    /** Names that every locale has: Java's own paths are as good for them, and a hundred times as quick. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    private FileNames() {}

    /** The file of that name in the folder. */
    public static Path resolve(Path folder, String name) {
        if (PLAIN.matcher(name).matches()) {
            return folder.resolve(name);
        }
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        String parent = folder.toUri().toString();
        return folder.getFileSystem()
                .provider()
                .getPath(URI.create(parent.endsWith("/") ? parent + encoded : parent + "/" + encoded));
    }

    /** The last name of the path. */
    public static String of(Path path) {
        String shown = String.valueOf(path.getFileName());
        if (PLAIN.matcher(shown).matches()) {
            return shown;
        }
        String raw = path.toUri().getRawPath();
        // A folder that exists ends with a slash there.
        String whole = raw.endsWith("/") ? raw.substring(0, raw.length() - 1) : raw;
        String last = whole.substring(whole.lastIndexOf('/') + 1);
        return URLDecoder.decode(last.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
