package dev.steelyard.app.cli.compare;

import dev.steelyard.app.cli.option.EditionChoice;
import dev.steelyard.app.cli.option.InputOptions;
import dev.steelyard.app.cli.option.Newest;
import dev.steelyard.app.cli.option.PeriodChoice;
import dev.steelyard.app.cli.text.Refusal;
import dev.steelyard.app.cli.verb.Verb;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.input.planfile.Setup;
import dev.steelyard.output.publish.Manifest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which periods are calculated by way of trial, and from which inputs. */
public record SimulatedPeriods(Verb verb, Setup setup, InputOptions inputs) {

    /** More is surely a slip of the hand. */
    private static final int MOST = 36;

    /**
     * Those of the range, else the last one with a final revision, else the last one that has ended.
     *
     * @param range {@code A..B} or a single one
     * @param inputsNamed whether a folder was named: then what was published does not decide
     */
    public List<Period> periods(Optional<String> range, Optional<LocalDate> asOf, boolean inputsNamed)
            throws IOException {
        if (range.isEmpty()) {
            Optional<Period> published = inputsNamed ? Optional.empty() : newest().map(Newest::period);
            return List.of(
                    published.isPresent()
                            ? published.get()
                            : PeriodChoice.of(
                                            setup.job(),
                                            setup.plan(),
                                            Optional.empty(),
                                            asOf,
                                            verb.surroundings().now())
                                    .period());
        }
        String[] ends = range.get().split("\\.\\.", -1);
        Period first = period(ends[0]);
        Period last = period(ends[ends.length - 1]);
        if (ends.length > 2 || last.compareTo(first) < 0) {
            throw Refusal.badInput("periods-range", "value", range.get());
        }
        List<Period> periods = new ArrayList<>();
        for (Period period = first; period.compareTo(last) <= 0; period = period.next()) {
            periods.add(period);
            if (periods.size() > MOST) {
                throw Refusal.badInput("periods-many", "value", range.get(), "most", MOST);
            }
        }
        return periods;
    }

    private Period period(String text) {
        return PeriodChoice.parse(setup.job(), text);
    }

    void mustBeEffective(Plan plan, Period period) {
        PeriodChoice.mustBeEffective(
                plan == setup.plan() ? "plan-not-effective" : "simulate-not-effective", plan, period);
    }

    /** The frozen inputs of the period's newest revision, where there is one and no folder was named. */
    public Rehearsal.Source source(Period period, Optional<LocalDate> asOf, boolean inputsNamed) throws IOException {
        Optional<Newest> published = inputsNamed
                ? Optional.empty()
                : Newest.inFolders(verb.output()).stream()
                        .filter(one -> one.job().equals(setup.job().job())
                                && one.period().equals(period))
                        .findFirst();
        if (published.isPresent()) {
            EditionChoice edition = new EditionChoice(
                    published.get().folder(), Manifest.read(published.get().folder()));
            return new Rehearsal.Source(
                    period,
                    Optional.of(edition),
                    Optional.empty(),
                    LocalDate.parse(edition.manifest().asOf()),
                    inputs.threads());
        }
        if (period.isYear()) {
            throw Refusal.badInput(
                    "simulate-year", "period", period, "job", setup.job().job());
        }
        LocalDate today =
                verb.surroundings().now().atZoneSameInstant(setup.plan().zone()).toLocalDate();
        return new Rehearsal.Source(
                period,
                Optional.empty(),
                Optional.of(inputs.folder(verb, setup.job(), period)),
                asOf.orElse(today),
                inputs.threads());
    }

    /** The newest final revision of the job. */
    Optional<Newest> newest() throws IOException {
        return Newest.inFolders(verb.output()).stream()
                .filter(one -> one.job().equals(setup.job().job()))
                .findFirst();
    }
}
