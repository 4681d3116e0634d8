package dev.steelyard.app.publication;

import dev.steelyard.app.calculation.Calculated;
import dev.steelyard.app.calculation.JobPast;
import dev.steelyard.app.calculation.RunRequest;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.engine.register.EarlierScorecard;
import dev.steelyard.engine.run.Revised;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.unit.Money;
import dev.steelyard.ledger.records.Ledger;
import dev.steelyard.ledger.records.PaymentHistory;
import dev.steelyard.ledger.records.Publication;
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

/** Holds a revision against the one before it, as the ledger has that. */
public final class AgainstFormer {

    private AgainstFormer() {}

    /** What changed since the revision before. */
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
        boolean closed = calculated.earlier().past().closed();
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
                lines.stream()
                        .filter(line -> closed || line.status().equals(PayoutLine.Status.PAY.code()))
                        .map(PaymentHistory.Line::amount)
                        .reduce(Money.ZERO, Money::plus),
                result.payout().stream()
                        .filter(line -> closed || line.status() == PayoutLine.Status.PAY)
                        .map(PayoutLine::amount)
                        .reduce(Money.ZERO, Money::plus),
                calculated.corrections(),
                closed ? Optional.of(new JobPast(source, request.job().job()).nextOpen(period)) : Optional.empty());
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

    /** Whose line it is, of which component and period. */
    public static String part(PaymentHistory.Line line) {
        return line.employeeId() + "\u001f" + line.component() + line.sourcePeriod();
    }

    /** The same of a line that was calculated. */
    public static String part(PayoutLine line) {
        return line.employee().id() + "\u001f" + line.component().code() + line.sourcePeriod();
    }
}
