package dev.steelyard.ledger.database;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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
    public static DatabaseUrl of(Path folder, Optional<String> url) {
        return new DatabaseUrl(url.orElseGet(
                () -> EMBEDDED + folder.toAbsolutePath().resolve("steelyard").toString()));
    }

    /**
     * Options that an address may name; any other is refused, for a driver knows hundreds: some listen on the network
     * ({@code AUTO_SERVER}), some run code ({@code INIT}, {@code socketFactory}), some write what is secret where all can
     * read it ({@code TRACE_LEVEL_FILE}, {@code loggerFile}), some lose what was committed ({@code WRITE_DELAY}).
     */
    private static final List<String> OF_H2 = List.of("USER", "PASSWORD", "CACHE_SIZE", "MAX_COMPACT_TIME");

    private static final List<String> OF_POSTGRES = List.of(
            "user",
            "password",
            "passfile",
            "ssl",
            "sslmode",
            "sslrootcert",
            "sslcert",
            "sslkey",
            "sslNegotiation",
            "channelBinding",
            "currentSchema",
            "targetServerType",
            "connectTimeout",
            "loginTimeout",
            "socketTimeout",
            "tcpKeepAlive");

    /** Whether a ledger can be kept there. Of H2 only a file can: its lock is the lease, and a server would let two in. */
    public static boolean isUsable(String url) {
        return url.startsWith(POSTGRES) || url.startsWith(EMBEDDED) && url.length() > EMBEDDED.length();
    }

    /** The options that an address of its kind may name. */
    public static List<String> admitted(String url) {
        return url.startsWith(POSTGRES) ? OF_POSTGRES : OF_H2;
    }

    /** The options of the address, without their values, that it may not name, or names twice. */
    public static List<String> refused(String url) {
        boolean isPostgres = url.startsWith(POSTGRES);
        int from = url.indexOf(isPostgres ? '?' : ';');
        if (from < 0) {
            return List.of();
        }
        List<String> refused = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String option : url.substring(from + 1).split(isPostgres ? "&" : ";")) {
            int end = option.indexOf('=');
            String name = end < 0 ? option : option.substring(0, end);
            String known = isPostgres ? name : name.toUpperCase(Locale.ROOT);
            boolean isEmpty = option.isBlank();
            if (!isEmpty && (end < 0 || !admitted(url).contains(known) || !seen.add(known))) {
                // What is not written NAME=VALUE may be the rest of a password.
                refused.add(name.matches("[A-Za-z_]{1,40}") && end >= 0 ? name : "…");
            }
        }
        return List.copyOf(refused);
    }

    boolean isPostgres() {
        return jdbc.startsWith(POSTGRES);
    }

    /**
     * With what the embedded database needs to be safe: committed means on the disk (without WRITE_DELAY=0 H2 loses what
     * it committed when it is killed), no trace file, which all could read, and open until it is closed here: at a signal
     * the driver would close it under a run that is winding up. The file is compacted for 50 ms when it is closed, unless the
     * address says otherwise: it stays as small as with the driver's 200, of which every command would wait for the rest; without
     * any it grows five times as fast.
     */
    String forDriver() {
        String compacting = options().contains(";MAX_COMPACT_TIME=") ? "" : ";MAX_COMPACT_TIME=50";
        return isPostgres() ? jdbc : jdbc + ";WRITE_DELAY=0;TRACE_LEVEL_FILE=0;DB_CLOSE_ON_EXIT=FALSE" + compacting;
    }

    private String options() {
        return jdbc.toUpperCase(Locale.ROOT);
    }

    /**
     * For who only looks: an embedded database is not written, nor made where there is none, so that it can lie in a backup or
     * where nobody may write. Several may look at once; while somebody writes, nobody looks.
     */
    String forLooking() {
        return isPostgres() || options().contains(";ACCESS_MODE_DATA=")
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
                new SQLException(clean(failure.getMessage()), LedgerFailed.state(failure), failure.getErrorCode());
        clean.setStackTrace(failure.getStackTrace());
        return clean;
    }

    /** Never the address itself: a record's own text could get into a message. */
    @Override
    public String toString() {
        return shown();
    }
}
