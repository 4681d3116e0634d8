package dev.steelyard.output.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.insight.committee.Moved;
import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.engine.run.Trials;
import dev.steelyard.engine.run.TriedDecision;
import dev.steelyard.engine.run.TriedDecision.Effect;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.unit.Money;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a decision is said to do is what it does: held against the run in which it is in force. */
class TriedDecisionsTest {

    @ParameterizedTest
    @ValueSource(strings = {"D2", "D3", "D4"})
    void aProposedTargetDoesWhatItIsSaidToDo(String id) {
        RunResult before = ProvenCompany.run().result();
        same(effect(before, id), before, ProvenCompany.deciding(id).result());
    }

    @Test
    void aPendingAppealDoesWhatItIsSaidToDo() {
        RunResult before = ProvenCompany.appealing("pending").result();
        RunResult after = ProvenCompany.appealing("upheld").result();
        Effect effect = effect(before, "A2");
        same(effect, before, after);
        assertThat(effect.money().signum()).isPositive();
        assertThat(effect.moved())
                .filteredOn(moved -> moved.before().participant().id().equals("E3"))
                .singleElement()
                .satisfies(moved -> {
                    assertThat(moved.before().status()).isEqualTo(RankedScorecard.Status.VETOED);
                    assertThat(moved.after().status()).isEqualTo(RankedScorecard.Status.RANKED);
                });
        assertThat(effect(before, "A3").scores()).isPositive();
    }

    @Test
    void anAppealThatDoesNotSayWhatItWouldDoIsNotTried() {
        assertThat(Trials.of(ProvenCompany.run().result()))
                .filteredOn(tried -> tried.id().equals("A1"))
                .singleElement()
                .satisfies(tried -> assertThat(tried.effect()).isEmpty());
    }

    private static Effect effect(RunResult result, String id) {
        return Trials.of(result).stream()
                .filter(tried -> tried.id().equals(id))
                .findFirst()
                .flatMap(TriedDecision::effect)
                .orElseThrow();
    }

    private static void same(Effect effect, RunResult before, RunResult after) {
        Map<String, Money> pay = byPerson(after);
        byPerson(before).forEach((id, amount) -> pay.merge(id, Money.ZERO.minus(amount), Money::plus));
        pay.values().removeIf(amount -> amount.signum() == 0);
        assertThat(effect.moved().stream()
                        .filter(moved -> moved.pay().signum() != 0)
                        .collect(Collectors.toMap(TriedDecisionsTest::id, Moved::pay)))
                .isEqualTo(pay);
        Map<String, RankedScorecard> now = after.book().byId();
        assertThat(effect.moved()).isNotEmpty().allSatisfy(moved -> {
            RankedScorecard real = now.get(id(moved));
            assertThat(moved.after().grade()).isEqualTo(real.grade());
            assertThat(moved.after().status()).isEqualTo(real.status());
            assertThat(moved.after().pooled().score()).isEqualTo(real.pooled().score());
        });
        assertThat(effect.ranks())
                .isEqualTo(before.book().cards().stream()
                        .filter(card -> !card.ranks()
                                .overall()
                                .equals(now.get(card.participant().id()).ranks().overall()))
                        .count());
    }

    private static String id(Moved moved) {
        return moved.before().participant().id();
    }

    private static Map<String, Money> byPerson(RunResult result) {
        return result.payout().stream()
                .collect(Collectors.toMap(line -> line.employee().id(), PayoutLine::amount, Money::plus, TreeMap::new));
    }
}
