package dev.steelyard.app.batch;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.FutureTask;
import org.springframework.batch.core.partition.support.TaskExecutorPartitionHandler;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.core.task.TaskExecutor;

/**
 * Does the pieces of a step on all threads, begun by their numbers, so that those which take longest do not come last; a piece is one
 * transaction. A piece is known by its step's name, {@code measure-slice:slice12}: the framework stores a step and its context in two
 * commits, and a kill between them leaves an empty one.
 */
final class PiecesInOrder extends TaskExecutorPartitionHandler {

    /** Which piece comes next; asked once for each of them, on any thread. */
    @FunctionalInterface
    interface Turns extends AutoCloseable {
        int next() throws InterruptedException;

        /** Nobody asks any more. */
        @Override
        default void close() throws IOException {}
    }

    /** The turns of some pieces, given in their order. */
    @FunctionalInterface
    interface Order {
        Turns of(Collection<Integer> pieces);
    }

    private final Order order;
    private Map<Integer, StepExecution> pieces;
    private Turns turns;

    PiecesInOrder(Step piece, TaskExecutor threads, Order order) {
        setStep(piece);
        setTaskExecutor(threads);
        this.order = order;
    }

    /** A context for each piece, which says nothing, as the name does. */
    static Map<String, ExecutionContext> named(String piece, Collection<Integer> numbers) {
        Map<String, ExecutionContext> partitions = new LinkedHashMap<>();
        numbers.forEach(number -> partitions.put(piece + number, new ExecutionContext()));
        return partitions;
    }

    /** The piece that a step does, as its name tells: what stands behind its last letter. */
    static int number(StepExecution piece) {
        return Integer.parseInt(piece.getStepName().replaceFirst(".*\\D", ""));
    }

    @Override
    protected Set<StepExecution> doHandle(StepExecution whole, Set<StepExecution> all) throws Exception {
        pieces = new TreeMap<>();
        all.forEach(piece -> pieces.put(number(piece), piece));
        try (Turns ofThese = order.of(pieces.keySet())) {
            turns = ofThese;
            return super.doHandle(whole, new LinkedHashSet<>(pieces.values()));
        }
    }

    /** As many tasks as pieces; which of them a task does is known when a thread comes to it. */
    @Override
    protected FutureTask<StepExecution> createTask(Step step, StepExecution any) {
        return new FutureTask<>(() -> {
            StepExecution piece = pieces.get(turns.next());
            step.execute(piece);
            return piece;
        });
    }
}
