package dev.steelyard.app.batch;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

    PiecesInOrder(Step piece, TaskExecutor threads) {
        setStep(piece);
        setTaskExecutor(threads);
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
    protected Set<StepExecution> doHandle(StepExecution whole, Set<StepExecution> pieces) throws Exception {
        return super.doHandle(
                whole,
                pieces.stream()
                        .sorted(Comparator.comparing(PiecesInOrder::number))
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
    }
}
