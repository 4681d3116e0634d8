package dev.steelyard.engine.compare;

import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.score.Participant;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which members moved the mean of their commission that a manager earns, and by how much. */
final class MembersPay {

    /** How many members are told one by one. */
    private static final int TOLD = 5;

    private record Member(Participant person, Money change, Said said) {}

    private MembersPay() {}

    /**
     * {@code member 冯涛 +1,000.00 → mean +142.85}, the greatest first, and what the mean is.
     *
     * @param then member → commission that counts
     * @param members the manager's, on both sides
     * @param mean the mean before and after
     * @param change of the mean, as it is paid
     */
    static List<Said> details(
            Map<Participant, Money> then, Map<Participant, Money> now, Membership members, Said mean, Money change) {
        Map<String, RankedScorecard> cardsThen =
                Membership.members(members.sides().before(), members.before());
        Map<String, RankedScorecard> cardsNow =
                Membership.members(members.sides().after(), members.after());
        Map<String, Money> before = byId(then);
        Map<String, Money> after = byId(now);
        List<Member> moved = new ArrayList<>();
        now.forEach((person, pay) -> {
            if (!before.containsKey(person.id())) {
                moved.add(new Member(person, pay, Membership.now(Optional.ofNullable(cardsThen.get(person.id())))));
            } else if (!before.get(person.id()).equals(pay)) {
                moved.add(new Member(person, pay.minus(before.get(person.id())), Said.text("")));
            }
        });
        then.forEach((person, pay) -> {
            if (!after.containsKey(person.id())) {
                moved.add(new Member(
                        person, pay.negate(), Membership.noMore(Optional.ofNullable(cardsNow.get(person.id())))));
            }
        });
        moved.sort(Comparator.comparing((Member one) -> one.change().amount().abs())
                .reversed()
                .thenComparing(one -> one.person().id()));
        boolean sameCount = then.size() == now.size();
        List<Said> details = new ArrayList<>();
        moved.forEach(one -> {
            Said text = Said.of(
                    "compare.membersPay.member",
                    "employee",
                    one.person().employee().name(),
                    "signed",
                    ShortFigures.signed(one.change()),
                    "what",
                    one.said());
            if (sameCount) {
                Money share = moved.size() == 1
                        ? change
                        : Money.rounded(one.change().exact().over(Fraction.of(now.size())));
                text = Said.of("compare.membersPay.mean", "text", text, "signed", ShortFigures.signed(share));
            }
            details.add(text);
        });
        List<Said> told = new ArrayList<>(told(details));
        told.add(mean);
        return told;
    }

    /** The first of some members, and how many more there are. */
    static List<Said> told(List<Said> members) {
        if (members.size() <= TOLD) {
            return members;
        }
        List<Said> told = new ArrayList<>(members.subList(0, TOLD));
        told.add(Said.of("compare.membersPay.moreMembers", "more", members.size() - TOLD));
        return told;
    }

    private static Map<String, Money> byId(Map<Participant, Money> members) {
        Map<String, Money> pay = new HashMap<>();
        members.forEach((person, amount) -> pay.put(person.id(), amount));
        return pay;
    }
}
