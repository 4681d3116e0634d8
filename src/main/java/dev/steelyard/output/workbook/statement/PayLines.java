package dev.steelyard.output.workbook.statement;

import dev.steelyard.engine.fact.ComplianceEvent;
import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.engine.pay.PayoutLine.Component;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.book.Format;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Payout lines as sentences with their arithmetic, which a pocket calculator can follow. */
record PayLines(Report report) {

    private static final int MOST_DECIMALS = 8;

    private static final Fraction MINUS_ONE = Fraction.of(-1);

    String sentence(PayoutLine line, StatementRecipient recipient, OwnFacts.Of own) {
        String note = report.say(line.note());
        // The note ends with why a line is on hold; its arithmetic belongs before that.
        int held = note.indexOf(report.say("statement.pay.hold"));
        String what = held < 0 ? note : note.substring(0, held);
        String why = held < 0 ? "" : note.substring(held);
        String text = what + arithmetic(line, own);
        if (line.component() == Component.VETO_FORFEIT) {
            text += vetoes(recipient);
        }
        return text + why + fate(line);
    }

    private String arithmetic(PayoutLine line, OwnFacts.Of own) {
        String amount = Format.grouped(line.amount().amount());
        String colon = report.say("statement.pay.mark");
        if (line.rate().isEmpty()) {
            return Optional.of(line)
                    .filter(OwnFacts::isShare)
                    .map(share -> own.shares().get(share.employee().team()))
                    .map(share -> share(line, share, amount))
                    .orElse(colon + amount);
        }
        Fraction rate = line.rate().get();
        if (line.component() == Component.TRUE_UP || rate.equals(Fraction.ONE)) {
            return colon + amount;
        }
        if (rate.equals(MINUS_ONE)) {
            return colon + "-" + exact(line.basis());
        }
        String times = line.component() == Component.GRADE_ADJUSTMENT
                ? "(" + rate.plus(Fraction.ONE).plain() + " − 1)"
                : percent(rate);
        return colon + exact(line.basis()) + " × " + times + " = " + amount;
    }

    private String share(PayoutLine line, OwnFacts.Share share, String amount) {
        return report.say(
                share.points().isPresent() ? "statement.pay.share" : "statement.pay.share-of-days",
                "pool",
                exact(line.basis()),
                "points",
                share.points().map(points -> points.rounded(2)).orElse(BigDecimal.ZERO),
                "days",
                share.days().plain(),
                "sum",
                exact(share.sum()),
                "amount",
                amount);
    }

    /** The events for which a payout is forfeited: kind and day, never the evidence. */
    private String vetoes(StatementRecipient recipient) {
        List<ComplianceEvent> events =
                recipient.card().map(card -> card.card().compliance().vetoes()).orElse(List.of());
        return events.isEmpty()
                ? ""
                : report.say(
                        "word.list",
                        "list",
                        events.stream()
                                .map(event -> report.say(
                                        "statement.pay.verified",
                                        "eventId",
                                        event.eventId(),
                                        "choice",
                                        report.choice("compliance_events", "kind", event.kind()),
                                        "verifiedDate",
                                        event.day()))
                                .collect(Collectors.joining(report.say("book.advice.mark"))));
    }

    private String fate(PayoutLine line) {
        return switch (line.status()) {
            case PAY -> "";
            case ON_HOLD -> report.say("statement.pay.settledLaterPeriodOnce");
            case CARRIED -> report.say("statement.pay.notPaidHerePeriod");
        };
    }

    /** An exact number with thousands separators, at least two decimals. */
    private static String exact(Fraction number) {
        return Format.grouped(number.exact().scale() <= 2 ? number.rounded(2) : number.exact());
    }

    /** A part of a year has no end of decimals; so many let the amount be reckoned to the cent. */
    private static String percent(Fraction rate) {
        BigDecimal percent = rate.times(Fraction.of(100)).exact();
        BigDecimal shown =
                percent.scale() > MOST_DECIMALS ? percent.setScale(MOST_DECIMALS, RoundingMode.HALF_UP) : percent;
        return (shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString()) + "%";
    }
}
