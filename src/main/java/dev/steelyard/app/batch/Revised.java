package dev.steelyard.app.batch;

import dev.steelyard.app.calculation.Calculated;
import dev.steelyard.app.calculation.EarlierRuns;
import dev.steelyard.app.calculation.JobPast;
import dev.steelyard.app.calculation.Progress;
import dev.steelyard.app.calculation.PurgedFromStore;
import dev.steelyard.app.calculation.Recalculation;
import dev.steelyard.app.calculation.RunRequest;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.compare.Movements;
import dev.steelyard.engine.compare.PayReasons;
import dev.steelyard.engine.govern.ClosedPeriod;
import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.engine.plan.Name;
import dev.steelyard.engine.register.EarlierScorecard;
import dev.steelyard.engine.run.RunIdentity;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.unit.Money;
import dev.steelyard.ledger.records.Ledger;
import dev.steelyard.ledger.records.PaymentHistory;
import dev.steelyard.ledger.records.Publication;
import dev.steelyard.ledger.store.WorkFolder;
import dev.steelyard.output.publish.Manifest;
import dev.steelyard.words.Words;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * What a revision changed against the one before it.
 *
 * @param before the revision before
 * @param people whose scores, grade or pay are others
 * @param paidBefore all payout lines of the revision before, whatever becomes of them
 * @param paidNow all payout lines now
 * @param corrections how many rows were read as corrected
 * @param next of a closed period, the open one that makes the difference good; empty where this one is open itself
 */
public record Revised(int before, int people, Money paidBefore, Money paidNow, int corrections, Optional<Period> next) {

    static Revised of(DataSource source, RunRequest request, Calculated calculated, Publication before)
            throws IOException {
        RunResult result = calculated.result();
        Period period = request.period();
        Map<String, EarlierScorecard> then = new HashMap<>();
        new Ledger(source).scorecards(before).forEach(card -> then.put(card.employeeId(), card));
        Set<String> held = result.book().cards().stream()
                .filter(card -> card.status() == RankedScorecard.Status.HELD)
                .map(card -> card.participant().id())
                .collect(Collectors.toSet());
        Map<String, EarlierScorecard> now = new HashMap<>();
        result.book()
                .earlier(period)
                .forEach(card -> now.put(card.employeeId(), printed(card, held.contains(card.employeeId()))));
        List<PaymentHistory.Line> lines = new PaymentHistory(source).lines(before);
        Map<String, Money> pay = new HashMap<>();
        lines.forEach(line -> pay.merge(part(line), line.amount().negate(), Money::plus));
        result.payout().forEach(line -> pay.merge(part(line), line.amount(), Money::plus));
        Set<String> people = new HashSet<>();
        pay.forEach((part, change) -> {
            if (change.signum() != 0) {
                people.add(part.substring(0, part.indexOf('\u001f')));
            }
        });
        Stream.concat(then.keySet().stream(), now.keySet().stream())
                .filter(id -> !Objects.equals(then.get(id), now.get(id)))
                .forEach(people::add);
        return new Revised(
                before.revision(),
                people.size(),
                lines.stream().map(PaymentHistory.Line::amount).reduce(Money.ZERO, Money::plus),
                result.payout().stream().map(PayoutLine::amount).reduce(Money.ZERO, Money::plus),
                calculated.corrections(),
                calculated.earlier().past().closed() ? Optional.of(next(source, request)) : Optional.empty());
    }

    /** As the ledger gives it back: of whoever is held it has no figures. */
    private static EarlierScorecard printed(EarlierScorecard card, boolean held) {
        return held
                ? new EarlierScorecard(
                        card.period(),
                        card.employeeId(),
                        card.scored(),
                        Map.of(),
                        card.bonus(),
                        Optional.empty(),
                        card.teamScore(),
                        card.score(),
                        card.grade(),
                        card.gradeCap(),
                        card.vetoed(),
                        card.exempt())
                : card;
    }

    private static String part(PaymentHistory.Line line) {
        return line.employeeId() + "\u001f" + line.component() + line.sourcePeriod();
    }

    private static String part(PayoutLine line) {
        return line.employee().id() + "\u001f" + line.component().code() + line.sourcePeriod();
    }

    /** The first open period of the job after this one; where none was run yet, the one after the last that is closed. */
    private static Period next(DataSource source, RunRequest request) {
        JobPast past = new JobPast(source, request.job().job());
        return past.open().stream()
                .filter(other -> other.compareTo(request.period()) > 0)
                .findFirst()
                .orElseGet(() -> {
                    List<Period> closed = past.closed();
                    return closed.get(closed.size() - 1).next();
                });
    }

    /**
     * Why a revision of a closed period pays differently from the one before it, which is calculated again from the store.
     * Nothing where it pays the same, the period is open, or the store has lost what the other was made from.
     */
    static List<ClosedPeriod.Part> causes(
            DataSource source, RunRequest request, Calculated calculated, RunIdentity identity, Publication before)
            throws IOException {
        if (!calculated.earlier().past().closed() || paysTheSame(source, calculated, before)) {
            return List.of();
        }
        Manifest manifest = Manifest.read(request.output().resolve(before.folder()));
        EarlierRuns earlier = EarlierRuns.of(new Ledger(source), manifest.earlier(), manifest.history())
                .with(calculated.earlier().past());
        try (WorkFolder work = WorkFolder.under(request.output())) {
            RunResult then = Recalculation.of(request.output(), manifest, earlier, work.path(), Progress.NONE)
                    .calculated(request.host().threads())
                    .result();
            return PayReasons.of(Movements.of(then, calculated.result())).stream()
                    .map(reason -> new ClosedPeriod.Part(
                            reason.employeeId(),
                            identity.revision(),
                            reason.component(),
                            reason.cause(),
                            reason.amount(),
                            new Name(
                                    Words.in("zh").say(reason.text()),
                                    Words.in("en").say(reason.text()))))
                    .toList();
        } catch (PurgedFromStore e) {
            return List.of();
        }
    }

    private static boolean paysTheSame(DataSource source, Calculated calculated, Publication before)
            throws IOException {
        Map<String, Money> pay = new HashMap<>();
        new PaymentHistory(source)
                .lines(before)
                .forEach(line -> pay.merge(part(line), line.amount().negate(), Money::plus));
        calculated.result().payout().forEach(line -> pay.merge(part(line), line.amount(), Money::plus));
        return pay.values().stream().allMatch(change -> change.signum() == 0);
    }
}
