package dev.steelyard.app.closing;

import dev.steelyard.app.calculation.JobPast;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.govern.Decider;
import dev.steelyard.engine.govern.PeriodDecision;
import dev.steelyard.engine.govern.PeriodStanding;
import dev.steelyard.engine.govern.Signatory;
import dev.steelyard.ledger.database.ChainHead;
import dev.steelyard.ledger.database.LedgerDatabase;
import dev.steelyard.ledger.records.PeriodBook;
import dev.steelyard.ledger.records.Publication;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * What people decide about a period besides closing it.
 *
 * @param output the folder that holds the ledger
 * @param asOf the day of the decision
 * @param account of the machine on which it is typed
 * @param now the one reading of the clock
 */
public record PeriodDecisions(
        LedgerDatabase database,
        Path output,
        String job,
        Period period,
        LocalDate asOf,
        String account,
        OffsetDateTime now) {

    /** How it ended. */
    public sealed interface Result {
        /**
         * It is kept.
         *
         * @param head the end of the ledger's chain with it
         */
        record Kept(PeriodDecision decision, ChainHead head) implements Result {}

        /** There is no final revision. */
        record NoRevision() implements Result {}

        /** The period is closed, and what is closed is not signed any more. */
        record Closed(PeriodDecision closing) implements Result {}

        /** The period is open: there is nothing to reopen. */
        record Open() implements Result {}

        /** The name is that of several people on the roster. */
        record Several(String name, List<String> ids) implements Result {}

        /** Who signs would decide about their own pay, or that of people whom they lead. */
        record Own(Decider decider) implements Result {}

        /** A later period is closed, and may have made good what this one paid. */
        record LaterClosed(Period later) implements Result {}
    }

    /** Puts a name to the newest revision. */
    public Result sign(Signatory role, String by) throws IOException {
        JobPast past = new JobPast(database.source(), job);
        PeriodStanding standing = past.standing(period);
        Optional<Publication> newest = past.newest(period);
        if (newest.isEmpty()) {
            return new Result.NoRevision();
        }
        if (standing.isClosed()) {
            return new Result.Closed(standing.closing().orElseThrow());
        }
        Deciders.Result found = Deciders.of(database, output, newest.get()).find(by, account);
        if (found instanceof Deciders.Result.Several several) {
            return new Result.Several(by.strip(), several.ids());
        }
        if (found instanceof Deciders.Result.Own own) {
            return new Result.Own(own.decider());
        }
        Decider decider = ((Deciders.Result.Known) found).decider();
        return keep(standing, PeriodDecision.Kind.SIGN, newest.get().revision(), role.code(), decider, "");
    }

    /** Opens a closed period again; what its close paid counts as not paid. */
    public Result reopen(String reason, String by) throws IOException {
        JobPast past = new JobPast(database.source(), job);
        PeriodStanding standing = past.standing(period);
        if (standing.closing().isEmpty()) {
            return past.newest(period).isEmpty() ? new Result.NoRevision() : new Result.Open();
        }
        Optional<Period> later = past.closed().stream()
                .filter(other -> other.compareTo(period) > 0)
                .findFirst();
        if (later.isPresent()) {
            return new Result.LaterClosed(later.get());
        }
        Deciders.Result found =
                Deciders.of(database, output, past.newest(period).orElseThrow()).find(by, account);
        if (found instanceof Deciders.Result.Several several) {
            return new Result.Several(by, several.ids());
        }
        // Opening a period pays nobody.
        Decider decider =
                found instanceof Deciders.Result.Own own ? own.decider() : ((Deciders.Result.Known) found).decider();
        return keep(
                standing, PeriodDecision.Kind.REOPEN, standing.closing().get().revision(), "", decider, reason);
    }

    private Result keep(
            PeriodStanding standing, PeriodDecision.Kind kind, int revision, String role, Decider by, String reason) {
        PeriodDecision decision = new PeriodDecision(
                job, period, standing.decisions().size() + 1, kind, revision, role, by, reason, asOf);
        return new Result.Kept(decision, new PeriodBook(database.source()).record(decision, now));
    }
}
