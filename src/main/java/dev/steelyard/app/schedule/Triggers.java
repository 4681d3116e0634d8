package dev.steelyard.app.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quartz.DateBuilder;
import org.quartz.DateBuilder.IntervalUnit;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.ObjectAlreadyExistsException;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.matchers.GroupMatcher;

/**
 * One trigger a job, set to its next time, and one that looks in between. They follow the files: a time that changed moves
 * the trigger, a job that is gone takes its trigger along.
 */
record Triggers(org.quartz.Scheduler quartz, InstantSource clock) {

    private static final JobKey WAKE = JobKey.jobKey("wake", "steelyard");
    private static final TriggerKey LOOK = TriggerKey.triggerKey("look", "steelyard");
    private static final String JOBS = "jobs";

    /** Two machines that set the same trigger do it at slightly different moments. */
    private static final Duration SAME = Duration.ofSeconds(5);

    /** Looks at once, and from then on at this interval. */
    void look(Duration interval) throws SchedulerException {
        JobDetail wake = JobBuilder.newJob(DueRunsJob.class)
                .withIdentity(WAKE)
                .storeDurably()
                .build();
        quartz.addJob(wake, true);
        place(TriggerBuilder.newTrigger()
                .withIdentity(LOOK)
                .forJob(WAKE)
                .startNow()
                .withSchedule(SimpleScheduleBuilder.simpleSchedule()
                        .withIntervalInMilliseconds(interval.toMillis())
                        .repeatForever()
                        .withMisfireHandlingInstructionNextWithRemainingCount())
                .build());
    }

    /** Sets the trigger of each job to its next time. */
    void follow(List<Timetable> jobs) throws SchedulerException {
        Instant now = clock.instant();
        Map<TriggerKey, Instant> wanted = new HashMap<>();
        for (Timetable job : jobs) {
            Optional<ZonedDateTime> next = job.next(now);
            next.ifPresent(at -> wanted.put(TriggerKey.triggerKey(job.job().job(), JOBS), at.toInstant()));
        }
        for (TriggerKey key : quartz.getTriggerKeys(GroupMatcher.triggerGroupEquals(JOBS))) {
            if (!wanted.containsKey(key)) {
                quartz.unscheduleJob(key);
            }
        }
        for (Map.Entry<TriggerKey, Instant> one : wanted.entrySet()) {
            Date at = onTheirClock(one.getValue(), now);
            if (!isSetTo(at, quartz.getTrigger(one.getKey()))) {
                place(TriggerBuilder.newTrigger()
                        .withIdentity(one.getKey())
                        .forJob(WAKE)
                        .startAt(at)
                        .withSchedule(SimpleScheduleBuilder.simpleSchedule().withMisfireHandlingInstructionFireNow())
                        .build());
            }
        }
    }

    /** Never before the time itself: who wakes too early finds nothing due. */
    private static Date onTheirClock(Instant at, Instant now) {
        long seconds = Math.max(0, Duration.between(now, at).plusMillis(999).toSeconds());
        return DateBuilder.futureDate((int) Math.min(Integer.MAX_VALUE, seconds), IntervalUnit.SECOND);
    }

    private static boolean isSetTo(Date at, Trigger trigger) {
        return trigger != null
                && trigger.getNextFireTime() != null
                && Duration.between(trigger.getNextFireTime().toInstant(), at.toInstant())
                                .abs()
                                .compareTo(SAME)
                        <= 0;
    }

    private void place(Trigger trigger) throws SchedulerException {
        try {
            if (quartz.rescheduleJob(trigger.getKey(), trigger) == null) {
                quartz.scheduleJob(trigger);
            }
        } catch (ObjectAlreadyExistsException e) {
            // Another machine of the cluster has just set it.
        }
    }
}
