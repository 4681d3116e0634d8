package dev.steelyard.batch;

import dev.steelyard.calendar.Period;
import dev.steelyard.fact.EarlierScorecard;
import dev.steelyard.govern.Past;
import dev.steelyard.ledger.Ledger;
import dev.steelyard.ledger.Publication;
import dev.steelyard.plan.Track;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the ledger holds that a run reads: of shorter periods within its own each one's newest final revision under the same
 * plan (rulings 2), and the period before.
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

    static EarlierRuns of(Ledger ledger, RunRequest request, Past past) {
        Map<Period, List<EarlierScorecard>> scorecards = new TreeMap<>();
        Map<Period, String> runIds = new TreeMap<>();
        request.plan().tracks().values().stream()
                .map(Track::cycle)
                .filter(cycle -> cycle.compareTo(request.period().kind()) < 0)
                .distinct()
                .flatMap(cycle -> request.period().parts(cycle).stream())
                .forEach(part -> newest(ledger, part, request.plan().plan()).ifPresent(revision -> {
                    scorecards.put(part, ledger.scorecards(revision));
                    runIds.put(part, revision.runId());
                }));
        Optional<Publication> last =
                ledger.newest(request.job().job(), request.period().previous());
        return new EarlierRuns(
                scorecards, runIds, last.map(ledger::scorecards).orElse(List.of()), last.map(Publication::runId), past);
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
        Map<Period, List<EarlierScorecard>> scorecards = new TreeMap<>();
        Map<Period, String> runIds = new TreeMap<>();
        for (Publication revision : ledger.revisions()) {
            if (revision.runId().equals(wanted.get(revision.period().toString()))) {
                scorecards.put(revision.period(), ledger.scorecards(revision));
                runIds.put(revision.period(), revision.runId());
            }
        }
        return new EarlierRuns(scorecards, runIds, List.of(), Optional.empty(), Past.NONE);
    }

    private static Optional<Publication> newest(Ledger ledger, Period period, String plan) {
        return ledger.revisions().stream()
                .filter(revision ->
                        revision.period().equals(period) && revision.plan().equals(plan))
                .reduce((one, other) -> other);
    }
}
