package dev.steelyard.app.schedule;

import dev.steelyard.output.notice.Awaited;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Whether a run may begin.
 *
 * @param wanted what it still waits for
 * @param files names, sizes and times of all that lies there: equal where nothing has changed
 */
record Readiness(List<Wanted> wanted, String files) {

    /**
     * An export that is not there yet, or not whole.
     *
     * @param owner whose it is; blank where the job does not say
     * @param deadline until when it is waited for; empty where without end
     */
    record Wanted(String dataset, String owner, Optional<ZonedDateTime> deadline, Awaited.State state) {}

    Readiness {
        wanted = List.copyOf(wanted);
    }

    /** The datasets of which no file is there. */
    Set<String> missing() {
        return wanted.stream()
                .filter(one -> one.state() == Awaited.State.MISSING)
                .map(Wanted::dataset)
                .collect(Collectors.toSet());
    }

    boolean isReady() {
        return wanted.isEmpty();
    }

    /** Whether everything that is still wanted has passed its deadline. */
    boolean isOverdue(Instant now) {
        return !isReady()
                && wanted.stream().allMatch(one -> one.deadline()
                        .filter(by -> !by.toInstant().isAfter(now))
                        .isPresent());
    }

    /**
     * What people are told of it.
     *
     * @param names a dataset's name in their language
     * @param otherwise what stands for a deadline where there is none
     */
    List<Awaited> awaited(UnaryOperator<String> names, LocalDateTime otherwise) {
        return wanted.stream()
                .map(one -> new Awaited(
                        names.apply(one.dataset()),
                        one.owner(),
                        one.deadline().map(ZonedDateTime::toLocalDateTime).orElse(otherwise),
                        one.state()))
                .toList();
    }
}
