package dev.steelyard.app.schedule;

import dev.steelyard.input.planfile.mistake.InvalidFile;
import dev.steelyard.output.notice.Notice;
import java.util.List;

/** Who looks on while the scheduler works. Each is told once for as long as it stays so. */
public interface Watcher {

    /** The jobs were read, for the first time or because a file changed: what comes next of each. */
    void scheduled(List<Coming> next);

    /** A job is not scheduled, for a file of its is wrong. The others go on. */
    void broken(String job, InvalidFile why);

    /** It is not known when a job is to be started: the calendar lacks the year. */
    void yearMissing(String job, int year);

    /** The ledger is in use by somebody else; what is due waits. */
    void busy();

    /** A run ended, or waits. */
    void told(Notice notice);

    /** Everything that is waited for now, oldest run first; nothing once all has come. */
    void waiting(List<Notice.Waiting> runs);

    /** Something failed that has nothing to do with a run. */
    void failed(Exception why);
}
