package dev.steelyard.proof;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Semaphore;

/** Lets a process go on step by step: each line that is written to it lets it make one more, a line of {@code *} all that come. */
final class Pass {

    private static final int ALL = 1_000_000;

    /** Of a process that nobody holds back. */
    static final Pass FREE = new Pass(ALL);

    private final Semaphore steps;

    private Pass(int steps) {
        this.steps = new Semaphore(steps);
    }

    /** Of this process, by what is written to its input. */
    static Pass listening() {
        Pass pass = new Pass(0);
        Thread thread = new Thread(pass::listen, "pass");
        thread.setDaemon(true);
        thread.start();
        return pass;
    }

    private void listen() {
        try {
            for (int read = System.in.read(); read >= 0; read = System.in.read()) {
                // However often it is told so: more permits than a semaphore has would be an error.
                if (steps.availablePermits() < ALL) {
                    steps.release(read == '*' ? ALL : 1);
                }
            }
        } catch (IOException e) {
            // The test is over.
            return;
        }
    }

    void step() {
        steps.acquireUninterruptibly();
    }

    /** Lets a process go one step. */
    static void one(Process process) {
        write(process, '\n');
    }

    /** Holds a process back no longer. */
    static void all(Process process) {
        write(process, '*');
    }

    private static void write(Process process, char what) {
        try {
            OutputStream in = process.getOutputStream();
            in.write(what);
            in.flush();
        } catch (IOException e) {
            // It is over.
            return;
        }
    }
}
