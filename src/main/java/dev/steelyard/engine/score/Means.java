package dev.steelyard.engine.score;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.fact.ComplianceEvent;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.plan.Rules;
import dev.steelyard.engine.register.EarlierScorecard;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Points;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The scorecard of a person whose track is scored more often than the run's period: of each printed figure the half-up mean
 * over the periods in which the person was scored; the lowest cap and a veto of any of them hold (rulings 1, 3, 78).
 *
 * <p>Its veto goes by the register as it is now: a veto verified in the period holds even where the edition of its month did
 * not know it, and one that was dismissed since holds no more (rulings 84, 122). The figures stay those printed.
 */
record Means(Plan plan, Registers registers, Period period) {

    /** More periods in a row than this are printed as the first and the last. */
    private static final int SINGLY = 3;

    /**
     * @param earlier the person's periods within the run's, oldest first
     * @param isAny whether there is any such period of the track's cycle, of whomever
     * @param events the person's verified events, oldest first
     */
    PooledScorecard of(
            Participant person,
            List<EarlierScorecard> earlier,
            boolean isAny,
            List<ComplianceEvent> events,
            String region) {
        List<EarlierScorecard> scored =
                earlier.stream().filter(EarlierScorecard::scored).toList();
        Map<String, DimensionScore> dimensions = new LinkedHashMap<>();
        plan.dimensions().keySet().forEach(id -> dimensions.put(id, dimension(person, id, scored)));
        Map<Period, Optional<ComplianceEvent>> vetoed = vetoed(person, earlier, events);
        ComplianceRecord compliance = compliance(person, earlier, vetoed, events);
        Scorecard card = new Scorecard(
                person,
                Collections.unmodifiableMap(dimensions),
                compliance,
                mean(scored, EarlierScorecard::bonus).orElse(Points.ZERO),
                List.of(),
                mean(scored, EarlierScorecard::individual),
                holds(person, earlier, scored, isAny),
                remarks(person, isExempt(person, earlier, scored), scored, vetoed, compliance.vetoes()));
        Optional<Points> teamScore = mean(scored, EarlierScorecard::teamScore);
        TeamScore team = new TeamScore(person.employee().team(), region, teamScore);
        return new PooledScorecard(card, team, mean(scored, EarlierScorecard::score));
    }

    /** By the days of the whole, or where nothing of it was scored because the person was exempt (rulings 96). */
    private static boolean isExempt(Participant person, List<EarlierScorecard> earlier, List<EarlierScorecard> scored) {
        return person.presence().isExempt()
                || scored.isEmpty() && earlier.stream().anyMatch(EarlierScorecard::exempt);
    }

    private List<Remark> holds(
            Participant person, List<EarlierScorecard> earlier, List<EarlierScorecard> scored, boolean isAny) {
        if (!person.unsure().isEmpty()) {
            return person.unsure();
        }
        if (isExempt(person, earlier, scored) || !scored.isEmpty()) {
            return List.of();
        }
        if (!period.isYear()) {
            return List.of(Remark.of(Remark.Kind.NO_PERIOD));
        }
        return List.of(
                Remark.of(isAny ? Remark.Kind.NOT_SCORED_WHEN_CLOSED : Remark.Kind.NO_CLOSED_PERIOD, period.year()));
    }

    private DimensionScore dimension(Participant person, String id, List<EarlierScorecard> scored) {
        Optional<Points> mean =
                mean(scored, card -> Optional.ofNullable(card.dimensions().get(id)));
        Fraction weight = person.track().weights().getOrDefault(id, Fraction.ZERO);
        return new DimensionScore(id, weight, mean, mean, List.of(), List.of());
    }

    // ------------------------------------------------------------------ veto and cap

    /** Vetoed period → the event that was dismissed since, if its veto holds no more. */
    private Map<Period, Optional<ComplianceEvent>> vetoed(
            Participant person, List<EarlierScorecard> earlier, List<ComplianceEvent> events) {
        Map<Period, Optional<ComplianceEvent>> vetoed = new LinkedHashMap<>();
        earlier.stream()
                .filter(EarlierScorecard::vetoed)
                .map(EarlierScorecard::period)
                .forEach(part -> vetoed.put(part, lifted(person, part, events)));
        return vetoed;
    }

    private Optional<ComplianceEvent> lifted(Participant person, Period part, List<ComplianceEvent> standing) {
        if (standing.stream().anyMatch(event -> isVetoIn(part, event))) {
            return Optional.empty();
        }
        return registers.dismissedEvents().stream()
                .filter(event -> event.employeeId().equals(person.id()) && isVetoIn(part, event))
                .findFirst();
    }

    private boolean isVetoIn(Period part, ComplianceEvent event) {
        Rules.Veto veto = plan.rules().compliance().veto();
        return part.days().contains(event.day()) && event.isVeto(veto);
    }

    private ComplianceRecord compliance(
            Participant person,
            List<EarlierScorecard> earlier,
            Map<Period, Optional<ComplianceEvent>> vetoed,
            List<ComplianceEvent> events) {
        ComplianceRecord record =
                ComplianceRecord.of(plan, events, person.scope().days(), List.of());
        Optional<String> cap =
                earlier.stream().flatMap(card -> card.gradeCap().stream()).reduce(plan::worse);
        List<Period> cappedIn = earlier.stream()
                .filter(card -> cap.isPresent() && card.gradeCap().equals(cap))
                .map(EarlierScorecard::period)
                .toList();
        boolean isVetoed = vetoed.values().stream().anyMatch(Optional::isEmpty)
                || !record.vetoes().isEmpty();
        return new ComplianceRecord(
                record.vetoes(),
                record.deductions(),
                record.deducted(),
                Points.ZERO,
                List.of(),
                cap,
                cappedIn,
                isVetoed);
    }

    // ------------------------------------------------------------------ what a reader is told

    private static List<Remark> remarks(
            Participant person,
            boolean exempt,
            List<EarlierScorecard> scored,
            Map<Period, Optional<ComplianceEvent>> vetoed,
            List<ComplianceEvent> shown) {
        List<Remark> remarks = new ArrayList<>();
        vetoed.forEach((part, lifted) -> {
            if (lifted.isPresent()) {
                remarks.add(
                        Remark.of(Remark.Kind.VETO_LIFTED, part, lifted.get().eventId()));
            } else if (shown.stream().noneMatch(event -> part.days().contains(event.day()))) {
                remarks.add(Remark.of(Remark.Kind.VETOED_IN, part));
            }
        });
        remarks.addAll(CardScorer.remarks(person, exempt));
        if (!scored.isEmpty()) {
            remarks.add(Remark.of(
                    Remark.Kind.MEAN_OF,
                    list(scored.stream().map(EarlierScorecard::period).toList())));
        }
        return remarks;
    }

    /** Periods of one kind, oldest first: {@code 2026-01–2026-06 2026-08}. */
    static String list(List<Period> periods) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        while (from < periods.size()) {
            int to = from;
            while (to + 1 < periods.size() && periods.get(to).next().equals(periods.get(to + 1))) {
                to++;
            }
            if (to - from >= SINGLY) {
                parts.add(periods.get(from) + "–" + periods.get(to));
            } else {
                periods.subList(from, to + 1).forEach(one -> parts.add(one.toString()));
            }
            from = to + 1;
        }
        return String.join(" ", parts);
    }

    /** The half-up mean over the periods in which the figure was printed. */
    private static Optional<Points> mean(
            List<EarlierScorecard> cards, Function<EarlierScorecard, Optional<Points>> figure) {
        return Points.mean(cards.stream().map(figure).flatMap(Optional::stream).toList());
    }
}
