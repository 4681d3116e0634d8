package dev.steelyard.engine.compare;

import dev.steelyard.engine.pay.PayoutLine.Component;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.unit.Money;
import java.util.List;

/** How much of a payout's change one cause made in one component. The amounts of all parts sum to the change. */
public record MoneyPart(Cause cause, Component component, Money amount, List<Said> details) {

    public MoneyPart {
        details = List.copyOf(details);
    }
}
