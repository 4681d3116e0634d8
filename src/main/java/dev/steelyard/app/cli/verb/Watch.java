package dev.steelyard.app.cli.verb;

import dev.steelyard.app.batch.PhaseLog;
import dev.steelyard.app.calculation.Progress;
import dev.steelyard.app.calculation.RunRequest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Who watches what a verb calculates: a person, the status file, and whoever tells the process to stop. */
public final class Watch implements Progress, AutoCloseable {

    /** One of those who only look. */
    interface Listener extends Progress, AutoCloseable {
        @Override
        void close();
    }

    private final List<Listener> listeners;
    private final Stopping stopping;

    private Watch(List<Listener> listeners, Stopping stopping) {
        this.listeners = List.copyOf(listeners);
        this.stopping = stopping;
        stopping.listen();
    }

    /** For a verb that publishes nothing. */
    public static Watch of(Verb verb) {
        return new Watch(person(verb), verb.surroundings().stopping());
    }

    /** For a run that holds the ledger, and tells others how far it is. */
    public static Watch of(Verb verb, RunRequest request) {
        List<Listener> listeners = new ArrayList<>(person(verb));
        listeners.add(
                new ProgressFile(request.ledger(), request.job().job(), request.period(), InstantSource.system()));
        return new Watch(listeners, verb.surroundings().stopping());
    }

    /** For a run of the scheduler, at which no person looks. */
    public static Watch unseen(Verb verb, RunRequest request) {
        return new Watch(
                List.of(new ProgressFile(
                        request.ledger(), request.job().job(), request.period(), InstantSource.system())),
                verb.surroundings().stopping());
    }

    /** The same, with a line in the log for each phase. */
    public Progress logged() {
        return new PhaseLog(this, System::nanoTime);
    }

    /** For what is calculated beside it: told to stop together with it, and not shown. */
    public Progress unseen() {
        return new Watch(List.of(), stopping);
    }

    private static List<Listener> person(Verb verb) {
        return verb.quiet() ? List.of() : List.of(new RunProgress(verb.session(), System::nanoTime));
    }

    @Override
    public void begin(Phase phase, long bytes) {
        listeners.forEach(one -> one.begin(phase, bytes));
    }

    @Override
    public void read(long rows, long bytes) {
        listeners.forEach(one -> one.read(rows, bytes));
    }

    @Override
    public void said(String key, Object... slots) {
        listeners.forEach(one -> one.said(key, slots));
    }

    @Override
    public boolean isToStop() {
        return stopping.isAsked();
    }

    @Override
    public void close() {
        listeners.forEach(Listener::close);
    }
}
