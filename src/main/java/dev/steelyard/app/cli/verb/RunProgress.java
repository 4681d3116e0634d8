package dev.steelyard.app.cli.verb;

import dev.steelyard.app.cli.text.BarText;
import dev.steelyard.app.cli.text.Meter;
import dev.steelyard.app.cli.text.Texts;
import java.io.PrintStream;
import java.util.Optional;
import java.util.function.LongSupplier;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/**
 * A run's progress on stderr: a bar where a person looks, else a line for each phase and every few seconds of a long one.
 * Closing ends the bar.
 */
final class RunProgress implements Watch.Listener {

    private static final long LINE_EVERY = 5_000_000_000L;

    private static final int BAR_MILLIS = 200;

    private final PrintStream err;
    private final boolean bar;
    private final int columns;
    private final Texts texts;
    private final LongSupplier nanos;
    private Phase phase;
    private Meter meter;
    private Optional<ProgressBar> shown = Optional.empty();
    private long nextLine;

    RunProgress(Session session, LongSupplier nanos) {
        Surroundings surroundings = session.surroundings();
        this.err = surroundings.err();
        this.bar = surroundings.errIsTerminal();
        this.columns = columns(surroundings.environment().get("COLUMNS"));
        this.texts = session.texts();
        this.nanos = nanos;
    }

    private static int columns(String told) {
        return told != null && told.matches("\\d{2,4}") ? Integer.parseInt(told) : 80;
    }

    @Override
    public synchronized void begin(Phase next, long bytes) {
        if (next == phase) {
            return;
        }
        close();
        phase = next;
        meter = new Meter(bytes, nanos);
        String word = texts.say("phase." + next);
        if (bar) {
            shown = Optional.of(new ProgressBarBuilder()
                    .setTaskName(word)
                    .setInitialMax(bytes == 0 ? -1 : bytes)
                    .setRenderer(new BarText(texts, meter))
                    .setUpdateIntervalMillis(BAR_MILLIS)
                    .setConsumer(new ConsoleProgressBarConsumer(err, columns - 1))
                    .build());
        } else {
            err.println(texts.say("progress.phase", "phase", word));
            nextLine = nanos.getAsLong() + LINE_EVERY;
        }
    }

    @Override
    public synchronized void read(long rows, long bytes) {
        if (phase != Phase.MEASURE && phase != Phase.FREEZE) {
            return;
        }
        meter.read(rows, bytes);
        shown.ifPresent(bars -> bars.stepBy(bytes));
        if (!bar && nanos.getAsLong() >= nextLine) {
            nextLine = nanos.getAsLong() + LINE_EVERY;
            err.println(texts.say(
                    "progress.line",
                    "phase",
                    texts.say("phase." + phase),
                    "pace",
                    meter.pace(texts),
                    "percent",
                    meter.percent().map(done -> done + "%").orElse(""),
                    "left",
                    meter.left(texts)));
        }
    }

    @Override
    public synchronized void said(String key, Object... slots) {
        close();
        phase = null;
        err.println(texts.say("said." + key, slots));
    }

    @Override
    public synchronized void close() {
        shown.ifPresent(ProgressBar::close);
        shown = Optional.empty();
    }
}
