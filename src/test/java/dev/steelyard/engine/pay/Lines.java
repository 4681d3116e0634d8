package dev.steelyard.engine.pay;

import static dev.steelyard.engine.Given.SEPTEMBER;
import static dev.steelyard.engine.Given.number;

import dev.steelyard.engine.Given;
import dev.steelyard.engine.register.Doubt;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.unit.Fraction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Payout lines of September, as tables write them. */
public final class Lines {

    public static final Said NOTE = Said.text("commission");

    private Lines() {}

    public static Employee somebody(String id) {
        return new Employee(
                0,
                id,
                "",
                "mature",
                "T1",
                "East",
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "CC1",
                Given.row("employees", "employee_id=" + id),
                new Doubt(List.of(), Set.of()));
    }

    /** {@code E1 commission 1000.00, E1 veto_forfeit -1000.00 on_hold}. */
    public static List<PayoutLine> lines(String text) {
        List<PayoutLine> lines = new ArrayList<>();
        if (text != null && !text.isBlank()) {
            Arrays.stream(text.split(", ")).map(one -> one.split(" ")).forEach(one -> {
                PayoutLine line = PayoutLine.pay(
                        new PayoutLine.Key(
                                somebody(one[0]), PayoutLine.Component.of(one[1]), lines.size() + 1, SEPTEMBER),
                        number(one[2]),
                        Fraction.ONE,
                        NOTE);
                lines.add(
                        one.length > 3
                                ? line.with(
                                        PayoutLine.Status.valueOf(one[3].toUpperCase(java.util.Locale.ROOT)),
                                        List.of("EV1"))
                                : line);
            });
        }
        return lines;
    }
}
