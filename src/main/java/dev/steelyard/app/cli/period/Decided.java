package dev.steelyard.app.cli.period;

import dev.steelyard.app.cli.option.JobRules;
import dev.steelyard.app.cli.option.PeriodOptions;
import dev.steelyard.app.cli.text.Exit;
import dev.steelyard.app.cli.text.Json;
import dev.steelyard.app.cli.text.Refusal;
import dev.steelyard.app.cli.verb.Verb;
import dev.steelyard.app.closing.PeriodDecisions;
import dev.steelyard.app.closing.PeriodDecisions.Result;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.govern.Decider;
import dev.steelyard.engine.govern.PeriodDecision;
import dev.steelyard.engine.plan.Name;
import dev.steelyard.ledger.database.LedgerDatabase;

/** What came of a decision about a period. */
final class Decided {

    private Decided() {}

    /** Decisions about the period that was named, by whoever types it now. */
    static PeriodDecisions in(LedgerDatabase database, Verb verb, JobRules rules, PeriodOptions options) {
        return new PeriodDecisions(
                database,
                verb.output(),
                rules.setup().job().job(),
                options.period(),
                options.asOf(verb, rules),
                verb.surroundings().account(),
                verb.surroundings().now());
    }

    /** The decision; where it was not kept, why. */
    static Result.Kept orRefused(Result result, JobRules rules, Period period) {
        Name name = rules.setup().job().name();
        String job = rules.setup().job().job();
        if (result instanceof Result.Kept kept) {
            return kept;
        }
        if (result instanceof Result.Closed closed) {
            throw Refusal.of(
                    Exit.BUSY_OR_CLOSED,
                    "closed",
                    "job",
                    name,
                    "period",
                    period,
                    "revision",
                    closed.closing().revision(),
                    "asOf",
                    closed.closing().asOf());
        }
        if (result instanceof Result.Several several) {
            throw Refusal.of(
                    Exit.BAD_INPUT, "name-of-several", "name", several.name(), "ids", String.join(", ", several.ids()));
        }
        if (result instanceof Result.Own own) {
            throw Refusal.of(
                    Exit.REFUSED,
                    "own-pay",
                    "name",
                    own.decider().name() + " " + own.decider().employeeId(),
                    "job",
                    name,
                    "period",
                    period);
        }
        if (result instanceof Result.LaterClosed later) {
            throw Refusal.of(Exit.REFUSED, "later-closed", "job", name, "period", period, "later", later.later());
        }
        String key = result instanceof Result.Open ? "not-closed" : "no-revision";
        throw Refusal.of(Exit.REFUSED, key, "job", name, "period", period, "name", job);
    }

    /** Who decided, as people read it: {@code 王芳 E12}, {@code 李会计（不在花名册上）}. */
    static String name(Decider by, Sayer say) {
        return by.isOnRoster()
                ? by.name() + " " + by.employeeId()
                : by.isNamed() ? say.say("decider.unknown", "name", by.name()) : "";
    }

    /** Says sentences of the command line. */
    @FunctionalInterface
    interface Sayer {
        String say(String key, Object... slots);
    }

    public static Json json(String outcome, Result.Kept kept) {
        PeriodDecision decision = kept.decision();
        return Json.of("outcome", outcome)
                .with("exit", Exit.DONE)
                .with("job", decision.job())
                .with("period", decision.period().toString())
                .with("revision", decision.revision())
                .with("role", decision.role())
                .with("by", decision.by().name())
                .with("employee_id", decision.by().employeeId())
                .with("account", decision.by().account())
                .with("reason", decision.reason())
                .with("as_of", decision.asOf().toString())
                .with("head", kept.head().shown());
    }
}
