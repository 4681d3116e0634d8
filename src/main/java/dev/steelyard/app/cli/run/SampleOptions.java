package dev.steelyard.app.cli.run;

import dev.steelyard.app.cli.option.InputOptions;
import dev.steelyard.app.cli.text.Refusal;
import dev.steelyard.app.cli.verb.Verb;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.input.planfile.Job;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/**
 * Where the exports lie, the sample company among them: it is read only where it is asked for, and has an output folder and a
 * ledger of its own, so that nothing invented is ever closed or paid.
 */
final class SampleOptions extends InputOptions {

    /** Of the samples in the home folder, and of what is made of them in the output folder. */
    private static final String INPUTS = "input-samples";

    private static final String OUTPUT = "samples";

    @Option(names = "--samples")
    private boolean samples;

    /** @throws Refusal if the samples are to be mixed with something real */
    void mustBeApart(CommandSpec verb) {
        for (String other : new String[] {"--inputs", "--db"}) {
            if (samples && verb.commandLine().getParseResult().hasMatchedOption(other)) {
                throw Refusal.badInput("samples-apart", "option", other);
            }
        }
    }

    /** Where is published: beside what is real. */
    public Path output(Path real) {
        return samples ? real.resolve(OUTPUT) : real;
    }

    /** The samples are never recorded in a database of other runs. */
    public Optional<String> db(Optional<String> real) {
        return samples ? Optional.empty() : real;
    }

    @Override
    public Path folder(Verb verb, Job job, Period period) {
        return samples ? existing(verb.home().resolve(INPUTS)) : super.folder(verb, job, period);
    }

    @Override
    protected boolean areSamples() {
        return samples;
    }
}
