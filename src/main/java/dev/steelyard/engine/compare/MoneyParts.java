package dev.steelyard.engine.compare;

import dev.steelyard.engine.pay.PayoutLine.Component;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.unit.Money;
import java.util.ArrayList;
import java.util.List;

/** Parts of a change of pay, as they are found; what is no change is none. */
final class MoneyParts {

    private final List<MoneyPart> parts = new ArrayList<>();

    void add(Cause cause, Component component, Money amount, List<Said> details) {
        if (amount.signum() != 0) {
            parts.add(new MoneyPart(cause, component, amount, details));
        }
    }

    List<MoneyPart> all() {
        return List.copyOf(parts);
    }
}
