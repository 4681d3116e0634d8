package dev.steelyard;

import dev.steelyard.app.calculation.Calculated;
import dev.steelyard.app.calculation.EarlierRuns;
import dev.steelyard.app.calculation.InputRefused;
import dev.steelyard.app.calculation.Measuring;
import dev.steelyard.app.calculation.Progress;
import dev.steelyard.app.calculation.RunRequest;
import dev.steelyard.app.calculation.RunRequest.Host;
import dev.steelyard.app.calculation.RunRequest.Mode;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.govern.ClosedPeriod;
import dev.steelyard.engine.govern.Held;
import dev.steelyard.engine.govern.Past;
import dev.steelyard.engine.govern.Recipient;
import dev.steelyard.engine.pay.PaidPeriods;
import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.engine.pay.ReturnLines;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.register.EarlierScorecard;
import dev.steelyard.engine.register.History;
import dev.steelyard.engine.run.RuleHashes;
import dev.steelyard.engine.run.RunIdentity;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Money;
import dev.steelyard.input.planfile.CalendarFile;
import dev.steelyard.input.planfile.ExportsFile;
import dev.steelyard.input.planfile.Job;
import dev.steelyard.input.planfile.JobFile;
import dev.steelyard.input.planfile.PlanFile;
import dev.steelyard.output.publish.Edition;
import dev.steelyard.output.publish.EditionFile;
import dev.steelyard.words.Words;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The engine without its batch: the same desk, slices measured in turn, an edition written as the first revision. For tests that run
 * hundreds of companies.
 */
public final class Engine {

    private static final OffsetDateTime NEVER_SHOWN = OffsetDateTime.parse("2000-01-01T00:00:00Z");

    private final Job job;
    private Map<String, Schema> schemas;
    private Progress progress = Progress.NONE;
    private EarlierRuns earlier =
            new EarlierRuns(Map.of(), Map.of(), History.NONE, Past.NONE.after(PaidPeriods.NONE, Map.of(), List.of()));
    private final Plan plan;
    private final Path jobs;
    private Map<Period, Closed> closedLines = Map.of();
    private long sliceBytes = 32 << 20;

    /** @param claims what of the lines is on hold of people who are not in the run */
    private record Closed(List<PayoutLine> lines, Map<String, Money> claims) {}

    public Engine(Path jobs, String jobName) {
        this(jobs, jobName, "reference-2026");
    }

    /** By another plan than the job's. */
    public Engine(Path jobs, String jobName, String planName) {
        this.jobs = jobs;
        this.job = JobFile.read(jobs.resolve(jobName + ".yaml"));
        Map<String, Schema> written = ExportsFile.read(jobs.resolve(job.exports()));
        this.plan = PlanFile.read(jobs.resolve("plans/" + planName + ".yaml"), written);
        this.schemas = ExportsFile.under(plan, written);
    }

    /**
     * Reads of the periods before what these, calculated from the same inputs in this order, came to: as if each were closed, what each
     * carried over or recovered included.
     */
    public Engine closing(Path inputs, Path output, List<Period> closed, LocalDate asOf) throws IOException {
        Map<Period, List<EarlierScorecard>> scorecards = new TreeMap<>();
        Map<Period, Closed> paid = new TreeMap<>();
        for (Period period : closed) {
            Engine shorter =
                    new Engine(jobs, period.kind() == Period.Kind.MONTH ? "month-end" : "quarter-end", plan.plan());
            shorter.earlier = new EarlierRuns(scorecards, Map.of(), History.NONE, past(paid, period));
            Measuring measuring = shorter.opened(inputs, output, period, asOf);
            RunResult result = measuring.calculated(1).result();
            scorecards.put(period, result.book().earlier(period));
            paid.put(period, new Closed(result.payout(), ReturnLines.claims(result.book(), result.payout())));
            measuring.drop();
        }
        if (!closed.isEmpty()) {
            earlier = new EarlierRuns(scorecards, Map.of(), History.NONE, Past.NONE);
            closedLines = paid;
        }
        return this;
    }

    private static Past past(Map<Period, Closed> paid, Period of) {
        Map<Period, List<PaidPeriods.Line>> lines = new TreeMap<>();
        Map<String, Money> balances = new TreeMap<>();
        List<PaidPeriods.Line> sameMonth = new ArrayList<>();
        paid.forEach((period, all) -> {
            all.claims().forEach((id, amount) -> balances.merge(id, amount, Money::plus));
            List<PayoutLine> payable = all.lines().stream()
                    .filter(line -> line.status() == PayoutLine.Status.PAY)
                    .toList();
            lines.put(period, all.lines().stream().map(Engine::paid).toList());
            payable.stream()
                    .filter(line -> line.component() == PayoutLine.Component.RECOVERY
                            || line.component() == PayoutLine.Component.RECOVERY_CARRIED)
                    .forEach(line -> balances.merge(line.employee().id(), line.amount(), Money::plus));
            if (period.last().equals(of.last())) {
                lines.get(period).stream().filter(line -> !line.onHold()).forEach(sameMonth::add);
            }
        });
        return Past.NONE.after(period -> Optional.ofNullable(lines.get(period)), balances, sameMonth);
    }

