package dev.steelyard.engine.compare;

import dev.steelyard.engine.run.RunResult;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.unit.CodePoints;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which of the people whom a manager leads count in the means of one result and not in those of the other, and why. */
record Membership(ComparedResults sides, RankedScorecard before, RankedScorecard after) {

    /** Who counts now, or no more, by id; a few of them. */
    List<Said> moved() {
        Map<String, RankedScorecard> then = members(sides.before(), before);
        Map<String, RankedScorecard> now = members(sides.after(), after);
        Map<String, RankedScorecard> all = new TreeMap<>(CodePoints.ORDER);
        all.putAll(then);
        all.putAll(now);
        List<Said> moved = new ArrayList<>();
        all.forEach((id, card) -> {
            boolean counted = counts(then.get(id));
            if (counted != counts(now.get(id))) {
                moved.add(Said.of(
                        "compare.members.moved",
                        "employee",
                        card.participant().employee().name(),
                        "what",
                        counted ? noMore(Optional.ofNullable(now.get(id))) : now(Optional.ofNullable(then.get(id)))));
            }
        });
        return MembersPay.told(moved);
    }

    private static boolean counts(RankedScorecard card) {
        return card != null && card.card().countsInMeans();
    }

    /** The members of a manager, by id. */
    static Map<String, RankedScorecard> members(RunResult result, RankedScorecard manager) {
        Map<String, RankedScorecard> cards = result.book().byId();
        Map<String, RankedScorecard> members = new TreeMap<>(CodePoints.ORDER);
        result.book()
                .population()
                .members(manager.participant())
                .forEach(member -> members.put(member.id(), cards.get(member.id())));
        return members;
    }

    /** Why somebody counts now. @param then where they stood; empty where they were no member */
    static Said now(Optional<RankedScorecard> then) {
        return reason(
                then, "compare.members.exemptBefore", "compare.members.heldBefore", "compare.membersPay.countsNow");
    }

    /** Why somebody counts no more. @param now where they stand; empty where they are no member */
    static Said noMore(Optional<RankedScorecard> now) {
        return reason(now, "compare.members.exempt", "compare.members.held", "compare.membersPay.countsNoMore");
    }

    private static Said reason(Optional<RankedScorecard> card, String exempt, String held, String other) {
        return Said.of(card.map(RankedScorecard::card)
                .filter(one -> !one.countsInMeans())
                .map(one -> one.isComplete() ? exempt : held)
                .orElse(other));
    }
}
