package dev.steelyard.engine.compare;

import dev.steelyard.engine.score.Participant;
import dev.steelyard.engine.trace.Label;
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

    private record Member(Participant person, Money change, Label said) {}

    private MembersPay() {}

    /**
     * {@code member 冯涛 +1,000.00 → mean +142.85}, the greatest first, and what the mean is.
     *
     * @param then member → commission that counts
     * @param mean the mean before and after
     * @param change of the mean, as it is paid
     */
    static List<Label> details(Map<Participant, Money> then, Map<Participant, Money> now, Label mean, Money change) {
        Map<String, Money> before = byId(then);
        Map<String, Money> after = byId(now);
        List<Member> moved = new ArrayList<>();
        now.forEach((person, pay) -> {
            if (!before.containsKey(person.id())) {
                moved.add(new Member(person, pay, new Label("（新计入）", " (counts now)")));
            } else if (!before.get(person.id()).equals(pay)) {
                moved.add(new Member(person, pay.minus(before.get(person.id())), Label.of("")));
            }
        });
        then.forEach((person, pay) -> {
            if (!after.containsKey(person.id())) {
                moved.add(new Member(person, pay.negate(), new Label("（不再计入）", " (counts no more)")));
            }
        });
        moved.sort(Comparator.comparing((Member one) -> one.change().amount().abs())
                .reversed()
                .thenComparing(one -> one.person().id()));
        boolean sameCount = then.size() == now.size();
        List<Label> details = new ArrayList<>();
        moved.stream().limit(TOLD).forEach(one -> {
            Label text = new Label("成员 ", "member ")
                    .then(one.person().employee().name() + " " + Said.signed(one.change()))
                    .then(one.said());
            if (sameCount) {
                Money share = moved.size() == 1
                        ? change
                        : Money.rounded(one.change().exact().over(Fraction.of(now.size())));
                text = text.then(new Label(" → 平均 ", " → mean ")).then(Said.signed(share));
            }
            details.add(text);
        });
        if (moved.size() > TOLD) {
            int more = moved.size() - TOLD;
            details.add(new Label("另有 " + more + " 名成员", more + " more members"));
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
