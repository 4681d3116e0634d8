package dev.steelyard.app.cli.verb;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Whether this process is to stop, as Ctrl-C, SIGTERM or the end of its terminal ask. Which signal it was nobody here can
 * see, and nobody needs to: once it has been waited for a verb that ends in order, the platform ends the process with the
 * signal's own exit code, 130 or 143.
 */
public final class Stopping {

    /** How long a verb may take to end in order. After that it is as if it were killed, which does no harm either. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean inOrder;

    /** From now on the verb listens, and is waited for. Other verbs end at once. */
    public void listen() {
        inOrder = true;
    }

    boolean isAsked() {
        return asked.getCount() == 0;
    }

    /** Waits until the process is to stop, which may be for ever. */
    public void await() throws InterruptedException {
        asked.await();
    }

    /** Waits so long, and says whether the process is to stop. */
    public boolean await(Duration atMost) throws InterruptedException {
        return asked.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Does it as soon as the process is to stop. */
    public void whenAsked(Runnable then) {
        Thread waiting = new Thread(
                () -> {
                    try {
                        await();
                        then.run();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "asked");
        waiting.setDaemon(true);
        waiting.start();
    }

    /** Asks the verb to stop. */
    void ask() {
        asked.countDown();
    }

    /** The verb has ended and has said how. */
    public void ended() {
        ended.countDown();
    }

    /**
     * Hears of signals from now on.
     *
     * @param told runs when there is a verb to wait for
     */
    public void hearSignals(Runnable told) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> shutDown(told), "stopping"));
    }

    private void shutDown(Runnable told) {
        // The end of every process comes by here.
        if (!inOrder || ended.getCount() == 0) {
            return;
        }
        told.run();
        ask();
        try {
            ended.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
