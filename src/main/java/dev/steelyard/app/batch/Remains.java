package dev.steelyard.app.batch;

import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

/**
 * What earlier starts left in the job repository, made such that the repository lets somebody go on with it. To be called by whoever
 * holds the ledger, and so is alone with it: an execution that seems to run is a dead one, and what its last commit became nobody
 * knows any more. A step that a kill or a lost connection left STARTING, STARTED, STOPPING, UNKNOWN or ABANDONED counts as failed and is
 * done again: every step of a run may be.
 *
 * <p>{@code JobOperator.recover} does part of this: it leaves UNKNOWN as it is, asks the job's status only (whose steps may be worse
 * off), and does not know an instance that a kill kept from its first execution.
 *
 * @param now what is said of when the dead ended
 */
record Remains(JobRepository repository, LocalDateTime now) {

    private static final Logger LOG = LoggerFactory.getLogger(Remains.class);

    /** How a step or a job may have ended for the repository to let it start again. */
    private static final Set<BatchStatus> ENDED =
            EnumSet.of(BatchStatus.COMPLETED, BatchStatus.FAILED, BatchStatus.STOPPED);

    /** Tells attempts at the same apart. */
    private static final String ATTEMPT = "attempt";

    /**
     * What to launch.
     *
     * @param isBegun whether it goes on with what is left
     */
    record Attempt(JobParameters parameters, boolean isBegun) {}

    /**
     * The newest attempt at the same, mended, where it is not over; else the next one.
     *
     * @param same what all attempts at it have in common
     */
    Attempt next(String job, JobParameters same) {
        List<JobInstance> newestFirst = repository.getJobInstances(job, 0, Integer.MAX_VALUE);
        for (JobInstance instance : newestFirst) {
            Optional<JobExecution> last = last(instance);
            if (last.filter(one -> isOf(same, one)).isPresent()) {
                BatchStatus status = last.get().getStatus();
                if (status == BatchStatus.COMPLETED || status == BatchStatus.ABANDONED) {
                    break;
                }
                repository.getJobExecutions(instance).forEach(this::end);
                return new Attempt(last.get().getJobParameters(), true);
            }
        }
        // Instances are numbered upwards, so that no attempt ever had this number.
        long number =
                newestFirst.stream().mapToLong(JobInstance::getInstanceId).max().orElse(0) + 1;
        return new Attempt(
                new JobParametersBuilder(same).addLong(ATTEMPT, number).toJobParameters(), false);
    }

    private static boolean isOf(JobParameters same, JobExecution execution) {
        return same.parameters().stream()
                .allMatch(one -> one.equals(execution.getJobParameters().getParameter(one.name())));
    }

    /** The last execution of an instance; empty where a kill left it without one, or what is left cannot be read. */
    private Optional<JobExecution> last(JobInstance instance) {
        try {
            JobExecution last = repository.getLastJobExecution(instance);
            if (last == null) {
                // Killed between the instance and its first execution, which are two commits.
                repository.deleteJobInstance(instance);
            }
            return Optional.ofNullable(last);
        } catch (IllegalArgumentException e) {
            LOG.atWarn().addKeyValue("instance", instance.getId()).log("what is left of an earlier run cannot be read");
            return Optional.empty();
        }
    }

    private void end(JobExecution execution) {
        if (!ENDED.contains(execution.getStatus())) {
            execution.setStatus(BatchStatus.FAILED);
            execution.setEndTime(now);
            repository.update(execution);
        }
        for (StepExecution step : execution.getStepExecutions()) {
            if (!ENDED.contains(step.getStatus())) {
                step.setStatus(BatchStatus.FAILED);
                step.setEndTime(now);
                repository.update(step);
            }
        }
    }

    /** Gives an attempt up: the run begins anew with the next one. */
    void abandon(String job, Attempt attempt) {
        JobExecution last = repository.getLastJobExecution(job, attempt.parameters());
        last.setStatus(BatchStatus.ABANDONED);
        last.setEndTime(now);
        repository.update(last);
    }
}
