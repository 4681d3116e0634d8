package dev.steelyard.proof;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A network between a process and its database. Cut, it swallows what is sent and ends no connection, as a cable that was pulled; mended, it
 * lets new connections through, and those of before stay dead.
 */
final class Relay implements AutoCloseable {

    private static final String JDBC = "jdbc:";

    private final ServerSocket listening = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final URI target;

    /** Another one with each cut: connections of before are none any more. */
    private volatile int age;

    private volatile boolean isCut;

    private Relay(URI target) throws IOException {
        this.target = target;
        begin(this::listen);
    }

    static Relay to(String url) throws IOException {
        return new Relay(URI.create(url.substring(JDBC.length())));
    }

    /** The address of the database as seen through it. */
    String url() {
        return JDBC + target.toString().replaceFirst("//[^/]+", "//127.0.0.1:" + listening.getLocalPort());
    }

    void cut() {
        isCut = true;
        age++;
    }

    void mend() {
        isCut = false;
    }

    private static void begin(Runnable what) {
        Thread thread = new Thread(what, "relay");
        thread.setDaemon(true);
        thread.start();
    }

    private void listen() {
        try {
            while (true) {
                Socket client = listening.accept();
                Socket server = new Socket(target.getHost(), target.getPort());
                open.addAll(List.of(client, server));
                int born = isCut ? -1 : age;
                begin(() -> pass(client, server, born));
                begin(() -> pass(server, client, born));
            }
        } catch (IOException e) {
            // The test is over.
            return;
        }
    }

    private void pass(Socket from, Socket to, int born) {
        byte[] buffer = new byte[8192];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (born == age) {
                    out.write(buffer, 0, read);
                    out.flush();
                }
            }
            if (born == age) {
                to.close();
            }
        } catch (IOException e) {
            // One of them ended it.
            return;
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket one : open) {
            one.close();
        }
    }
}
