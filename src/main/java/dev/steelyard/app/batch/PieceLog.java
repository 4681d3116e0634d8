package dev.steelyard.app.batch;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/** Logs each piece that is done. */
record PieceLog(String piece) implements StepExecutionListener {

    private static final Logger LOG = LoggerFactory.getLogger(PieceLog.class);

    @Override
    public ExitStatus afterStep(StepExecution step) {
        if (step.getStatus() == BatchStatus.COMPLETED) {
            LOG.atDebug().addKeyValue(piece, PiecesInOrder.number(step)).log("done");
        }
        return step.getExitStatus();
    }
}
