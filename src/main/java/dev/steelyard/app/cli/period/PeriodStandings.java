package dev.steelyard.app.cli.period;

import dev.steelyard.app.calculation.JobPast;
import dev.steelyard.app.cli.text.Json;
import dev.steelyard.app.cli.text.Numbers;
import dev.steelyard.app.cli.text.Texts;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.govern.PeriodDecision;
import dev.steelyard.engine.govern.PeriodStanding;
import dev.steelyard.engine.govern.Signatory;
import dev.steelyard.engine.unit.Money;
import dev.steelyard.ledger.records.Ledger;
import dev.steelyard.ledger.records.Publication;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** How the periods of every job stand: open, signed, closed, and what closed ones still owe. */
final class PeriodStandings {

    private final Map<String, JobPast> jobs = new LinkedHashMap<>();

    /** Nothing is known while another process has the ledger. */
    static final PeriodStandings UNKNOWN = new PeriodStandings();

    private PeriodStandings() {}

    public static PeriodStandings of(DataSource source, List<Publication> revisions) {
        PeriodStandings standings = new PeriodStandings();
        Ledger ledger = new Ledger(source);
        revisions.stream()
                // What only alerts is neither open nor closed.
                .filter(ledger::hasScores)
                .map(Publication::job)
                .distinct()
                .forEach(job -> standings.jobs.put(job, new JobPast(source, job)));
        return standings;
    }

    private Optional<PeriodStanding> standing(String job, Period period) {
        return Optional.ofNullable(jobs.get(job)).map(past -> past.standing(period));
    }

    /** How a revision stands, in a few words. */
    String text(String job, Period period, int revision, Texts texts) {
        return standing(job, period)
                .map(standing -> text(standing, revision, texts))
                .orElse("");
    }

    private static String text(PeriodStanding standing, int revision, Texts texts) {
        Optional<PeriodDecision> closing = standing.closing();
        if (closing.isPresent()) {
            String key = closing.get().revision() == revision
                    ? "standing.closed"
                    : revision > closing.get().revision() ? "standing.late" : "standing.replaced";
            return texts.say(
                    key, "asOf", closing.get().asOf(), "revision", closing.get().revision());
        }
        Map<String, PeriodDecision> signed = standing.signatures(revision);
        List<String> roles = new ArrayList<>();
        for (Signatory role : Signatory.values()) {
            if (signed.containsKey(role.code())) {
                roles.add(texts.say(role.words()));
            }
        }
        return roles.isEmpty()
                ? texts.say("standing.open")
                : texts.say("standing.signed", "roles", String.join(texts.say("list.gap"), roles));
    }

    /** What closed periods still owe, a line each. */
    List<String> owed(Texts texts) {
        List<String> lines = new ArrayList<>();
        jobs.forEach((job, past) -> past.owed()
                .forEach(owed -> lines.add(texts.say(
                        owed.lines() > 0 ? "standing.owed" : "standing.held",
                        "job",
                        job,
                        "period",
                        owed.period(),
                        "lines",
                        Numbers.count(owed.lines()),
                        "amount",
                        Numbers.amount(owed.amount().toString()),
                        "held",
                        Numbers.count(owed.held())))));
        Map<String, Money> balances = balances();
        if (!balances.isEmpty()) {
            lines.add(texts.say(
                    "standing.balances",
                    "people",
                    Numbers.count(balances.size()),
                    "amount",
                    Numbers.amount(balances.values().stream()
                            .reduce(Money.ZERO, Money::plus)
                            .toString())));
        }
        return lines;
    }

    /** 结转余额: what may still be taken from whom; of all jobs together. */
    Map<String, Money> balances() {
        return jobs.values().stream().findFirst().map(JobPast::balances).orElse(Map.of());
    }

    List<Map<String, Object>> balancesJson() {
        return balances().entrySet().stream()
                .map(one -> Json.of("employee_id", one.getKey())
                        .with("amount", one.getValue().toString())
                        .members())
                .toList();
    }

    List<Map<String, Object>> owedJson() {
        List<Map<String, Object>> all = new ArrayList<>();
        jobs.forEach((job, past) -> past.owed()
                .forEach(owed -> all.add(Json.of("job", job)
                        .with("period", owed.period().toString())
                        .with("lines", owed.lines())
                        .with("amount", owed.amount().toString())
                        .with("held", owed.held())
                        .members())));
        return all;
    }

    /** {@code open}, {@code closed}, or {@code late} for a revision after the close; null where it is not known. */
    String code(String job, Period period, int revision) {
        return standing(job, period)
                .map(standing -> standing.closing()
                        .map(closing -> closing.revision() == revision
                                ? "closed"
                                : revision > closing.revision() ? "late" : "replaced")
                        .orElse("open"))
                .orElse(null);
    }
}
