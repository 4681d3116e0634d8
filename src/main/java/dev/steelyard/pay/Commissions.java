package dev.steelyard.pay;

import dev.steelyard.calendar.Window;
import dev.steelyard.fact.Registers;
import dev.steelyard.fact.Targets;
import dev.steelyard.measure.Measurements;
import dev.steelyard.plan.Name;
import dev.steelyard.plan.Pay.Commission;
import dev.steelyard.plan.Pay.Tier;
import dev.steelyard.plan.Plan;
import dev.steelyard.score.Participant;
import dev.steelyard.unit.Fraction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Commission 基础提成 on a person's own facts: one line for each tier or rate (rulings 63–66). */
final class Commissions {

    private final Plan plan;
    private final Registers registers;
    private final Measurements measurements;

    Commissions(Plan plan, Registers registers, Measurements measurements) {
        this.plan = plan;
        this.registers = registers;
        this.measurements = measurements;
    }

    List<PayoutLine> of(Participant person) {
        List<PayoutLine> lines = new ArrayList<>();
        for (Commission commission : plan.pay().commission()) {
            if (commission.tracks().contains(person.employee().track())
                    && registers.has(commission.of().dataset())) {
                addLines(person, commission, lines);
            }
        }
        return lines;
    }

    private void addLines(Participant person, Commission commission, List<PayoutLine> lines) {
        Fraction amount = measurements.figure(
                commission.of(), List.of(person.employee().index()), Window.PERIOD.days(person.scope()));
        Optional<Fraction> target = commission.target().flatMap(name -> registers
                .targets()
                .find(new Targets.Key(
                        "employee", person.id(), name, person.scope().period()))
                .map(Targets.Target::value));
        List<Tier> tiers = commission.tiers();
        Name name = commission.name();
        // What is taken back, or has no target to be measured by, goes by the first tier.
        if (target.isEmpty() || amount.signum() < 0 || tiers.size() == 1) {
            add(person, amount, tiers.get(0).rate(), name, lines);
            return;
        }
        Fraction from = Fraction.ZERO;
        for (Tier tier : tiers) {
            Fraction end = tier.upTo().map(target.get()::times).map(amount::min).orElse(amount);
            add(person, end.minus(from), tier.rate(), tierNote(name, tier, target.get()), lines);
            if (end.equals(amount)) {
                return;
            }
            from = end;
        }
    }

    private static Name tierNote(Name name, Tier tier, Fraction target) {
        String of = target.plain();
        return tier.upTo()
                .map(upTo -> upTo.times(Fraction.of(100)).plain() + "%")
                .map(limit -> new Name(
                        name.zh() + "，目标 " + of + " 的 " + limit + " 以内",
                        name.en() + ", up to " + limit + " of target " + of))
                .orElseGet(
                        () -> new Name(name.zh() + "，目标 " + of + " 的其余部分", name.en() + ", the rest of target " + of));
    }

    private void add(Participant person, Fraction basis, Fraction rate, Name note, List<PayoutLine> lines) {
        if (basis.signum() != 0) {
            lines.add(PayoutLine.pay(
                    person.employee(),
                    PayoutLine.Component.COMMISSION,
                    lines.size() + 1,
                    person.scope().period(),
                    basis,
                    rate,
                    note));
        }
    }
}
