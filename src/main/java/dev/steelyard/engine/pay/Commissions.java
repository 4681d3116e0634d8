package dev.steelyard.engine.pay;

import dev.steelyard.engine.calendar.Days;
import dev.steelyard.engine.calendar.Scope;
import dev.steelyard.engine.fact.TargetKey;
import dev.steelyard.engine.people.PersonalTarget;
import dev.steelyard.engine.plan.Name;
import dev.steelyard.engine.plan.Pay.Commission;
import dev.steelyard.engine.plan.Pay.Tier;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.score.Participant;
import dev.steelyard.engine.unit.Fraction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Commission 基础提成 on a person's own facts: one line for each tier or rate (rulings 63–66).
 *
 * @param paid what the run pays, or a month's end accrues: the period that targets name and the days that facts come from
 * @param returns what of the sales is in no ladder
 */
public record Commissions(Reckoning from, Scope paid, Returns returns) {

    /** Whether anything that the person sells on some day is paid by the run (rules.md 8.1, pay goes by the row's date). */
    boolean concern(Participant person) {
        return from.plan().pay().commission().stream()
                .anyMatch(commission -> !days(person, commission).isEmpty());
    }

    /** What the person earns by each rule of the tracks they are on, in the plan's order. */
    public List<Earned> earned(Participant person) {
        return from.plan().pay().commission().stream()
                .filter(commission -> from.registers().has(commission.of().dataset()))
                .filter(commission -> !days(person, commission).isEmpty())
                .map(commission -> earned(person, commission))
                .toList();
    }

    /** The days that the person is on a track of the rule which is paid by runs of this kind. */
    private List<Days> days(Participant person, Commission commission) {
        return from.placements()
                .on(
                        person.placed(),
                        track -> commission.tracks().contains(track)
                                && from.plan().tracks().get(track).cycle()
                                        == paid.period().kind(),
                        paid.days());
    }

    private Earned earned(Participant person, Commission commission) {
        List<Days> days = days(person, commission);
        int index = person.employee().index();
        Fraction amount = from.measurements()
                .figure(commission.of(), List.of(index), days)
                .minus(returns.excluded(commission, index));
        return Earned.of(commission, days, amount, target(person, commission, days));
    }

    /** Target → as far as it was the person's, of those that commissions of this run are measured by. */
    public Map<String, PersonalTarget> targets(Participant person) {
        Map<String, PersonalTarget> targets = new LinkedHashMap<>();
        for (Commission commission : from.plan().pay().commission()) {
            List<Days> days = days(person, commission);
            if (!days.isEmpty()) {
                target(person, commission, days)
                        .ifPresent(target -> targets.put(commission.target().orElseThrow(), target));
            }
        }
        return targets;
    }

    private Optional<PersonalTarget> target(Participant person, Commission commission, List<Days> days) {
        return commission
                .target()
                .flatMap(name ->
                        from.registers().targets().find(new TargetKey("employee", person.id(), name, paid.period())))
                .map(whole -> PersonalTarget.ofLadder(
                        whole,
                        from.plan(),
                        person.employee(),
                        from.placements().onLadder(person.placed(), paid.days(), days),
                        paid.days()));
    }

    List<PayoutLine> of(Participant person) {
        return lines(person, earned(person));
    }

    List<PayoutLine> lines(Participant person, List<Earned> all) {
        List<PayoutLine> lines = new ArrayList<>();
        for (Earned earned : all) {
            Name name = earned.commission().name();
            for (Earned.Part part : earned.parts()) {
                Said note = part.tiered()
                        ? tierNote(
                                name, part.tier(), earned.target().orElseThrow().value())
                        : Said.of("name", "name", name);
                add(person, earned.commission(), part, note, lines);
            }
        }
        return lines;
    }

    private static Said tierNote(Name name, Tier tier, Fraction target) {
        String of = target.plain();
        return tier.upTo()
                .map(upTo -> upTo.percent())
                .map(limit -> Said.of("pay.note.tier", "rule", name, "limit", limit, "target", of))
                .orElseGet(() -> Said.of("pay.note.rest", "rule", name, "target", of));
    }

    private void add(Participant person, Commission rule, Earned.Part part, Said note, List<PayoutLine> lines) {
        if (part.basis().signum() != 0) {
            lines.add(PayoutLine.pay(
                            new PayoutLine.Key(
                                    person.employee(),
                                    PayoutLine.Component.COMMISSION,
                                    lines.size() + 1,
                                    paid.period()),
                            part.basis(),
                            part.tier().rate(),
                            note)
                    .by(rule));
        }
    }
}
