package dev.steelyard.app.cli.text;

import java.util.Locale;
import me.tongfei.progressbar.ProgressBarRenderer;
import me.tongfei.progressbar.ProgressState;

/** One line of a progress bar: phase, share done, rows and their rate, time left; where that is not known, time spent. */
public record BarText(Texts texts, Meter meter) implements ProgressBarRenderer {

    private static final int CELLS = 20;

    @Override
    public String render(ProgressState state, int width) {
        if (meter.percent().isEmpty()) {
            return texts.say(
                    "progress.elapsed",
                    "phase",
                    state.getTaskName(),
                    "seconds",
                    state.getElapsedAfterStart().toSeconds());
        }
        long percent = meter.percent().get();
        int done = (int) (percent * CELLS / 100);
        return state.getTaskName() + " [" + "#".repeat(done) + "-".repeat(CELLS - done) + "] "
                + String.format(Locale.ROOT, "%3d%%  ", percent) + meter.pace(texts) + meter.left(texts);
    }
}
