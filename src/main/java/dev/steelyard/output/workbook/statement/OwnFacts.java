package dev.steelyard.output.workbook.statement;

import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.insight.people.PeerFeedback;
import dev.steelyard.engine.pay.CreditedRows;
import dev.steelyard.engine.pay.ExcessProfit;
import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.engine.pay.ProfitPool;
import dev.steelyard.engine.pay.Returns;
import dev.steelyard.engine.pay.SplitEffects;
import dev.steelyard.engine.problem.RejectedRow;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.TeamParts;
import dev.steelyard.output.workbook.rejects.DeliveredHeader;
import dev.steelyard.words.ProblemWords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a statement tells beyond scorecard and payout: it is made of measurements and of rows that a part of the result does not hold, so that it
 * is handed on as values. Looked for by whoever writes the first statement; several threads may ask.
 */
final class OwnFacts {

    /** So many rows that did not count are named; the others are counted. */
    private static final int NAMED = 4;

    /** From so many sharers on a pool's sum is told: of two, each could reckon the other's score. */
    static final int LEAST_SHARERS = 3;

    /**
     * Of one person.
     *
     * @param splits their parts of order lines that are split
     * @param returns what returns take back of them
     * @param credits the lines on which commission is earned
     * @param lost a sentence a row that names the person and was rejected
     * @param more how many such rows besides
     * @param shares team → how a pool was shared; of small pools nothing
     * @param praised what colleagues said of them
     */
    record Of(
            List<SplitEffects.Effect> splits,
            List<Returns.Of> returns,
            List<CreditedRows.Credit> credits,
            List<String> lost,
            int more,
            Map<String, Share> shares,
            Optional<PeerFeedback> praised) {}

    /**
     * A person's part of a pool: points × days of all weights.
     *
     * @param points empty where days alone weigh
     */
    record Share(Optional<Fraction> points, Fraction days, Fraction sum) {}

    private final Report report;
    private final TeamParts parts;
    private final Function<String, Iterable<RejectedRow>> rejects;
    private Map<String, List<RejectedRow>> lost;
    private Map<String, Integer> counts;
    private CreditedRows credited;
    private Map<String, PeerFeedback> praised;
    private ExcessProfit profit;
    private final Map<String, Optional<ProfitPool>> pools = new ConcurrentHashMap<>();

    /** @param rejects dataset → its rejected rows */
    OwnFacts(Report report, TeamParts parts, Function<String, Iterable<RejectedRow>> rejects) {
        this.report = report;
        this.parts = parts;
        this.rejects = rejects;
    }

    /** What is looked for once for all. */
    private synchronized void look() {
        if (credited == null) {
            profit = report.result().profit();
            praised =
                    PeerFeedback.of(
                                    report.plan(),
                                    report.result().input().registers(),
                                    report.identity().period())
                            .stream()
                            .collect(Collectors.toMap(
                                    feedback -> feedback.person().id(), Function.identity()));
            lost();
            credited = report.result().credited();
        }
    }

    Of of(StatementRecipient person) {
        look();
        String id = person.employee().id();
        List<Returns.Of> back = parts.returns(id);
        Set<String> apart = back.stream().map(Returns.Of::line).collect(Collectors.toSet());
        List<RejectedRow> own = lost.getOrDefault(id, List.of());
        ProblemWords words = report.problems(true);
        return new Of(
                parts.splits(id),
                back,
                person.card()
                        .map(card -> credited.of(card.participant(), apart))
                        .orElse(List.of()),
                own.stream()
                        .map(row -> report.say(
                                "statement.lost.row",
                                "dataset",
                                report.dataset(row.where().dataset()),
                                "where",
                                row.where(),
                                "why",
                                words.message(row.reason())))
                        .toList(),
                counts.getOrDefault(id, 0) - own.size(),
                shares(person),
                Optional.ofNullable(praised.get(id)));
    }

    /** Rows of exports that say whose they are, but for what people answered in confidence and what is HR's. */
    private void lost() {
        lost = new HashMap<>();
        counts = new HashMap<>();
        report.result().input().registers().schemas().values().stream()
                .filter(schema -> schema.subject().isPresent() && !schema.confidential() && !schema.apart())
                .forEach(schema -> rejects.apply(schema.dataset())
                        .forEach(row -> subject(schema, row).ifPresent(id -> {
                            if (counts.merge(id, 1, Integer::sum) <= NAMED) {
                                lost.computeIfAbsent(id, any -> new ArrayList<>())
                                        .add(row);
                            }
                        })));
    }

    private static Optional<String> subject(Schema schema, RejectedRow row) {
        int at = DeliveredHeader.names(schema, row.header())
                .indexOf(schema.subject().orElseThrow());
        return at < 0 || at >= row.cells().size()
                ? Optional.empty()
                : Optional.of(row.cells().get(at).strip());
    }

    private Map<String, Share> shares(StatementRecipient person) {
        return person.lines().stream()
                .filter(OwnFacts::isShare)
                .flatMap(line -> share(line).stream()
                        .map(share -> Map.entry(line.employee().team(), share)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, same) -> one));
    }

    /** Whether the line is a part of a pool, not a correction of one. */
    static boolean isShare(PayoutLine line) {
        return line.component() == PayoutLine.Component.EXCESS_PROFIT_SHARE
                && line.rate().isEmpty();
    }

    private Optional<Share> share(PayoutLine line) {
        if (!line.sourcePeriod().equals(report.identity().period())) {
            return Optional.empty();
        }
        return pools.computeIfAbsent(
                        line.employee().team(),
                        team -> profit.pool(team, report.result().book()))
                .filter(pool -> weighing(pool).count() >= LEAST_SHARERS)
                .flatMap(pool -> weighing(pool)
                        .filter(sharer ->
                                sharer.employee().id().equals(line.employee().id()))
                        .findFirst()
                        .map(sharer -> new Share(
                                sharer.points().map(points -> points.exact()),
                                sharer.days(),
                                weighing(pool).map(ProfitPool.Sharer::weight).reduce(Fraction.ZERO, Fraction::plus))));
    }

    private static Stream<ProfitPool.Sharer> weighing(ProfitPool pool) {
        return pool.sharers().stream().filter(sharer -> sharer.weight().signum() > 0);
    }
}
