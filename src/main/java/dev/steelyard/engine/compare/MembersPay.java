package dev.steelyard.engine.compare;

import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.score.Participant;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
     * @param mean the mean before and after
     * @param change of the mean, as it is paid
     */
    static List<Said> details(Map<Participant, Money> then, Map<Participant, Money> now, Said mean, Money change) {
        Map<String, Money> before = byId(then);
        Map<String, Money> after = byId(now);
        List<Member> moved = new ArrayList<>();
        now.forEach((person, pay) -> {
            if (!before.containsKey(person.id())) {
                moved.add(new Member(person, pay, Said.of("compare.membersPay.countsNow")));
            } else if (!before.get(person.id()).equals(pay)) {
                moved.add(new Member(person, pay.minus(before.get(person.id())), Said.text("")));
            }
        });
        then.forEach((person, pay) -> {
            if (!after.containsKey(person.id())) {
                moved.add(new Member(person, pay.negate(), Said.of("compare.membersPay.countsNoMore")));
            }
        });
        moved.sort(Comparator.comparing((Member one) -> one.change().amount().abs())
                .reversed()
                .thenComparing(one -> one.person().id()));
        boolean sameCount = then.size() == now.size();
        List<Said> details = new ArrayList<>();
        moved.stream().limit(TOLD).forEach(one -> {
            Said text = Said.of(
                    "compare.membersPay.member",
                    "employee",
                    one.person().employee().name(),
                    "signed",
                    Shown.signed(one.change()),
                    "what",
                    one.said());
            if (sameCount) {
                Money share = moved.size() == 1
                        ? change
                        : Money.rounded(one.change().exact().over(Fraction.of(now.size())));
                text = Said.of("compare.membersPay.mean", "text", text, "signed", Shown.signed(share));
            }
            details.add(text);
        });
        if (moved.size() > TOLD) {
            int more = moved.size() - TOLD;
            details.add(Said.of("compare.membersPay.moreMembers", "more", more));
        }
        details.add(mean);
        return details;
    }

    private static Map<String, Money> byId(Map<Participant, Money> members) {
        Map<String, Money> pay = new HashMap<>();
        members.forEach((person, amount) -> pay.put(person.id(), amount));
        return pay;
    }
}
