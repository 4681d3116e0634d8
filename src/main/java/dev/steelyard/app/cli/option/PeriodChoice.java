package dev.steelyard.app.cli.option;

import dev.steelyard.app.cli.text.Refusal;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.input.planfile.Job;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * Which period is meant, and as of which day.
 *
 * @param asOf the day that was given, else today in the plan's zone
 * @param lastDayOver the last day that is over: an as-of that was given, else yesterday, since today is not over yet
 */
public record PeriodChoice(Period period, LocalDate asOf, LocalDate lastDayOver) {

    /** @param named the period as typed, if one was */
    public static PeriodChoice of(
            Job job, Plan plan, Optional<String> named, Optional<LocalDate> asOf, OffsetDateTime now) {
        LocalDate today = now.atZoneSameInstant(plan.zone()).toLocalDate();
        LocalDate over = asOf.orElse(today.minusDays(1));
        Period period = named.isPresent() ? parse(job, named.get()) : usual(job, over, asOf.orElse(today));
        mustBeEffective("plan-not-effective", plan, period);
        return new PeriodChoice(period, asOf.orElse(today), over);
    }

    /** @param refusal its key */
    public static void mustBeEffective(String refusal, Plan plan, Period period) {
        if (!plan.effective().covers(period.days())) {
            throw Refusal.badInput(
                    refusal,
                    "plan",
                    plan.plan(),
                    "period",
                    period,
                    "from",
                    plan.effective().from(),
                    "to",
                    plan.effective().to().map(Object::toString).orElse("…"));
        }
    }

    /** A period as typed, of the job's kind. */
    public static Period parse(Job job, String text) {
        Period period = Period.parse(text).orElseThrow(() -> Refusal.badInput("period-unreadable", "value", text));
        if (period.kind() != job.period()) {
            throw Refusal.badInput("period-kind." + job.period(), "job", job.job(), "value", period);
        }
        return period;
    }

    /** The last period that has ended; of a job that alerts the one that goes on. */
    private static Period usual(Job job, LocalDate over, LocalDate asOf) {
        return job.does().isToDate() ? Period.of(job.period(), asOf) : lastEnded(job.period(), over);
    }

    /** The last period of the kind whose last day is over. */
    public static Period lastEnded(Period.Kind kind, LocalDate over) {
        return Period.of(kind, over.plusDays(1)).previous();
    }

    boolean hasEnded() {
        return !period.last().isAfter(lastDayOver);
    }

    /** A period that goes on is neither judged nor paid; one that has not begun has nothing to alert of. */
    public PeriodChoice mustBeReady(Job job) {
        if (job.does().isToDate()) {
            if (asOf.isBefore(period.first())) {
                throw Refusal.badInput("period-not-begun", "period", period, "first", period.first(), "asOf", asOf);
            }
        } else if (!hasEnded()) {
            String key = lastDayOver.equals(asOf) ? "period-not-ended" : "period-not-ended.today";
            throw Refusal.badInput(key, "period", period, "last", period.last(), "asOf", asOf);
        }
        return this;
    }
}
