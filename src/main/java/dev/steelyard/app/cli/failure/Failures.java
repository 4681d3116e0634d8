package dev.steelyard.app.cli.failure;

import dev.steelyard.app.batch.Unreconciled;
import dev.steelyard.app.calculation.InputRefused;
import dev.steelyard.app.cli.text.Exit;
import dev.steelyard.app.cli.text.Json;
import dev.steelyard.app.cli.text.Moment;
import dev.steelyard.app.cli.text.Refusal;
import dev.steelyard.app.cli.text.Texts;
import dev.steelyard.app.cli.verb.EngineVersion;
import dev.steelyard.app.cli.verb.Session;
import dev.steelyard.app.cli.verb.Verb;
import dev.steelyard.app.publication.LedgerDisagrees;
import dev.steelyard.app.publication.Standstill;
import dev.steelyard.engine.calendar.WorkingDays.UnknownYear;
import dev.steelyard.engine.pay.VoucherEntries;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.engine.problem.SourceRef;
import dev.steelyard.input.planfile.CalendarFile;
import dev.steelyard.input.planfile.mistake.InvalidFile;
import dev.steelyard.ledger.database.LeaseLost;
import dev.steelyard.ledger.database.LedgerHolder;
import dev.steelyard.ledger.database.LedgerInUse;
import dev.steelyard.ledger.database.LedgerMoved;
import dev.steelyard.ledger.database.LedgerOutdated;
import dev.steelyard.ledger.records.Publication;
import dev.steelyard.words.ProblemWords;
import dev.steelyard.words.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;
import picocli.CommandLine;

