package dev.steelyard.engine.compare;

import dev.steelyard.engine.explain.Vocabulary;
import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.engine.pay.Returns;
import dev.steelyard.engine.pay.SplitEffects;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.score.Participant;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Money;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Everybody of one result: cards, payout lines, and where they stand. */
final class ComparedStandings {

    private final RunResult result;
    private final Vocabulary words;
    private final Map<String, RankedScorecard> cards;
    private final Map<String, List<PayoutLine>> lines;
    private Map<String, List<Returns.Of>> returns;
    private Map<String, TreeMap<String, Fraction>> shares;

    ComparedStandings(RunResult result, Vocabulary words) {
        this.result = result;
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

    /** The returns that take back what earlier periods paid the person. */
    Said returned(String id) {
        if (returns == null) {
            returns = result.returns().byPerson();
        }
        List<Said> rows = returns.getOrDefault(id, List.of()).stream()
                .map(back ->
                        Said.of("explain.commission.returnedRow", "line", back.line(), "original", back.original()))
                .toList();
        return rows.isEmpty() ? Said.of("word.none") : Vocabulary.join(rows, Said.of("compare.standings.mark"));
    }

    /** Shared order line → the person's share of it; a line that is not the person's is not there. */
    Map<String, Fraction> shares(String id) {
        if (shares == null) {
            shares = result.splits().stream()
                    .collect(Collectors.groupingBy(
                            SplitEffects.Effect::employeeId,
                            Collectors.toMap(
                                    SplitEffects.Effect::line,
                                    one -> one.split()
                                            .map(split -> Fraction.of(split.share()))
                                            .orElse(Fraction.ZERO),
                                    (one, other) -> one,
                                    TreeMap::new)));
        }
        return shares.getOrDefault(id, new TreeMap<>());
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
    static List<Said> reasons(ComparedResults sides, RankedScorecard before, RankedScorecard after) {
        return List.of(ShortFigures.change(said(sides.wordsBefore(), before), said(sides.wordsAfter(), after)));
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
