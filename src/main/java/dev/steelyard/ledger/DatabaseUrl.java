package dev.steelyard.ledger;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a ledger lies: a file of the embedded H2, or a PostgreSQL.
 *
 * @param jdbc the address as the driver takes it; may hold a password, so it is never shown
 */
public record DatabaseUrl(String jdbc) {

    private static final String EMBEDDED = "jdbc:h2:file:";
    private static final String POSTGRES = "jdbc:postgresql:";
    private static final String FILE_ENDING = ".mv.db";

    /** What follows it is a secret up to the next separator, however a driver quotes the address. */
    private static final Pattern PASSWORD = Pattern.compile("(?i)(password|pwd|passphrase)=[^&;\\s\"']*");

    private static final Pattern USER = Pattern.compile("//([^/?;@]+)@");

    /** The embedded ledger of the folder, unless a URL says otherwise. */
    static DatabaseUrl of(Path folder, Optional<String> url) {
        return new DatabaseUrl(url.orElseGet(
                () -> EMBEDDED + folder.toAbsolutePath().resolve("steelyard").toString()));
    }

    /**
     * Whether a ledger can be kept there. Of H2 only a file can: its lock is the lease. A server, also the one that
     * {@code AUTO_SERVER} makes of a file, would let two in.
     */
    public static boolean isUsable(String url) {
        return url.startsWith(POSTGRES)
                || url.startsWith(EMBEDDED)
                        && !url.toUpperCase(Locale.ROOT).matches("(?s).*;\\s*AUTO_SERVER\\s*=\\s*TRUE.*");
    }

    boolean isPostgres() {
        return jdbc.startsWith(POSTGRES);
    }

    /**
     * With what the embedded database needs to be safe: committed means on the disk (without WRITE_DELAY=0 H2 loses what
     * it committed when it is killed), no trace file, which all could read, and open until it is closed here: at a signal
     * the driver would close it under a run that is winding up.
     */
    String forDriver() {
        String options = jdbc.toUpperCase(Locale.ROOT);
        return isPostgres()
                ? jdbc
                : jdbc
                        + (options.contains(";WRITE_DELAY=") ? "" : ";WRITE_DELAY=0")
                        + (options.contains(";TRACE_LEVEL_FILE=") ? "" : ";TRACE_LEVEL_FILE=0")
                        + (options.contains(";DB_CLOSE_ON_EXIT=") ? "" : ";DB_CLOSE_ON_EXIT=FALSE");
    }

    /**
     * For who only looks: an embedded database is not written, nor made where there is none, so that it can lie in a backup or
     * where nobody may write. Several may look at once; while somebody writes, nobody looks.
     */
    String forLooking() {
        String options = jdbc.toUpperCase(Locale.ROOT);
        return isPostgres() || options.contains(";ACCESS_MODE_DATA=")
                ? forDriver()
                : forDriver() + ";ACCESS_MODE_DATA=r;IFEXISTS=TRUE";
    }

    /** The file of the embedded database. */
    Optional<Path> file() {
        if (!jdbc.startsWith(EMBEDDED)) {
            return Optional.empty();
        }
        String path = jdbc.substring(EMBEDDED.length()).replaceFirst(";.*", "");
        String found = path.startsWith("~") ? System.getProperty("user.home") + path.substring(1) : path;
        return Optional.of(Path.of(found + FILE_ENDING));
    }

    /** As a person may see it: without user, password and whatever else stands behind the name. */
    public String shown() {
        return jdbc.replaceFirst("[?;].*", "").replaceFirst("//[^/?;@]+@", "//");
    }

    /** As a person may type it again: without a password. */
    public static String typed(String url) {
        return PASSWORD.matcher(url)
                .replaceAll("")
                .replaceAll("(//[^/?;@:]+):[^/?;@]*@", "$1@")
                .replaceAll("([?&;])[&;]+", "$1")
                .replaceAll("[?&;]+$", "");
    }

    /** A message of the driver without what is secret in the address. */
    String clean(String message) {
        String clean = message == null ? "" : message.replace(jdbc, shown());
        Matcher user = USER.matcher(jdbc);
        if (user.find()) {
            clean = clean.replace(user.group(1) + "@", "").replace(user.group(1), "…");
        }
        return PASSWORD.matcher(clean).replaceAll("$1=…");
    }

    /** The same failure in words that may be shown; what it was caused by may not. */
    SQLException clean(SQLException failure) {
        SQLException clean =
                new SQLException(clean(failure.getMessage()), failure.getSQLState(), failure.getErrorCode());
        clean.setStackTrace(failure.getStackTrace());
        return clean;
    }

    /** Never the address itself: a record's own text could get into a message. */
    @Override
    public String toString() {
        return shown();
    }
}
