package dev.steelyard.app.schedule;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.ledger.database.LedgerInUse;
import dev.steelyard.ledger.records.Publication;
import dev.steelyard.output.notice.Awaited;
import dev.steelyard.output.notice.Notice;
import dev.steelyard.output.notice.Notifier;
import dev.steelyard.words.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;

/**
 * One round after another: what is due and has no final run is run, oldest first, one at a time, until nothing is left or
 * what is left waits. Which periods are due is asked of the ledger, never of a trigger. One thread at a time.
 */
final class DueRuns {

    /** Exit codes of what may go well with nothing changed here: a period that is reopened, a disk, a database. */
    private static final Set<Integer> MAY_RECOVER = Set.of(3, 6);

    private final JobFolder jobs;
    private final Runs runs;
    private final Notifier notifier;
    private final Watcher watcher;
    private final InstantSource clock;
    private final ScheduleSettings settings;
    private final Arrivals arrivals;
    private final Memory memory = new Memory();
    private final Set<String> said = new HashSet<>();

    /** What the last look found still awaited. */
    private final List<Notice.Waiting> awaited = new ArrayList<>();

    /** What was due when the ledger was last asked. */
    private List<Due> owed = List.of();
    /** From when on the ledger must be asked again. */
    private Instant nextQuestion = Instant.MIN;

    private static final String HINDERED = "hindered ";

    private volatile boolean stopped;

    DueRuns(
            JobFolder jobs,
            Runs runs,
            Notifier notifier,
            Watcher watcher,
            InstantSource clock,
            ScheduleSettings settings) {
        this.jobs = jobs;
        this.runs = runs;
        this.notifier = notifier;
        this.watcher = watcher;
        this.clock = clock;
        this.settings = settings;
        this.arrivals = new Arrivals(settings.quiet());
    }

    /** What is to be run next. */
    private record Start(Due due, Path inputs, Readiness readiness, List<Awaited> awaited) {}

    /** No further run begins. */
    void stop() {
        stopped = true;
    }

    /** Goes one round. Somebody else's work on the ledger ends it: the next one goes on. Never fails. */
    void go() {
        try {
            if (jobs.refresh()) {
                memory.rulesChanged();
                said.clear();
                nextQuestion = Instant.MIN;
                watcher.scheduled(jobs.next(clock.instant()));
            }
            sayWhatIsWrong();
            round();
            watcher.waiting(List.copyOf(awaited));
            said.removeIf(what -> what.startsWith(HINDERED));
        } catch (LedgerInUse e) {
            sayOnce(HINDERED, watcher::busy);
        } catch (CancellationException e) {
            // The process was told to stop in the middle of a run: the next start goes on with it.
            stop();
        } catch (IOException | RuntimeException e) {
            sayOnce(HINDERED + e, () -> watcher.failed(e));
        }
    }

    private void sayWhatIsWrong() {
        jobs.broken().forEach((job, why) -> sayOnce(job + why.getMessage(), () -> watcher.broken(job, why)));
        for (Timetable timetable : jobs.timetables()) {
            String job = timetable.job().job();
            timetable
                    .missingYear(clock.instant())
                    .ifPresent(year -> sayOnce(job + year, () -> watcher.yearMissing(job, year)));
        }
    }

    private void sayOnce(String what, Runnable how) {
        if (said.add(what)) {
            how.run();
        }
    }

    private void round() throws IOException {
        boolean isFresh = false;
        if (!clock.instant().isBefore(nextQuestion)) {
            ask();
            isFresh = true;
        }
        for (Optional<Start> start = next(); start.isPresent() && !stopped; start = next()) {
            if (!isFresh) {
                // It waited; meanwhile a person may have run it.
                ask();
                isFresh = true;
            } else {
                run(start.get());
                ask();
            }
        }
    }

    /** Asks the ledger what is due. */
    private void ask() throws IOException {
        Map<String, Map<Period, LocalDate>> finals = new HashMap<>();
        for (Publication revision : runs.revisions()) {
            finals.computeIfAbsent(revision.job(), job -> new TreeMap<>()).put(revision.period(), revision.asOf());
        }
        Instant now = clock.instant();
        owed = jobs.timetables().stream()
                .flatMap(timetable ->
                        timetable.due(finals.getOrDefault(timetable.job().job(), Map.of()), now).stream())
                .sorted(Due.OLDEST_FIRST)
                .toList();
        memory.keep(owed.stream().map(Due::key).collect(Collectors.toSet()));
        nextQuestion = jobs.timetables().stream()
                .flatMap(timetable -> timetable.next(now).stream())
                .map(ZonedDateTime::toInstant)
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
    }

    /** The oldest that can begin. What rests on one that waits, waits with it. */
    private Optional<Start> next() throws IOException {
        awaited.clear();
        List<Due> waiting = new ArrayList<>();
        for (Due due : owed) {
            if (memory.isDone(due)) {
                continue;
            }
            Optional<Start> start =
                    waiting.stream().anyMatch(due::restsOn) ? Optional.empty() : start(due, clock.instant());
            if (start.isPresent()) {
                return start;
            }
            waiting.add(due);
        }
        return Optional.empty();
    }

    private Optional<Start> start(Due due, Instant now) throws IOException {
        Path inputs = settings.inputs(due);
        Readiness found = arrivals.look(due, inputs, now);
        if (memory.hasFailed(due, found.files(), now)) {
            return Optional.empty();
        }
        if (found.isReady()) {
            return Optional.of(new Start(due, inputs, found, List.of()));
        }
        List<Awaited> exports =
                found.awaited(dataset -> name(due, dataset), due.at().toLocalDateTime());
        if (found.isOverdue(now)) {
            return memory.isTried(due, found.files())
                    ? Optional.empty()
                    : Optional.of(new Start(due, inputs, found, exports));
        }
        Notice.Waiting waiting = new Notice.Waiting(about(due), exports);
        awaited.add(waiting);
        tell(due, waiting);
        return Optional.empty();
    }

    private void run(Start start) throws IOException {
        Due due = start.due();
        Notice notice = runs.run(new Runs.Order(
                due.timetable().setup().jobFile(),
                about(due),
                start.inputs(),
                start.awaited(),
                start.readiness().missing()));
        if (stopped && notice instanceof Notice.Failed) {
            // What the end of the process broke: the next start goes on with it.
            return;
        }
        String files = start.readiness().files();
        if (notice instanceof Notice.Failed failed) {
            memory.failed(due, files, again(failed));
        } else if (notice instanceof Notice.Done) {
            memory.done(due);
        } else {
            memory.tried(due, files);
        }
        tell(due, notice);
    }

    /** What is wrong with plan or input stays wrong until a file changes. */
    private Instant again(Notice.Failed failed) {
        return MAY_RECOVER.contains(failed.exit()) ? clock.instant().plus(settings.pause()) : Instant.MAX;
    }

    private void tell(Due due, Notice notice) {
        if (memory.isNews(due, notice)) {
            notifier.tell(notice);
            watcher.told(notice);
        }
    }

    private Notice.Run about(Due due) {
        LocalDate today =
                clock.instant().atZone(due.timetable().setup().plan().zone()).toLocalDate();
        return new Notice.Run(due.job(), due.timetable().job().name(), due.period(), today);
    }

    private String name(Due due, String dataset) {
        return Words.in(settings.language())
                .name(due.timetable().setup().schemas().get(dataset).title());
    }
}
