package dev.steelyard.output.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The mail server, as the environment names it.
 *
 * @param user blank where the server asks for none
 * @param missing variables that are not set or not understood
 */
record MailServer(
        String host, int port, Security security, String user, String password, String from, List<String> missing) {

    /** How the way to it is protected. */
    enum Security {
        /** The connection must become encrypted before anything is said; the default. */
        STARTTLS,
        /** Encrypted from the first byte; the default of port 465. */
        TLS,
        NONE
    }

    private static final String PREFIX = "STEELYARD_MAIL_";

    static MailServer of(Map<String, String> environment) {
        List<String> missing = new ArrayList<>();
        String host = value(environment, "HOST");
        String user = value(environment, "USER");
        String from = value(environment, "FROM").isEmpty() && user.contains("@") ? user : value(environment, "FROM");
        String port = value(environment, "PORT");
        boolean isTls = port.equals("465");
        Security security = isTls ? Security.TLS : Security.STARTTLS;
        try {
            String written = value(environment, "SECURITY");
            security = written.isEmpty() ? security : Security.valueOf(written.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            missing.add(PREFIX + "SECURITY");
        }
        if (host.isEmpty()) {
            missing.add(PREFIX + "HOST");
        }
        if (from.isEmpty()) {
            missing.add(PREFIX + "FROM");
        }
        if (!port.isEmpty() && !port.matches("\\d{1,4}|[1-5]\\d{4}|6[0-4]\\d{3}|65[0-4]\\d\\d|655[0-2]\\d|6553[0-5]")) {
            missing.add(PREFIX + "PORT");
            port = "";
        }
        if (!user.isEmpty() && value(environment, "PASSWORD").isEmpty()) {
            missing.add(PREFIX + "PASSWORD");
        }
        return new MailServer(
                host,
                port.isEmpty() ? 587 : Integer.parseInt(port),
                security,
                user,
                value(environment, "PASSWORD"),
                from,
                List.copyOf(missing));
    }

    private static String value(Map<String, String> environment, String name) {
        return environment.getOrDefault(PREFIX + name, "").strip();
    }

    boolean isLocal() {
        return Loopback.is(host);
    }

    /** Never the password: a record's own text could get into a message. */
    @Override
    public String toString() {
        return "mail server";
    }
}