/** What a person reads, and which exit code a script gets, when a verb fails. */
public final class Failures implements CommandLine.IExecutionExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final Session session;
    private final Texts texts;

    public Failures(Session session) {
        this.session = session;
        this.texts = session.texts();
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        return tell(failure, command.getCommand() instanceof Verb verb ? Optional.of(verb) : Optional.empty());
    }

    /** Says why, and returns the exit code. */
    public int tell(Throwable failure, Optional<Verb> verb) {
        Failure told = failure(failure, verb);
        log(told, failure);
        session.surroundings()
                .err()
                .println((told.exit() == Exit.STOPPED ? "" : session.err().bad(texts.say("failure"))) + told.text());
        if (verb.filter(Verb::json).isPresent()) {
            session.surroundings().out().println(told.json().text());
        }
        if (isDebugging()) {
            failure.printStackTrace(session.surroundings().err());
        }
        return told.exit();
    }

    /** Why, in words. */
    public Failure failure(Throwable failure, Optional<Verb> verb) {
        return first(failure, cause -> explain(cause, verb)).orElseGet(() -> bug(failure));
    }

    public static void log(Failure told, Throwable failure) {
        LoggingEventBuilder line = told.exit() == Exit.BUG || told.exit() == Exit.RESOURCE_FAILED
                ? LOG.atError().setCause(failure)
                : LOG.atWarn();
        line.addKeyValue("error", told.code()).addKeyValue("exit", told.exit()).log("failed");
    }

    /**
     * Why a verb failed, in words.
     *
     * @param code stable, for programs
     * @param differences for programs, where figures differ
     */
    public record Failure(int exit, String code, String text, List<?> differences) {
        Failure(int exit, String code, String text) {
            this(exit, code, text, List.of());
        }

        /** To be read by anybody: of differences their number, without the amounts. */
        public String discreet() {
            return differences.isEmpty() ? text : text.lines().findFirst().orElse("");
        }

        Json json() {
            // Which signal it was, and so which exit code, only the caller sees.
            Json told = (exit == Exit.STOPPED
                            ? Json.of("outcome", "stopped")
                            : Json.of("outcome", "failed").with("exit", exit))
                    .with("error", code)
                    .with("message", text);
            return differences.isEmpty() ? told : told.with("differences", differences);
        }
    }

    /** The first cause that can be explained: the floors between wrap what the lower ones throw. */
    private static Optional<Failure> first(Throwable failure, Function<Throwable, Optional<Failure>> explain) {
        int depth = 0;
        for (Throwable cause = failure; cause != null && depth < 20; cause = cause.getCause()) {
            Optional<Failure> explained = explain.apply(cause);
            if (explained.isPresent()) {
                return explained;
            }
            depth++;
        }
        return Optional.empty();
    }

    /** Where the days of a year are to be written. */
    private static String calendarFile(Optional<Verb> verb, int year) {
        Path folder = Path.of("jobs", "calendar");
        return CalendarFile.of(verb.map(one -> one.home().resolve(folder)).orElse(folder), year)
                .toString()
                .replace('\\', '/');
    }

    private Optional<Failure> explain(Throwable cause, Optional<Verb> verb) {
        if (cause instanceof Refusal refusal) {
            return Optional.of(explain(refusal));
        }
        if (cause instanceof Standstill still) {
            return Optional.of(
                    explain(Refusal.of(Exit.REFUSED, still.key(), still.slots().toArray())));
        }
        if (cause instanceof LedgerMoved moved) {
            return Optional.of(explain(Refusal.of(Exit.REFUSED, "ledger-moved", "to", moved.to())));
        }
        if (cause instanceof InvalidFile invalid) {
            return Optional.of(new Failure(
                    Exit.BAD_INPUT,
                    "invalid-file",
                    texts.say(
                                    "failure.invalid-file",
                                    "count",
                                    invalid.mistakes().size()) + "\n\n" + invalid.text(session.language(), true)));
        }
        if (cause instanceof InputRefused refused) {
            return Optional.of(refused(refused));
        }
        if (cause instanceof Unreconciled unreconciled) {
            return Optional.of(unreconciled(unreconciled));
        }
        if (cause instanceof LedgerDisagrees disagrees) {
            return Optional.of(disagrees(disagrees));
        }
        if (cause instanceof LedgerOutdated) {
            return Optional.of(
                    new Failure(Exit.RESOURCE_FAILED, "ledger-outdated", texts.say("failure.ledger-outdated")));
        }
        if (cause instanceof VoucherEntries.Unbalanced voucher) {
            return Optional.of(new Failure(
                    Exit.REFUSED,
                    "voucher-unbalanced",
                    texts.say(
                            "failure.voucher-unbalanced",
                            "voucher",
                            voucher.voucher(),
                            "debit",
                            voucher.debit(),
                            "credit",
                            voucher.credit(),
                            "payable",
                            voucher.payable())));
        }
        if (cause instanceof UnknownYear unknown) {
            Problem problem = Problem.of(ProblemCode.CALENDAR_YEAR_UNKNOWN, SourceRef.NONE)
                    .with("year", Integer.toString(unknown.year()))
                    .with("calendar", calendarFile(verb, unknown.year()));
            return Optional.of(new Failure(
                    Exit.BAD_INPUT,
                    "calendar-year-unknown",
                    line(
                            SourceRef.NONE,
                            Words.in(session.language()).message(problem),
                            Words.in(session.language()).fix(problem))));
        }
        if (cause instanceof LedgerInUse busy) {
            return Optional.of(inUse(busy));
        }
        if (cause instanceof CancellationException) {
            return Optional.of(new Failure(
                    Exit.STOPPED, "stopped", texts.say(verb.map(Verb::stopped).orElse("failure.stopped"))));
        }
        return resource(cause, verb);
    }

    private Failure explain(Refusal refusal) {
        return new Failure(refusal.exit(), refusal.key(), refusal.message(texts) + "\n  " + refusal.fix(texts));
    }

    /** How full a disk is on which a database says no more than that it was closed. */
    private static final long NO_ROOM = 1 << 20;

    private static final String POSTGRES_DISK_FULL = "53100";

    /** Whether the database's disk is full. It says so in words of its own, or, once it has closed itself, of nothing but that. */
    private static boolean isDiskFull(SQLException failure, Optional<Verb> verb) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).contains("No space left")) {
                return true;
            }
        }
        Path ledger = verb.map(Verb::ledger).orElse(null);
        return POSTGRES_DISK_FULL.equals(failure.getSQLState())
                || ledger != null
                        && verb.get().db().isEmpty()
                        && Files.isDirectory(ledger)
                        && ledger.toFile().getUsableSpace() < NO_ROOM;
    }

    private Optional<Failure> resource(Throwable cause, Optional<Verb> verb) {
        if (cause instanceof OutOfMemoryError) {
            long megabytes = Runtime.getRuntime().maxMemory() >> 20;
            return Optional.of(new Failure(
                    Exit.RESOURCE_FAILED, "out-of-memory", texts.say("failure.out-of-memory", "megabytes", megabytes)));
        }
        if (cause instanceof FileSystemException file && !(cause.getMessage() == null)) {
            String reason = file.getReason() == null ? file.getClass().getSimpleName() : file.getReason();
            return Optional.of(new Failure(
                    Exit.RESOURCE_FAILED,
                    "file",
                    texts.say("failure.file", "file", String.valueOf(file.getFile()), "reason", reason)));
        }
        if (cause instanceof IOException || cause instanceof UncheckedIOException) {
            return cause.getCause() instanceof IOException
                    ? Optional.empty()
                    : Optional.of(new Failure(
                            Exit.RESOURCE_FAILED,
                            "input-output",
                            texts.say("failure.input-output", "reason", cause.getMessage())));
        }
        if (cause instanceof LeaseLost) {
            return Optional.of(new Failure(Exit.RESOURCE_FAILED, "lease-lost", texts.say("failure.lease-lost")));
        }
        if (cause instanceof SQLException full && isDiskFull(full, verb)) {
            return Optional.of(new Failure(
                    Exit.RESOURCE_FAILED,
                    "disk-full",
                    texts.say(
                            "failure.disk-full",
                            "place",
                            verb.filter(one -> one.db().isEmpty())
                                    .map(one -> one.ledger().toString())
                                    .orElse("PostgreSQL"))));
        }
        if (cause instanceof SQLException) {
            return Optional.of(new Failure(
                    Exit.RESOURCE_FAILED, "database", texts.say("failure.database", "reason", cause.getMessage())));
        }
        return Optional.empty();
    }

    private Failure refused(InputRefused refused) {
        StringBuilder text = new StringBuilder(
                texts.say("failure.input-refused", "count", refused.problems().size()));
        ProblemWords words = refused.words(session.language());
        refused.problems().forEach(problem -> text.append("\n  ")
                .append(line(problem.where(), words.message(problem), words.fix(problem))));
        return new Failure(Exit.BAD_INPUT, "input-refused", text.toString());
    }

    private Failure unreconciled(Unreconciled found) {
        StringBuilder text = new StringBuilder(texts.say(
                found.published().isPresent() ? "failure.unreconciled.published" : "failure.unreconciled",
                "count",
                found.differences().size(),
                "revision",
                found.published().map(Publication::revision).orElse(0)));
        found.differences().forEach(one -> text.append("\n  ").append(DifferenceText.of(one, texts)));
        return new Failure(
                Exit.REFUSED,
                "unreconciled",
                text.toString(),
                found.differences().stream()
                        .map(one -> DifferenceText.json(one).members())
                        .toList());
    }

    private Failure disagrees(LedgerDisagrees found) {
        StringBuilder text = new StringBuilder(texts.say(
                "failure.ledger-disagrees", "count", found.discrepancies().size()));
        ProofText.lines(found.discrepancies(), texts)
                .forEach(line -> text.append("\n  ").append(line));
        text.append("\n").append(texts.say("verify.fix.ledger"));
        return new Failure(Exit.REFUSED, "ledger-disagrees", text.toString(), ProofText.json(found.discrepancies()));
    }

    /** {@code file!sheet:row  what is wrong. What to do.} */
    private String line(SourceRef place, String message, String fix) {
        String where = place.toString();
        return (where.isEmpty() ? "" : where + "  ") + message + texts.say("sentence.gap") + fix;
    }

    /** {@code 4711}, with the machine where it is another one. */
    public static String process(LedgerHolder holder, Texts texts) {
        return holder.host().isEmpty()
                ? Long.toString(holder.pid())
                : texts.say("failure.in-use.elsewhere", "pid", holder.pid(), "host", holder.host());
    }

    private Failure inUse(LedgerInUse busy) {
        String text = busy.holder()
                .map(run -> texts.say(
                        "failure.in-use.known",
                        "job",
                        run.job(),
                        "period",
                        run.period(),
                        "since",
                        Moment.of(
                                OffsetDateTime.parse(run.since()),
                                session.surroundings().now()),
                        "process",
                        process(run, texts)))
                .orElseGet(() -> texts.say("failure.in-use.unknown"));
        return new Failure(Exit.BUSY_OR_CLOSED, "in-use", text);
    }

    /** Names the place in the code and no values: a name or an amount must not end in a report to strangers. */
    private Failure bug(Throwable failure) {
        Throwable root = failure;
        for (int depth = 0; root.getCause() != null && depth < 20; depth++) {
            root = root.getCause();
        }
        String place = Arrays.stream(root.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("dev.steelyard."))
                .findFirst()
                .map(frame -> frame.getClassName().replace("dev.steelyard.", "") + ":" + frame.getLineNumber())
                .orElse("?");
        return new Failure(
                Exit.BUG,
                "bug",
                texts.say(
                        "failure.bug",
                        "what",
                        root.getClass().getSimpleName(),
                        "place",
                        place,
                        "version",
                        EngineVersion.VERSION));
    }

    private boolean isDebugging() {
        return session.surroundings()
                .environment()
                .getOrDefault("STEELYARD_DEBUG", "")
                .equals("1");
    }
}
