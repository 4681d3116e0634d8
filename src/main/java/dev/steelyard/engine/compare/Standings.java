package dev.steelyard.engine.compare;

import dev.steelyard.engine.explain.Vocabulary;
import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.score.Participant;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.unit.Money;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Everybody of one result: cards, payout lines, and where they stand. */
final class Standings {

    private final Vocabulary words;
    private final Map<String, RankedScorecard> cards;
    private final Map<String, List<PayoutLine>> lines;

    Standings(RunResult result, Vocabulary words) {
        this.words = words;
        this.cards = result.book().byId();
        this.lines = result.payout().stream()
                .collect(Collectors.groupingBy(line -> line.employee().id(), HashMap::new, Collectors.toList()));
    }

    /** Member → what they put into the mean of a manager's commission, in the order of their ids; a vetoed one 0 (ruling 70). */
    Map<Participant, Money> membersPay(RunResult result, RankedScorecard manager) {
        Map<Participant, Money> pay = new LinkedHashMap<>();
        result.book().population().members(manager.participant()).stream()
                .filter(member -> cards.get(member.id()).isPaid()
                        && !member.isMeanIn(result.input().period()))
                .forEach(member -> pay.put(
                        member,
                        cards.get(member.id()).card().compliance().isVetoed()
                                ? Money.ZERO
                                : sum(member.id(), line -> line.component() == PayoutLine.Component.COMMISSION)));
        return pay;
    }

    Map<String, RankedScorecard> cards() {
        return cards;
    }

    List<PayoutLine> lines(String id) {
        return lines.getOrDefault(id, List.of());
    }

    private Money sum(String id, Predicate<PayoutLine> which) {
        return lines(id).stream().filter(which).map(PayoutLine::amount).reduce(Money.ZERO, Money::plus);
    }

    Optional<Standing> of(String id) {
        return Optional.ofNullable(cards.get(id))
                .map(card -> new Standing(
                        card.status(),
                        card.pooled().score(),
                        card.ranks().overall(),
                        card.grade(),
                        sum(id, line -> true),
                        sum(id, line -> line.status() == PayoutLine.Status.ON_HOLD),
                        card.remarks().stream().map(words::remark).toList()));
    }

    /** The status and why, before and after. */
    static List<Said> reasons(Sides sides, RankedScorecard before, RankedScorecard after) {
        return List.of(Shown.change(said(sides.wordsBefore(), before), said(sides.wordsAfter(), after)));
    }

    private static Said said(Vocabulary words, RankedScorecard card) {
        List<Said> reasons = card.remarks().stream().map(words::remark).toList();
        Said status = Vocabulary.status(card.status());
        if (reasons.isEmpty()) {
            return status;
        }
        Said why = Vocabulary.join(reasons, Said.of("compare.standings.mark"));
        return Said.of("compare.standings.statusWhy", "status", status, "why", why);
    }
}
