package dev.steelyard.engine.score;

import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.score.RankedScorecard.Ranks;
import dev.steelyard.engine.score.RankedScorecard.Status;
import dev.steelyard.engine.unit.CodePoints;
import dev.steelyard.engine.unit.Points;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Grades and ranks the whole population (rules.md 4.14, 4.15; rulings 56–62): by final, high first; equal finals
 * share a rank and the next is skipped; vetoed people share the place after the last ranked one of each group.
 */
record Ranking(Plan plan) {

    /** By rank, then id; unranked people last, by id. */
    List<RankedScorecard> rank(List<PooledScorecard> cards) {
        List<RankedScorecard> graded = cards.stream().map(this::grade).toList();
        Map<String, Integer> overall = places(graded, card -> "", card -> true);
        Map<String, Integer> inTrack =
                places(graded, card -> card.participant().employee().track(), card -> true);
        Map<String, Integer> inTeam =
                places(graded, card -> card.participant().employee().team(), card -> !card.participant()
                        .isManager());
        Map<String, Integer> inRegion =
                places(graded, card -> card.participant().employee().region(), card -> true);
        return graded.stream()
                .map(card -> {
                    String id = card.participant().id();
                    Ranks ranks = new Ranks(
                            Optional.ofNullable(overall.get(id)),
                            Optional.ofNullable(inTrack.get(id)),
                            Optional.ofNullable(inTeam.get(id)),
                            Optional.ofNullable(inRegion.get(id)));
                    return new RankedScorecard(card.pooled(), card.status(), card.grade(), ranks, card.remarks());
                })
                .sorted(Comparator.comparing(
                                (RankedScorecard card) -> card.ranks().overall().orElse(Integer.MAX_VALUE))
                        .thenComparing(card -> card.participant().id(), CodePoints.ORDER))
                .toList();
    }

    private RankedScorecard grade(PooledScorecard pooled) {
        Scorecard card = pooled.card();
        Status status = status(card);
        List<Remark> remarks = new ArrayList<>(card.holds());
        Optional<String> grade = status == Status.HELD || card.isExempt()
                ? Optional.empty()
                : pooled.score().map(score -> plan.gradeOf(score).grade());
        Optional<String> cap = card.compliance().gradeCap();
        if (grade.isPresent() && cap.isPresent()) {
            String capped = plan.worse(grade.get(), cap.get());
            if (!capped.equals(grade.get())) {
                remarks.add(cap(card.compliance(), cap.get()));
            }
            grade = Optional.of(capped);
        }
        if (card.compliance().isVetoed()) {
            if (grade.isPresent() || status == Status.VETOED) {
                grade = Optional.of(plan.rules().compliance().veto().grade());
            }
            card.compliance()
                    .vetoes()
                    .forEach(event ->
                            remarks.add(Remark.of(Remark.Kind.VETO, event.eventId(), event.kind(), event.day())));
        }
        remarks.addAll(card.remarks());
        if (pooled.team().points().isEmpty() && pooled.score().isPresent()) {
            remarks.add(Remark.of(Remark.Kind.NO_TEAM_SCORE));
        }
        return new RankedScorecard(pooled, status, grade, Ranks.NONE, List.copyOf(remarks));
    }

    private static Remark cap(ComplianceRecord compliance, String cap) {
        return compliance.cappedIn().isEmpty()
                ? Remark.of(Remark.Kind.GRADE_CAP, cap, compliance.deducted())
                : Remark.of(Remark.Kind.GRADE_CAP_OF, cap, Means.list(compliance.cappedIn()));
    }

    /** Doubts about who or where somebody is come before everything (rulings 97). */
    private static Status status(Scorecard card) {
        Participant person = card.participant();
        if (!person.doubts().isEmpty() || !person.unsure().isEmpty()) {
            return Status.HELD;
        }
        if (person.interim()) {
            return Status.INTERIM;
        }
        if (!card.isComplete()) {
            return Status.HELD;
        }
        if (card.compliance().isVetoed()) {
            return Status.VETOED;
        }
        return card.isExempt() ? Status.EXEMPT : Status.RANKED;
    }

    private static Map<String, Integer> places(
            List<RankedScorecard> cards,
            Function<RankedScorecard, String> group,
            Predicate<RankedScorecard> takesPart) {
        Map<String, List<RankedScorecard>> groups = new HashMap<>();
        cards.stream().filter(RankedScorecard::isPaid).filter(takesPart).forEach(card -> groups.computeIfAbsent(
                        group.apply(card), key -> new ArrayList<>())
                .add(card));
        Map<String, Integer> places = new HashMap<>();
        groups.values().forEach(members -> place(members, places));
        return places;
    }

    private static void place(List<RankedScorecard> members, Map<String, Integer> places) {
        List<RankedScorecard> ranked = members.stream()
                .filter(card -> card.status() == Status.RANKED)
                .sorted(Comparator.comparing(Ranking::score).reversed())
                .toList();
        for (int i = 0; i < ranked.size(); i++) {
            boolean tied = i > 0 && score(ranked.get(i)).equals(score(ranked.get(i - 1)));
            places.put(
                    ranked.get(i).participant().id(),
                    tied ? places.get(ranked.get(i - 1).participant().id()) : i + 1);
        }
        members.stream()
                .filter(card -> card.status() == Status.VETOED)
                .forEach(card -> places.put(card.participant().id(), ranked.size() + 1));
    }

    private static Points score(RankedScorecard card) {
        return card.pooled().score().orElseThrow();
    }
}