    private static PaidPeriods.Line paid(PayoutLine line) {
        return new PaidPeriods.Line(
                line.employee().id(),
                line.employee().team(),
                line.component(),
                line.sourcePeriod(),
                line.basis(),
                line.rate().orElse(Fraction.ZERO),
                line.amount(),
                Words.in("en").say(line.note()),
                line.rule(),
                line.status() == PayoutLine.Status.ON_HOLD,
                line.heldBy());
    }

    /** After the close of a month that held E1 for an event or appeal. */
    public Engine holding(Period month, String reference) {
        ClosedPeriod closed = new ClosedPeriod(
                month,
                1,
                1,
                month.last(),
                month.last(),
                List.of(new ClosedPeriod.Earned(
                        new Recipient("E1", "", "", ""),
                        PayoutLine.Component.COMMISSION,
                        new Money(BigDecimal.TEN),
                        List.of(reference))),
                List.of(),
                List.of(new Held("E1", Held.Cause.ALLEGED, reference)),
                ClosedPeriod.Changes.NONE);
        earlier = new EarlierRuns(
                Map.of(), Map.of(), History.NONE, new Past(false, List.of(closed), List.of(), Optional.empty()));
        return this;
    }

    /** Of the dataset only these rows count. */
    public Engine counting(String dataset, Schema.Rows rows) {
        schemas = new LinkedHashMap<>(schemas);
        schemas.computeIfPresent(dataset, (name, schema) -> schema.with(rows));
        return this;
    }

    /** Told of the run's phases. */
    public Engine watched(Progress by) {
        progress = by;
        return this;
    }

    /** With slices of another size. */
    public Engine slicedAt(long bytes) {
        sliceBytes = bytes;
        return this;
    }

    /** Runs, and returns the folder of the edition. */
    public Path run(Path inputs, Path output, Period period, LocalDate asOf) throws IOException {
        Measuring measuring = opened(inputs, output, period, asOf);
        Calculated calculated = measuring.calculated(1);
        RunIdentity identity = new RunIdentity(
                measuring.runIds().get(0),
                job.job(),
                period,
                1,
                asOf,
                plan.plan(),
                new RuleHashes("", "", ""),
                "test",
                false,
                false);
        Edition edition = Edition.of(output, identity);
        edition.begin();
        for (EditionFile file : Edition.machineFiles(identity, calculated.result(), calculated::problems)) {
            edition.write(file);
        }
        edition.publish(edition.seal(identity, calculated.result(), calculated.inputs(), ""));
        measuring.drop();
        return edition.folder();
    }

    /** Runs, and returns what was found, in its order; where the inputs are refused, why. */
    public List<Problem> findings(Path inputs, Path output, Period period, LocalDate asOf) throws IOException {
        List<Problem> findings = new ArrayList<>();
        try {
            Measuring measuring = opened(inputs, output, period, asOf);
            measuring.calculated(1).problems(findings::add);
            measuring.drop();
        } catch (InputRefused refused) {
            findings.addAll(refused.problems());
        }
        return findings;
    }

    /** The past of a period, where periods were closed before it. */
    private EarlierRuns before(Period period) {
        return closedLines.isEmpty()
                ? earlier
                : new EarlierRuns(earlier.scorecards(), Map.of(), History.NONE, past(closedLines, period));
    }

    private Measuring opened(Path inputs, Path output, Period period, LocalDate asOf) throws IOException {
        RunRequest request = new TestRequest(
                        job, TestRequest.rules(plan, schemas, CalendarFile.read(jobs.resolve(job.calendar()))))
                .run(period, asOf, Mode.TRIAL, inputs, output, new Host(1, sliceBytes, NEVER_SHOWN, "test"));
        return Measuring.of(request, before(period), progress, output, true);
    }

    /**
     * {@code JOBS JOB[:PLAN] PERIOD AS_OF FOLDER...}: runs {@code FOLDER/in} into {@code FOLDER/engine} for each folder; a year over
     * the periods that {@code FOLDER/closed} names.
     */
    public static void main(String[] args) throws IOException {
        String[] job = args[1].split(":");
        for (int i = 4; i < args.length; i++) {
            Path folder = Path.of(args[i]);
            try {
                Engine engine = new Engine(Path.of(args[0]), job[0], job.length > 1 ? job[1] : "reference-2026");
                if (Files.exists(folder.resolve("closed"))) {
                    List<Period> closed = Stream.of(Files.readString(folder.resolve("closed"))
                                    .strip()
                                    .split(","))
                            .map(period -> Period.parse(period).orElseThrow())
                            .toList();
                    engine.closing(folder.resolve("in"), folder.resolve("engine"), closed, LocalDate.parse(args[3]));
                }
                engine.run(
                        folder.resolve("in"),
                        folder.resolve("engine"),
                        Period.parse(args[2]).orElseThrow(),
                        LocalDate.parse(args[3]));
            } catch (RuntimeException e) {
                System.err.println(folder + ": " + e);
                if (e instanceof InputRefused refused) {
                    refused.problems()
                            .forEach(problem ->
                                    System.err.println("  " + Words.in("en").message(problem)));
                } else {
                    e.printStackTrace();
                }
            }
        }
    }
}
