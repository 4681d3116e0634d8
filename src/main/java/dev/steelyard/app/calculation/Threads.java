package dev.steelyard.app.calculation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does numbered pieces of work on some threads; the first failure ends it. */
public record Threads(int count) {

    /** One piece of work. */
    @FunctionalInterface
    public interface Piece {
        void work(int number) throws IOException;
    }

    /** @throws IOException if a piece failed by it */
    public void forEach(int pieces, Piece piece) throws IOException {
        ExecutorService pool = Executors.newFixedThreadPool(count, task -> {
            Thread thread = new Thread(task, "piece");
            // An error that nobody catches must not leave the process hanging.
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < pieces; i++) {
                int number = i;
                running.add(pool.submit(() -> {
                    piece.work(number);
                    return null;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw (IOException) e.getCause();
        } finally {
            pool.shutdownNow();
        }
    }
}
