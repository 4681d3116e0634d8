package dev.steelyard.app.schedule;

import dev.steelyard.output.notice.Notifier;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;
import org.quartz.SchedulerException;
import org.quartz.impl.SchedulerRepository;
import org.quartz.impl.StdSchedulerFactory;

/**
 * Runs by itself what is due, until it is closed. Its triggers lie in memory, or in a PostgreSQL that several machines share:
 * then one of them at a time goes its round.
 */
public final class Scheduler implements AutoCloseable {

    private static final String NAME = "steelyard";

    private final DueRuns dueRuns;
    private final JobFolder jobs;
    private final Watcher watcher;
    private final ScheduleSettings settings;
    private final org.quartz.Scheduler quartz;
    private final Triggers triggers;

    /**
     * Not started yet.
     *
     * @param shared where triggers are kept for several machines; empty for this process alone
     */
    public Scheduler(
            ScheduleSettings settings,
            Runs runs,
            Notifier notifier,
            Watcher watcher,
            InstantSource clock,
            Optional<DataSource> shared) {
        this.settings = settings;
        this.watcher = watcher;
        this.jobs = new JobFolder(settings.home());
        this.dueRuns = new DueRuns(jobs, runs, notifier, watcher, clock, settings);
        this.quartz = quartz(shared);
        this.triggers = new Triggers(quartz, clock);
    }

    private org.quartz.Scheduler quartz(Optional<DataSource> shared) {
        try {
            org.quartz.Scheduler made =
                    new StdSchedulerFactory(properties(shared.map(SharedConnections::offer))).getScheduler();
            // Nobody looks for it by name, and two in one process must not be taken for one.
            SchedulerRepository.getInstance().remove(NAME);
            made.setJobFactory((bundle, scheduler) -> new DueRunsJob(this::round));
            return made;
        } catch (SchedulerException e) {
            throw new IllegalStateException("the scheduler cannot be made", e);
        }
    }

    private static Properties properties(Optional<String> shared) {
        Properties properties = new Properties();
        properties.setProperty(StdSchedulerFactory.PROP_SCHED_INSTANCE_NAME, NAME);
        properties.setProperty(StdSchedulerFactory.PROP_SCHED_INSTANCE_ID, "AUTO");
        properties.setProperty(StdSchedulerFactory.PROP_SCHED_MAKE_SCHEDULER_THREAD_DAEMON, "true");
        properties.setProperty("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
        properties.setProperty("org.quartz.threadPool.threadCount", "1");
        properties.setProperty("org.quartz.threadPool.makeThreadsDaemons", "true");
        if (shared.isPresent()) {
            String store = "org.quartz.jobStore.";
            properties.setProperty(store + "class", "org.quartz.impl.jdbcjobstore.JobStoreTX");
            properties.setProperty(store + "driverDelegateClass", "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate");
            properties.setProperty(store + "dataSource", shared.get());
            properties.setProperty(store + "tablePrefix", "QRTZ_");
            properties.setProperty(store + "isClustered", "true");
            properties.setProperty(store + "clusterCheckinInterval", "10000");
        }
        return properties;
    }

    /** Begins to work, at once with what is due by now. */
    public void start() {
        try {
            triggers.look(settings.look());
            quartz.start();
        } catch (SchedulerException e) {
            throw new IllegalStateException("the scheduler cannot be started", e);
        }
    }

    private void round() {
        dueRuns.go();
        try {
            triggers.follow(jobs.timetables());
        } catch (SchedulerException e) {
            watcher.failed(e);
        }
    }

    /** Begins no further run and waits for the end of the one that is going on. */
    @Override
    public void close() {
        dueRuns.stop();
        try {
            quartz.shutdown(true);
        } catch (SchedulerException e) {
            watcher.failed(e);
        }
    }
}
