package dev.steelyard.output.notice;

/** Names of this machine itself: what goes there never leaves it. */
final class Loopback {

    private Loopback() {}

    static boolean is(String host) {
        return host.equals("localhost") || host.equals("[::1]") || host.equals("::1") || host.startsWith("127.");
    }
}
