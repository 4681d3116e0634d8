package dev.steelyard.input.planfile;

import dev.steelyard.input.planfile.mistake.PlanError;
import dev.steelyard.input.planfile.yaml.Binder;
import dev.steelyard.input.planfile.yaml.Bound;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Node;

/** What can be judged of when a job runs and what it waits for. */
final class JobSchedules {

    private static final int MOST_WORKING_DAYS = 60;

    /** The shape alone; the scheduler, which knows the notation, judges the rest. */
    private static final Pattern CRON = Pattern.compile("[0-9A-Za-z*?,/#-]+( +[0-9A-Za-z*?,/#-]+){5,6}");

    private JobSchedules() {}

    static void check(Binder binder) {
        for (Bound<Job> job : binder.all(Job.class)) {
            job.value()
                    .schedule()
                    .flatMap(Job.Schedule::since)
                    .ifPresent(
                            since -> JobFile.period(since, job.value().period(), job.at("schedule", "since"), binder));
        }
        binder.all(Job.Schedule.class).forEach(schedule -> check(schedule, binder));
        for (Bound<Job.WorkingDay> by : binder.all(Job.WorkingDay.class)) {
            workingDay(by.value().workingDay(), by.at("working_day"), binder);
        }
        Set<String> seen = new HashSet<>();
        for (Bound<Job.Expected> expected : binder.all(Job.Expected.class)) {
            String dataset = expected.value().dataset();
            if (!seen.add(dataset)) {
                binder.add(binder.mistake(PlanError.EXPECTED_TWICE, expected.at("dataset"))
                        .with("name", dataset));
            }
        }
    }

    private static void check(Bound<Job.Schedule> schedule, Binder binder) {
        Job.Schedule when = schedule.value();
        if (when.cron().isPresent() == when.workingDay().isPresent()
                || when.cron().isPresent() && when.at().isPresent()) {
            binder.add(binder.mistake(PlanError.SCHEDULE_UNCLEAR, schedule.node()));
            return;
        }
        if (when.workingDay().isPresent() && when.at().isEmpty()) {
            binder.add(binder.mistake(PlanError.KEY_MISSING, schedule.node()).with("key", "at"));
        }
        when.workingDay().ifPresent(day -> workingDay(day, schedule.at("working_day"), binder));
        when.cron()
                .filter(cron -> !CRON.matcher(cron).matches())
                .ifPresent(cron -> binder.add(binder.mistake(PlanError.NOT_A_CRON, schedule.at("cron"))
                        .with("value", cron)));
    }

    private static void workingDay(int day, Node node, Binder binder) {
        if (day < 1 || day > MOST_WORKING_DAYS) {
            binder.add(binder.mistake(PlanError.OUT_OF_RANGE, node)
                    .with("value", day)
                    .with("range", "1…" + MOST_WORKING_DAYS));
        }
    }
}
