package dev.steelyard.app.calculation;

import dev.steelyard.engine.calendar.Period;
import java.util.List;
import java.util.Map;
import org.slf4j.MDC;
import org.springframework.core.task.TaskDecorator;

/** Which run the lines of the log belong to. */
public final class LogContext {

    private static final String RUN = "run";

    /** As much of a run's id as tells it from others, here and where it is shown. */
    private static final int DIGITS = 12;

    private LogContext() {}

    public static void begin(String job, Period period) {
        MDC.put("job", job);
        MDC.put("period", period.toString());
    }

    /** From when on the run is known by its id. */
    public static void run(String runId) {
        MDC.put(RUN, runId.substring(0, Math.min(DIGITS, runId.length())));
    }

    /** Lines of worker threads belong to the run of whoever gave them the work. */
    public static TaskDecorator carried() {
        return LogContext::carrying;
    }

    /** A task whose lines belong to the run of whoever made it. */
    public static Runnable carrying(Runnable task) {
        Map<String, String> context = MDC.getCopyOfContextMap();
        return () -> {
            if (context != null) {
                MDC.setContextMap(context);
            }
            task.run();
        };
    }

    public static void end() {
        List.of(RUN, "job", "period").forEach(MDC::remove);
    }
}
