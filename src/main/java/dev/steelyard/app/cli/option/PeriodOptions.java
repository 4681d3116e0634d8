package dev.steelyard.app.cli.option;

import dev.steelyard.app.cli.text.Refusal;
import dev.steelyard.app.cli.verb.Verb;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.input.planfile.Job;
import java.io.IOException;
import java.time.LocalDate;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which period of which job is decided about, and on which day. */
public final class PeriodOptions {

    @Parameters(paramLabel = "PERIOD")
    private String period;

    @Option(names = "--job", paramLabel = "JOB")
    private String job;

    @Option(names = "--as-of", paramLabel = "DATE")
    private LocalDate asOf;

    public Period period() {
        return Period.parse(period).orElseThrow(() -> Refusal.badInput("period-unreadable", "value", period));
    }

    /** The job that was named, else the one that calculates periods of this kind. */
    public JobRules rules(Verb verb) throws IOException {
        Period of = period();
        JobRules rules = JobRules.read(
                verb.home(),
                job != null
                        ? job
                        : switch (of.kind()) {
                            case MONTH -> "month-end";
                            case QUARTER -> "quarter-end";
                            case YEAR -> "year-end";
                        });
        Job found = rules.setup().job();
        JobRules.mustScore(found);
        if (found.period() != of.kind()) {
            throw Refusal.badInput("period-kind." + found.period(), "job", found.job(), "value", of);
        }
        return rules;
    }

    /** The day that was given, else today in the plan's zone. */
    public LocalDate asOf(Verb verb, JobRules rules) {
        return asOf != null
                ? asOf
                : verb.surroundings()
                        .now()
                        .atZoneSameInstant(rules.setup().plan().zone())
                        .toLocalDate();
    }
}
