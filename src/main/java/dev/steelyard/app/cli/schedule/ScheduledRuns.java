package dev.steelyard.app.cli.schedule;

import dev.steelyard.app.batch.Outcome;
import dev.steelyard.app.batch.RunLauncher;
import dev.steelyard.app.calculation.RunRequest;
import dev.steelyard.app.calculation.RunRequest.Mode;
import dev.steelyard.app.cli.failure.Failures;
import dev.steelyard.app.cli.option.InputOptions;
import dev.steelyard.app.cli.option.JobRules;
import dev.steelyard.app.cli.option.PeriodChoice;
import dev.steelyard.app.cli.run.Figures;
import dev.steelyard.app.cli.run.HandOuts;
import dev.steelyard.app.cli.run.Retentions;
import dev.steelyard.app.cli.run.RunReport;
import dev.steelyard.app.cli.verb.OpenLedger;
import dev.steelyard.app.cli.verb.Verb;
import dev.steelyard.app.cli.verb.Watch;
import dev.steelyard.app.schedule.Runs;
import dev.steelyard.engine.plausible.Finding;
import dev.steelyard.ledger.database.LedgerDatabase;
import dev.steelyard.ledger.database.LedgerInUse;
import dev.steelyard.ledger.records.Ledger;
import dev.steelyard.ledger.records.Publication;
import dev.steelyard.output.notice.Notice;
import java.io.IOException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

/** What the scheduler has run, as {@code run} would run it; how it ended is a notice. */
public final class ScheduledRuns implements Runs {

    private final Verb verb;
    private final InputOptions inputs;
    private final InstantSource clock;

    public ScheduledRuns(Verb verb, InputOptions inputs, InstantSource clock) {
        this.verb = verb;
        this.inputs = inputs;
        this.clock = clock;
    }

    @Override
    public List<Publication> revisions() throws IOException {
        if (!OpenLedger.exists(verb.ledger(), verb.db())) {
            return List.of();
        }
        try (LedgerDatabase database = OpenLedger.toLook(verb)) {
            return new Ledger(database.source()).revisions();
        }
    }

    @Override
    public Notice run(Order order) {
        try {
            JobRules rules = JobRules.read(verb.home(), order.jobFile().toString());
            RunReport report = RunReport.of(rules.setup(), outcome(request(order, rules)), !order.isFinal());
            // Who got nothing stands in the list; the edition is published all the same.
            Optional<String> missing = order.isFinal() && report.manifest().revision() > 0
                    ? HandOuts.after(verb, rules.setup().job(), report.folder()).flatMap(HandOuts::missing)
                    : Optional.empty();
            return told(order, report, missing);
        } catch (LedgerInUse | CancellationException notEnded) {
            throw notEnded;
        } catch (IOException | RuntimeException failure) {
            Failures.Failure told = new Failures(verb.session()).failure(failure, Optional.of(verb));
            Failures.log(told, failure);
            return new Notice.Failed(order.run(), told.exit(), told.discreet());
        }
    }

    private Outcome outcome(RunRequest request) throws IOException {
        try (LedgerDatabase database = OpenLedger.toWrite(verb, request.ledger(), verb.db());
                Watch watch = Watch.unseen(verb, request)) {
            Outcome outcome = new RunLauncher(request, database, watch.logged()).run();
            Retentions.apply(verb, request, database);
            return outcome;
        }
    }

    private RunRequest request(Order order, JobRules rules) {
        OffsetDateTime now = clock.instant().atZone(ZoneId.systemDefault()).toOffsetDateTime();
        PeriodChoice choice = PeriodChoice.of(
                rules.setup().job(),
                rules.setup().plan(),
                Optional.of(order.run().period().toString()),
                Optional.empty(),
                now);
        boolean trial = !order.isFinal();
        RunRequest request = inputs.request(
                verb,
                rules,
                trial ? choice : choice.mustBeReady(rules.setup().job()),
                trial ? Mode.TRIAL : Mode.FINAL,
                verb.output(),
                InputOptions.existing(order.inputs()),
                now);
        return trial ? request.without(order.lacking()) : request;
    }

    private Notice told(Order order, RunReport report, Optional<String> missing) {
        if (report.standing() == RunReport.Standing.IMPLAUSIBLE) {
            // Codes and datasets only: the sentences stand in the trial folder.
            return new Notice.Failed(
                    order.run(),
                    report.exit(),
                    verb.say(
                            "implausible.notice",
                            "findings",
                            String.join(
                                    ", ",
                                    report.verdict().open().stream()
                                            .map(Finding::name)
                                            .distinct()
                                            .toList()),
                            "folder",
                            Verb.shown(report.folder())));
        }
        Figures figures = report.figures();
        Notice.Counts counts = new Notice.Counts(
                figures.people(),
                figures.ranked(),
                figures.vetoed(),
                figures.held(),
                figures.interim(),
                figures.rows().rejected());
        if (!order.isFinal()) {
            return new Notice.Incomplete(order.run(), counts, order.awaited(), report.folder());
        }
        return new Notice.Done(
                order.run(),
                report.manifest().revision(),
                report.standing() == RunReport.Standing.UNCHANGED,
                counts,
                Stream.concat(
                                report.beyond().stream()
                                        .map(beyond ->
                                                beyond.text(verb.session().texts())),
                                missing.stream())
                        .toList(),
                report.workers().stream()
                        .map(one -> new Notice.Worker(one.name(), one.done(), one.lost(), one.refusal()))
                        .toList(),
                report.folder(),
                report.head());
    }
}
