package dev.steelyard.output.workbook.statement;

import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.score.RankedScorecard.Status;
import dev.steelyard.engine.unit.CodePoints;
import dev.steelyard.output.workbook.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Somebody who gets a statement: everybody who is ranked, vetoed or held, and whoever else has a line in the payout, as a
 * leaver with a true-up. Interim people have nothing to sign yet.
 *
 * @param card empty for whoever is not scored in the run
 * @param lines the person's lines, in their order
 */
record StatementRecipient(Employee employee, Optional<RankedScorecard> card, List<PayoutLine> lines) {

    /** By employee id. */
    static List<StatementRecipient> of(Report report) {
        Map<String, List<PayoutLine>> lines = new TreeMap<>(CodePoints.ORDER);
        for (PayoutLine line : report.result().payout()) {
            lines.computeIfAbsent(line.employee().id(), id -> new ArrayList<>()).add(line);
        }
        Map<String, RankedScorecard> cards = new TreeMap<>(CodePoints.ORDER);
        for (RankedScorecard card : report.cards()) {
            cards.put(card.participant().id(), card);
            if (card.status() != Status.INTERIM) {
                lines.computeIfAbsent(card.participant().id(), id -> List.of());
            }
        }
        List<StatementRecipient> recipients = new ArrayList<>();
        lines.forEach((id, own) -> {
            Optional<RankedScorecard> card = Optional.ofNullable(cards.get(id));
            Employee employee = card.map(scored -> scored.participant().employee())
                    .orElseGet(() -> own.get(0).employee());
            recipients.add(new StatementRecipient(employee, card, List.copyOf(own)));
        });
        return List.copyOf(recipients);
    }

    boolean is(Status status) {
        return card.filter(scored -> scored.status() == status).isPresent();
    }
}
