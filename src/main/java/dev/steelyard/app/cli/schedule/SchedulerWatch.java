package dev.steelyard.app.cli.schedule;

import dev.steelyard.app.schedule.Coming;
import dev.steelyard.app.schedule.Watcher;
import dev.steelyard.input.planfile.mistake.InvalidFile;
import dev.steelyard.ledger.status.StatusFile;
import dev.steelyard.ledger.status.Waiting;
import dev.steelyard.output.notice.Awaited;
import dev.steelyard.output.notice.Notice;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Says on stderr what the scheduler does, and keeps beside the ledger what it waits for, for {@code status} to read.
 *
 * @param since when the scheduler began, an ISO date and time
 */
record SchedulerWatch(Watcher text, Path ledger, String since, InstantSource clock) implements Watcher {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    @Override
    public void waiting(List<Notice.Waiting> runs) {
        if (runs.isEmpty()) {
            StatusFile.WAITING.remove(ledger);
        } else {
            StatusFile.WAITING.write(
                    ledger,
                    Waiting.ofThisProcess(
                            since,
                            clock.instant().toString(),
                            runs.stream()
                                    .flatMap(run -> run.awaited().stream().map(one -> export(run.run(), one)))
                                    .toList()));
        }
        text.waiting(runs);
    }

    private static Waiting.Export export(Notice.Run run, Awaited one) {
        return new Waiting.Export(
                run.job(),
                run.period().toString(),
                one.dataset(),
                one.owner(),
                one.due().format(MINUTES),
                one.state() == Awaited.State.GROWING);
    }

    @Override
    public void scheduled(List<Coming> next) {
        text.scheduled(next);
    }

    @Override
    public void broken(String job, InvalidFile why) {
        text.broken(job, why);
    }

    @Override
    public void yearMissing(String job, int year) {
        text.yearMissing(job, year);
    }

    @Override
    public void busy() {
        text.busy();
    }

    @Override
    public void told(Notice notice) {
        text.told(notice);
    }

    @Override
    public void failed(Exception why) {
        text.failed(why);
    }
}
