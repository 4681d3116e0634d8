package dev.steelyard.batch;

import dev.steelyard.calendar.Period;
import dev.steelyard.fact.EarlierScorecard;
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
 * @param runIds which runs they are: a new revision of a month makes a new quarter
 */
public record EarlierRuns(
        Map<Period, List<EarlierScorecard>> scorecards, List<EarlierScorecard> previous, Map<Period, String> runIds) {

    public static final EarlierRuns NONE = new EarlierRuns(Map.of(), List.of(), Map.of());

    static EarlierRuns of(Ledger ledger, RunRequest request) {
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
        Period before = request.period().previous();
        Optional<Publication> last = ledger.newest(request.job().job(), before);
        last.ifPresent(revision -> runIds.put(before, revision.runId()));
        return new EarlierRuns(scorecards, last.map(ledger::scorecards).orElse(List.of()), runIds);
    }

    /**
     * Those very runs, however many came after them.
     *
     * @param period the period of the run that read them
     * @param wanted period → run id
     */
    public static EarlierRuns of(Ledger ledger, Period period, Map<String, String> wanted) {
        Map<Period, List<EarlierScorecard>> scorecards = new TreeMap<>();
        List<EarlierScorecard> previous = List.of();
        Map<Period, String> runIds = new TreeMap<>();
        for (Publication revision : ledger.revisions()) {
            if (revision.runId().equals(wanted.get(revision.period().toString()))) {
                if (revision.period().equals(period.previous())) {
                    previous = ledger.scorecards(revision);
                } else {
                    scorecards.put(revision.period(), ledger.scorecards(revision));
                }
                runIds.put(revision.period(), revision.runId());
            }
        }
        return new EarlierRuns(scorecards, previous, runIds);
    }

    private static Optional<Publication> newest(Ledger ledger, Period period, String plan) {
        return ledger.revisions().stream()
                .filter(revision ->
                        revision.period().equals(period) && revision.plan().equals(plan))
                .reduce((one, other) -> other);
    }
}
