package dev.steelyard.ledger.database;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** A question to the ledger that is answered beside others. */
public final class Beside {

    private Beside() {}

    /** Asks at once; whoever takes the answer waits for it, or looks it up where nobody has begun to. */
    public static <T> Supplier<T> asked(Supplier<T> question) {
        CompletableFuture<T> answer = CompletableFuture.supplyAsync(question);
        return () -> {
            try {
                return answer.join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException failure ? failure : e;
            }
        };
    }
}
