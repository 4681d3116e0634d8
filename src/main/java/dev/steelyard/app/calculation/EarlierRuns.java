package dev.steelyard.app.calculation;

import dev.steelyard.engine.calendar.Month;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.govern.Past;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.plan.Track;
import dev.steelyard.engine.plausible.Earlier;
import dev.steelyard.engine.register.EarlierScorecard;
import dev.steelyard.engine.register.History;
import dev.steelyard.ledger.records.Ledger;
import dev.steelyard.ledger.records.PeriodBook;
import dev.steelyard.ledger.records.Publication;
import dev.steelyard.ledger.records.RememberedProfiles;
import dev.steelyard.ledger.store.ContentStore;
import dev.steelyard.output.publish.KeptEdition;
import dev.steelyard.output.publish.Manifest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;

/**
 * What the ledger holds that a run reads: of shorter periods within its own each one's newest final revision under the same
 * plan (rulings 2), for a year only those that are closed and as they were closed (rulings 78); and the periods before.
 *
 * @param history the job's periods before, which the reports look back at: a closed one as it was closed, others by their
 *     newest final revision
 * @param past what of the job's past is settled, or was
 * @param plausible what deliveries are held against
 * @param runIds which runs the shorter periods' are: a new revision of a month makes a new quarter
 * @param former the month before's run that registers are held against
 */
public record EarlierRuns(
        Map<Period, List<EarlierScorecard>> scorecards,
        Map<Period, String> runIds,
        History history,
        Past past,
        Earlier plausible,
        Optional<KeptEdition> former) {

    public static final EarlierRuns NONE = new EarlierRuns(Map.of(), Map.of(), History.NONE, Past.NONE);

    /** Without anything that deliveries are held against. */
    public EarlierRuns(
            Map<Period, List<EarlierScorecard>> scorecards, Map<Period, String> runIds, History history, Past past) {
        this(scorecards, runIds, history, past, Earlier.NONE, Optional.empty());
    }

    /**
     * All that the ledger holds for a run of the request.
     *
     * @param store the folder in which the ledger keeps copies
     */
    public static EarlierRuns of(DataSource source, RunRequest request, Path store) throws IOException {
        Past past = new JobPast(source, request.job().job()).of(request.period());
        Ledger ledger = new Ledger(source);
        PeriodBook periods = new PeriodBook(source);
        Map<Period, List<EarlierScorecard>> scorecards = new TreeMap<>();
        Map<Period, String> runIds = new TreeMap<>();
        parts(ledger, periods, request.plan(), request.period()).forEach((part, revision) -> {
            scorecards.put(part, ledger.scorecards(revision));
            runIds.put(part, revision.runId());
        });
        Earlier plausible =
                new RememberedProfiles(source).before(request.job().job(), request.period(), request.asOf());
        return new EarlierRuns(
                scorecards,
                runIds,
                history(ledger, ledger.revisions(), periods, request),
                past,
                plausible,
                former(ledger, plausible, request.period(), store));
    }

    /** That of the month before the period's last. */
    private static Optional<KeptEdition> former(Ledger ledger, Earlier plausible, Period period, Path store)
            throws IOException {
        String run = plausible.runs().get(Month.of(period.last()) - 1);
        Optional<Publication> former = ledger.revisions().stream()
                .filter(revision -> revision.runId().equals(run))
                .reduce((one, other) -> other);
        return former.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new KeptEdition(new ContentStore(store), former.get().manifestHash()));
    }

    /** Shorter period → its revision that a run of the period would read now. */
    public static Map<Period, Publication> parts(Ledger ledger, PeriodBook periods, Plan plan, Period period) {
        List<Publication> revisions = ledger.revisions();
        Map<Period, Publication> parts = new TreeMap<>();
        plan.tracks().values().stream()
                .map(Track::cycle)
                .filter(cycle -> cycle.compareTo(period.kind()) < 0)
                .distinct()
                .flatMap(cycle -> period.parts(cycle).stream())
                .forEach(part -> shorter(ledger, revisions, periods, part, plan, period)
                        .ifPresent(revision -> parts.put(part, revision)));
        return parts;
    }

    /** The same with what deliveries are held against. */
    public EarlierRuns heldAgainst(EarlierRuns others) {
        return new EarlierRuns(scorecards, runIds, history, past, others.plausible, others.former);
    }

    /** The ids of all runs whose scores are read. */
    public Set<String> reads() {
        Set<String> reads = new TreeSet<>(runIds.values());
        history.chapters().forEach(chapter -> reads.add(chapter.run()));
        return reads;
    }

    /** The same with another past. */
    public EarlierRuns with(Past other) {
        return new EarlierRuns(scorecards, runIds, history, other, plausible, former);
    }

    /**
     * Those very runs, however many came after them.
     *
     * @param wanted period → run id
     */
    public static EarlierRuns of(Ledger ledger, Map<String, String> wanted) {
        return of(ledger, wanted, List.of());
    }

    /** @param back the periods before that its reports look back at */
    public static EarlierRuns of(Ledger ledger, Map<String, String> wanted, List<Manifest.LookedBack> back) {
        Map<Period, List<EarlierScorecard>> scorecards = new TreeMap<>();
        Map<Period, String> runIds = new TreeMap<>();
        List<History.Chapter> chapters = new ArrayList<>();
        for (Publication revision : ledger.revisions()) {
            if (revision.runId().equals(wanted.get(revision.period().toString()))) {
                scorecards.put(revision.period(), ledger.scorecards(revision));
                runIds.put(revision.period(), revision.runId());
            }
            back.stream()
                    .filter(one -> one.run().equals(revision.runId()))
                    .forEach(one -> chapters.add(chapter(ledger, revision, one.closed())));
        }
        return new EarlierRuns(scorecards, runIds, new History(chapters), Past.NONE);
    }

    private static Optional<Publication> shorter(
            Ledger ledger, List<Publication> revisions, PeriodBook periods, Period part, Plan plan, Period period) {
        return revisions.stream()
                .filter(revision ->
                        revision.period().equals(part) && revision.plan().equals(plan.plan()))
                .filter(revision -> !period.isYear() || isClosed(periods, revision))
                // A job that only alerts publishes the same periods without a score.
                .filter(ledger::hasScores)
                .reduce((one, other) -> other);
    }

    private static History history(Ledger ledger, List<Publication> revisions, PeriodBook periods, RunRequest request) {
        List<History.Chapter> chapters = new ArrayList<>();
        Period period = request.period();
        for (int i = 0; i < request.plan().lookBack(); i++) {
            period = period.previous();
            Period of = period;
            List<Publication> all = revisions.stream()
                    .filter(revision -> revision.job().equals(request.job().job())
                            && revision.period().equals(of))
                    .toList();
            Optional<Publication> closed =
                    all.stream().filter(revision -> isClosed(periods, revision)).findFirst();
            closed.or(() -> all.stream().reduce((one, other) -> other))
                    .filter(ledger::hasScores)
                    .ifPresent(revision -> chapters.add(0, chapter(ledger, revision, closed.isPresent())));
        }
        return new History(chapters);
    }

    private static History.Chapter chapter(Ledger ledger, Publication revision, boolean closed) {
        return new History.Chapter(revision.period(), revision.runId(), closed, ledger.scorecards(revision));
    }

    private static boolean isClosed(PeriodBook periods, Publication revision) {
        return periods.standing(revision.job(), revision.period())
                .closing()
                .filter(close -> close.revision() == revision.revision())
                .isPresent();
    }
}
