package dev.steelyard.app.schedule;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How the scheduler works.
 *
 * @param home the folder that holds {@code jobs}
 * @param inputs where all jobs find their exports; where left out, each as its file says
 * @param language {@code zh} or {@code en}, of what people are told
 * @param look how often it looks at files and clock between the times of the jobs
 * @param quiet how long a file must not have changed before it is read
 * @param pause how long after a failure that may pass by itself it is tried again
 */
public record ScheduleSettings(
        Path home, Optional<Path> inputs, String language, Duration look, Duration quiet, Duration pause) {

    /** As people use it. */
    public ScheduleSettings(Path home, Optional<Path> inputs, String language) {
        this(home, inputs, language, Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(15));
    }

    /** Where the exports of a run lie. Never the samples: they would be paid. */
    Path inputs(Due due) {
        return inputs.orElseGet(
                () -> home.resolve(due.timetable().job().inputs().folder(due.period())));
    }
}
