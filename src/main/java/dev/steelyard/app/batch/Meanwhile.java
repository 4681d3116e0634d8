package dev.steelyard.app.batch;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** What is done on a thread of its own beside the run; whoever asks for what it came to waits for it. */
record Meanwhile<T>(FutureTask<T> task) {

    static <T> Meanwhile<T> of(String name, Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task, name);
        // An error that nobody catches must not leave the process hanging.
        thread.setDaemon(true);
        thread.start();
        return new Meanwhile<>(task);
    }

    /** Waits; {@link #get} tells why the work failed. */
    void await() {
        try {
            get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the end of what nobody asks for any more. */
    void end() {
        try {
            get();
        } catch (IOException | RuntimeException e) {
            // Why there is nothing to ask for is said elsewhere.
        }
    }

    /** @throws IOException where the work failed by it, as a run that does the same itself */
    T get() throws IOException {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        }
    }
}
