package dev.steelyard.app.batch;

import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
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
 */
final class Remains {

    private static final Logger LOG = LoggerFactory.getLogger(Remains.class);

    /** How a step or a job may have ended for the repository to let it start again. */
    private static final Set<BatchStatus> ENDED =
            EnumSet.of(BatchStatus.COMPLETED, BatchStatus.FAILED, BatchStatus.STOPPED);

    /** An attempt. */
    enum Attempt {
        /** Never begun. */
        NEW,
        /** Begun, and to be gone on with. */
        BEGUN,
        /** Over: the next run is another attempt. */
        OVER
    }

    private final JobRepository repository;
    private final LocalDateTime now;

    /** @param now what is said of when the dead ended */
    Remains(JobRepository repository, LocalDateTime now) {
        this.repository = repository;
        this.now = now;
    }

    /** Mends what is left of an attempt, and says how it stands. */
    Attempt mend(String job, JobParameters attempt) {
        JobInstance instance = repository.getJobInstance(job, attempt);
        if (instance == null) {
            return Attempt.NEW;
        }
        JobExecution last;
        try {
            last = repository.getLastJobExecution(instance);
        } catch (IllegalArgumentException e) {
            LOG.atWarn().addKeyValue("instance", instance.getId()).log("what is left of an earlier run cannot be read");
            return Attempt.OVER;
        }
        if (last == null) {
            // Killed between the instance and its first execution, which are two commits.
            repository.deleteJobInstance(instance);
            return Attempt.NEW;
        }
        if (last.getStatus() == BatchStatus.COMPLETED || last.getStatus() == BatchStatus.ABANDONED) {
            return Attempt.OVER;
        }
        repository.getJobExecutions(instance).forEach(this::end);
        return Attempt.BEGUN;
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
    void abandon(String job, JobParameters attempt) {
        JobExecution last = repository.getLastJobExecution(job, attempt);
        last.setStatus(BatchStatus.ABANDONED);
        last.setEndTime(now);
        repository.update(last);
    }
}
