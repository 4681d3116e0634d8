package dev.steelyard.batch;

import dev.steelyard.calendar.Period;
import dev.steelyard.fact.EarlierScorecard;
import dev.steelyard.govern.Past;
import dev.steelyard.ledger.Ledger;
import dev.steelyard.ledger.PeriodBook;
import dev.steelyard.ledger.Publication;
import dev.steelyard.plan.Plan;
import dev.steelyard.plan.Track;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * What the ledger holds that a run reads: of shorter periods within its own each one's newest final revision under the same
 * plan (rulings 2), for a year only those that are closed and as they were closed (rulings 78); and the period before.
 *
 * @param previous the newest final revision of the same job in the period before, which the reports compare with
 * @param previousRun which run that is
 * @param past what of the job's past is settled, or was
 * @param runIds which runs they are: a new revision of a month makes a new quarter
 */
public record EarlierRuns(
        Map<Period, List<EarlierScorecard>> scorecards,
        Map<Period, String> runIds,
        List<EarlierScorecard> previous,
        Optional<String> previousRun,
        Past past) {

    public static final EarlierRuns NONE = new EarlierRuns(Map.of(), Map.of(), List.of(), Optional.empty(), Past.NONE);

    /** All that the ledger holds for a run of the request. */
    public static EarlierRuns of(DataSource source, RunRequest request) {
        Past past = new JobPast(source, request.job().job()).of(request.period());
        return of(new Ledger(source), new PeriodBook(source), request, past);
    }

    private static EarlierRuns of(Ledger ledger, PeriodBook periods, RunRequest request, Past past) {
        Map<Period, List<EarlierScorecard>> scorecards = new TreeMap<>();
        Map<Period, String> runIds = new TreeMap<>();
        parts(ledger, periods, request.plan(), request.period()).forEach((part, revision) -> {
            scorecards.put(part, ledger.scorecards(revision));
            runIds.put(part, revision.runId());
        });
        Optional<Publication> last =
                ledger.newest(request.job().job(), request.period().previous());
        return new EarlierRuns(
                scorecards, runIds, last.map(ledger::scorecards).orElse(List.of()), last.map(Publication::runId), past);
    }

    /** Shorter period → its revision that a run of the period would read now. */
    static Map<Period, Publication> parts(Ledger ledger, PeriodBook periods, Plan plan, Period period) {
        Map<Period, Publication> parts = new TreeMap<>();
        plan.tracks().values().stream()
                .map(Track::cycle)
                .filter(cycle -> cycle.compareTo(period.kind()) < 0)
                .distinct()
                .flatMap(cycle -> period.parts(cycle).stream())
                .forEach(part ->
                        revision(ledger, periods, part, plan, period).ifPresent(revision -> parts.put(part, revision)));
        return parts;
    }

    /** The same with another past. */
    EarlierRuns with(Past other) {
        return new EarlierRuns(scorecards, runIds, previous, previousRun, other);
    }

    /**
     * Those very runs, however many came after them.
     *
     * @param wanted period → run id
     */
    public static EarlierRuns of(Ledger ledger, Map<String, String> wanted) {
        return of(ledger, wanted, "");
    }

    /** @param compared the run of the period before that the reports compare with; blank for none */
    static EarlierRuns of(Ledger ledger, Map<String, String> wanted, String compared) {
        Optional<Publication> last = ledger.revisions().stream()
                .filter(revision -> revision.runId().equals(compared))
                .findFirst();
        Map<Period, List<EarlierScorecard>> scorecards = new TreeMap<>();
        Map<Period, String> runIds = new TreeMap<>();
        for (Publication revision : ledger.revisions()) {
            if (revision.runId().equals(wanted.get(revision.period().toString()))) {
                scorecards.put(revision.period(), ledger.scorecards(revision));
                runIds.put(revision.period(), revision.runId());
            }
        }
        return new EarlierRuns(
                scorecards,
                runIds,
                last.map(ledger::scorecards).orElse(List.of()),
                last.map(Publication::runId),
                Past.NONE);
    }

    private static Optional<Publication> revision(
            Ledger ledger, PeriodBook periods, Period part, Plan plan, Period period) {
        return ledger.revisions().stream()
                .filter(revision ->
                        revision.period().equals(part) && revision.plan().equals(plan.plan()))
                .filter(revision -> !period.isYear() || isClosed(periods, revision))
                .reduce((one, other) -> other);
    }

    private static boolean isClosed(PeriodBook periods, Publication revision) {
        return periods.standing(revision.job(), revision.period())
                .closing()
                .filter(close -> close.revision() == revision.revision())
                .isPresent();
    }
}
