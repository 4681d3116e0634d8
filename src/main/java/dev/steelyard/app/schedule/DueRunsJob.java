package dev.steelyard.app.schedule;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** What every trigger starts, and only once at a time: a round. The trigger wakes; it does not say what to run. */
@DisallowConcurrentExecution
public final class DueRunsJob implements Job {

    private final Runnable round;

    DueRunsJob(Runnable round) {
        this.round = round;
    }

    @Override
    public void execute(JobExecutionContext context) {
        try {
            round.run();
        } catch (OutOfMemoryError e) {
            // The library would only log it, and the process seem to work.
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
            throw e;
        }
    }
}
